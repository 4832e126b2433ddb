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

from sayso.link.vectors import Matrix, cosines, dots, dots_beside, rows_of
from sayso.model import Gist

CONTEXT_SHARE = 0.4
AROUND_SHARE = 0.5
WORDS_SHARE = 0.3
SAME_CONTEXT = 0.4
"""What two articles' contexts share from which on they count as about the same things."""
ONE_ARTICLE = 0.3
"""What counts as shared context within one article, which may be about several matters."""
HELD_WHOLE = 0.8
"""How much it counts that one content holds all words of the other ("the dam")."""
WORDS_ALONE = 0.4
"""How much the contents' words count between articles that have nothing else in common."""
GRACE_DAYS = 4
"""Periods this many days apart may still be one: dates are uncertain."""
FAR_DAYS = 20
OTHER_PLACE = 0.55
"""Articles mostly about other places: in the war reports measured on, the share of a matter's
articles with its main coded place rose with this from 0.74 to 0.90."""
LEAST_PERIODS = 0.25
_EVER = (date.min.toordinal(), date.max.toordinal())


def affinities(gists: Sequence[Gist]) -> Matrix:
    """Return how likely each two statements are about one matter, 0 to 1: [gist, gist]."""
    articles = {name: i for i, name in enumerate(dict.fromkeys(g.article_id for g in gists))}
    article = np.array([articles[gist.article_id] for gist in gists], dtype=np.int64)
    one_article = np.equal.outer(article, article)
    firsts = [int(np.flatnonzero(article == i)[0]) for i in range(len(articles))]
    contexts = np.minimum(1, dots_beside([gists[i].context for i in firsts]) / SAME_CONTEXT)
    context = np.where(one_article, ONE_ARTICLE, contexts[np.ix_(article, article)])
    terms = [gist.terms for gist in gists]
    words = np.maximum(cosines(terms), HELD_WHOLE * _containments(rows_of(terms)))
    around = dots_beside([gist.around for gist in gists])
    # A word alone ("the dam") says little where nothing about it is the same.
    words *= np.maximum(WORDS_ALONE, np.maximum(context, around))
    score = CONTEXT_SHARE * context + AROUND_SHARE * around + WORDS_SHARE * words
    placed = np.where(one_article, 1, _places(gists))
    return np.asarray(np.minimum(1, score * _periods(gists) * placed), dtype=np.float32)


def _containments(weights: Matrix) -> Matrix:
    """Return the share of the lighter one's weight whose terms the other has, too."""
    totals = weights.sum(1)
    held = weights @ (weights > 0).astype(np.float32).T
    shares = held / np.where(totals > 0, totals, 1)[:, None]
    lighter = np.less.outer(totals, totals)
    either = np.where(lighter.T, shares.T, np.maximum(shares, shares.T))
    return np.asarray(np.where(lighter, shares, either), dtype=np.float32)


def _places(gists: Sequence[Gist]) -> Matrix:
    shared = dots([dict.fromkeys(gist.places, 1.0) for gist in gists])
    placed = np.array([bool(gist.places) for gist in gists])
    apart = (shared == 0) & np.logical_and.outer(placed, placed)
    return np.where(apart, OTHER_PLACE, 1.0).astype(np.float32)


def _periods(gists: Sequence[Gist]) -> Matrix:
    starts = np.array([g.start.toordinal() if g.start else _EVER[0] for g in gists])
    ends = np.array([g.end.toordinal() if g.end else _EVER[1] for g in gists])
    after = np.subtract.outer(starts, ends)
    gap = np.maximum(0, np.maximum(after, after.T) - GRACE_DAYS)
    return np.asarray(np.maximum(LEAST_PERIODS, 1 - gap / FAR_DAYS), dtype=np.float32)
