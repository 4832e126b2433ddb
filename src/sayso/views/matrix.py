"""Sides and parties by time: who said what last in each day, week or month."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sayso.model import Stance, name_key
from sayso.views.account import UNNAMED, AccountView


class Unit(StrEnum):
    """How long the periods of a matrix are."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class SideAccounts:
    """A side's accounts; ``name`` is None for those of parties on no known side."""

    name: str | None
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class Period:
    """A closed interval of days as a column; both ends None for accounts without a day.

    ``skipped`` counts the periods of the same length before it in which nobody said anything.
    """

    start: date | None
    end: date | None
    skipped: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party said in one period: ``latest``, the other accounts, and its articles.

    Without accounts it stands for ``columns`` periods in which no statement was found.
    """

    latest: AccountView | None
    others: tuple[AccountView, ...]
    columns: int
    origins: int
    copies: int

    @property
    def other_stances(self) -> tuple[Stance, ...]:
        """The stances of the other accounts that differ from the latest one's."""
        shown = self.latest.row.stance if self.latest else None
        stances = (a.row.stance for a in self.others)
        found = (s for s in stances if s and s not in (shown, Stance.NEUTRAL))
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party's row; ``link`` is an id under which the collection knows it, if it has one."""

    name: str
    link: str | None
    accounts: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class SideBlock:
    """A side's rows; ``name`` is None for parties on no known side."""

    name: str | None
    lines: tuple[PartyLine, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The whole table: ``periods`` are its columns, the cells of a line fill them in order."""

    unit: Unit
    periods: tuple[Period, ...]
    sides: tuple[SideBlock, ...]


MOST_PERIODS = {Unit.DAY: 8, Unit.WEEK: 9, Unit.MONTH: 14}
"""More columns of a kind than that are not read at one glance; of years all are shown."""
_WEEK = timedelta(days=7)


def matrix_of(accounts: Sequence[AccountView]) -> Matrix:
    """Return a matter's accounts as a matrix: sides with most to tell first, the unknown last."""
    days = {a.day for a in accounts if a.day}
    unit = fitting_unit(days)
    periods = periods_of(days, unit, undated=any(a.day is None for a in accounts))
    sides = (SideBlock(side.name, _lines(side.accounts, periods)) for side in by_side(accounts))
    return Matrix(unit, periods, tuple(sides))


def by_side(accounts: Iterable[AccountView]) -> tuple[SideAccounts, ...]:
    """Return accounts by the side of their parties, each side's in the order given.

    Sides that take most stances come first, the unknown side last.
    """
    found: dict[str | None, list[AccountView]] = defaultdict(list)
    for view in accounts:
        found[view.party.side if view.party else None].append(view)
    ordered = sorted(found.items(), key=lambda item: (item[0] is None, *_weight(item[1])))
    return tuple(SideAccounts(name, tuple(views)) for name, views in ordered)


def fitting_unit(days: Collection[date]) -> Unit:
    """Return the shortest period that puts the days in few columns; years where none does."""
    starts = ((unit, {start_of(day, unit) for day in days}) for unit in MOST_PERIODS)
    return next((u for u, found in starts if len(found) <= MOST_PERIODS[u]), Unit.YEAR)


def start_of(day: date, unit: Unit) -> date:
    """Return the first day of the period that holds a day; weeks begin on Monday."""
    match unit:
        case Unit.DAY:
            return day
        case Unit.WEEK:
            return day - timedelta(days=day.weekday())
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)


def end_of(start: date, unit: Unit) -> date:
    """Return the last day of the period that begins on ``start``."""
    match unit:
        case Unit.DAY:
            return start
        case Unit.WEEK:
            return start + _WEEK - timedelta(days=1)
        case Unit.MONTH:
            # The 28th and four days is always in the next month.
            later = start.replace(day=28) + timedelta(days=4)
            return later.replace(day=1) - timedelta(days=1)
        case Unit.YEAR:
            return start.replace(month=12, day=31)


def periods_of(days: Iterable[date], unit: Unit, *, undated: bool) -> tuple[Period, ...]:
    """Return the periods that hold any of the days, in order; ``undated`` adds one without."""
    starts = sorted({start_of(day, unit) for day in days})
    found = []
    last: date | None = None
    for start in starts:
        skipped = _between(last, start, unit) if last else 0
        found.append(Period(start, end_of(start, unit), skipped))
        last = start
    return (*found, Period(None, None, 0)) if undated else tuple(found)


def _between(first: date, later: date, unit: Unit) -> int:
    """Return how many whole periods lie between those that begin on these days."""
    if unit is Unit.YEAR:
        return later.year - first.year - 1
    if unit is Unit.MONTH:
        return (later.year - first.year) * 12 + later.month - first.month - 1
    return (later - first) // (_WEEK if unit is Unit.WEEK else timedelta(days=1)) - 1


def _weight(accounts: Iterable[AccountView]) -> tuple[int, int]:
    """Return a key that puts those with most stances first, then those with most accounts."""
    counted = Counter(a.row.stance not in (None, Stance.NEUTRAL) for a in accounts)
    return -counted[True], -counted.total()


def _lines(accounts: Iterable[AccountView], periods: Sequence[Period]) -> tuple[PartyLine, ...]:
    by_party: dict[str | None, list[AccountView]] = defaultdict(list)
    for view in accounts:
        by_party[view.party.id if view.party else None].append(view)
    ordered = sorted(by_party.values(), key=_weight)
    return tuple(
        PartyLine(
            name=own[0].party.name if own[0].party else UNNAMED,
            link=known_id(own),
            accounts=len(own),
            cells=_cells(own, periods),
        )
        for own in ordered
    )


def known_id(accounts: Sequence[AccountView]) -> str | None:
    """Return the id under which the collection knows the party of these accounts.

    Whom a spokesperson speaks for may say nothing itself: then there is none.
    """
    party = accounts[0].party
    if party is None:
        return None
    read = [a.row.statement.party for a in accounts if a.row.statement.party]
    if any(p.id == party.id for p in read):
        return party.id
    return next((p.id for p in read if name_key(p.name) == name_key(party.name)), None)


def _cells(accounts: Iterable[AccountView], periods: Sequence[Period]) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    own = list(accounts)
    for period in periods:
        inside = [a for a in own if _holds(period, a.day)]
        if inside:
            cells.append(_cell(inside))
        elif cells and cells[-1].latest is None:
            cells[-1] = Cell(None, (), cells[-1].columns + 1, 0, 0)
        else:
            cells.append(Cell(None, (), 1, 0, 0))
    return tuple(cells)


def _holds(period: Period, day: date | None) -> bool:
    if day is None or period.start is None or period.end is None:
        return day is None and period.start is None
    return period.start <= day <= period.end


def _cell(accounts: Sequence[AccountView]) -> Cell:
    """Return the cell of accounts of one period.

    Of the last day's, one that takes a stance tells more than one beside the matter, and an
    original more than a copy.
    """
    day = max(a.day or date.min for a in accounts)
    last = [a for a in accounts if (a.day or date.min) == day]
    latest = min(last, key=lambda a: (a.row.stance in (None, Stance.NEUTRAL), a.is_copy))
    origins = len({a.origin for a in accounts})
    articles = len({a.row.article.id for a in accounts})
    others = tuple(a for a in accounts if a is not latest)
    return Cell(latest, others, 1, origins, articles - origins)
