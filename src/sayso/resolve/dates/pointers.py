"""Readers of words that point at no day of their own: "now", "recent weeks", "at the time"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import Found, Reader, clause_ends, found, words
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.periods import Grain, Period
from sayso.resolve.dates.spans import duration_value
from sayso.resolve.dates.story import Story


def _reference(hit: Hit, _story: Story) -> Sequence[Found]:
    word = hit.last_word("reference")
    if word == "future" and hit.tokens.kind(hit.start) != "t" and hit.before != "near":
        return ()
    return _pointing(hit, words()["references"][word])


def _before_now(hit: Hit, _story: Story) -> Sequence[Found]:
    """'has previously said', not 'two years previously', which is another rule's."""
    if hit.last_word("before") != "previously":
        return ()
    return _pointing(hit, words()["references"]["formerly"])


def _recent(hit: Hit, story: Story) -> Sequence[Found]:
    """'in recent weeks': an unknown number of them that ends with the publication."""
    value = duration_value(None, words()["units"][hit.last_word("unit")])
    return (Found(hit.start, hit.end, Period(value, None, story.anchor, Grain.SPAN)),)


def _these_days(hit: Hit, _story: Story) -> Sequence[Found]:
    if hit.tokens.word(hit.start) != "these" or hit.last_word("unit") != "days":
        return ()
    return _pointing(hit, "PRESENT_REF") if hit.after != "of" else ()


def _in_the_past(hit: Hit, _story: Story) -> Sequence[Found]:
    if hit.last_word("past") != "past" or not clause_ends(hit):
        return ()
    return _pointing(hit, "PAST_REF")


def _at_the_time(hit: Hit, story: Story) -> Sequence[Found]:
    """'at the time', 'at that time': the last told date; 'at the moment', 'at this time' is now."""
    told = story.told
    if hit.before != "at":
        return ()
    if hit.tokens.kind(hit.start) == "h":
        return _pointing(hit, "PRESENT_REF") if hit.after not in {"of", "last"} else ()
    if hit.last_word("time") == "moment":
        now = hit.tokens.kind(hit.start) == "t" and hit.after not in {"of", "when"}
        return _pointing(hit, "PRESENT_REF") if now else ()
    if told is None:
        return _pointing(hit, "PAST_REF") if hit.after != "of" else ()
    return (Found(hit.start, hit.end, Period("PAST_REF", told.start, told.end, Grain.SPAN)),)


def _pointing(hit: Hit, value: str) -> Sequence[Found]:
    return found(hit, periods.vague(value, Grain.SPAN))


READERS: Final[dict[str, Reader]] = {
    "reference": _reference,
    "before_now": _before_now,
    "recent": _recent,
    "these_days": _these_days,
    "in_the_past": _in_the_past,
    "at_the_time": _at_the_time,
}
