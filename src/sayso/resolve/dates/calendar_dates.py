"""Readers of dates that name their place in the calendar: days, months, years, seasons."""

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
from sayso.resolve.dates.story import Story, Tense, year_near
from sayso.resolve.dates.tokens import number_of

_FUTURE_YEARS: Final = 60
_MODERN: Final = 1800


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
    if hit.has("old") and named is None:
        return ()
    if not own and not hit.has("part") and hit.found["month"] == "m" and not _means_month(hit):
        return ()
    year = named if own else year_near(story, month, None, tense_of(hit))
    return found(hit, periods.month(year, month), own=own)


def _means_month(hit: Hit) -> bool:
    """Whether a word that is also a name or a verb is a month where it stands."""
    doubtful = words()["doubtful"]
    following = hit.tokens.raw(hit.end)
    if hit.before in doubtful["strong_before"]:
        return True
    if hit.before not in doubtful["weak_before"] or (
        following[:1].isupper() and hit.tokens.kind(hit.end) == "."
    ):
        return False
    if hit.before in {"and", "or", "to"}:
        return hit.tokens.kind(hit.start - 2) in "Mmy"
    return not _names_person(hit)


def _names_person(hit: Hit) -> bool:
    """Whether the text names somebody so ("Ms May") before or after."""
    name = hit.tokens.raw(hit.end - 1)
    return any(f"{title.capitalize()} {name}" in hit.tokens.text for title in words()["doubtful"]["honorifics"])


def _relative_month(hit: Hit, story: Story) -> Sequence[Found]:
    """'last March', 'next May', 'this April', 'the following June'."""
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
    return [*classes["following"], *classes["previous"]]


def _year(hit: Hit, story: Story) -> Sequence[Found]:
    number = year_named(hit, story)
    if number is None:
        return ()
    if hit.has("era") or hit.has("old"):
        return found(hit, periods.year(number), own=True)
    if hit.found.start("year") - hit.start > 1 and hit.tokens.kind(hit.end - 2) == "U":
        plain = hit.tokens.word(hit.end - 2) == "year"
        return found(hit, periods.year(number), own=True) if plain else ()
    if not (hit.has("part") or _means_year(hit, number, story)):
        return ()
    return found(hit, periods.year(number), own=True)


def _means_year(hit: Hit, number: int, story: Story) -> bool:
    nouns, tokens = words()["nouns_of_time"], hit.tokens
    kind, after, before = tokens.kind(hit.end), hit.after, tokens.kind(hit.start - 1)
    if kind in "UVHN%" and tokens.raw(hit.end).islower() and kind != "P":
        return False
    if hit.before in nouns["not_before"] or kind == "%" or _coded(hit):
        return False
    latest = (story.published.year if story.published else date.max.year) + _FUTURE_YEARS
    if kind == "." and tokens.raw(hit.end).islower() and number > latest:
        return False
    if after in nouns["irregular"]:
        return False
    if _plural(after) and after not in nouns["plural"] and not tokens.glued(hit.end):
        return False
    if hit.before in nouns["before"] or before in ",(-$\n!" or tokens.raw(hit.start - 1) in "([":
        return number <= latest
    return _MODERN <= number <= latest and kind in "!,\n.&$" and _plain_neighbours(hit)


def _plain_neighbours(hit: Hit) -> bool:
    """Whether the word before is no name that numbers its makes ("Boeing 1900")."""
    return not hit.tokens.raw(hit.start - 1)[:1].isupper() and hit.before.isalpha()


def _coded(hit: Hit) -> bool:
    """Whether the number is part of a code: "A-2008", "555-2008-1234"."""
    tokens = hit.tokens
    behind = tokens.kind(hit.start - 1) == "-" and tokens.glued(hit.start)
    ahead = tokens.kind(hit.end) == "-" and tokens.glued(hit.end) and tokens.glued(hit.end + 1)
    return behind or (ahead and tokens.kind(hit.end + 1) in "diy")


def _plural(word: str) -> bool:
    return word.isalpha() and word.endswith("s") and not word.endswith(("ss", "us", "is", "was"))


def _years(hit: Hit, story: Story) -> Sequence[Found]:
    """'1914-1918', '1914-18': two years."""
    first, second = hit.number("first"), hit.number("second")
    if first is None or second is None:
        return ()
    if second < 100 and hit.tokens.kind(hit.end - 1) != "y":
        second += first // 100 * 100
    if second <= first or second - first > 200:
        return ()
    ends = [periods.year(first), periods.year(second)]
    return (
        Found(hit.start, hit.start + 1, ends[0], own=True),
        Found(hit.end - 1, hit.end, ends[1], own=True),
    )


