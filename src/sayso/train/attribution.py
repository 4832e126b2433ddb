"""Training the attribution encoder: corpus and lessons in, a model package out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer

from sayso import __version__
from sayso.tag.encoder.words import MASK_PIECE, START_PIECE, make_words, piece_id
from sayso.train.base import Base
from sayso.train.checkpoint import restore, save
from sayso.train.corpus import Corpus
from sayso.train.gold import GoldText, gold_text
from sayso.train.loop import Pieces, Recipe, Training, epoch_batches
from sayso.train.loss import Batch
from sayso.train.marked import lessons
from sayso.train.network import MINILM, MPNET_BASE, Network, Shape
from sayso.train.package import write_package
from sayso.train.prune import narrowed
from sayso.train.taught import Teacher, taught

SAMPLE = 20
"""Batches of text by which the entries of the layers are weighed."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a training stands; ``loss`` is the last batch's."""

    epoch: int
    epochs: int
    batch: int
    batches: int
    loss: float


def train_attribution(
    corpus: Corpus,
    base: Base,
    recipe: Recipe,
    *,
    out: Path,
    checkpoints: Path,
    report: Callable[[Progress], None],
    shape: Shape = MINILM,
    teacher: Teacher | None = None,
    read: Callable[[int, int], None] | None = None,
) -> None:
    """Train by the recipe; the model package is written to ``out`` after every epoch.

    With a teacher, what it says of the corpus's texts and of its plain ones is learned; ``read``
    is told how many texts of how many it has read. A checkpoint of the same recipe, corpus,
    encoder and teacher in ``checkpoints`` is gone on from. Raises UsageError when there is one of
    another training.
    """
    pieces = pieces_of(base.tokenizer)
    texts = annotated_texts(corpus, base.tokenizer)
    if teacher is not None:
        plain = [(str(e["id"]), make_words(e["text"], base.tokenizer)) for e in corpus.plain]
        texts = taught(
            texts,
            [(name, words) for name, words in plain if len(words)],
            teacher,
            share=recipe.taught,
            start_piece=pieces.start,
            folder=checkpoints / "readings",
            report=read or (lambda *_: None),
        )
    texts += lesson_texts(base.tokenizer, recipe)
    training = Training(_first_network(base, texts, recipe, pieces, shape), recipe)
    record = training_record(corpus, base, recipe)
    if teacher is not None:
        record["teacher"] = {"sha256": teacher.digest, "training": dict(teacher.record)}
    restore(training, checkpoints, record)
    sample = _sample(texts, replace(recipe, hide_words=0.0, hide_case=0.0), pieces)

    def write() -> None:
        done = {**record, "epochs_done": training.epoch}
        network = training.averaged_network()
        write_package(network, base.tokenizer, out, sample=sample, record=done)

    if training.epoch == recipe.epochs:
        # It was trained to its end before, perhaps into another folder.
        write()
    training.train(
        texts,
        pieces,
        report=reporter(training, report),
        save=lambda: save(training, checkpoints, record),
        epoch_done=write,
    )


def train_teacher(
    corpus: Corpus,
    base: Base,
    tokenizer: Tokenizer,
    recipe: Recipe,
    *,
    checkpoints: Path,
    report: Callable[[Progress], None],
    shape: Shape = MPNET_BASE,
) -> None:
    """Train a large encoder, which is to read the pieces of the small one's tokenizer.

    What is left is its checkpoint. Raises UsageError when there is one of another training.
    """
    texts = annotated_texts(corpus, tokenizer) + lesson_texts(tokenizer, recipe)
    training = Training(base.network(shape, recipe.seed, tokenizer), recipe)
    record = training_record(corpus, base, recipe)
    restore(training, checkpoints, record)
    training.train(
        texts,
        pieces_of(tokenizer),
        report=reporter(training, report),
        save=lambda: save(training, checkpoints, record),
        epoch_done=lambda: None,
    )


def training_record(corpus: Corpus, base: Base, recipe: Recipe) -> dict[str, Any]:
    """Return what tells one training from another."""
    return {
        "sayso": __version__,
        "recipe": asdict(recipe),
        "corpora": dict(corpus.digests),
        "lessons": len(lessons()),
        "encoder": base.record(),
        "torch": torch.__version__,
    }


def reporter(
    training: Training, report: Callable[[Progress], None]
) -> Callable[[int, int, float], None]:
    """Return what tells ``report`` of each batch where the training stands."""

    def reported(batch: int, batches: int, loss: float) -> None:
        report(Progress(training.epoch, training.recipe.epochs, batch, batches, loss))

    return reported


def pieces_of(tokenizer: Tokenizer) -> Pieces:
    """Return the word pieces that have a use of their own."""
    return Pieces(start=piece_id(tokenizer, START_PIECE), mask=piece_id(tokenizer, MASK_PIECE))


def annotated_texts(corpus: Corpus, tokenizer: Tokenizer) -> list[GoldText]:
    """Return the corpus's annotated texts."""
    return [gold_text(entry, tokenizer) for entry in corpus.train]


def lesson_texts(tokenizer: Tokenizer, recipe: Recipe) -> list[GoldText]:
    """Return the lessons, as often as the recipe says."""
    return [gold_text(entry, tokenizer) for entry in lessons()] * recipe.lessons


def _first_network(
    base: Base, texts: list[GoldText], recipe: Recipe, pieces: Pieces, shape: Shape
) -> Network:
    network = base.network(shape, recipe.seed)
    if recipe.inner >= network.shape.inner:
        return network
    return narrowed(network, _sample(texts, recipe, pieces), recipe.inner)


def _sample(texts: list[GoldText], recipe: Recipe, pieces: Pieces) -> list[Batch]:
    return list(islice(epoch_batches(texts, recipe, pieces, epoch=0), SAMPLE))
