"""How likely two things are one, from what is alike about them.

The mean of some small networks with one hidden layer and a direct way past it. Their weights are
plain numbers, kept as JSON.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from sayso.link.vectors import Matrix

FORMAT = 3


@dataclass(frozen=True, slots=True)
class Network:
    """Weights of one network: [feature, unit], [unit], [unit], one number, [feature]."""

    inner: Matrix
    inner_bias: Matrix
    outer: Matrix
    outer_bias: float
    direct: Matrix


@dataclass(frozen=True, slots=True)
class Scorer:
    """The networks, the names of the features that they want, and how those are scaled."""

    features: tuple[str, ...]
    mean: Matrix
    spread: Matrix
    networks: tuple[Network, ...]

    def likelihoods(self, found: Mapping[str, Matrix]) -> Matrix:
        """Return how likely each two are one, 0 to 1, [item, item], from features of that shape."""
        rows = np.stack([found[name].ravel() for name in self.features], axis=1)
        scaled = (rows - self.mean) / self.spread
        return _likelihoods(self.networks, scaled).reshape(found[self.features[0]].shape)


def _likelihoods(networks: Sequence[Network], rows: Matrix) -> Matrix:
    total = np.zeros(len(rows), dtype=np.float32)
    for one in networks:
        hidden = np.tanh(rows @ one.inner + one.inner_bias)
        total += hidden @ one.outer + rows @ one.direct + one.outer_bias
    return (1 / (1 + np.exp(-total / len(networks)))).astype(np.float32)


def read_scorer(stored: Mapping[str, Any]) -> Scorer:
    """Return the scorer of a JSON object, as ``stored_scorer`` gives it.

    Raises ValueError for one of another format.
    """
    if stored["format"] != FORMAT:
        raise ValueError(f"weights of format {stored['format']}, not {FORMAT}")
    return Scorer(
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
    )


def stored_scorer(scorer: Scorer) -> dict[str, Any]:
    """Return a scorer as a JSON object."""
    return {
        "format": FORMAT,
        "features": list(scorer.features),
        "mean": _numbers(scorer.mean),
        "spread": _numbers(scorer.spread),
        "networks": [
            {
                "inner": _numbers(one.inner),
                "inner_bias": _numbers(one.inner_bias),
                "outer": _numbers(one.outer),
                "outer_bias": round(one.outer_bias, 4),
                "direct": _numbers(one.direct),
            }
            for one in scorer.networks
        ],
    }


def _array(numbers: Any) -> Matrix:
    return np.array(numbers, dtype=np.float32)


def _numbers(values: Matrix) -> Any:
    return np.round(values.astype(np.float64), 4).tolist()
