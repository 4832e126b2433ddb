"""Long lists in parts: which part is shown, and in which one an entry stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from sayso.views.account import AccountView
from sayso.views.matrix import Matrix, SideBlock

ROWS = 300
"""Accounts of a matter that are listed at once: a browser lays out more in seconds."""
LINES = 60
"""Parties of a matrix that are shown at once."""

Entry = TypeVar("Entry")


@dataclass(frozen=True, slots=True)
class Part(Generic[Entry]):
    """One part of a list: ``number`` from 1 to ``of``; its entries are from ``first``, from 1."""

    entries: tuple[Entry, ...]
    number: int
    of: int
    first: int
    total: int

    @property
    def last(self) -> int:
        """The number of its last entry."""
        return self.first + len(self.entries) - 1


@dataclass(frozen=True, slots=True)
class Group:
    """Some of a side's or camp's accounts: all are ``total``, the first are in part ``begins``.

    ``number`` is its place among all groups, from 1.
    """

    number: int
    name: str | None
    total: int
    begins: int
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Accounts in groups, a part of them: ``groups`` are those that it holds, ``every`` all.

    ``shown`` are the ids of the statements in it.
    """

    part: Part[AccountView]
    groups: tuple[Group, ...]
    every: tuple[Group, ...]
    shown: frozenset[str]


def part_of(
    entries: Sequence[Entry],
    number: int = 1,
    *,
    size: int | None = ROWS,
    wanted: Callable[[Entry], bool] | None = None,
) -> Part[Entry]:
    """Return the part with the first entry that is ``wanted``, else the ``number``-th, from 1.

    A part that there is not is the one nearest to it. ``size`` None is all in one part.
    """
    total = len(entries)
    size = max(total, 1) if size is None else size
    parts = max(1, -(-total // size))
    at = next((i for i, e in enumerate(entries) if wanted(e)), None) if wanted else None
    number = min(max(number, 1), parts) if at is None else at // size + 1
    start = (number - 1) * size
    return Part(tuple(entries[start : start + size]), number, parts, start + 1, total)


def rows_part(
    accounts: Sequence[AccountView], number: int, statement: str, *, size: int | None = ROWS
) -> Part[AccountView]:
    """Return the part that holds the account of a statement, "" for none, else the number-th."""
    if not statement:
        return part_of(accounts, number, size=size)
    return part_of(
        accounts, number, size=size, wanted=lambda view: view.row.statement.id == statement
    )


def grouped(
    groups: Sequence[tuple[str | None, Sequence[AccountView]]],
    number: int = 1,
    statement: str = "",
    *,
    size: int | None = ROWS,
) -> Grouped:
    """Return one part of accounts in groups, that which holds a statement or the number-th."""
    everything = [view for _, views in groups for view in views]
    part = rows_part(everything, number, statement, size=size)
    every = tuple(_groups(groups, size))
    shown = frozenset(view.row.statement.id for view in part.entries)
    return Grouped(part, tuple(_held(every, part)), every, shown)


def _groups(
    groups: Sequence[tuple[str | None, Sequence[AccountView]]], size: int | None
) -> Iterator[Group]:
    before = 0
    for number, (name, views) in enumerate(groups, 1):
        begins = before // size + 1 if size else 1
        yield Group(number, name, len(views), begins, tuple(views))
        before += len(views)


def _held(every: Iterable[Group], part: Part[AccountView]) -> Iterator[Group]:
    """Yield the groups with those of their accounts that a part holds."""
    start, end = part.first - 1, part.last
    before = 0
    for group in every:
        own = group.accounts[max(0, start - before) : max(0, end - before)]
        if own:
            yield replace(group, accounts=own)
        before += group.total


def matrix_part(
    matrix: Matrix, number: int = 1, *, size: int | None = LINES
) -> tuple[Matrix, Part[tuple[int, int]]]:
    """Return a matrix with the lines of one part alone, and the part: sides and lines by place."""
    places = [(i, j) for i, side in enumerate(matrix.sides) for j in range(len(side.lines))]
    part = part_of(places, number, size=size)
    kept = set(part.entries)
    sides = (
        SideBlock(side.name, tuple(line for j, line in enumerate(side.lines) if (i, j) in kept))
        for i, side in enumerate(matrix.sides)
    )
    return replace(matrix, sides=tuple(side for side in sides if side.lines)), part
