"""Score clusters of event mentions as the CoNLL 2012 shared task does: MUC, B-cubed, CEAF-e.

Mentions are given, singletons count (Moosavi and Strube 2016 discuss what that does to each).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Clustering = Mapping[str, Hashable]
"""The cluster of each mention, by the mention's id."""


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """One measure's precision and recall, 0 to 1."""

    name: str
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 when both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_clusters(gold: Clustering, found: Clustering) -> tuple[ClusterScore, ...]:
    """Return MUC, B-cubed, CEAF-e and pairs; both must cluster the same mentions.

    MUC: Vilain et al. 1995; B-cubed: Bagga and Baldwin 1998; CEAF-e: Luo 2005. Pairs counts each
    two mentions that are together. Raises ValueError for clusterings of other mentions.
    """
    if gold.keys() != found.keys():
        raise ValueError("the two clusterings are not of the same mentions")
    return (_muc(gold, found), _b_cubed(gold, found), _ceaf(gold, found), _pairs(gold, found))


def conll_f1(scores: Sequence[ClusterScore]) -> float:
    """Return the mean F1 of MUC, B-cubed and CEAF-e."""
    return sum(score.f1 for score in scores if score.name in {"MUC", "B-cubed", "CEAF-e"}) / 3


def _members(clustering: Clustering) -> dict[Hashable, list[str]]:
    members: dict[Hashable, list[str]] = defaultdict(list)
    for mention, cluster in clustering.items():
        members[cluster].append(mention)
    return members


def _share(right: float, total: float) -> float:
    """Return a share; 1 when there was nothing to get right."""
    return right / total if total else 1.0


def _muc(gold: Clustering, found: Clustering) -> ClusterScore:
    return ClusterScore("MUC", _links(found, gold), _links(gold, found))


def _links(kept: Clustering, by: Clustering) -> float:
    """Return the share of the links that hold each cluster together which the other keeps."""
    clusters = _members(kept).values()
    total = sum(len(mentions) - 1 for mentions in clusters)
    right = sum(len(mentions) - len({by[m] for m in mentions}) for mentions in clusters)
    return _share(right, total)


def _both(gold: Clustering, found: Clustering) -> Counter[tuple[Hashable, Hashable]]:
    return Counter((gold[mention], found[mention]) for mention in gold)


def _b_cubed(gold: Clustering, found: Clustering) -> ClusterScore:
    of_gold, of_found = Counter(gold.values()), Counter(found.values())
    both = _both(gold, found).items()
    precision = sum(n * n / of_found[cluster] for (_, cluster), n in both)
    recall = sum(n * n / of_gold[label] for (label, _), n in both)
    return ClusterScore("B-cubed", _share(precision, len(gold)), _share(recall, len(gold)))


def _ceaf(gold: Clustering, found: Clustering) -> ClusterScore:
    of_gold, of_found = Counter(gold.values()), Counter(found.values())
    likeness = {
        (label, cluster): 2 * n / (of_gold[label] + of_found[cluster])
        for (label, cluster), n in _both(gold, found).items()
    }
    total = sum(_best_total(part) for part in _parts(likeness))
    return ClusterScore("CEAF-e", _share(total, len(of_found)), _share(total, len(of_gold)))


def _pairs(gold: Clustering, found: Clustering) -> ClusterScore:
    def together(counts: Counter[tuple[Hashable, Hashable]] | Counter[Hashable]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    right = together(_both(gold, found))
    precision = _share(right, together(Counter(found.values())))
    return ClusterScore("pairs", precision, _share(right, together(Counter(gold.values()))))


Likeness = Mapping[tuple[Hashable, Hashable], float]


def _parts(likeness: Likeness) -> list[Likeness]:
    """Return the pairs in parts that share no cluster: each part is aligned by itself."""
    beside: dict[tuple[str, Hashable], set[tuple[str, Hashable]]] = defaultdict(set)
    for label, cluster in likeness:
        beside["gold", label].add(("found", cluster))
        beside["found", cluster].add(("gold", label))
    part_of: dict[tuple[str, Hashable], int] = {}
    for number, node in enumerate(beside):
        waiting = [] if node in part_of else [node]
        while waiting:
            one = waiting.pop()
            if one not in part_of:
                part_of[one] = number
                waiting.extend(beside[one])
    parts: dict[int, dict[tuple[Hashable, Hashable], float]] = defaultdict(dict)
    for pair, value in likeness.items():
        parts[part_of["gold", pair[0]]][pair] = value
    return list(parts.values())


def _best_total(likeness: Likeness) -> float:
    """Return the largest sum of a one-to-one alignment."""
    rows = list(dict.fromkeys(label for label, _ in likeness))
    columns = list(dict.fromkeys(cluster for _, cluster in likeness))
    values = np.array([[likeness.get((r, c), 0.0) for c in columns] for r in rows])
    return _assigned(values if len(rows) <= len(columns) else values.T)


def _assigned(values: NDArray[np.float64]) -> float:
    """Return the largest total of one column a row; at least as many columns as rows.

    The Hungarian method by shortest paths (Jonker and Volgenant 1987), a row at a time.
    """
    rows, columns = values.shape
    of_row, of_column = np.zeros(rows + 1), np.zeros(columns + 1)
    row_at = np.zeros(columns + 1, dtype=np.int64)
    for row in range(1, rows + 1):
        row_at[0] = row
        least = np.full(columns + 1, np.inf)
        came_from = np.zeros(columns + 1, dtype=np.int64)
        used = np.zeros(columns + 1, dtype=bool)
        column = 0
        while row_at[column]:
            used[column] = True
            at = row_at[column]
            cost = -values[at - 1] - of_row[at] - of_column[1:]
            nearer = np.flatnonzero(~used[1:] & (cost < least[1:])) + 1
            least[nearer] = cost[nearer - 1]
            came_from[nearer] = column
            column = int(np.where(used, np.inf, least)[1:].argmin()) + 1
            step = least[column]
            of_row[row_at[used]] += step
            of_column[used] -= step
            least[~used] -= step
        while column:
            row_at[column] = row_at[came_from[column]]
            column = int(came_from[column])
    taken = np.flatnonzero(row_at[1:])
    return float(values[row_at[1:][taken] - 1, taken].sum())
