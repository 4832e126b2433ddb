"""Clustering, one article at a time, so that the order of articles hardly matters.

An article's statements are clustered together with the statements of the matters that they come
near to, from scratch: what an earlier article left apart may come together, and what it put
together may part. Only candidates that share a key are looked at, and a bounded number of
statements, so that the cost of one article does not grow with the ledger.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sayso.link.affinity import affinities
from sayso.link.agglomerate import agglomerate
from sayso.model import Gist, content_id

Finder = Callable[[Sequence[str]], Iterable[Gist]]
Members = Callable[[str, int], Sequence[Gist]]

JOINS = 0.178
"""Least likeness of two clusters to be one matter. Two short reports of one event, such as the
design's worked example, come together up to 0.19."""
BEST_SHARE = 0.2
"""How much of it is that of the two most alike statements, the rest is the mean over all pairs."""
COMES_NEAR = 0.1
"""Least affinity to one of a matter's statements to look at all of them."""
SETTLED = 200
"""A matter with more statements stays together: it is looked at through its newest ones."""
SETTLED_ASKS = 0.09
"""How much more likeness it takes to be joined to one: large matters come near to all else, and
what they took in they don't give back."""
MOST_TOGETHER = 600
"""Most statements of other articles that are clustered at once."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An article's gists with their matters, and gists of others that are in another matter now.

    ``left`` are the matters that lost statements, ``opened`` those that were not there before.
    """

    gists: tuple[Gist, ...]
    moved: tuple[Gist, ...]
    left: frozenset[str]
    opened: tuple[str, ...]


def link_gists(gists: Sequence[Gist], find: Finder, members: Members) -> Linked:
    """Return the gists of one article with their matters, and what that changes for others.

    ``find`` gives linked gists of other articles that are filed under one of the given keys,
    ``members`` the gists of a matter, so many at most. A statement whose content says nothing to
    link by gets no matter.
    """
    telling = [gist for gist in gists if gist.terms]
    near = _matters_near(telling, tuple(find(_keys(telling))))
    pool, together = list(telling), [-1] * len(telling)
    for number, matter in enumerate(near):
        held = sorted(members(matter, SETTLED + 1), key=lambda gist: gist.statement_id)
        if len(pool) - len(telling) + len(held) > MOST_TOGETHER:
            break
        pool.extend(held)
        together.extend([number if len(held) > SETTLED else -1] * len(held))
    settled = {pool[i].matter_id for i, number in enumerate(together) if number >= 0}
    # The same statements in any order are clustered alike.
    order = sorted(range(len(pool)), key=lambda i: pool[i].statement_id)
    pool, together = [pool[i] for i in order], [together[i] for i in order]
    clusters: dict[int, list[Gist]] = defaultdict(list)
    if pool:
        found = agglomerate(
            affinities(pool),
            JOINS,
            best_share=BEST_SHARE,
            together=np.array(together, dtype=np.int64),
            together_more=SETTLED_ASKS,
        )
        for gist, cluster in zip(pool, found, strict=True):
            clusters[cluster].append(gist)
    return _named(gists, clusters.values(), settled)


def matter_opened_by(gists: Iterable[Gist]) -> str:
    """Return the id of the matter that statements open when no matter goes on in them."""
    told = sorted((gist.statement_id, gist.matter_id) for gist in gists)
    return content_id("matter", [s for s, _ in told], [matter for _, matter in told if matter])


def _keys(gists: Sequence[Gist]) -> list[str]:
    return list(dict.fromkeys(key for gist in gists for key in gist.keys))


def _matters_near(gists: Sequence[Gist], others: Sequence[Gist]) -> list[str]:
    """Return the matters that a statement comes near to, the nearest first."""
    if not gists or not others:
        return []
    nearest = affinities((*gists, *others), first=len(gists))[:, len(gists) :].max(0)
    scores: dict[str, float] = {}
    for other, score in zip(others, nearest.tolist(), strict=True):
        if other.matter_id is not None and score >= COMES_NEAR:
            scores[other.matter_id] = max(score, scores.get(other.matter_id, 0.0))
    return sorted(scores, key=lambda matter: (-scores[matter], matter))


def _named(
    gists: Sequence[Gist], clusters: Iterable[Sequence[Gist]], settled: set[str | None]
) -> Linked:
    """Give each cluster the matter that most of its statements were in, the largest first."""
    matter_of: dict[str, str] = {}
    moved: list[Gist] = []
    left: set[str] = set()
    opened: list[str] = []
    taken: set[str] = set()
    for cluster in sorted(clusters, key=lambda c: (-len(c), c[0].statement_id)):
        before = Counter(g.matter_id for g in cluster if g.matter_id not in (None, *taken))
        # All of a settled matter is not here: it is the others that move.
        best = max(before, key=lambda m: (m in settled, before[m], m or ""), default=None)
        matter = best or matter_opened_by(cluster)
        if best is None:
            opened.append(matter)
        taken.add(matter)
        for gist in cluster:
            matter_of[gist.statement_id] = matter
            if gist.matter_id not in (None, matter):
                moved.append(replace(gist, matter_id=matter))
                left.add(str(gist.matter_id))
    return Linked(
        gists=tuple(replace(g, matter_id=matter_of.get(g.statement_id)) for g in gists),
        moved=tuple(moved),
        left=frozenset(left),
        opened=tuple(opened),
    )
