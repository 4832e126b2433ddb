"""Holidays, fixed and movable, from the rules in language/en/dates.toml."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date

from sayso.resolve.dates.periods import day_of, shift_days


def easter(year: int) -> date | None:
    """Return Western Easter (the anonymous Gregorian computus; Meeus 1991, chapter 8)."""
    golden, hundreds, rest = year % 19, year // 100, year % 100
    correction = (hundreds + 8) // 25
    moon = (19 * golden + hundreds - hundreds // 4 - (hundreds - correction + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * shift + 114, 31)
    return day_of(year, month, day + 1)


def orthodox_easter(year: int) -> date | None:
    """Return Orthodox Easter as a Gregorian day (Julian computus; Meeus 1991, chapter 8)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    julian = day_of(year, month, day + 1)
    # The Julian calendar lags by the leap days that the Gregorian one has left out since.
    return shift_days(julian, year // 100 - year // 400 - 2) if julian else None


_FEASTS: dict[str, Callable[[int], date | None]] = {
    "easter": easter,
    "orthodox": orthodox_easter,
}


def holiday_in(rule: str, year: int) -> date | None:
    """Return the day of a holiday in a year.

    A rule is "MM-DD", "easter+N" or "orthodox-N" (days from the feast), or
    "weekday:MONTH,ISO WEEKDAY,NTH" (NTH counts from 1; -1 is the last).
    """
    if rule.startswith("weekday:"):
        month, weekday, nth = map(int, rule.removeprefix("weekday:").split(","))
        return _nth_weekday(year, month, weekday, nth)
    for feast, on in _FEASTS.items():
        if rule.startswith(feast):
            day = on(year) if year > 0 else None
            return shift_days(day, int(rule.removeprefix(feast))) if day else None
    month, number = map(int, rule.split("-"))
    return day_of(year, month, number)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    first = day_of(year, month, 1)
    if first is None:
        return None
    if nth > 0:
        return day_of(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return shift_days(last, -((last.isoweekday() - weekday) % 7))
