"""Full dates and date lines of pages: read strictly, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache

from sayso.language.en.tables import load_table

_LONGEST_DATE_LINE = 120


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date written out in full at ``[start, end)`` of a line; ``day`` is None when ambiguous."""

    start: int
    end: int
    day: date | None


@dataclass(frozen=True, slots=True)
class DateLine:
    """A line that holds nothing but dates: when the article says it was published, if it does."""

    published: date | None
    labelled: bool


def iso_day(value: str) -> date | None:
    """Return the day of an ISO 8601 date or datetime as written, whatever its zone, or None."""
    value = value.strip()
    try:
        return date.fromisoformat(value)
    except ValueError:
        pass  # not a bare date: perhaps one with a time
    try:
        return datetime.fromisoformat(value).date()
    except ValueError:
        return None


@lru_cache(maxsize=1)
def _full_date() -> re.Pattern[str]:
    months = "|".join(sorted(load_table("dates")["months"], key=len, reverse=True))
    return re.compile(
        rf"""(?<![\w./-])(?:
          (?P<y1>\d{{4}})-(?P<m1>\d\d)-(?P<d1>\d\d)
            (?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{{1,9}})?)?(?:Z|[+-]\d\d:?\d\d)?)?
        | (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?[ ]+(?:of[ ]+)?(?P<m2>{months})\b\.?,?[ ]+(?P<y2>\d{{4}})
        | (?P<m3>{months})\.?[ ]+(?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,?[ ]+(?P<y3>\d{{4}})
        | (?P<d4>\d{{1,2}})\.[ ]?(?P<m4>\d{{1,2}})\.[ ]?(?P<y4>\d{{4}})
        | (?P<a5>\d{{1,2}})(?P<sep>[/-])(?P<b5>\d{{1,2}})(?P=sep)(?P<y5>\d{{4}})
        )(?![\w/-]|\.\d)""",
        re.IGNORECASE | re.VERBOSE,
    )


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _value(match: re.Match[str]) -> date | None:
    group = match.groupdict()
    months: dict[str, int] = load_table("dates")["months"]
    if group["y1"]:
        return _day(group["y1"], int(group["m1"]), group["d1"])
    if group["y2"]:
        return _day(group["y2"], months[group["m2"].lower()], group["d2"])
    if group["y3"]:
        return _day(group["y3"], months[group["m3"].lower()], group["d3"])
    if group["y4"]:
        return _day(group["y4"], int(group["m4"]), group["d4"])
    # 05/06/2026 is May in one country and June in another: only what reads one way counts.
    first, second = group["a5"], group["b5"]
    readings = {_day(group["y5"], int(second), first), _day(group["y5"], int(first), second)}
    readings.discard(None)
    return readings.pop() if len(readings) == 1 else None


def find_full_dates(text: str) -> Iterator[FoundDate]:
    """Yield the dates with day, month and year that ``text`` writes out, left to right."""
    for match in _full_date().finditer(text):
        yield FoundDate(match.start(), match.end(), _value(match))


def _words_only(rest: str) -> set[str]:
    without_times = re.sub(
        r"\b\d{1,2}[:.h]\d\d(?::\d\d)?(?=\D|$)|\b\d{4}(?= ?(?:gmt|utc|hrs))", " ", rest
    )
    without_offsets = re.sub(r"[+-]\d{1,2}(?::?\d\d)?\b", " ", without_times)
    return set(re.sub(r"[^\w.]+", " ", without_offsets).replace(" . ", " ").split())


def date_line(line: str) -> DateLine | None:
    """Read a line that holds nothing but dates, times and their labels; else return None.

    The first date not labelled as an update is the day of publication.
    """
    if len(line) > _LONGEST_DATE_LINE:
        return None
    found = list(find_full_dates(line))
    if not found:
        return None
    words = load_table("page")["dates"]
    published: date | None = None
    is_update = labelled = False
    position = 0
    for piece in found:
        before = line[position : piece.start].lower()
        is_update = is_update and not any(label in before for label in words["published"])
        is_update = is_update or any(label in before for label in words["updated"])
        labelled = labelled or any(
            label in before for label in words["published"] + words["updated"]
        )
        if published is None and not is_update:
            published = piece.day
        position = piece.end
    left = line
    for piece in reversed(found):
        left = f"{left[: piece.start]} {left[piece.end :]}"
    allowed = {w for key in ("published", "updated") for label in words[key] for w in label.split()}
    allowed.update(words["filler"], words["zones"], words["weekdays"])
    remaining = {word.strip(".") for word in _words_only(left.lower())} - {""}
    if remaining - allowed - {word.strip(".") for word in allowed}:
        return None
    return DateLine(published, labelled)
