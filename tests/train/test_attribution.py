"""Training from a folder of texts to a package that the tagger reads with."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")

from training_parts import (  # noqa: E402
    RECIPE,
    SHAPE,
    TOKENIZER,
    entries,
    tiny_network,
    write_base,
)

from sayso.errors import UsageError  # noqa: E402
from sayso.language.parsed import ParsedText  # noqa: E402
from sayso.model import paragraphs  # noqa: E402
from sayso.tag import tagger_named  # noqa: E402
from sayso.tag.encoder.package import FILES, model_digest  # noqa: E402
from sayso.train.attribution import (  # noqa: E402
    Progress,
    lesson_texts,
    train_attribution,
    train_teacher,
)
from sayso.train.base import open_base  # noqa: E402
from sayso.train.corpus import Corpus, read_corpus  # noqa: E402
from sayso.train.loop import Recipe  # noqa: E402
from sayso.train.marked import lessons  # noqa: E402
from sayso.train.taught import Teacher, open_teacher  # noqa: E402


class Cut(Exception):  # noqa: N818
    """What Ctrl-C is to a training."""


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    lines = "".join(json.dumps(entry) + "\n" for entry in entries())
    (tmp_path / "x_train.jsonl").write_text(lines * 2, "utf-8")
    return read_corpus(tmp_path)


@pytest.fixture
def train(tmp_path: Path, corpus: Corpus):
    """Train into the folder "out" unless told otherwise; return what was reported."""
    base = open_base(write_base(tmp_path / "encoder"))

    def trained(
        recipe: Recipe = RECIPE, *, out: str = "out", at: str = "kept", stop: int | None = None
    ) -> list[Progress]:
        told: list[Progress] = []

        def report(progress: Progress) -> None:
            told.append(progress)
            if len(told) == stop:
                raise Cut

        train_attribution(
            corpus,
            base,
            recipe,
            out=tmp_path / out,
            checkpoints=tmp_path / at,
            report=report,
            shape=SHAPE,
        )
        return told

    return trained


def test_from_texts_to_a_tagger(train, tmp_path: Path, corpus: Corpus) -> None:
    sure = replace(RECIPE, dropout=0.0, hide_words=0.0, hide_case=0.0, hide_spans=0.0)
    whole = replace(sure, epochs=25, batch=32, shortest=48, longest=48)
    told = train(replace(whole, rate=3e-3, head_rate=2e-2, average=0.9))
    assert (told[-1].epoch, told[-1].epochs) == (24, 25)
    assert told[-1].batch == told[-1].batches
    assert told[-1].loss < told[0].loss / 10
    tag = tagger_named("encoder", model=str(tmp_path / "out"))
    for entry in entries()[:1]:
        found = tag(ParsedText(entry["text"], paragraphs(entry["text"]), parser=no_parse))
        assert [
            {
                role: [[span.start, span.end] for span in getattr(a, role)]
                for role in ("source", "cue", "content")
            }
            for a in found
        ] == entry["attributions"]


def no_parse(*_: object) -> None:
    pytest.fail("the encoder needs no parse")


def test_the_record_tells_what_it_was_trained_from(train, tmp_path: Path, corpus: Corpus) -> None:
    train()
    record = json.loads((tmp_path / "out" / "training.json").read_text("utf-8"))
    assert record["recipe"]["seed"] == RECIPE.seed
    assert record["corpora"] == corpus.digests
    assert record["encoder"]["sha256"] == open_base(tmp_path / "encoder").digest
    assert record["epochs_done"] == RECIPE.epochs


def test_stopped_and_gone_on_it_writes_the_same_package(train, tmp_path: Path) -> None:
    whole = train(out="whole", at="one")
    with pytest.raises(Cut):
        train(out="parts", at="two", stop=len(whole) // 2 + 2)
    rest = train(out="parts", at="two")
    assert 0 < len(rest) < len(whole)
    digests = {model_digest(str(tmp_path / out)) for out in ("whole", "parts")}
    assert len(digests) == 1


def test_when_all_is_trained_the_package_is_written_to_where_it_is_wanted(
    train, tmp_path: Path
) -> None:
    train()
    assert train(out="elsewhere") == []
    for name in FILES:
        one, other = ((tmp_path / out / name).read_bytes() for out in ("out", "elsewhere"))
        assert one == other


def test_another_recipe_does_not_go_on_from_it(train) -> None:
    train()
    for other in (replace(RECIPE, epochs=3), replace(RECIPE, seed=2)):
        with pytest.raises(UsageError, match="other settings or texts"):
            train(other)


def test_inner_layers_are_narrowed_as_the_recipe_says(train, tmp_path: Path) -> None:
    def weights_of(name: str) -> int:
        return (tmp_path / name / "model.onnx").stat().st_size

    train(replace(RECIPE, epochs=1), out="wide", at="one")
    train(replace(RECIPE, epochs=1, inner=16), out="narrow", at="two")
    entries_less = SHAPE.inner - 16
    assert weights_of("wide") - weights_of("narrow") >= entries_less * 2 * SHAPE.hidden


def test_lessons_are_read_as_often_as_the_recipe_says() -> None:
    read = [text.id for text in lesson_texts(TOKENIZER, replace(RECIPE, lessons=2))]
    assert read == [lesson["id"] for lesson in lessons()] * 2


def test_a_teacher_is_learned_from(tmp_path: Path, corpus: Corpus) -> None:
    more = replace(corpus, plain=({"id": "p", "text": "Marr denied the raid. The dam held."},))
    teacher = Teacher(tiny_network(5).eval(), "d" * 64, {"recipe": "told"})
    read: list[tuple[int, int]] = []
    train_attribution(
        more,
        open_base(write_base(tmp_path / "encoder")),
        RECIPE,
        out=tmp_path / "taught",
        checkpoints=tmp_path / "at",
        report=lambda _: None,
        shape=SHAPE,
        teacher=teacher,
        read=lambda done, of: read.append((done, of)),
    )
    assert read == [(5, 5)]
    record = json.loads((tmp_path / "taught" / "training.json").read_text("utf-8"))
    assert record["teacher"] == {"sha256": "d" * 64, "training": {"recipe": "told"}}
    assert (tmp_path / "at" / "readings" / "readings-0000.safetensors").is_file()


def test_a_teacher_is_trained_on_the_small_ones_pieces(tmp_path: Path, corpus: Corpus) -> None:
    told: list[Progress] = []
    shape = replace(SHAPE, layers=2)
    folder = write_base(tmp_path / "encoder", shape)
    train_teacher(
        corpus,
        open_base(folder),
        TOKENIZER,
        replace(RECIPE, frozen=1),
        checkpoints=tmp_path / "at",
        report=told.append,
        shape=shape,
    )
    assert told[-1].epoch == RECIPE.epochs - 1
    network = open_teacher(tmp_path / "at", shape).network
    before = open_base(folder).network(shape, RECIPE.seed)
    # The lowest layer stays as it was.
    assert torch.equal(network.layers[0].widened.weight, before.layers[0].widened.weight)
    assert not torch.equal(network.layers[1].widened.weight, before.layers[1].widened.weight)
