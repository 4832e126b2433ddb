"""Affinity: how likely two statements are about one matter, 0 to 1.

What the two articles are about counts most between articles: on the shipped dispatches it tells
matters apart far better (area under the curve 0.95) than the contents' own words (0.64), which
say "the bombing" here and "its aircraft" there. Words around the statement tell matters apart
within one article.

One shared word is no evidence, however rare it is: two short articles that name one town may be
about anything there. So the strongest of the shared words does not count, only what is shared
beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from sayso.link.vectors import Matrix, Terms, dots, dots_beside, shared_rows
from sayso.model import Gist

CONTEXT_SHARE = 0.4
AROUND_SHARE = 0.55
WORDS_SHARE = 0.3
SAME_CONTEXT = 0.35
"""What two articles' contexts share from which on they count as about the same things."""
ONE_ARTICLE = 0.3
"""What counts as shared context within one article, which may be about several matters."""
HELD_WHOLE = 0.8
"""How much it counts that one content holds all words of the other ("the dam")."""
WORDS_ALONE = 0.55
"""How much the contents' words count between articles that have nothing else in common."""
GRACE_DAYS = 2
"""Periods this many days apart may still be one: dates are uncertain."""
FAR_DAYS = 14
"""So many days more apart, an article's statements are hardly on one event. An article may tell a
matter's days one after another."""
FAR_AMONG = (4, 20)
"""The same for statements of two articles, from what shares a place and a kind of event to what
tells more of the same. Of daily reports of strikes on one city, a sixth fewer statements stood
beside others of other weeks or places than with 14 days for all."""
FOLLOWS = (0.12, 0.2)
"""What two articles' contexts share for the lower and for the upper of these."""
OTHER_PLACE = 0.55
"""Articles mostly about other places: in the war reports measured on, the share of a matter's
articles with its main coded place rose with this from 0.74 to 0.90."""
LEAST_PERIODS = 0.1
TINY = 1e-9
_EVER = (date.min.toordinal(), date.max.toordinal())


def affinities(gists: Sequence[Gist], *, first: int | None = None) -> Matrix:
    """Return how likely each two statements are about one matter, 0 to 1: [gist, gist].

    With ``first``, return the rows of so many of them only.
    """
    rows = slice(first)
    articles = {name: i for i, name in enumerate(dict.fromkeys(g.article_id for g in gists))}
    article = np.array([articles[gist.article_id] for gist in gists], dtype=np.int64)
    one_article = np.equal.outer(article[rows], article)
    told_first = len(set(article[rows].tolist()))
    context_of = {articles[gist.article_id]: gist.context for gist in reversed(gists)}
    contexts = dots_beside([context_of[i] for i in range(len(articles))], first=told_first)
    shared = contexts[np.ix_(article[rows], article)]
    context = np.where(one_article, ONE_ARTICLE, np.minimum(1, shared / SAME_CONTEXT))
    words = _words([gist.terms for gist in gists], first)
    around = dots_beside([gist.around for gist in gists], first=first)
    # A word alone ("the dam") says little where nothing about it is the same.
    words *= np.maximum(WORDS_ALONE, np.maximum(context, around))
    score = CONTEXT_SHARE * context + AROUND_SHARE * around + WORDS_SHARE * words
    placed = np.where(one_article, 1, _places(gists, first))
    far = np.where(one_article, FAR_DAYS, np.interp(shared, FOLLOWS, FAR_AMONG))
    return np.asarray(np.minimum(1, score * _periods(gists, far, first) * placed), dtype=np.float32)


def _words(terms: Sequence[Terms], first: int | None) -> Matrix:
    """Return how alike the contents' words are; what one content holds whole counts less."""
    rows = slice(first)
    weights = shared_rows(terms)
    totals = np.array([sum(one.values()) for one in terms], dtype=np.float32)
    lengths = np.array([sum(w * w for w in one.values()) for one in terms], dtype=np.float32)
    cosines = (weights[rows] @ weights.T) / np.sqrt(
        np.maximum(np.multiply.outer(lengths[rows], lengths), TINY)
    )
    # The share of the lighter one's weight whose terms the other has, too.
    has = (weights > 0).astype(np.float32)
    ours, theirs = weights[rows] @ has.T, has[rows] @ weights.T
    lighter = np.minimum.outer(totals[rows], totals)
    ours_is = np.less.outer(totals[rows], totals)
    theirs_is = np.greater.outer(totals[rows], totals)
    held = np.where(ours_is, ours, np.where(theirs_is, theirs, np.maximum(ours, theirs)))
    containments = held / np.maximum(lighter, TINY)
    return np.asarray(np.maximum(cosines, HELD_WHOLE * containments), dtype=np.float32)


def _places(gists: Sequence[Gist], first: int | None) -> Matrix:
    shared = dots([dict.fromkeys(gist.places, 1.0) for gist in gists], first=first)
    placed = np.array([bool(gist.places) for gist in gists])
    apart = (shared == 0) & np.logical_and.outer(placed[slice(first)], placed)
    return np.where(apart, OTHER_PLACE, 1.0).astype(np.float32)


def _periods(gists: Sequence[Gist], far: NDArray[np.floating], first: int | None) -> Matrix:
    rows = slice(first)
    starts = np.array([g.start.toordinal() if g.start else _EVER[0] for g in gists])
    ends = np.array([g.end.toordinal() if g.end else _EVER[1] for g in gists])
    after = np.subtract.outer(starts[rows], ends)
    before = np.subtract.outer(ends[rows], starts)
    gap = np.maximum(0, np.maximum(after, -before) - GRACE_DAYS)
    return np.asarray(np.maximum(LEAST_PERIODS, 1 - gap / far), dtype=np.float32)
