"""Training of the story model: which documents tell of one happening, learned from subtopics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.bench.coreference import score_clusters
from sayso.bench.linking import EventLine
from sayso.language.parsed import Parser
from sayso.link.agglomerate import agglomerate
from sayso.link.stories import StoryDocument, StoryModel, story_document, story_features
from sayso.link.vectors import Matrix
from sayso.model import paragraphs
from sayso.train.pair_networks import PairRecipe, fit_scorer

FOLDS = 5
JOINS = (0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
STORY_RECIPE = PairRecipe(networks=3, units=32, rounds=20, joins=0.55)
NOTHING_ALIKE = 0.12
"""Documents whose words are less alike than this, of two stories, teach nothing more."""


@dataclass(frozen=True, slots=True)
class ToldDocument:
    """A document with its gold topic and story."""

    topic: str
    story: str
    document: StoryDocument


def told_documents(lines: Sequence[EventLine], parser: Parser) -> list[ToldDocument]:
    """Return a corpus's documents, parsed."""
    return [
        ToldDocument(
            line.topic, line.subtopic, story_document(parser(line.text, paragraphs(line.text)))
        )
        for line in lines
    ]


def train_stories(documents: Sequence[ToldDocument], recipe: PairRecipe) -> StoryModel:
    """Return a story model trained on these documents.

    Raises ValueError when no two of them are alike.
    """
    found = story_features([one.document for one in documents])
    stories = np.array([one.story for one in documents])
    first, second = np.triu_indices(len(documents), 1)
    right = stories[first] == stories[second]
    taught = right | (found["words"][first, second] > NOTHING_ALIKE)
    if not taught.any():
        raise ValueError("no two documents are alike")
    rows = np.stack([values[first, second][taught] for values in found.values()], axis=1)
    scorer = fit_scorer(tuple(found), rows, right[taught], np.ones(len(rows)), recipe)
    return StoryModel(scorer, recipe.joins)


def cross_validate_stories(
    documents: Sequence[ToldDocument], recipe: PairRecipe
) -> Mapping[float, float]:
    """Return the F1 of pairs of documents by how like two groups must be to join.

    Every topic is grouped, with some others, by a model that was trained without it. Nothing is
    returned for less than two topics.
    """
    names = list(dict.fromkeys(one.topic for one in documents))
    folds = [set(names[i::FOLDS]) for i in range(min(FOLDS, len(names)))]
    if len(folds) < 2:
        return {}
    piles: list[tuple[list[str], Matrix]] = []
    for fold in folds:
        model = train_stories([one for one in documents if one.topic not in fold], recipe)
        asked = [one for one in documents if one.topic in fold]
        likelihoods = model.likelihoods([one.document for one in asked])
        piles.append(([one.story for one in asked], likelihoods))
    return {joins: _pairs_f1(piles, joins) for joins in JOINS}


def _pairs_f1(piles: Sequence[tuple[Sequence[str], Matrix]], joins: float) -> float:
    gold: dict[str, str] = {}
    found: dict[str, str] = {}
    for number, (stories, likelihoods) in enumerate(piles):
        grouped = agglomerate(likelihoods, joins)
        for i, (story, first) in enumerate(zip(stories, grouped, strict=True)):
            gold[f"{number} {i}"] = story
            found[f"{number} {i}"] = f"{number} {first}"
    return next(score.f1 for score in score_clusters(gold, found) if score.name == "pairs")
