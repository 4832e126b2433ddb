"""``sayso train``: what it says when it can't begin, and how far it is when it can."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from sayso.cli import training

TRAINABLE_HERE = all(find_spec(name) for name in training.NEEDED)
LINE = {
    "id": "a",
    "text": "Vrel said it held.",
    "attributions": [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 17]]}],
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "x_train.jsonl").write_text(json.dumps(LINE) + "\n", "utf-8")
    return folder


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have these of what training needs, and nothing else, count as installed."""

    def only(*names: str) -> None:
        monkeypatch.setattr(training, "find_spec", lambda name: name if name in names else None)

    return only


def test_an_unknown_model_is_named_with_those_there_are(sayso, corpus):
    ran = sayso("train", "gazetteer", "--corpus", corpus)
    assert ran.code == 2
    assert (
        "There is no model to train named 'gazetteer'. Use one of: attribution, pairs, teacher"
        in ran.err
    )


@pytest.mark.parametrize(
    ("names", "missing"),
    [
        ([], "torch, safetensors, onnx,"),
        (["safetensors", "onnx"], "torch,"),
        (["torch", "onnx"], "safetensors,"),
        (["torch", "safetensors"], "onnx,"),
    ],
)
def test_what_is_not_installed_is_named_with_its_remedy(sayso, corpus, installed, names, missing):
    installed(*names)
    ran = sayso("train", "attribution", "--corpus", corpus)
    assert ran.code == 1
    assert f"Training needs {missing} not installed here" in ran.err
    assert "make setup-train" in ran.err
    assert ran.err.count("\n") == 1


def test_a_missing_folder_is_named(sayso, tmp_path, installed):
    installed(*training.NEEDED)
    for corpus in (tmp_path / "nowhere", Path(__file__)):
        ran = sayso("train", "attribution", "--corpus", corpus)
        assert ran.code == 2
        assert f"{corpus} is no folder" in ran.err


@pytest.mark.parametrize("what", ["attribution", "teacher"])
def test_plain_texts_need_a_teacher(sayso, corpus, tmp_path, what):
    ran = sayso("train", what, "--corpus", corpus, "--texts", tmp_path / "more.jsonl")
    assert ran.code == 2
    assert "need a teacher who reads them" in ran.err
    assert "--teacher" in ran.err


def test_the_corpus_has_to_be_named(sayso):
    ran = sayso("train", "attribution")
    assert ran.code == 2
    assert "--corpus" in ran.err


@pytest.mark.parametrize("option", ["--epochs", "--threads"])
def test_numbers_begin_at_one(sayso, corpus, option):
    ran = sayso("train", "attribution", "--corpus", corpus, option, 0)
    assert ran.code == 2
    assert option in ran.err


@pytest.mark.skipif(not TRAINABLE_HERE, reason="what training needs is not installed")
class TestWhereTrainingCanBegin:
    def test_a_folder_without_texts_is_named(self, sayso, tmp_path):
        ran = sayso("train", "attribution", "--corpus", tmp_path)
        assert ran.code == 1
        assert f"{tmp_path} holds no text to train on" in ran.err

    def test_a_base_without_an_encoder_is_named(self, sayso, corpus, tmp_path):
        (tmp_path / "empty").mkdir()
        base = tmp_path / "empty"
        ran = sayso("train", "attribution", "--corpus", corpus, "--base", base)
        assert ran.code == 1
        assert f"There is no encoder to train in {base}" in ran.err
        assert not (tmp_path / "sayso-model").exists()

    def test_options_become_the_recipe_and_progress_is_told(self, sayso, corpus, monkeypatch):
        attribution, base = map(import_module, ("sayso.train.attribution", "sayso.train.base"))
        asked = {}

        def train_attribution(texts, encoder, recipe, *, out, checkpoints, report):
            asked.update(recipe=recipe, out=out, checkpoints=checkpoints, encoder=encoder)
            for batch, loss in enumerate([4.0, 2.0], start=1):
                report(attribution.Progress(0, recipe.epochs, batch, 2, loss))

        monkeypatch.setattr(attribution, "train_attribution", train_attribution)
        monkeypatch.setattr(base, "open_base", lambda folder: folder)
        options = ["--epochs", 3, "--seed", 7, "-o", "out", "--checkpoints", "kept", "--base", "b"]
        ran = sayso("train", "attribution", "--corpus", corpus, *options)
        assert ran.code == 0, ran.err
        assert (asked["recipe"].epochs, asked["recipe"].seed) == (3, 7)
        assert (asked["out"], asked["checkpoints"]) == (Path("out"), Path("kept"))
        assert asked["encoder"] == Path("b")
        assert "epoch 1 of 3, batch 2 of 2, loss" in ran.err
        assert "The model is in out" in ran.err
        assert ran.out == ""
