"""Days: when accounts say that a deed was done, and which of them can't both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from sayso.language.en.plain import plain
from sayso.model import Act, Row, Stance, joined_text
from sayso.weigh.deeds import deeds_in, kinds_of

_READ = 600
_AT_ISSUE = "the deed at issue"
_ANSWERING = {Act.ACCUSE, Act.ADMIT, Act.CONFIRM}
_FARTHEST = timedelta(days=7)
"""Days farther apart are likelier those of two events."""


def contrary_days(rows: Iterable[Row], labels: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows that give one kind of deed another day than somebody else's do.

    ``labels`` tell, by statement id, who says it. Only those count who affirm and give the deed
    one day throughout: whoever gives two may speak of two deeds.
    """
    given: dict[str, dict[str, dict[date, list[Row]]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        day = _day_of_deed(row) if row.stance is Stance.AFFIRMS else None
        if day is not None:
            for kind in _told_of(row):
                who = labels[row.statement.id]
                given[kind][who].setdefault(day, []).append(row)
    found: dict[str, Row] = {}
    for of_kind in given.values():
        steady = {who: days for who, days in of_kind.items() if len(days) == 1}
        named = {day for days in steady.values() for day in days}
        for days in steady.values():
            for day, accounts in days.items():
                if any(timedelta(0) < abs(day - other) <= _FARTHEST for other in named):
                    found |= {row.statement.id: row for row in accounts}
    return tuple(found.values())


def _day_of_deed(row: Row) -> date | None:
    """Return the one day that a content names; None when it names none, a period, or several."""
    days = {(when.start, when.end) for when in row.statement.dates}
    if len(days) != 1:
        return None
    ((start, end),) = days
    return start if start == end else None


def _told_of(row: Row) -> frozenset[str]:
    """Return the kinds of deeds told of; those who accuse or admit tell of the one at issue."""
    words = tuple(plain(joined_text(row.statement.content)[:_READ], _READ).split())
    told = frozenset(deed.kind for deed in deeds_in(words)) - kinds_of("consequences")
    return told | {_AT_ISSUE} if row.statement.act in _ANSWERING else told
