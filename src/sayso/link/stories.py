"""Stories: which documents of a pile report the same happening.

Two earthquakes share most words but not their places, two trials not their people: documents are
compared by all their words, by their names, days and numbers, and by what they begin with, and a
trained model tells what that is worth. A word's weight does not depend on the pile.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import log
from typing import Any

import numpy as np
from spacy.tokens import Doc, Token

from sayso.link.agglomerate import agglomerate
from sayso.link.scorer import Scorer, read_scorer, stored_scorer
from sayso.link.terms import rarity, stem, unit
from sayso.link.vectors import Matrix, Terms, dots

STORY_WEIGHTS = "story_weights.json"
NAMES_COUNT = 2.0
LEAD = 3
"""Sentences that a document begins with."""
COMMON_WORD = 0.5
"""Least weight of a word in a view: common ones are the days, and half of the numbers."""
HELD_BY_BOTH = ("days", "people", "places")
"""Views of which it also counts whether both documents have any."""
_NAMES = frozenset({"PERSON", "GPE", "ORG", "FAC", "LOC", "EVENT"})
_VIEW_OF_ENTITY = {
    **dict.fromkeys(("DATE", "TIME"), "days"),
    **dict.fromkeys(("GPE", "LOC", "FAC"), "places"),
    "PERSON": "people",
    "ORG": "organisations",
}
VIEWS = (
    *("numbers", "days", "people", "places", "organisations"),
    *("names", "verbs", "nouns", "lead"),
)


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """A document's words: all of them, and by view those of one kind; each at unit length."""

    terms: Terms
    views: Mapping[str, Terms]


@dataclass(frozen=True, slots=True)
class StoryModel:
    """How likely two documents tell one story; ``joins`` is the least mean of two groups."""

    scorer: Scorer
    joins: float

    def likelihoods(self, documents: Sequence[StoryDocument]) -> Matrix:
        """Return how likely each two documents tell one story: [document, document]."""
        return self.scorer.likelihoods(story_features(documents))


def story_terms(doc: Doc) -> dict[str, float]:
    """Return the stems of a document's words and numbers, weighed, at unit length."""
    counts: Counter[str] = Counter()
    named: set[str] = set()
    for token in doc:
        if _tells(token):
            term = stem(token.lemma_)
            counts[term] += 1
            if token.ent_type_ in _NAMES:
                named.add(term)
    return unit(
        {
            term: (1 + log(times)) * rarity(term) * (NAMES_COUNT if term in named else 1.0)
            for term, times in counts.items()
        }
    )


def story_document(doc: Doc) -> StoryDocument:
    """Return what documents are compared by."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sentences = list(doc.sents)
    end_of_lead = sentences[LEAD].start if len(sentences) > LEAD else len(doc)
    for token in doc:
        if _tells(token):
            term = stem(token.lemma_)
            for view in _views(token, in_lead=token.i < end_of_lead):
                counts[view][term] += 1
    return StoryDocument(
        story_terms(doc), {view: _weighed(counts[view]) for view in VIEWS if counts[view]}
    )


def _tells(token: Token) -> bool:
    return token.like_num or (token.is_alpha and not token.is_stop and len(token) > 1)


def _views(token: Token, *, in_lead: bool) -> list[str]:
    if token.like_num:
        return ["numbers"]
    found = ["lead"] if in_lead else []
    if token.ent_type_ in _VIEW_OF_ENTITY:
        found.append(_VIEW_OF_ENTITY[token.ent_type_])
    if token.ent_type_ in _NAMES or token.pos_ == "PROPN":
        found.append("names")
    elif token.pos_ == "VERB":
        found.append("verbs")
    elif token.pos_ in {"NOUN", "ADJ"}:
        found.append("nouns")
    return found


def _weighed(counts: Mapping[str, int]) -> dict[str, float]:
    return unit({t: (1 + log(times)) * max(COMMON_WORD, rarity(t)) for t, times in counts.items()})


def story_features(documents: Sequence[StoryDocument]) -> dict[str, Matrix]:
    """Return the features of each document with each by name: [document, document], symmetric."""
    found = {"words": dots([document.terms for document in documents])}
    for view in VIEWS:
        found[view] = dots([document.views.get(view, {}) for document in documents])
    for view in HELD_BY_BOTH:
        held = np.array([view in document.views for document in documents], dtype=np.float32)
        found[f"{view} of both"] = np.outer(held, held)
    return found


def group_stories(
    documents: Sequence[StoryDocument], model: StoryModel | None = None
) -> tuple[int, ...]:
    """Return the story of each document, named by the index of its first one.

    ``model`` tells which documents are alike [default: the one that ships with sayso].
    """
    used = model or load_story_model()
    return agglomerate(used.likelihoods(documents), used.joins) if documents else ()


@lru_cache(maxsize=1)
def load_story_model() -> StoryModel:
    """Return the model that ships with sayso."""
    return read_story_model(
        json.loads(files("sayso.link").joinpath(STORY_WEIGHTS).read_text("utf-8"))
    )


def read_story_model(stored: Mapping[str, Any]) -> StoryModel:
    """Return the model of a JSON object. Raises ValueError for one of another format."""
    return StoryModel(read_scorer(stored["scorer"]), stored["joins"])


def stored_story_model(model: StoryModel) -> dict[str, Any]:
    """Return a model as a JSON object."""
    return {"scorer": stored_scorer(model.scorer), "joins": model.joins}
