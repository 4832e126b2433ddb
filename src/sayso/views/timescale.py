"""The axis of a timeline: which days it shows, where each day stands, where its ticks are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_NEAR = 14
"""Days told of are on the axis at least so many days around the days of saying."""
_FEWEST = 4
"""An axis of fewer days says nothing of time."""
_APART = 56.0
"""Room that the label of a tick needs, in units of the drawing."""
_DAYS = (1, 2)
_MONTHS = (1, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
_YEAR_DAYS = 365.25
_MONTH_DAYS = 30.4


@dataclass(frozen=True, slots=True)
class TimeTick:
    """The beginning of a day, month or year on the axis; ``year`` where a new one begins."""

    x: float
    label: str
    year: str


@dataclass(frozen=True, slots=True)
class Timescale:
    """The days ``first`` to ``last``, each ``per_day`` wide, from ``left`` on."""

    first: date
    last: date
    left: float
    per_day: float

    @property
    def right(self) -> float:
        """Where the last day ends."""
        return self.left + self.per_day * ((self.last - self.first).days + 1)

    def begin(self, day: date) -> float:
        """Return where a day begins; days off the axis stand at its ends."""
        return self.left + self.per_day * ((self._held(day) - self.first).days)

    def end(self, day: date) -> float:
        """Return where a day ends; days off the axis stand at its ends."""
        return self.begin(day) + self.per_day

    def _held(self, day: date) -> date:
        return min(max(day, self.first), self.last)


def timescale(
    saying: Collection[date], told: Collection[date], *, left: float, width: float
) -> Timescale:
    """Return the axis, ``width`` wide, that shows all days of saying and the days told of nearby.

    What is told of long before ("since 1994") would press all the rest into a corner: it is left
    off the axis. With no days at all the axis shows days that nothing stands on.
    """
    days = sorted(saying or told) or [date(1970, 1, 1)]
    first, last = days[0], days[-1]
    reach = max(timedelta(days=_NEAR), last - first)
    near = [day for day in told if _near(day, first, last, reach)]
    first, last = min([first, *near]), max([last, *near])
    while (last - first).days < _FEWEST - 1:
        first, last = _shifted(first, -1), _shifted(last, 1)
    return Timescale(first, last, left, width / ((last - first).days + 1))


def _near(day: date, first: date, last: date, reach: timedelta) -> bool:
    # Differences, not sums: the first days of the calendar have none before them.
    return first - day <= reach and day - last <= reach


def _shifted(day: date, days: int) -> date:
    try:
        return day + days * _DAY
    except OverflowError:
        return day


def ticks(scale: Timescale) -> tuple[TimeTick, ...]:
    """Return ticks at days, Mondays, months or years, as close as their labels allow."""
    found = []
    last = 0
    days = list(_starts(scale)) or [scale.first]
    for day in days:
        year = "" if day.year == last else str(day.year)
        found.append(TimeTick(scale.begin(day), _label(day, scale), year))
        last = day.year
    return tuple(found)


def _starts(scale: Timescale) -> Iterator[date]:
    """Yield the days at which ticks stand."""
    days = (scale.last - scale.first).days
    step = next((n for n in _DAYS if n * scale.per_day >= _APART), None)
    if step is not None:
        yield from (scale.first + i * _DAY for i in range(0, days + 1, step))
    elif _by_week(scale):
        first = -scale.first.weekday() % 7
        yield from (scale.first + i * _DAY for i in range(first, days + 1, 7))
    else:
        yield from _months(scale)


def _by_week(scale: Timescale) -> bool:
    return 7 * scale.per_day >= _APART


def _months(scale: Timescale) -> Iterator[date]:
    by_month = next((n for n in _MONTHS if n * _MONTH_DAYS * scale.per_day >= _APART), None)
    by_year = next((n for n in _YEARS if n * _YEAR_DAYS * scale.per_day >= _APART), _YEARS[-1])
    for year in range(scale.first.year, scale.last.year + 1):
        if by_month is None and year % by_year:
            continue
        for month in range(1, 13 if by_month else 2, by_month or 1):
            day = date(year, month, 1)
            if scale.first <= day <= scale.last:
                yield day


def _label(day: date, scale: Timescale) -> str:
    if _by_week(scale):
        return f"{day.day} {day:%b}"
    # Where only years have room, the year below says it all.
    return f"{day:%b}" if _MONTHS[-1] * _MONTH_DAYS * scale.per_day >= _APART else ""
