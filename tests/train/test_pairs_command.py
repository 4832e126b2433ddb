"""``sayso train pairs``: what it writes and prints, and what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pair_parts import TOPICS, corpus

from sayso.bench.linking import EventLine
from sayso.cli import training
from sayso.link.meanings import load_meanings
from sayso.link.pair_model import read_pair_model
from sayso.link.stories import read_story_model


def line_of(document: EventLine) -> dict[str, object]:
    return {
        "id": document.id,
        "topic": document.topic,
        "subtopic": document.subtopic,
        "text": document.text,
        "mentions": [
            {"id": name, "spans": [[span.start, span.end]], "cluster": cluster}
            for name, span, cluster in document.mentions
        ],
    }


def write(path: Path, *topics: str) -> None:
    path.parent.mkdir(exist_ok=True)
    lines = (json.dumps(line_of(document)) for document in corpus(*topics))
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "corpus" / "x_train.jsonl", *list(TOPICS)[:4])
    return tmp_path / "corpus"


def stored(path: Path) -> dict[str, object]:
    return json.loads(path.read_text("utf-8"))


def test_it_writes_models_and_measures_them_on_dev(sayso, folder):
    write(folder / "x_dev.jsonl", *list(TOPICS)[4:])
    ran = sayso("train", "pairs", "--corpus", folder, "-o", "out", "--epochs", 30)
    assert ran.code == 0, ran.err
    model = read_pair_model(stored(Path("out/pair_weights.json")), load_meanings())
    stories = read_story_model(stored(Path("out/story_weights.json")))
    assert f"joined from {model.joins:.2f}, chosen" in ran.out
    assert f"joined from {stories.joins:.2f}, chosen" in ran.out
    assert "Linking, 12 texts" in ran.out
    assert "by the naming word alone" in ran.out
    assert not Path("out/word_vectors.npz").exists()
    assert "Model 4 of 4 of the folds" in ran.err
    assert "The models are in out" in ran.err


def test_without_dev_or_folds_it_trains_all_the_same(sayso, folder):
    write(folder / "x_train.jsonl", "theft")
    ran = sayso("train", "pairs", "--corpus", folder, "-o", "out", "--epochs", 5)
    assert ran.code == 0, ran.err
    assert ran.out == ""
    assert Path("out/pair_weights.json").exists()


def test_the_seed_decides(sayso, folder):
    found = []
    for seed in (1, 1, 2):
        assert sayso("train", "pairs", "--corpus", folder, "--seed", seed, "--epochs", 2).code == 0
        found.append(stored(Path("sayso-model/pair_weights.json"))["scorer"])
    assert found[0] == found[1] != found[2]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("", "holds no text", id="an empty file"),
        pytest.param('{"id": 1, "text": "Vrel"}\n', '"mentions"', id="no mentions"),
        pytest.param(
            '{"id": 1, "text": "Vrel", "topic": 1, "subtopic": 1, "mentions": []}\n',
            "no two mentions to train on",
            id="none named",
        ),
    ],
)
def test_what_can_not_be_trained_on_is_named(sayso, folder, content, message):
    (folder / "x_train.jsonl").write_text(content, "utf-8")
    ran = sayso("train", "pairs", "--corpus", folder)
    assert ran.code == 1
    assert message in ran.err
    assert not Path("sayso-model").exists()


def test_one_bad_line_ends_it(sayso, folder):
    with (folder / "x_train.jsonl").open("a", encoding="utf-8") as stream:
        stream.write('{"id": "bad"}\n')
    ran = sayso("train", "pairs", "--corpus", folder)
    assert ran.code == 1
    assert "lines that can't be used" in ran.err
    assert not Path("sayso-model").exists()


def test_a_folder_without_texts_is_named(sayso, tmp_path):
    ran = sayso("train", "pairs", "--corpus", tmp_path)
    assert ran.code == 1
    assert f"{tmp_path} holds no two mentions to train on" in ran.err


@pytest.mark.parametrize("options", [["--half"], ["--teacher", "taught"]])
def test_what_it_has_not_is_refused(sayso, folder, options):
    ran = sayso("train", "pairs", "--corpus", folder, *options)
    assert ran.code == 2
    assert "Leave --teacher and --half out" in ran.err


def test_word_vectors_from_a_base_need_what_reads_it(sayso, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(training, "find_spec", lambda _name: None)
    ran = sayso("train", "pairs", "--corpus", folder, "--base", tmp_path)
    assert ran.code == 1
    assert "Training needs safetensors, not installed here" in ran.err
