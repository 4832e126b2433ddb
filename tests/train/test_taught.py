"""A teacher's readings, what is learned from them, and their being kept."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from training_parts import (  # noqa: E402
    PIECES,
    RECIPE,
    SHAPE,
    TOKENIZER,
    gold_texts,
    tiny_network,
)

from sayso.errors import UsageError  # noqa: E402
from sayso.tag.encoder.labels import Role, spans_of  # noqa: E402
from sayso.tag.encoder.words import make_words  # noqa: E402
from sayso.train.checkpoint import FILE, save  # noqa: E402
from sayso.train.gold import GoldText  # noqa: E402
from sayso.train.loop import Training  # noqa: E402
from sayso.train.taught import Teacher, open_teacher, taught  # noqa: E402
from sayso.train.teacher import read_texts  # noqa: E402
from sayso.train.wanted import certain  # noqa: E402

PLAIN = [("plain/1", make_words("Marr denied the raid. Vrel said it took place.", TOKENIZER))]


@pytest.fixture(scope="module")
def network():
    """Return a network that reads the two texts as they are annotated."""
    training = Training(tiny_network(), replace(RECIPE, epochs=90, average=0.5))
    training.train(
        gold_texts(), PIECES, report=lambda *_: None, save=lambda: None, epoch_done=lambda: None
    )
    return training.averaged_network()


@pytest.fixture
def learn(network, tmp_path: Path):
    def learned(share: float = 0.5, digest: str = "a") -> list[GoldText]:
        return taught(
            gold_texts(),
            PLAIN,
            Teacher(network, digest, {}),
            share=share,
            start_piece=PIECES.start,
            folder=tmp_path,
            report=lambda done, of: told.append((done, of)),
        )

    told: list[tuple[int, int]] = []
    learned.told = told
    return learned


def test_a_teacher_reads_what_it_learned(network) -> None:
    texts = gold_texts()
    for text, reading in zip(texts, read_texts(network, [t.words for t in texts], 0), strict=True):
        assert len(reading.emissions) == len(text.words)
        # Two texts and 16 bits: what is learned differs a little between processors.
        assert (reading.labels == text.labels).mean() > 0.6
    first = read_texts(network, [texts[0].words], PIECES.start)[0]
    marked = {(role, (low, high)) for role, low, high in spans_of(first.labels.tolist())}
    assert first.links
    for link in first.links:
        assert (Role.CUE, link.cue) in marked
        assert link.source is None or (Role.SOURCE, link.source) in marked
        assert {(Role.CONTENT, piece) for piece in link.content} <= marked


def test_readings_do_not_hang_on_what_is_read_beside(network) -> None:
    words = [make_words(text, TOKENIZER) for text in ("Vrel said so.", "The dam held. " * 40)]
    together = read_texts(network, words, PIECES.start)
    for own, reading in zip(words, together, strict=True):
        alone = read_texts(network, [own], PIECES.start)[0]
        # Padding takes other ways through sums of 16 bits.
        assert reading.emissions == pytest.approx(alone.emissions, abs=0.2)


def test_annotated_texts_keep_links_and_take_a_share(learn) -> None:
    for text, gold in zip(learn(0.5), gold_texts(), strict=False):
        assert text.links == gold.links
        known = certain(gold.labels).labels
        assert text.wanted.labels.sum(axis=1) == pytest.approx(1, abs=1e-3)
        assert (text.wanted.labels[known == 1] >= 0.5 - 1e-6).all()
    assert learn(0.0)[0].wanted.labels == pytest.approx(certain(gold_texts()[0].labels).labels)
    assert (learn(1.0)[0].wanted.labels != certain(gold_texts()[0].labels).labels).any()


def test_plain_texts_are_all_the_teachers(learn, network) -> None:
    text = learn()[-1]
    reading = read_texts(network, [PLAIN[0][1]], PIECES.start)[0]
    assert (text.id, text.words) == PLAIN[0]
    assert (text.labels == reading.labels).all()
    assert text.links == reading.links
    assert len(text.wanted.steps) == len(text.words)


def test_readings_are_kept_and_taken_again(learn, tmp_path: Path, monkeypatch) -> None:
    first = learn()
    assert learn.told == [(3, 3)]

    def never(*_: object) -> None:
        raise AssertionError("read again")

    with monkeypatch.context() as patch:
        patch.setattr("sayso.train.taught.read_texts", never)
        for one, other in zip(first, learn(), strict=True):
            assert (one.wanted.steps == other.wanted.steps).all()
            assert (one.labels == other.labels).all()
            assert one.links == other.links
        # Another teacher reads for itself.
        with pytest.raises(AssertionError, match="read again"):
            learn(digest="b")
    assert not list(tmp_path.glob("*.partial"))


def test_a_teacher_is_opened_from_its_checkpoint(tmp_path: Path) -> None:
    training = Training(tiny_network(3), RECIPE)
    for averaged in training.averaged.values():
        averaged.mul_(0.5)
    save(training, tmp_path, {"recipe": asdict(RECIPE)})
    teacher = open_teacher(tmp_path, SHAPE)
    assert teacher.record["recipe"]["batch"] == RECIPE.batch
    assert torch.equal(teacher.network.emit.weight, training.averaged["emit.weight"])
    assert len(teacher.digest) == 64


def test_no_teacher_and_another_network_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=FILE):
        open_teacher(tmp_path, SHAPE)
    save(Training(tiny_network(), RECIPE), tmp_path, {})
    with pytest.raises(UsageError, match="another network"):
        open_teacher(tmp_path, replace(SHAPE, layers=2))
