"""Readers of dates that hang on another day: weekdays, "last week", "two days later"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import (
    Found,
    Reader,
    found,
    ordinal,
    quantity,
    tense_of,
    words,
)
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.periods import Grain, Period, shift_days
from sayso.resolve.dates.spans import span_unit, spread
from sayso.resolve.dates.story import Story, Tense

_UNKNOWN: Final = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
_BEHIND: Final = frozenset("lq")
_AHEAD: Final = frozenset("nf")
_LIMITS: Final = frozenset({"until", "till", "by"})


def _weekday(hit: Hit, story: Story) -> Sequence[Found]:
    name = hit.last_word("weekday")
    number: int = words()["weekdays"][name]
    if _is_name(hit):
        return ()
    if name.endswith("ys"):
        return (Found(hit.start, hit.end, periods.vague(f"XXXX-WXX-{number}", Grain.SPAN)),)
    direction = hit.found["direction"] or ""
    told = direction.endswith(("f", "q")) or direction == "tn" or direction.endswith("j")
    anchor = story.told_day if told or story.history else story.published
    if anchor is None:
        unknown = periods.vague(f"XXXX-WXX-{number}", Grain.DAY)
        return (Found(hit.start, hit.end, unknown),)
    own = not (told or story.history)
    if _closes_range(hit) and story.told_day:
        ends = shift_days(story.told_day, (number - story.told_day.isoweekday()) % 7 or 7)
        return (Found(hit.start, hit.end, periods.days(ends), own),)
    day = _weekday_near(anchor, number, direction[-1:], hit, story)
    return (Found(hit.start, hit.end, periods.days(day), own),)


def _weekday_near(anchor: date, number: int, direction: str, hit: Hit, story: Story) -> date | None:
    ahead = (number - anchor.isoweekday()) % 7
    behind = (anchor.isoweekday() - number) % 7
    if direction and direction in _AHEAD:
        return shift_days(anchor, ahead or 7)
    if direction and direction in _BEHIND:
        return shift_days(anchor, -(behind or 7))
    if direction == "h":
        return periods.weekday_in(anchor, number)
    tense = tense_of(hit)
    lies_ahead = tense is Tense.FUTURE or (tense is Tense.UNKNOWN and hit.before in _LIMITS)
    if story.history or lies_ahead:
        return shift_days(anchor, ahead)
    return shift_days(anchor, -behind)


def _closes_range(hit: Hit) -> bool:
    """Whether this is the second weekday of "Monday to Friday", "between Monday and Friday"."""
    tokens = hit.tokens
    joined = tokens.kind(hit.start - 2) == "W" and tokens.kind(hit.start - 1) in "&-u"
    return joined and (hit.before != "and" or tokens.kind(hit.start - 3) == "<")


def _is_name(hit: Hit) -> bool:
    names = words()["weekday_names"]
    following, preceding = hit.tokens.raw(hit.end), hit.tokens.raw(hit.start - 1)
    return (following[:1].isupper() and following.lower() in names["after"]) or (
        preceding[:1].isupper() and preceding.lower() in names["before"]
    )


def _weekday_of_week(hit: Hit, story: Story) -> Sequence[Found]:
    """'Monday last week', 'Friday of next week'."""
    if hit.last_word("unit") != "week" or story.anchor is None:
        return ()
    moved = shift_days(story.anchor, 7 * _step(hit.found["direction"]))
    number = words()["weekdays"][hit.last_word("weekday")]
    day = periods.weekday_in(moved, number) if moved else None
    return (Found(hit.start, hit.end, periods.days(day), own=True),)


def _step(direction: str) -> int:
    return -1 if direction[-1] in _BEHIND else 1 if direction[-1] in _AHEAD else 0


def _day_word(hit: Hit, story: Story) -> Sequence[Found]:
    word = hit.last_word("word")
    if _ends_a_title(hit):
        return ()
    if story.published is None:
        unknown = periods.vague("XXXX-XX-XX", Grain.DAY)
        return (Found(hit.start, hit.end, unknown),)
    if story.history:
        value = "PRESENT_REF" if word == "today" else "XXXX-XX-XX"
        return (Found(hit.start, hit.end, periods.vague(value, Grain.SPAN)),)
    day = shift_days(story.published, words()["day_words"][word])
    period = periods.days(day)
    if word == "tonight":
        period = replace(period, value=f"{period.value}TNI")
    return (Found(hit.start, hit.end, period, own=True),)


def _ends_a_title(hit: Hit) -> bool:
    """Whether a capital makes the word part of a name: "Coast Today"."""
    word, preceding = hit.tokens.raw(hit.start), hit.tokens.raw(hit.start - 1)
    return word[0].isupper() and preceding[:1].isupper() and hit.tokens.kind(hit.start - 1) == "."


def _day_beside_word(hit: Hit, story: Story) -> Sequence[Found]:
    """'the day after tomorrow', 'the day before yesterday'."""
    if story.published is None or story.history or hit.tokens.word(hit.end - 3) != "day":
        return ()
    step = -1 if hit.found["direction"] == "c" else 1
    day = shift_days(story.published, words()["day_words"][hit.last_word("word")] + step)
    return (Found(hit.start, hit.end, periods.days(day), own=True),)


def _relative_part(hit: Hit, story: Story) -> Sequence[Found]:
    """'last night', 'this morning', 'the next evening', 'that afternoon'."""
    direction = hit.found["direction"]
    told = direction.startswith("t") or direction[-1] in "jf"
    anchor = story.told_day if told else story.anchor
    if anchor is None:
        return ()
    code = words()["day_parts"][hit.last_word("day_part")]
    day = periods.days(shift_days(anchor, _step(direction)))
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
    if unit == "D" and direction[-1] in "hl":
        # "this day" and "last day" mostly point into the text, not at the calendar.
        return ()
    anchor = (story.told_day or _if_known(story, direction)) if told else story.anchor
    if anchor is None:
        return found(hit, periods.vague(_UNKNOWN.get(unit, "XXXX"), Grain.SPAN))
    if told and not _fine_enough(story, unit, direction):
        return found(hit, periods.vague(_UNKNOWN.get(unit, "XXXX"), Grain.SPAN))
    period = periods.unit_around(anchor, unit, _step(direction))
    return found(hit, period, own=not told, anchor=anchor) if period else ()


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


def _this_unit(hit: Hit, story: Story) -> Sequence[Found]:
    """'the end of the year', 'later in the month'."""
    unit = words()["units"][hit.last_word("unit")]
    anchor = story.told_day if story.hangs_on_told else story.anchor
    if anchor is None or unit not in {"W", "M", "Y", "DE", "CE"}:
        return ()
    period = periods.unit_around(anchor, unit, 0)
    return found(hit, period, anchor=anchor) if period else ()


def _weekend(hit: Hit, story: Story) -> Sequence[Found]:
    """'at the weekend', 'over the weekend': the last one that has begun, or the coming one."""
    if hit.last_word("weekend") != "weekend" or story.anchor is None:
        return ()
    ahead = tense_of(hit) is Tense.FUTURE or story.anchor.isoweekday() >= 6
    day = shift_days(story.anchor, 0 if ahead else -7)
    return (Found(hit.start, hit.end, periods.weekend(day), own=True),)


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
    if not _clause_ends(hit) or story.told_day is None:
        return ()
    unit = words()["units"][hit.last_word("unit")]
    if not _fine_enough(story, unit, "n"):
        return ()
    step = -1 if hit.found["direction"] == "c" else 1
    period = periods.unit_around(story.told_day, unit, step)
    return found(hit, period) if period else ()


def _clause_ends(hit: Hit) -> bool:
    kind, raw = hit.tokens.kind(hit.end), hit.tokens.raw(hit.end)
    return kind in "!\n,-&" or raw in {")", '"', "”", ":"}


def _shift(hit: Hit, story: Story) -> Sequence[Found]:
    """'two days ago', 'three weeks earlier', 'a year later', 'hours later'."""
    word = hit.last_word("direction")
    kind = hit.found["direction"]
    if word in {"early", "late", "mid", "latter"}:
        return ()
    after_noun = word in {"before", "after"} and not _clause_ends(hit)
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
    coarse = kind != "A" and not _fine_enough(story, unit, "n")
    if anchor is None or coarse:
        return periods.vague(_UNKNOWN.get(unit, "XXXX"), span_unit(unit))
    if unit == "ML":
        unit, count = "CE", 10 * count
    moved = periods.unit_around(anchor, unit, -count if back else count)
    return moved or periods.vague("PAST_REF" if back else "FUTURE_REF", Grain.SPAN)


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
    "weekday": _weekday,
    "weekday_of_week": _weekday_of_week,
    "day_word": _day_word,
    "day_beside_word": _day_beside_word,
    "relative_part": _relative_part,
    "relative_unit": _relative_unit,
    "this_unit": _this_unit,
    "weekend": _weekend,
    "relative_span": _relative_span,
    "day_beside": _day_beside,
    "shift": _shift,
    "day_only": _day_only,
}
