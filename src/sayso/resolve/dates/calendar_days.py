"""Readers of days and months that name their place in the calendar, and of holidays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import (
    Found,
    Reader,
    found,
    full_year,
    ordinal,
    partner_year,
    quantity,
    tense_of,
    words,
    year_named,
)
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.holidays import holiday_in
from sayso.resolve.dates.periods import Grain, Period, day_of
from sayso.resolve.dates.spans import spread
from sayso.resolve.dates.story import Story, year_near


def _month_number(hit: Hit) -> int:
    name = next(w for w in hit.words("month") if w in words()["months"])
    number: int = words()["months"][name]
    return number


def _named_month(hit: Hit, month: int, story: Story) -> tuple[int | None, bool]:
    named = year_named(hit, story)
    if named is None:
        named = partner_year(hit, month)
    return named, named is not None


def _day(hit: Hit, story: Story) -> Sequence[Found]:
    """One day, or the first and second of two days in one month."""
    month = _month_number(hit)
    day = ordinal(hit.words("day"))
    if day is None or (hit.rule.startswith("month_day") and _counts_things(hit)):
        return ()
    if hit.after in words()["weekday_names"]["streets"] and hit.tokens.raw(hit.end)[0].isupper():
        return ()
    named, own = _named_month(hit, month, story)
    year = named if own else year_near(story, month, day, tense_of(hit))
    last = _month_day(year, month, day)
    if last is None:
        return ()
    if not hit.has("first"):
        return (Found(hit.start, hit.end, last, own),)
    first = _month_day(year, month, ordinal(hit.words("first")) or 0)
    if first is None:
        return ()
    cut = hit.found.end("first")
    return (Found(hit.start, cut, first, own), Found(hit.found.start("day"), hit.end, last, own))


def _slice(hit: Hit, story: Story) -> Sequence[Found]:
    """'the last week of August', 'the first ten months of 1915': a length with its place."""
    unit = words()["units"][hit.last_word("unit")]
    counted = hit.words("count")
    count = quantity(counted) if counted else 1
    which = hit.last_word("which")
    back = which in {"last", "final", "closing"}
    if not back and which not in {"first", "opening"}:
        return ()
    if hit.has("bare_year"):
        year = hit.number("bare_year")
        whole = periods.year(year) if year else None
        own = True
    else:
        month = _month_number(hit)
        named, own = _named_month(hit, month, story)
        year = named if own else year_near(story, month, None, tense_of(hit))
        whole = periods.month(year, month)
    if whole is None or unit not in {"D", "W", "M", "WE", "F", "Q"}:
        return ()
    anchor = whole.end if back else whole.start
    length = spread(anchor, count, unit, back=back, inclusive=True)
    if count is None and whole.start:
        length = replace(length, start=whole.start, end=whole.end)
    return (Found(hit.start, hit.end, length, own),)


def _month_day(year: int | None, month: int, day: int) -> Period | None:
    if not 1 <= day <= (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31):
        return None
    if year is not None and 1 <= year <= 9999:
        exact = day_of(year, month, day)
        return periods.days(exact) if exact else None
    return periods.vague(f"{periods.month(year, month).value}-{day:02}", Grain.DAY)


def _counts_things(hit: Hit) -> bool:
    """Whether the number after a month counts something: "In May 20 people"."""
    return hit.before == "in" and not hit.has("year") and hit.tokens.kind(hit.end - 1) == "d"


def _month(hit: Hit, story: Story) -> Sequence[Found]:
    month = _month_number(hit)
    named, own = _named_month(hit, month, story)
    no_such_day = hit.tokens.kind(hit.start - 1) == "d" and not hit.has("part")
    if no_such_day or (hit.has("old") and named is None):
        return ()
    if not own and not hit.has("part") and hit.found["month"] == "m" and not _means_month(hit):
        return ()
    year = named if own else year_near(story, month, None, tense_of(hit))
    return found(hit, periods.month(year, month), own=own)


def _means_month(hit: Hit) -> bool:
    """Whether a word that is also a name or a verb is a month where it stands."""
    doubtful = words()["doubtful"]
    following = hit.tokens.raw(hit.end)
    superlative = hit.before.endswith("est") and hit.tokens.raw(hit.start - 1).islower()
    if hit.before in doubtful["strong_before"] or superlative:
        return True
    if hit.before not in doubtful["weak_before"] or (
        following[:1].isupper() and hit.tokens.kind(hit.end) == "."
    ):
        return False
    if hit.before in {"and", "or", "to"}:
        return hit.tokens.kind(hit.start - 2) in "Mmy"
    return hit.last_word("month") not in hit.tokens.people


def _relative_month(hit: Hit, story: Story) -> Sequence[Found]:
    """'last March', 'next May', 'this April', 'the following June', 'that May'."""
    anchor = story.told_day if hit.last_word("direction") in _told_words() else story.anchor
    if anchor is None:
        return ()
    month, direction = _month_number(hit), hit.found["direction"]
    behind = direction in "lq"
    year = anchor.year
    if behind and month >= anchor.month:
        year -= 1
    elif direction in "nf" and month <= anchor.month:
        year += 1
    return found(hit, periods.month(year, month), own=True)


def _told_words() -> Sequence[str]:
    classes = words()["classes"]
    return [*classes["following"], *classes["previous"], *classes["that"]]


def _holiday(hit: Hit, story: Story) -> Sequence[Found]:
    name = "".join(
        hit.tokens.text[hit.tokens.starts[hit.start] : hit.tokens.ends[_holiday_end(hit)]]
    )
    rule: str = words()["holidays"][" ".join(name.lower().replace("’", "'").split())]
    named = year_named(hit, story)
    year = named
    if year is None and story.anchor is not None:
        likely = holiday_in(rule, story.anchor.year)
        if likely is not None:
            year = year_near(story, likely.month, likely.day, tense_of(hit))
    day = holiday_in(rule, year) if year is not None else None
    if day is None:
        return ()
    return (Found(hit.start, hit.end, periods.days(day), named is not None),)


def _holiday_end(hit: Hit) -> int:
    return hit.found.end("holiday") - 1


def _iso(hit: Hit, _story: Story) -> Sequence[Found]:
    text = hit.last_word("iso").upper()
    day = day_of(int(text[:4]), int(text[5:7]), int(text[8:10]))
    if day is None:
        return ()
    time = text[10:16]
    period = periods.days(day)
    value = f"{period.value}{time}"
    return (Found(hit.start, hit.end, replace(period, value=value), own=True),)


def _numeric(hit: Hit, story: Story) -> Sequence[Found]:
    """'04/05/2026': both orders are tried; with "." the day comes first."""
    text = hit.last_word("numeric")
    mark = "/" if "/" in text else "."
    a, b, year = map(int, text.split(mark))
    if year < 100:
        full = full_year(year, story)
        if full is None:
            return ()
        year = full
    readings = {day_of(year, b, a)} if mark == "." else {day_of(year, b, a), day_of(year, a, b)}
    possible = sorted(d for d in readings if d)
    if not possible:
        return ()
    if len(possible) == 1:
        return (Found(hit.start, hit.end, periods.days(possible[0]), own=True),)
    past = [d for d in possible if story.published and d <= story.published]
    if len(past) == 1:
        return (Found(hit.start, hit.end, periods.days(past[0]), own=True),)
    unsure = Period(f"{year:04}", possible[0], possible[1], Grain.SPAN)
    return (Found(hit.start, hit.end, unsure, own=True),)


READERS: Final[dict[str, Reader]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_month": _day,
    "month_day": _day,
    "days_month": _day,
    "slice": _slice,
    "month_days": _day,
    "month": _month,
    "relative_month": _relative_month,
    "holiday": _holiday,
}
