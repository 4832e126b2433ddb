"""Days and counts put in words, for tables and pages alike."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sayso.language.en.tables import load_table
from sayso.weigh import OneParty


def period_words(
    start: date | None, end: date | None, *, day_words: Callable[[date], str] = str
) -> str:
    """Return a closed interval of days as text; an open end reads "since" or "by".

    ``day_words`` puts one day in words, by default as ISO 8601. Empty where both ends are open.
    """
    if start and end:
        first, last = day_words(start), day_words(end)
        return first if start == end else f"{first} to {last}"
    if start:
        return f"since {day_words(start)}"
    return f"by {day_words(end)}" if end else ""


def counted(number: int, noun: str) -> str:
    """Return "1 article", "3 articles"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def other_names(one: OneParty) -> str:
    """Return the names that count as a party, each with the reason in brackets."""
    return ", ".join(f"{merge.party.name} ({merge.reason})" for merge in one.merged)


def side_words(side: str) -> str:
    """Return the name of a side: that of its country for an ISO 3166-1 alpha-3 code."""
    country = load_table("countries").get(side)
    return str(country["name"]) if country else side
