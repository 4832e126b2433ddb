"""The pair model: how likely two mentions name one event, from what is alike about them.

The mean of some small networks with one hidden layer and a direct way past it. Their weights are
numbers in a JSON file beside this one; ``sayso train pairs`` makes it from a corpus.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import numpy as np

from sayso.link.event_pairs import Likeness, pair_features
from sayso.link.events import Event, EventDocument
from sayso.link.meanings import Meanings, load_meanings
from sayso.link.vectors import Matrix

WEIGHTS = "pair_weights.json"
FORMAT = 2


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of one network: [feature, unit], [unit], [unit], one number, [feature]."""

    inner: Matrix
    inner_bias: Matrix
    outer: Matrix
    outer_bias: float
    direct: Matrix


@dataclass(frozen=True, slots=True)
class PairModel:
    """The model: the names of its features, how they are scaled, and what was learned.

    ``meanings`` are the vectors of words that it was trained with, which are stored apart.
    ``joins`` is the least mean likelihood of the pairs of two clusters to make them one.
    """

    features: tuple[str, ...]
    mean: Matrix
    spread: Matrix
    networks: tuple[Network, ...]
    likeness: Likeness
    meanings: Meanings
    joins: float

    def likelihoods(self, events: Sequence[Event], documents: Sequence[EventDocument]) -> Matrix:
        """Return how likely each two events are one, 0 to 1: [event, event], symmetric."""
        found = pair_features(events, documents, self.likeness, self.meanings)
        rows = np.stack([found[name].ravel() for name in self.features], axis=1)
        size = len(events)
        return likelihoods(self.networks, (rows - self.mean) / self.spread).reshape(size, size)


def likelihoods(networks: Sequence[Network], rows: Matrix) -> Matrix:
    """Return the likelihood of each row of scaled features."""
    total = np.zeros(len(rows), dtype=np.float32)
    for one in networks:
        hidden = np.tanh(rows @ one.inner + one.inner_bias)
        total += hidden @ one.outer + rows @ one.direct + one.outer_bias
    return (1 / (1 + np.exp(-total / len(networks)))).astype(np.float32)


@lru_cache(maxsize=1)
def load_pair_model() -> PairModel:
    """Return the model that ships with sayso."""
    stored = json.loads(files("sayso.link").joinpath(WEIGHTS).read_text("utf-8"))
    return read_pair_model(stored, load_meanings())


def read_pair_model(stored: Mapping[str, Any], meanings: Meanings) -> PairModel:
    """Return the model of a JSON object, as ``stored_pair_model`` gives it.

    Raises ValueError for one of another format.
    """
    if stored["format"] != FORMAT:
        raise ValueError(f"pair weights of format {stored['format']}, not {FORMAT}")
    return PairModel(
        features=tuple(stored["features"]),
        mean=_array(stored["mean"]),
        spread=_array(stored["spread"]),
        networks=tuple(
            Network(
                inner=_array(one["inner"]),
                inner_bias=_array(one["inner_bias"]),
                outer=_array(one["outer"]),
                outer_bias=one["outer_bias"],
                direct=_array(one["direct"]),
            )
            for one in stored["networks"]
        ),
        likeness={(first, second): value for first, second, value in stored["likeness"]},
        meanings=meanings,
        joins=stored["joins"],
    )


def stored_pair_model(model: PairModel) -> dict[str, Any]:
    """Return a model as a JSON object."""
    return {
        "format": FORMAT,
        "features": list(model.features),
        "mean": _numbers(model.mean),
        "spread": _numbers(model.spread),
        "networks": [
            {
                "inner": _numbers(one.inner),
                "inner_bias": _numbers(one.inner_bias),
                "outer": _numbers(one.outer),
                "outer_bias": round(one.outer_bias, 4),
                "direct": _numbers(one.direct),
            }
            for one in model.networks
        ],
        "likeness": [[*pair, round(value, 2)] for pair, value in sorted(model.likeness.items())],
        "joins": model.joins,
    }


def _array(numbers: Any) -> Matrix:
    return np.array(numbers, dtype=np.float32)


def _numbers(values: Matrix) -> Any:
    return np.round(values.astype(np.float64), 4).tolist()
