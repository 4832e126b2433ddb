"""Fitting of the small networks that tell how likely two things are one, from gold pairs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.link.scorer import Network, Scorer
from sayso.link.vectors import Matrix


@dataclass(frozen=True, slots=True)
class PairRecipe:
    """How the networks are trained; ``joins`` is kept in the model as it is."""

    networks: int = 3
    units: int = 32
    rounds: int = 8
    batch: int = 1024
    rate: float = 3e-3
    decay: float = 0.3
    joins: float = 0.3
    seed: int = 0


def fit_scorer(
    names: Sequence[str],
    rows: Matrix,
    right: NDArray[np.bool_],
    weights: NDArray[np.float64],
    recipe: PairRecipe,
) -> Scorer:
    """Return a scorer fitted to rows of features, [pair, feature], by whether each pair is one.

    ``weights`` tell how much each pair counts.
    """
    mean, spread = rows.mean(0), rows.std(0) + 1e-3
    scaled = (rows - mean) / spread
    wanted = right.astype(np.float32)
    share = (weights / weights.mean()).astype(np.float32)
    return Scorer(
        features=tuple(names),
        mean=mean,
        spread=spread,
        networks=tuple(
            _network(scaled, wanted, share, recipe, seed=recipe.seed + i)
            for i in range(recipe.networks)
        ),
    )


def _network(
    rows: Matrix, right: Matrix, share: Matrix, recipe: PairRecipe, *, seed: int
) -> Network:
    """Return a network fitted by Adam (Kingma and Ba 2015) to the log loss, decaying weights."""
    rng = np.random.default_rng(seed)
    count, width = rows.shape
    inner = rng.normal(0, width**-0.5, (width, recipe.units)).astype(np.float32)
    outer = rng.normal(0, 0.3, recipe.units).astype(np.float32)
    parts = [inner, np.zeros(recipe.units, np.float32), outer, np.zeros(1, np.float32)]
    parts.append(np.zeros(width, np.float32))
    decays = (recipe.decay, 0.0, recipe.decay, 0.0, recipe.decay)
    batch = min(recipe.batch, count)
    steps = recipe.rounds * (count // batch)
    first, second = ([np.zeros_like(part) for part in parts] for _ in range(2))
    step = 0
    for _ in range(recipe.rounds):
        order = rng.permutation(count)
        for start in range(0, count - batch + 1, batch):
            chosen = order[start : start + batch]
            step += 1
            slopes = _slopes(parts, rows[chosen], right[chosen], share[chosen])
            rate = recipe.rate * (1 - step / steps) + 1e-5
            for i, (part, slope) in enumerate(zip(parts, slopes, strict=True)):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope**2
                mean, square = first[i] / (1 - 0.9**step), second[i] / (1 - 0.999**step)
                parts[i] = part - rate * (mean / (np.sqrt(square) + 1e-8) + decays[i] * part)
    return Network(parts[0], parts[1], parts[2], float(parts[3][0]), parts[4])


def _slopes(
    parts: Sequence[Matrix], rows: Matrix, right: Matrix, share: Matrix
) -> list[NDArray[np.float32]]:
    inner, inner_bias, outer, outer_bias, direct = parts
    hidden = np.tanh(rows @ inner + inner_bias)
    found = 1 / (1 + np.exp(-(hidden @ outer + outer_bias[0] + rows @ direct)))
    error = ((found - right) * share / len(rows)).astype(np.float32)
    back = np.outer(error, outer) * (1 - hidden**2)
    return [rows.T @ back, back.sum(0), hidden.T @ error, error.sum(keepdims=True), rows.T @ error]
