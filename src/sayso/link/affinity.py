"""Affinity: how likely two statements are about one matter, 0 to 1."""

from __future__ import annotations

from datetime import date

from sayso.link.terms import containment, cosine
from sayso.model import Gist

SHORT_SHARE = 0.8
"""How much a short content ("the dam") counts that the other content holds whole."""
CONTEXT_SHARE = 0.5
"""Share of the affinity that depends on the two articles being about the same things."""
SAME_CONTEXT = 0.45
"""Cosine of two articles' contexts from which on they count as about the same things."""
OTHER_PLACE = 0.6
GRACE_DAYS = 4
"""Periods this many days apart may still be one: dates are uncertain."""
FAR_DAYS = 45


def affinity(a: Gist, b: Gist) -> float:
    """Return how likely two statements are about one matter, 0 to 1; symmetric."""
    words = max(cosine(a.terms, b.terms), SHORT_SHARE * containment(a.terms, b.terms))
    if not words:
        return 0.0
    around = 1.0 if a.article_id == b.article_id else cosine(a.context, b.context) / SAME_CONTEXT
    score = words * (1 - CONTEXT_SHARE + CONTEXT_SHARE * min(1.0, around))
    return score * _places(a, b) * _periods(a, b)


def _places(a: Gist, b: Gist) -> float:
    if a.places and b.places and not set(a.places) & set(b.places):
        return OTHER_PLACE
    return 1.0


def _periods(a: Gist, b: Gist) -> float:
    gap = days_apart((a.start, a.end), (b.start, b.end))
    if gap <= GRACE_DAYS:
        return 1.0
    return max(0.3, 1 - 0.7 * min(1.0, (gap - GRACE_DAYS) / FAR_DAYS))


def days_apart(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> int:
    """Return the days between two closed intervals, 0 where they meet or an end is open."""
    (a_start, a_end), (b_start, b_end) = a, b
    if a_end and b_start and a_end < b_start:
        return (b_start - a_end).days
    if b_end and a_start and b_end < a_start:
        return (a_start - b_end).days
    return 0
