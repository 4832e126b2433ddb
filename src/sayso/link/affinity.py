"""Affinity: how likely two statements are about one matter, 0 to 1.

What the two articles are about counts most between articles: on the shipped dispatches it tells
matters apart far better (area under the curve 0.95) than the contents' own words (0.66), which
say "the bombing" here and "its aircraft" there. Words around the statement tell matters apart
within one article.
"""

from __future__ import annotations

from datetime import date

from sayso.link.terms import containment, cosine, dot
from sayso.model import Gist

CONTEXT_SHARE = 0.3
AROUND_SHARE = 0.4
WORDS_SHARE = 0.3
SAME_CONTEXT = 0.8
"""Cosine of two articles' contexts from which on they count as about the same things."""
HELD_WHOLE = 0.8
"""How much it counts that one content holds all words of the other ("the dam")."""
GRACE_DAYS = 4
"""Periods this many days apart may still be one: dates are uncertain."""
FAR_DAYS = 30
OTHER_PLACE = 0.55
"""Articles mostly about other places: in the war reports measured on, the share of a matter's
articles with its main coded place rose with this from 0.74 to 0.90."""
LEAST_PERIODS = 0.4


def affinity(a: Gist, b: Gist) -> float:
    """Return how likely two statements are about one matter, 0 to 1; symmetric."""
    same_article = a.article_id == b.article_id
    context = 1.0 if same_article else min(1.0, dot(a.context, b.context) / SAME_CONTEXT)
    words = max(cosine(a.terms, b.terms), HELD_WHOLE * containment(a.terms, b.terms))
    score = CONTEXT_SHARE * context + AROUND_SHARE * dot(a.around, b.around) + WORDS_SHARE * words
    return min(1.0, score * _periods(a, b) * _places(a, b))


def _places(a: Gist, b: Gist) -> float:
    if a.article_id == b.article_id or not a.places or not b.places:
        return 1.0
    return 1.0 if set(a.places) & set(b.places) else OTHER_PLACE


def _periods(a: Gist, b: Gist) -> float:
    gap = max(0, days_apart((a.start, a.end), (b.start, b.end)) - GRACE_DAYS)
    return max(LEAST_PERIODS, 1 - gap / FAR_DAYS)


def days_apart(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> int:
    """Return the days between two closed intervals, 0 where they meet or an end is open."""
    (a_start, a_end), (b_start, b_end) = a, b
    if a_end and b_start and a_end < b_start:
        return (b_start - a_end).days
    if b_end and a_start and b_end < a_start:
        return (a_start - b_end).days
    return 0
