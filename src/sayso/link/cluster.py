"""Clustering, one article at a time: each statement joins the matter it fits best, or opens one.

Only candidates that share a key are looked at, and only a sample of a large matter, so that the
cost of one article does not grow with the ledger.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.link.affinity import affinity
from sayso.model import Gist, content_id

Finder = Callable[[Sequence[str]], Iterable[Gist]]

JOINS = 0.28
"""Least fit of a statement to a matter to join it; tuned on the shipped dispatches."""
OWN_ARTICLE = 150
"""How many statements before it in its own article a statement is compared with."""
MEAN_SHARE = 0.3
"""How much of a fit is the mean over the matter's statements, the rest is the best one's."""


def link_gists(gists: Sequence[Gist], find: Finder) -> tuple[Gist, ...]:
    """Return the gists of one article with their matters.

    ``find`` gives linked gists of other articles that are filed under one of the given keys.
    A statement whose content says nothing to link by gets no matter.
    """
    near = tuple(find(list(dict.fromkeys(key for gist in gists for key in gist.keys))))
    linked: list[Gist] = []
    for gist in gists:
        others = (*near, *linked[-OWN_ARTICLE:])
        linked.append(replace(gist, matter_id=_best(gist, others) if gist.terms else None))
    return tuple(linked)


def matter_opened_by(gist: Gist) -> str:
    """Return the id of the matter that a statement opens when it joins none."""
    return content_id("matter", gist.statement_id)


def _best(gist: Gist, others: Iterable[Gist]) -> str:
    scores: dict[str, list[float]] = defaultdict(list)
    for other in others:
        if other.matter_id is not None and other.statement_id != gist.statement_id:
            scores[other.matter_id].append(affinity(gist, other))
    fits = {matter: _fit(given) for matter, given in scores.items()}
    best = max(fits, key=lambda matter: (fits[matter], matter), default=None)
    return matter_opened_by(gist) if best is None or fits[best] < JOINS else best


def _fit(scores: Sequence[float]) -> float:
    return (1 - MEAN_SHARE) * max(scores) + MEAN_SHARE * sum(scores) / len(scores)
