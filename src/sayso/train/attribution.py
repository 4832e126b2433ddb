"""Training the attribution encoder: corpus and lessons in, a model package out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from itertools import islice
from pathlib import Path

import torch
from tokenizers import Tokenizer

from sayso import __version__
from sayso.tag.encoder.words import MASK_PIECE, START_PIECE, piece_id
from sayso.train.base import Base
from sayso.train.checkpoint import restore, save
from sayso.train.corpus import Corpus
from sayso.train.gold import GoldText, gold_text
from sayso.train.loop import Pieces, Recipe, Training, epoch_batches
from sayso.train.loss import Batch
from sayso.train.marked import lessons
from sayso.train.network import Network, Shape
from sayso.train.package import write_package
from sayso.train.prune import narrowed

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
    shape: Shape | None = None,
) -> None:
    """Train by the recipe; the model package is written to ``out`` after every epoch.

    A checkpoint of the same recipe, corpus and encoder in ``checkpoints`` is gone on from. Raises
    UsageError when there is one of another training.
    """
    texts = training_texts(corpus, base.tokenizer, recipe)
    pieces = Pieces(
        start=piece_id(base.tokenizer, START_PIECE), mask=piece_id(base.tokenizer, MASK_PIECE)
    )
    training = Training(_first_network(base, texts, recipe, pieces, shape or Shape()), recipe)
    record = {
        "sayso": __version__,
        "recipe": asdict(recipe),
        "corpora": dict(corpus.digests),
        "lessons": len(lessons()),
        "encoder": {"name": base.folder.parent.name, "sha256": base.digest},
        "torch": torch.__version__,
    }
    restore(training, checkpoints, record)
    plain = replace(recipe, hide_words=0.0, hide_case=0.0)
    sample = _sample(texts, plain, pieces)

    def reported(batch: int, batches: int, loss: float) -> None:
        report(Progress(training.epoch, recipe.epochs, batch, batches, loss))

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
        report=reported,
        save=lambda: save(training, checkpoints, record),
        epoch_done=write,
    )


def training_texts(corpus: Corpus, tokenizer: Tokenizer, recipe: Recipe) -> list[GoldText]:
    """Return the corpus's texts and, as often as the recipe says, the lessons."""
    own = [gold_text(entry, tokenizer) for entry in lessons()]
    return [gold_text(entry, tokenizer) for entry in corpus.train] + own * recipe.lessons


def _first_network(
    base: Base, texts: list[GoldText], recipe: Recipe, pieces: Pieces, shape: Shape
) -> Network:
    network = base.network(shape, recipe.seed)
    if recipe.inner >= network.shape.inner:
        return network
    return narrowed(network, _sample(texts, recipe, pieces), recipe.inner)


def _sample(texts: list[GoldText], recipe: Recipe, pieces: Pieces) -> list[Batch]:
    return list(islice(epoch_batches(texts, recipe, pieces, epoch=0), SAMPLE))
