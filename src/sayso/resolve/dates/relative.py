"""Readers of dates that hang on another day: "last week", "two days later"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import (
    Found,
    Reader,
    clause_ends,
    direction_step,
    found,
    ordinal,
    part_of,
    quantity,
    words,
)
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.periods import Grain, Period, shift_days
from sayso.resolve.dates.spans import span_unit, spread
from sayso.resolve.dates.story import Story

_UNKNOWN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}


def _relative_part(hit: Hit, story: Story) -> Sequence[Found]:
    """'last night', 'this morning', 'the next evening', 'that afternoon'."""
    direction = hit.found["direction"]
    told = direction.startswith("t") or direction[-1] in "jf"
    anchor = story.told_day if told else story.anchor
    if anchor is None:
        return ()
    code = words()["day_parts"][hit.last_word("day_part")]
    day = periods.days(shift_days(anchor, direction_step(direction)))
    period = replace(day, value=f"{day.value}{code}")
    return (Found(hit.start, hit.end, period, own=not told),)


def _relative_unit(hit: Hit, story: Story) -> Sequence[Found]:
    """'last week', 'this year', 'the following month', 'that day', 'later that year'."""
    direction = hit.found["direction"]
    unit = words()["units"][hit.last_word("unit")]
    has_article = hit.tokens.kind(hit.found.start("direction") - 1) == "t"
    told = direction[-1] in "jqf" or (has_article and direction == "n")
    if direction[-1] == "l" and has_article:
        return _last_span(hit, story, unit)
    if has_article and direction == "n" and _lies_ahead(hit, story, unit):
        return (Found(hit.start, hit.end, spread(story.published, 1, unit, back=False)),)
    if unit == "D" and direction[-1] in "hl":
        # "this day" and "last day" mostly point into the text, not at the calendar.
        return ()
    if unit in {"DE", "CE"} and direction[-1] == "n" and not story.history:
        told = False
    anchor = (story.told_day or _if_known(story, direction)) if told else story.anchor
    if anchor is None:
        return found(hit, periods.vague(_UNKNOWN.get(unit, "XXXX"), Grain.SPAN))
    if told and not _fine_enough(story, unit, direction):
        return found(hit, periods.vague(_UNKNOWN.get(unit, "XXXX"), Grain.SPAN))
    period = periods.unit_around(anchor, unit, direction_step(direction))
    return found(hit, period, own=not told, anchor=anchor) if period else ()


def _lies_ahead(hit: Hit, story: Story, unit: str) -> bool:
    """Whether "the next year" is the twelve months to come: "over the next year", "the coming"."""
    if story.history or unit in {"D", "DE", "CE"} or hit.has("part"):
        return False
    return hit.last_word("direction") == "coming" or hit.before in {"in", "over", "within"}


def _if_known(story: Story, direction: str) -> date | None:
    return story.published if direction[-1] in "q" and not story.history else None


_FINENESS: Final = {
    Grain.DAY: 0, Grain.WEEKEND: 1, Grain.WEEK: 1, Grain.MONTH: 2, Grain.SEASON: 3,
    Grain.QUARTER: 3, Grain.HALF: 3, Grain.YEAR: 4,
}  # fmt: skip
_UNIT_FINENESS: Final = {"D": 0, "W": 1, "WE": 1, "F": 1, "M": 2, "Q": 3, "Y": 4, "DE": 5, "CE": 6}


def _fine_enough(story: Story, unit: str, direction: str) -> bool:
    """Whether the told date is known to the unit: "the next day" says nothing after "in 1943"."""
    if story.told is None:
        return True
    if direction.endswith("j") and unit == "D":
        return story.told.grain is Grain.DAY
    return _FINENESS.get(story.told.grain, 9) <= _UNIT_FINENESS.get(unit, 0)


def _last_span(hit: Hit, story: Story, unit: str) -> Sequence[Found]:
    return (Found(hit.start, hit.end, spread(story.anchor, 1, unit, back=True)),)


def _same_unit(hit: Hit, story: Story) -> Sequence[Found]:
    """'the same month last year': the unit of the last told date, or of now, in that year."""
    unit = words()["units"][hit.last_word("unit")]
    if unit not in {"M", "Q"} or hit.last_word("year_ref") != "year" or story.anchor is None:
        return ()
    told = story.told_day if story.told and _fine_enough(story, unit, "n") else None
    month = (told or story.anchor).month
    year = story.anchor.year - 1
    period = periods.month(year, month) if unit == "M" else periods.quarter(year, (month + 2) // 3)
    return found(hit, period, own=True)


def _this_unit(hit: Hit, story: Story) -> Sequence[Found]:
    """'the end of the year', 'later in the month', 'earlier in the day'."""
    unit = words()["units"][hit.last_word("unit")]
    anchor = story.told_day if story.hangs_on_told else story.anchor
    if unit == "D" and part_of(hit) in {"before", "after"}:
        return _this_day(hit, story)
    if anchor is None or unit not in {"W", "M", "Y", "DE", "CE"}:
        return ()
    period = periods.unit_around(anchor, unit, 0)
    return found(hit, period, anchor=anchor) if period else ()


def _this_day(hit: Hit, story: Story) -> Sequence[Found]:
    day = story.told_day if story.told and story.told.grain is Grain.DAY else story.published
    return found(hit, periods.days(day)) if day else ()


def _relative_span(hit: Hit, story: Story) -> Sequence[Found]:
    """'the last two weeks', 'the past year', 'the next few months', 'the four previous weeks'."""
    direction = hit.last_word("direction") or hit.last_word("direction_after")
    unit_word = hit.last_word("unit") or hit.last_word("unit_after")
    unit = words()["units"][unit_word]
    counted = hit.words("count") or hit.words("count_before")
    plural = hit.tokens.kind(hit.end - 1) in "VH"
    if not plural and not counted and direction != "past":
        return ()
    count = quantity(counted) if counted else (None if plural else 1)
    told = direction in words()["classes"]["following"] + words()["classes"]["previous"]
    anchor = story.told_day if told or story.history else story.published
    classes = words()["classes"]
    back = direction in classes["last"] + classes["past"] + classes["previous"]
    return (Found(hit.start, hit.end, spread(anchor, count, unit, back=back)),)


def _day_beside(hit: Hit, story: Story) -> Sequence[Found]:
    """'the day before', 'the day after', when nothing follows that they would hang on."""
    if hit.last_word("unit") not in {"day", "night", "week", "month", "year"}:
        return ()
    if not clause_ends(hit) or story.told_day is None:
        return ()
    unit = words()["units"][hit.last_word("unit")]
    if not _fine_enough(story, unit, "n"):
        return ()
    step = -1 if hit.found["direction"] == "c" else 1
    period = periods.unit_around(story.told_day, unit, step)
    return found(hit, period) if period else ()


def _shift(hit: Hit, story: Story) -> Sequence[Found]:
    """'two days ago', 'three weeks earlier', 'a year later', 'hours later'."""
    word = hit.last_word("direction")
    kind = hit.found["direction"]
    if word in {"early", "late", "mid", "latter"}:
        return ()
    after_noun = word in {"before", "after"} and not clause_ends(hit)
    if after_noun:
        return ()
    unit_word = hit.last_word("unit") or hit.last_word("bare")
    unit = words()["units"][unit_word]
    count = quantity(hit.words("count")) if hit.has("count") else None
    back = word == "earlier" or kind in "Ac"
    anchor = story.published if kind == "A" and not story.history else story.told_day
    if kind == "A" and anchor is None:
        anchor = story.published
    return (Found(hit.start, hit.end, _shifted(story, anchor, count, unit, back=back, kind=kind)),)


def _shifted(
    story: Story, anchor: date | None, count: int | None, unit: str, *, back: bool, kind: str
) -> Period:
    if unit.startswith("T"):
        if kind == "A" and count is None:
            return Period("PAST_REF", None, anchor, Grain.SPAN)
        if anchor is None or (count or 0) > 12 or unit == "TS":
            return periods.vague("XXXX-XX-XXTXX", Grain.SPAN)
        day = periods.days(anchor)
        other = shift_days(anchor, -1 if back else 1) or anchor
        ends = (min(other, anchor), max(other, anchor))
        return Period(f"{day.value}TXX", *ends, Grain.SPAN)
    if count is None:
        value = "PAST_REF" if back else "FUTURE_REF"
        known = anchor if kind == "A" else None
        return Period(value, None, known, Grain.SPAN)
    if kind != "A" and not _fine_enough(story, unit, "n"):
        anchor = None
    told_of_late = story.told is not None and not story.history and not story.distant
    if anchor is None and kind == "e" and back and told_of_late:
        anchor = story.published  # "A day earlier it had fallen", after a weekend or a year
    if anchor is None:
        return periods.vague(_UNKNOWN.get(unit, "XXXX"), span_unit(unit))
    if unit == "Y" and story.told and story.told.grain is Grain.QUARTER and kind == "e":
        unit, count = "Q", 4 * count  # "a year earlier", beside a quarter's figures
    if unit == "ML":
        unit, count = "CE", 10 * count
    moved = periods.unit_around(anchor, unit, -count if back else count)
    return moved or periods.vague("PAST_REF" if back else "FUTURE_REF", Grain.SPAN)


def _from_now(hit: Hit, story: Story) -> Sequence[Found]:
    """'two weeks from now', 'a year from today'."""
    count = quantity(hit.words("count"))
    if story.history or story.published is None or count is None:
        return ()
    if hit.last_word("now") not in {"now", "today"}:
        return ()
    period = periods.unit_around(story.published, words()["units"][hit.last_word("unit")], count)
    return found(hit, period, own=True) if period else ()


def _day_only(hit: Hit, story: Story) -> Sequence[Found]:
    """'on the 20th', 'the 20th of that month': a day of the told month."""
    number = ordinal(hit.words("day"))
    opened = hit.tokens.kind(hit.start - 1) in "KFu<s&" or hit.has("year_ref")
    clause_starts = hit.tokens.kind(hit.end) == "t" or hit.after in words()["said"]["pronouns"]
    named = hit.tokens.kind(hit.end) in "!,\n&-" or hit.has("year_ref") or clause_starts
    if number is None or not opened or not named or hit.tokens.kind(hit.start) != "t":
        return ()
    if hit.has("year_ref") and hit.last_word("year_ref") != "month":
        return ()
    anchor = story.told_day or story.published
    if anchor is None:
        return ()
    day = periods.day_of(anchor.year, anchor.month, number)
    return (Found(hit.start, hit.end, periods.days(day)),) if day else ()


READERS: Final[dict[str, Reader]] = {
    "relative_part": _relative_part,
    "relative_unit": _relative_unit,
    "same_unit": _same_unit,
    "this_unit": _this_unit,
    "relative_span": _relative_span,
    "day_beside": _day_beside,
    "shift": _shift,
    "from_now": _from_now,
    "day_only": _day_only,
}
