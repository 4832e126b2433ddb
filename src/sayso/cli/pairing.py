"""``sayso train pairs``: linking's models of pairs anew from a corpus of event coreference."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sayso.assemble import build_parser
from sayso.bench.linking import EventLine
from sayso.cli.console import console, remark
from sayso.cli.figures import share
from sayso.cli.linking import event_lines, print_linking, remembering
from sayso.cli.sheet import table
from sayso.errors import InputError
from sayso.link.meanings import WORD_VECTORS, Meanings, load_meanings, make_meanings, write_meanings
from sayso.link.mentions import by_model
from sayso.link.pair_model import WEIGHTS, stored_pair_model
from sayso.link.stories import STORY_WEIGHTS, StoryModel, stored_story_model
from sayso.train.pair_folds import Folded, cross_validate
from sayso.train.pair_networks import PairRecipe
from sayso.train.pairs import topics_of, train_pairs
from sayso.train.stories import (
    STORY_RECIPE,
    ToldDocument,
    cross_validate_stories,
    told_documents,
    train_stories,
)


@dataclass(frozen=True, slots=True)
class PairOrder:
    """What the pair model is trained on, and where it goes; ``base`` gives new word vectors."""

    corpus: Path
    output: Path
    base: Path | None
    rounds: int | None
    seed: int


def train_pair_model(order: PairOrder) -> None:
    """Choose how clusters join by cross-validation, train on all topics, and measure on dev.

    Raises InputError when there is nothing to train on, or a line can't be used.
    """
    lines = {part: list(_lines(order.corpus, part)) for part in ("train", "dev")}
    if sum(len(line.mentions) for line in lines["train"]) < 2:
        raise InputError(
            f"{order.corpus} holds no two mentions to train on",
            remedy="Name a folder with a *_train.jsonl file of event coreference",
        )
    parser = remembering(build_parser())
    remark(f"Parsing {len(lines['train'])} texts")
    topics = topics_of(lines["train"], parser)
    recipe = PairRecipe(seed=order.seed)
    recipe = replace(recipe, rounds=order.rounds or recipe.rounds)
    order.output.mkdir(parents=True, exist_ok=True)
    meanings = _meanings(order)
    folded = cross_validate(
        topics, meanings, recipe, lambda done, of: remark(f"Model {done} of {of} of the folds")
    )
    if folded is not None:
        _print_folds(folded)
        recipe = replace(recipe, joins=folded.best)
    model = train_pairs(topics, meanings, recipe)
    stories = _stories(told_documents(lines["train"], parser), order.seed)
    _write(order.output / WEIGHTS, stored_pair_model(model))
    _write(order.output / STORY_WEIGHTS, stored_story_model(stories))
    if lines["dev"]:
        print_linking(lines["dev"], parser, by_model(model), stories)
    remark(f"The models are in {order.output}; those that ship are in src/sayso/link")


def _stories(documents: Sequence[ToldDocument], seed: int) -> StoryModel:
    recipe = replace(STORY_RECIPE, seed=seed)
    found = cross_validate_stories(documents, recipe)
    if found:
        recipe = replace(recipe, joins=max(found, key=lambda joins: found[joins]))
        rows = [
            [f"joined from {joins:.2f}{', chosen' if joins == recipe.joins else ''}", share(f1)]
            for joins, f1 in found.items()
        ]
        console().print(
            table("Topics not trained on, documents by story", ["what", "F1 of pairs"], rows)
        )
    return train_stories(documents, recipe)


def _write(path: Path, stored: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(stored, separators=(",", ":")) + "\n", "utf-8")


def _lines(folder: Path, part: str) -> Iterator[EventLine]:
    for path in sorted(folder.glob(f"*_{part}.jsonl")):
        failures: list[str] = []
        yield from event_lines(path, failures)
        if failures:
            raise InputError(
                f"{path} has {len(failures)} lines that can't be used", remedy="Mend them"
            )


def _meanings(order: PairOrder) -> Meanings:
    if order.base is None:
        return load_meanings()
    # Only who makes word vectors anew needs what reads an encoder's weights.
    from sayso.train.words import word_vectors  # noqa: PLC0415

    words, rows = word_vectors(order.base)
    write_meanings(words, rows, order.output / WORD_VECTORS)
    return make_meanings(words, rows)


def _print_folds(folded: Folded) -> None:
    rows = [["by the naming word alone", *map(share, folded.by_word)]]
    for joins, found in folded.by_joins.items():
        chosen = ", chosen" if joins == folded.best else ""
        rows.append([f"joined from {joins:.2f}{chosen}", *map(share, found)])
    console().print(
        table("Topics not trained on, CoNLL F1", ["what", "within stories", "within topics"], rows)
    )
