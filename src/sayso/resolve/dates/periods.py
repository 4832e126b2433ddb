"""Periods: what a date expression comes to, as a TIMEX3 value and a closed interval of days.

Values follow TIMEX3 (TimeML 1.2.1). All arithmetic is safe at both ends of the calendar: a day
outside the years 1 to 9999 is None, never an error. The parts of a period are fixed by
convention: "early" is the first third, "mid" the second, "late" the last; of a month these are
the days 1 to 10, 11 to 20 and 21 to the end. Seasons are the northern, meteorological ones.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How long a period is: the TIMEX3 letter of its unit, where there is one."""

    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    SEASON = "S"
    QUARTER = "Q"
    HALF = "H"
    YEAR = "Y"
    DECADE = "DE"
    CENTURY = "CE"
    SPAN = "P"


@dataclass(frozen=True, slots=True)
class Period:
    """A TIMEX3 value with its closed interval of days; None where an end is open or unknown.

    ``part`` is the part of the valued period that the interval is: its first, middle or last
    third, what lies before or after some day, or any.
    """

    value: str
    start: date | None
    end: date | None
    grain: Grain
    part: str = "any"


def day_of(year: int, month: int, day: int) -> date | None:
    """Return the day, or None where the calendar has none."""
    if not MINYEAR <= year <= MAXYEAR or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def shift_days(day: date, count: int) -> date | None:
    """Return the day ``count`` days later, or None beyond the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def shift_months(day: date, count: int) -> tuple[int, int]:
    """Return the (year, month) ``count`` months later; the year may lie outside the calendar."""
    index = day.year * 12 + day.month - 1 + count
    return index // 12, index % 12 + 1


def vague(value: str, grain: Grain) -> Period:
    """Return a period of unknown place."""
    return Period(value, None, None, grain)


def days(day: date | None) -> Period:
    """Return the period of one day."""
    if day is None:
        return vague("XXXX-XX-XX", Grain.DAY)
    return Period(day.isoformat(), day, day, Grain.DAY)


def week(day: date | None) -> Period:
    """Return the ISO week that holds the day."""
    if day is None:
        return vague("XXXX-WXX", Grain.WEEK)
    year, number, weekday = day.isocalendar()
    start, end = shift_days(day, 1 - weekday), shift_days(day, 7 - weekday)
    return Period(f"{year:04}-W{number:02}", start, end, Grain.WEEK)


def weekend(day: date | None) -> Period:
    """Return the Saturday and Sunday of the ISO week that holds the day."""
    whole = week(day)
    start = shift_days(whole.end, -1) if whole.end else None
    return Period(f"{whole.value}-WE", start, whole.end, Grain.WEEKEND)


def months(year: int | None, month: int, *, length: int = 1) -> tuple[date | None, date | None]:
    """Return the first and last day of ``length`` months from this one."""
    if year is None:
        return None, None
    last = year * 12 + month - 1 + length - 1
    end_year, end_month = last // 12, last % 12 + 1
    if not MINYEAR <= end_year <= MAXYEAR:
        return day_of(year, month, 1), None
    return day_of(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1])


def month(year: int | None, number: int) -> Period:
    """Return a month; of an unknown year where ``year`` is None."""
    return Period(f"{_year(year)}-{number:02}", *months(year, number), Grain.MONTH)


def quarter(year: int | None, number: int) -> Period:
    """Return a quarter of the calendar year."""
    ends = months(year, 3 * number - 2, length=3)
    return Period(f"{_year(year)}-Q{number}", *ends, Grain.QUARTER)


def half(year: int | None, number: int) -> Period:
    """Return a half of the calendar year."""
    ends = months(year, 6 * number - 5, length=6)
    return Period(f"{_year(year)}-H{number}", *ends, Grain.HALF)


_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(year: int | None, code: str) -> Period:
    """Return a season; the winter of a year begins in its December."""
    ends = months(year, _SEASON_STARTS[code], length=3)
    return Period(f"{_year(year)}-{code}", *ends, Grain.SEASON)


def year(number: int) -> Period:
    """Return a calendar year; zero and below are years BC (0 is 1 BC), without days."""
    if number <= 0:
        return vague(_year(number), Grain.YEAR)
    return Period(_year(number), day_of(number, 1, 1), day_of(number, 12, 31), Grain.YEAR)


def decade(first: int) -> Period:
    """Return the ten years from ``first`` (1980 for "the 1980s")."""
    start = day_of(max(first, MINYEAR), 1, 1)
    return Period(f"{first // 10:03}X", start, day_of(first + 9, 12, 31), Grain.DECADE)


def century(ordinal: int) -> Period:
    """Return a century AD by its ordinal: the 19th holds the years 1801 to 1900."""
    first = (ordinal - 1) * 100 + 1
    ends = day_of(first, 1, 1), day_of(first + 99, 12, 31)
    return Period(f"{ordinal - 1:02}XX", *ends, Grain.CENTURY)


def weekday_in(day: date, number: int) -> date | None:
    """Return the given weekday (ISO number) of the ISO week that holds the day."""
    return shift_days(day, number - day.isoweekday())


def unit_around(day: date, unit: str, count: int) -> Period | None:
    """Return the unit (TIMEX3 letter) that lies ``count`` units after the one of ``day``."""
    if unit == "D":
        return days(shift_days(day, count))
    if unit in {"W", "F", "WE"}:
        moved = shift_days(day, (14 if unit == "F" else 7) * count)
        return weekend(moved) if unit == "WE" else week(moved)
    if unit == "M":
        return month(*shift_months(day, count))
    if unit == "Q":
        moved_year, moved_month = shift_months(day, 3 * count)
        return quarter(moved_year, (moved_month + 2) // 3)
    if unit == "Y":
        return year(day.year + count)
    if unit == "DE":
        first = day.year // 10 * 10 + 10 * count
        return decade(first) if first > 0 else None
    if unit == "CE":
        ordinal = (day.year - 1) // 100 + 1 + count
        return century(ordinal) if ordinal > 0 else None
    return None


def narrowed(period: Period, part: str) -> Period:
    """Return the first, middle or last third of a period; ``any`` part is all of it."""
    if part == "any" or period.start is None or period.end is None or period.grain is Grain.DAY:
        return period
    if period.grain is Grain.MONTH:
        first_day, last_day = {"first": (1, 10), "middle": (11, 20), "last": (21, 31)}[part]
        last = min(last_day, period.end.day)
        ends = period.start.replace(day=first_day), period.start.replace(day=last)
        return replace(period, start=ends[0], end=ends[1], part=part)
    if period.grain is Grain.YEAR:
        first_month = {"first": 1, "middle": 5, "last": 9}[part]
        start, end = months(period.start.year, first_month, length=4)
        return replace(period, start=start, end=end, part=part)
    if period.grain in {Grain.DECADE, Grain.CENTURY}:
        tenths = (period.end.year - period.start.year + 1) // 10
        first, last = {"first": (0, 4), "middle": (4, 7), "last": (7, 10)}[part]
        start = day_of(period.start.year + first * tenths, 1, 1)
        end = day_of(period.start.year + last * tenths - 1, 12, 31)
        return replace(period, start=start, end=end, part=part)
    third = ((period.end - period.start).days + 1) // 3
    cut = {
        "first": (period.start, shift_days(period.start, third - 1)),
        "middle": (shift_days(period.start, third), shift_days(period.end, -third)),
        "last": (shift_days(period.end, 1 - third), period.end),
    }[part]
    return replace(period, start=cut[0], end=cut[1], part=part) if third else period


def cut_at(period: Period, day: date, side: str) -> Period:
    """Return what of a period lies before or after the day: "earlier this year"."""
    if period.start is None or period.end is None or not period.start <= day <= period.end:
        return period
    if side == "before":
        return replace(period, end=day, part=side)
    return replace(period, start=day, part=side)


def opened(period: Period) -> Period:
    """Return the interval that begins with this period and has no end ("since late April").

    A period's own TIMEX3 value begins it, a narrowed one's first day; ISO 8601-2 writes "/..".
    """
    if period.start is None:
        return period
    own = period.value if period.part == "any" else period.start.isoformat()
    return Period(f"{own}/..", period.start, None, Grain.SPAN)


def _year(number: int | None) -> str:
    if number is None:
        return "XXXX"
    return f"{number:04}" if number > 0 else f"BC{1 - number:04}"


def season_start(code: str) -> int:
    """Return the first month of a season."""
    return _SEASON_STARTS[code]
