"""Agglomeration: clusters joined two by two, the most alike first (average linkage, UPGMA)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

NEVER = -1e9
"""Likeness of clusters that must not be joined, nor what either is joined to."""


def agglomerate(
    likeness: NDArray[np.floating],
    least: float,
    *,
    best_share: float = 0.0,
    together: NDArray[np.int64] | None = None,
    together_more: float = 0.0,
) -> tuple[int, ...]:
    """Return the cluster of each item, named by its first item.

    ``likeness`` is [item, item], symmetric. Two clusters are as alike as the mean of their pairs,
    with ``best_share`` of the most alike pair's; they are joined while that is at least ``least``.
    ``together`` gives the same number to items that are one cluster to begin with and -1 to all
    others; two such clusters are never joined, and to be joined to one takes ``together_more``
    likeness. The order of the items decides between equals only.
    """
    count = len(likeness)
    mean = np.array(likeness, dtype=np.float64)
    best = mean.copy()
    sizes = np.ones(count)
    given = np.full(count, -1) if together is None else np.asarray(together)
    cluster = np.arange(count)
    alive = np.ones(count, dtype=bool)
    given_whole = np.zeros(count, dtype=bool)

    # Clusters that are there to begin with stand at the place of their first item.
    names, firsts = np.unique(given[given >= 0], return_index=True)
    firsts = np.flatnonzero(given >= 0)[firsts]
    for name, first in zip(names, firsts, strict=True):
        members = np.flatnonzero(given == name)
        mean[first] = mean[:, first] = mean[members].mean(0)
        best[first] = best[:, first] = best[members].max(0)
        sizes[first] = len(members)
        cluster[members] = first
        alive[members[1:]] = False
        given_whole[first] = True
    mean[np.ix_(firsts, firsts)] = best[np.ix_(firsts, firsts)] = NEVER

    def row(i: int) -> NDArray[np.float64]:
        values = (1 - best_share) * mean[i] + best_share * best[i]
        values = values - together_more * (given_whole | given_whole[i])
        values = np.where(alive, values, -np.inf)
        values[i] = -np.inf
        return values

    nearest = np.zeros(count, dtype=np.int64)
    nearness = np.full(count, -np.inf)

    def look(i: int) -> None:
        values = row(i)
        nearest[i] = values.argmax()
        nearness[i] = values[nearest[i]]

    for i in np.flatnonzero(alive):
        look(int(i))
    while count and nearness.max() >= least:
        one = int(nearness.argmax())
        one, other = sorted((one, int(nearest[one])))
        joined = (mean[one] * sizes[one] + mean[other] * sizes[other]) / sizes[[one, other]].sum()
        mean[one] = mean[:, one] = joined
        best[one] = best[:, one] = np.maximum(best[one], best[other])
        sizes[one] += sizes[other]
        alive[other] = False
        given_whole[one] |= given_whole[other]
        nearness[other] = -np.inf
        cluster[cluster == other] = one
        look(one)
        values = row(one)
        for i in np.flatnonzero(alive & ((nearest == one) | (nearest == other))):
            look(int(i))
        closer = alive & (values > nearness)
        nearest[closer], nearness[closer] = one, values[closer]
    return tuple(int(name) for name in cluster)
