"""What a rule's reader gives back, and helpers that several readers share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, Final

from sayso.language.en.tables import load_table
from sayso.resolve.dates.hits import Hit
from sayso.resolve.dates.patterns import RULES
from sayso.resolve.dates.periods import Period, cut_at, narrowed
from sayso.resolve.dates.story import Story
from sayso.resolve.dates.tense import Tense, tense_at
from sayso.resolve.dates.tokens import number_of

# Token classes of the words that point back and ahead.
BEHIND: Final = frozenset("lq")
AHEAD: Final = frozenset("nf")

_PARTNER_RULES: Final = ("day_month", "month_day", "month")


@dataclass(frozen=True, slots=True)
class Found:
    """A date expression at the tokens ``[start, end)``.

    ``own`` says that it hung on no date told before. ``time`` is the TIMEX3 time of day ("TMO",
    "T10:57") of an expression that may belong to a day beside it; ``alone`` says that it means
    something without one. ``plain`` is the TIMEX3 value that an opened interval began with.
    """

    start: int
    end: int
    period: Period
    own: bool = False
    time: str = ""
    alone: bool = True
    plain: str = ""


Reader = Callable[[Hit, Story], Sequence[Found]]
"""Reads one match; nothing when the words turn out to be no date."""


@lru_cache(maxsize=1)
def words() -> dict[str, Any]:
    """Return the word table of dates."""
    return load_table("dates")


def tense_of(hit: Hit) -> Tense:
    """Return the tense of the clause around a match."""
    if hit.after in words()["tense"]["traded"]:
        return Tense.FUTURE
    return tense_at(hit.tokens, hit.start, hit.end)


def direction_step(direction: str) -> int:
    """Return -1 for "last" and "previous", 1 for "next" and "following", else 0."""
    return -1 if direction[-1] in BEHIND else 1 if direction[-1] in AHEAD else 0


def clause_ends(hit: Hit) -> bool:
    """Whether nothing follows in the clause that the match would hang on."""
    kind, raw = hit.tokens.kind(hit.end), hit.tokens.raw(hit.end)
    return kind in "!\n,-&" or raw in {")", '"', "”", ":"}


def part_of(hit: Hit) -> str:
    """Return which part of its period a match speaks of (``Period.part``)."""
    return next((p for w in hit.words("part") if (p := words()["parts"].get(w))), "any")


def found(
    hit: Hit, period: Period, *, own: bool = False, anchor: date | None = None
) -> tuple[Found]:
    """Return one expression over the whole match, its period narrowed to the part it names.

    ``anchor`` parts what is "earlier" from what is "later" in the period.
    """
    part = part_of(hit)
    if part in {"before", "after"}:
        cut = cut_at(period, anchor, part) if anchor else period
        return (Found(hit.start, hit.end, cut, own),)
    return (Found(hit.start, hit.end, narrowed(period, part), own),)


def year_named(hit: Hit, story: Story) -> int | None:
    """Return the year that the match itself names; 0 is 1 BC, -1 is 2 BC."""
    if hit.has("year"):
        number = hit.number("year")
        return None if number is None else _with_era(number, hit.last_word("era"))
    if hit.has("old"):
        number = hit.number("old")
        return None if number is None else _with_era(number, hit.tokens.word(hit.end - 1))
    if hit.has("short"):
        return full_year(hit.number("short"), story)
    if hit.has("year_ref"):
        return referred_year(hit.words("year_ref"), story)
    return None


def partner_year(hit: Hit, month: int) -> int | None:
    """Return the year that the next of two joined dates names: "from March to May 1999"."""
    tokens = hit.tokens
    if tokens.kind(hit.end) not in {"&", "-", "u"}:
        return None
    for name in _PARTNER_RULES:
        match = RULES[name].match(tokens.classes, hit.end + 1)
        if match and match["year"]:
            partner = Hit(name, tokens, match)
            year = partner.number("year")
            later = words()["months"].get(partner.last_word("month").rstrip("."), 0)
            return year if year is None or month <= later else year - 1
    return None


def _with_era(number: int, era: str) -> int:
    return 1 - number if era.startswith("b") else number


def full_year(short: int | None, story: Story) -> int | None:
    """Return the year that two digits stand for: the last such one, or the next year's."""
    if short is None or short > 99 or story.anchor is None:
        return None
    year = story.anchor.year // 100 * 100 + short
    return year if year <= story.anchor.year + 1 else year - 100


def referred_year(named: Sequence[str], story: Story) -> int | None:
    """Return the year that "last year", "that year" or "the year" names."""
    if len(named) == 2 and named[1] != "year":
        return None
    if named[0] in words()["classes"]["that"] and story.told_day:
        return story.told_day.year
    if story.anchor is None:
        return None
    return story.anchor.year + {"last": -1, "next": 1, "coming": 1}.get(named[0], 0)


def quantity(counted: Sequence[str]) -> int | None:
    """Return the number of "three", "twenty-five", "1,460", "a"; None for "a few"."""
    total = 0
    for word in counted:
        if word in {"-", "of"}:
            continue
        if word in {"a", "an"}:
            number: int | None = 1
        else:
            number = words()["numbers"].get(word, number_of(word))
        if number is None:
            return None
        total = (total or 1) * number if number >= 100 and number != total else total + number
    return total or None


def ordinal(named: Sequence[str]) -> int | None:
    """Return the number of "3rd", "third", "twenty-first"."""
    total = 0
    for word in named:
        number = words()["ordinals"].get(word) or words()["numbers"].get(word) or number_of(word)
        total += number or 0
    return total or None