def _decade(hit: Hit, story: Story) -> Sequence[Found]:
    number = number_of(hit.last_word("decade"))
    if number is None:
        return ()
    if number < 100:
        if hit.tokens.kind(hit.start) not in "t'" and not hit.has("part"):
            return ()
        number += 1900 if number >= 20 or story.anchor is None else 2000
    if hit.last_word("era").startswith("b"):
        return found(hit, periods.vague(f"BC{number // 10:03}", Grain.DECADE), own=True)
    return found(hit, periods.decade(number), own=True)


def _decade_word(hit: Hit, story: Story) -> Sequence[Found]:
    """'the nineties', 'the late 1980s' in words; never an age ("in her forties")."""
    first = 1900 + 10 * int(words()["decades"][hit.last_word("decade")])
    return found(hit, periods.decade(first), own=True)


def _century(hit: Hit, story: Story) -> Sequence[Found]:
    number = ordinal(hit.words("ordinal"))
    if hit.last_word("century") != "century" or number is None:
        return ()
    if hit.last_word("era").startswith("b"):
        return found(hit, periods.vague(f"BC{number - 1:02}", Grain.CENTURY), own=True)
    return found(hit, periods.century(number), own=True)


def _season(hit: Hit, story: Story) -> Sequence[Found]:
    name = hit.last_word("season")
    code: str = words()["seasons"][name]
    if hit.has("year") or hit.has("old") or hit.has("year_ref"):
        return found(hit, periods.season(year_named(hit, story), code), own=hit.has("year"))
    if not _means_season(hit, name) or story.anchor is None:
        return ()
    start_month, direction = periods.season_start(code), hit.last_word("direction")
    anchor = story.anchor
    year: int | None = anchor.year
    if direction in {"last", "previous", "preceding", "prior"}:
        year = anchor.year - (start_month + 2 >= anchor.month)
    elif direction in {"next", "coming", "following"}:
        year = anchor.year + (start_month <= anchor.month)
    elif direction not in {"this", "current"}:
        year = year_near(story, start_month, None, tense_of(hit))
    elif code == "WI" and anchor.month <= 2:
        year = anchor.year - 1
    return found(hit, periods.season(year, code), own=not story.history)


def _means_season(hit: Hit, name: str) -> bool:
    doubtful = words()["seasons_doubtful"]
    if hit.tokens.raw(hit.start - 1)[:1].isupper() and hit.tokens.raw(hit.end - 1)[:1].isupper():
        return hit.before in doubtful["before"]
    if name not in doubtful["words"]:
        return True
    opened = hit.has("part") or hit.has("direction") or hit.before in doubtful["before"]
    of_something = hit.after == "of"
    article_only = hit.tokens.kind(hit.start) == "t" and hit.before not in doubtful["before"]
    return (opened or hit.tokens.kind(hit.start) == "t") and not of_something and not article_only


def _year_season(hit: Hit, story: Story) -> Sequence[Found]:
    year = hit.number("year")
    return found(hit, periods.season(year, words()["seasons"][hit.last_word("season")]), own=True)


def _quarter(hit: Hit, story: Story) -> Sequence[Found]:
    number = ordinal(hit.words("ordinal"))
    if hit.last_word("quarter") != "quarter" or number is None or number > 4 or not story.anchor:
        return ()
    year = year_named(hit, story)
    own = year is not None
    if year is None:
        if hit.tokens.kind(hit.start) != "t" and "-" not in hit.words("ordinal")[-1:] + [
            hit.tokens.word(hit.end - 2)
        ]:
            return ()
        started = (story.anchor.month + 2) // 3 >= number
        year = story.anchor.year - (not started and tense_of(hit) is not Tense.FUTURE)
    return found(hit, periods.quarter(year, number), own=own)


def _quarter_sign(hit: Hit, story: Story) -> Sequence[Found]:
    sign = hit.last_word("sign") or hit.last_word("sign_after")
    year = hit.number("year") or hit.number("year_before")
    if year is None or (sign[0] == "h" and sign[1] > "2"):
        return ()
    build = periods.quarter if sign[0] == "q" else periods.half
    return found(hit, build(year, int(sign[1])), own=True)


def _half(hit: Hit, story: Story) -> Sequence[Found]:
    named = hit.last_word("ordinal")
    number = {"first": 1, "second": 2, "latter": 2, "1st": 1, "2nd": 2}.get(named)
    year = year_named(hit, story)
    if number is None or year is None:
        return ()
    return found(hit, periods.half(year, number), own=True)


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


def _iso(hit: Hit, story: Story) -> Sequence[Found]:
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
        full = _century_of(year, story)
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


def _century_of(short: int, story: Story) -> int | None:
    if story.published is None:
        return None
    year = story.published.year // 100 * 100 + short
    return year if year <= story.published.year + 1 else year - 100


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
    "year": _year,
    "old_year": _year,
    "years": _years,
    "decade": _decade,
    "decade_word": _decade_word,
    "century": _century,
    "season": _season,
    "year_season": _year_season,
    "quarter": _quarter,
    "quarter_sign": _quarter_sign,
    "half": _half,
    "holiday": _holiday,
}
