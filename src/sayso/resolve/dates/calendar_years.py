"""Readers of years and what years are made of: decades, centuries, seasons, quarters, halves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from sayso.resolve.dates import periods
from sayso.resolve.dates.found import (
    Found,
    Reader,
    found,
    ordinal,
    referred_year,
    tense_of,
    words,
    year_named,
)
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.periods import Grain
from sayso.resolve.dates.story import Story, year_near
from sayso.resolve.dates.tense import Tense
from sayso.resolve.dates.tokens import number_of

_FUTURE_YEARS: Final = 60
_MODERN: Final = 1800
# "the 30s" are as often degrees, percents or ages; "the '30s" and "the 80s" are decades.
_LEAST_BARE_DECADE: Final = 40


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
    named = hit.tokens.word(hit.start - 2) if hit.before == "." else hit.before
    if named in nouns["not_before"] or kind == "%" or _coded(hit):
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


def _years(hit: Hit, _story: Story) -> Sequence[Found]:
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
        marked = hit.tokens.kind(hit.found.start("decade") - 1) == "'"
        if not marked and (hit.tokens.kind(hit.start) != "t" or number < _LEAST_BARE_DECADE):
            return ()
        number += 1900 if number >= 20 or story.anchor is None else 2000
    if hit.last_word("era").startswith("b"):
        return found(hit, periods.vague(f"BC{number // 10:03}", Grain.DECADE), own=True)
    return found(hit, periods.decade(number), own=True)


def _decade_word(hit: Hit, _story: Story) -> Sequence[Found]:
    """'the nineties', 'the late 1980s' in words; never an age ("in her forties")."""
    first = 1900 + 10 * int(words()["decades"][hit.last_word("decade")])
    return found(hit, periods.decade(first), own=True)


def _century(hit: Hit, _story: Story) -> Sequence[Found]:
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
    elif code == "WI" and anchor.month <= 5:
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


def _year_season(hit: Hit, _story: Story) -> Sequence[Found]:
    year = hit.number("year")
    return found(hit, periods.season(year, words()["seasons"][hit.last_word("season")]), own=True)


def _quarter(hit: Hit, story: Story) -> Sequence[Found]:
    number = ordinal(hit.words("ordinal"))
    if hit.last_word("quarter") != "quarter" or number is None or number > 4 or not story.anchor:
        return ()
    year = year_named(hit, story)
    if hit.has("year_ref_before"):  # "last year's second quarter"
        year = referred_year(hit.words("year_ref_before"), story)
    own = year is not None
    if year is None:
        opened = hit.tokens.kind(hit.start) == "t"
        if not opened and hit.tokens.kind(hit.found.start("quarter") - 1) != "-":
            return ()
        year = _quarter_year(number, hit, story)
    return found(hit, periods.quarter(year, number), own=own)


def _quarter_year(number: int, hit: Hit, story: Story) -> int | None:
    """Return the year of a quarter that came without one: the last that has begun, or the next."""
    if story.anchor is None:
        return None
    started = (story.anchor.month + 2) // 3 >= number
    return story.anchor.year - (not started and tense_of(hit) is not Tense.FUTURE)


def _months_quarter(hit: Hit, story: Story) -> Sequence[Found]:
    """'the January-March quarter', 'July-September': three months that are a quarter."""
    first, last = (words()["months"][hit.last_word(group)] for group in ("first", "month"))
    if first % 3 != 1 or last != first + 2:
        return ()
    end = hit.end
    if hit.tokens.kind(end - 1) == "U" and hit.tokens.word(end - 1) not in {"quarter", "period"}:
        end -= 1
    number = last // 3
    named = year_named(hit, story)
    year = named if named is not None else _quarter_year(number, hit, story)
    return (Found(hit.start, end, periods.quarter(year, number), own=True),)


def _quarter_sign(hit: Hit, story: Story) -> Sequence[Found]:
    sign = hit.last_word("sign") or hit.last_word("sign_after")
    year = hit.number("year") or hit.number("year_before")
    if year is None and sign[0] == "q" and hit.before in {"in", "of", "for", "the", "since", "by"}:
        year = _quarter_year(int(sign[1]), hit, story)
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


READERS: Final[dict[str, Reader]] = {
    "year": _year,
    "old_year": _year,
    "years": _years,
    "decade": _decade,
    "decade_word": _decade_word,
    "century": _century,
    "season": _season,
    "year_season": _year_season,
    "quarter": _quarter,
    "months_quarter": _months_quarter,
    "quarter_sign": _quarter_sign,
    "half": _half,
}
