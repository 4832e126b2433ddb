"""The pair model: how likely two mentions name one event, from what is alike about them.

Its weights are numbers in a JSON file beside this one; ``sayso train pairs`` makes it from a
corpus.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from sayso.link.event_pairs import Likeness, pair_features
from sayso.link.events import Event, EventDocument
from sayso.link.meanings import Meanings, load_meanings
from sayso.link.scorer import Scorer, read_scorer, stored_scorer
from sayso.link.vectors import Matrix

WEIGHTS = "pair_weights.json"


@dataclass(frozen=True, slots=True)
class PairModel:
    """The model: what scores pairs, and what was learned of words.

    ``meanings`` are the vectors of words that it was trained with, which are stored apart.
    ``joins`` is the least mean likelihood of the pairs of two clusters to make them one.
    """

    scorer: Scorer
    likeness: Likeness
    meanings: Meanings
    joins: float

    def likelihoods(self, events: Sequence[Event], documents: Sequence[EventDocument]) -> Matrix:
        """Return how likely each two events are one, 0 to 1: [event, event], symmetric."""
        return self.scorer.likelihoods(
            pair_features(events, documents, self.likeness, self.meanings)
        )


@lru_cache(maxsize=1)
def load_pair_model() -> PairModel:
    """Return the model that ships with sayso."""
    stored = json.loads(files("sayso.link").joinpath(WEIGHTS).read_text("utf-8"))
    return read_pair_model(stored, load_meanings())


def read_pair_model(stored: Mapping[str, Any], meanings: Meanings) -> PairModel:
    """Return the model of a JSON object, as ``stored_pair_model`` gives it.

    Raises ValueError for one of another format.
    """
    return PairModel(
        scorer=read_scorer(stored["scorer"]),
        likeness={(first, second): value for first, second, value in stored["likeness"]},
        meanings=meanings,
        joins=stored["joins"],
    )


def stored_pair_model(model: PairModel) -> dict[str, Any]:
    """Return a model as a JSON object."""
    return {
        "scorer": stored_scorer(model.scorer),
        "likeness": [[*pair, round(value, 2)] for pair, value in sorted(model.likeness.items())],
        "joins": model.joins,
    }
