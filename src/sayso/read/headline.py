"""A known headline at the start of a text: parted from it, so that it stands there once."""

from __future__ import annotations

import re
from datetime import date

from sayso.read.fulldates import find_full_dates

_LONGEST_LEAD = 40
_LONGEST_TITLE_WORDS = 60
_LONG_HEADLINE_WORDS = 5
_STOP = re.compile(r"[\"'”’»)\]]{0,3}(?:[.!?:|]|\s[-–—|])?(?:\s+|$)")
_WEEKDAY_LEAD = re.compile(r"[\s,]*(?:[A-Z][a-z]{2,8},?\s+)?")


def without_headline(text: str, title: str) -> tuple[str, date | None]:
    """Return ``text`` less the headline it begins with, and the full date before that, if any.

    A headline that runs on into a sentence ("Dam shelled" in "Dam shelled by rebels") is left
    in place: only a line end, punctuation, or a long headline before a capital parts the two.
    """
    words = title.split()
    if not words or len(words) > _LONGEST_TITLE_WORDS:
        return text, None
    start, day = _after_date(text)
    headline = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    match = headline.match(text, start)
    if match is None:
        start, day = len(text) - len(text.lstrip()), None
        match = headline.match(text, start)
    if match is None:
        return text, None
    stop = _STOP.match(text, match.end())
    if stop is None or not _parts(stop[0], text[stop.end() : stop.end() + 1], len(words)):
        return text, None
    return text[stop.end() :], day


def _parts(stop: str, following: str, words: int) -> bool:
    if stop.strip() or "\n" in stop or not following:
        return True
    return words >= _LONG_HEADLINE_WORDS and not following.islower()


def _after_date(text: str) -> tuple[int, date | None]:
    """Return where the text goes on after a full date that it begins with."""
    first = next(find_full_dates(text[:_LONGEST_LEAD]), None)
    if first is None or _WEEKDAY_LEAD.fullmatch(text[: first.start]) is None:
        return 0, None
    end = first.end
    while end < len(text) and (text[end].isspace() or text[end] in ".,|-–—"):
        end += 1
    return end, first.day
