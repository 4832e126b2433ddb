from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_accounts import MARR, PEREK, VREL, account
from sayso.model import Stance
from sayso.views.matrix import (
    MOST_PERIODS,
    Unit,
    end_of,
    fitting_unit,
    known_id,
    matrix_of,
    periods_of,
    start_of,
)

MONDAY = date(2026, 5, 4)
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def said(day: date | None, *args, **kwargs):
    return account(*args, said=(day, day) if day else None, **kwargs)


@pytest.mark.parametrize(
    ("offsets", "unit"),
    [
        ([], Unit.DAY),
        ([0], Unit.DAY),
        (range(8), Unit.DAY),
        ([0, 300, 700], Unit.DAY),
        (range(9), Unit.WEEK),
        (range(0, 70, 7), Unit.MONTH),
        (range(0, 400, 30), Unit.MONTH),
        (range(0, 700, 30), Unit.YEAR),
        (range(0, 9000, 365), Unit.YEAR),
    ],
)
def test_the_shortest_periods_that_make_few_columns(offsets, unit):
    assert fitting_unit({MONDAY + timedelta(days=n) for n in offsets}) is unit


@given(st.sets(DAYS, min_size=1, max_size=60))
def test_columns_are_few_unless_years_are_many(days):
    unit = fitting_unit(days)
    columns = periods_of(days, unit, undated=False)
    assert unit is Unit.YEAR or len(columns) <= MOST_PERIODS[unit]
    assert all(any(p.start <= day <= p.end for p in columns) for day in days)
    assert [p.start for p in columns] == sorted({p.start for p in columns})


@given(DAYS, st.sampled_from(Unit))
def test_periods_follow_each_other_without_a_gap(day, unit):
    start = start_of(day, unit)
    end = end_of(start, unit)
    assert start <= day <= end
    assert start_of(end, unit) == start
    assert start_of(end + timedelta(days=1), unit) == end + timedelta(days=1)


@pytest.mark.parametrize(
    ("unit", "days", "skipped"),
    [
        (Unit.DAY, [date(2026, 5, 4), date(2026, 5, 5), date(2026, 5, 9)], [0, 0, 3]),
        (Unit.WEEK, [date(2026, 5, 10), date(2026, 5, 11), date(2026, 6, 1)], [0, 0, 2]),
        (Unit.MONTH, [date(2025, 12, 31), date(2026, 1, 1), date(2026, 4, 1)], [0, 0, 2]),
        (Unit.YEAR, [date(2020, 1, 1), date(2026, 4, 1)], [0, 5]),
    ],
)
def test_periods_without_a_statement_are_counted_not_drawn(unit, days, skipped):
    assert [p.skipped for p in periods_of(days, unit, undated=False)] == skipped


ACCOUNTS = st.builds(
    said,
    st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    st.sampled_from([VREL, MARR, PEREK, None]),
    st.sampled_from(Stance),
    article=st.sampled_from(["one", "two", "three"]),
    origin=st.sampled_from([None, "one"]),
    number=st.integers(0, 10**6),
)


@given(st.lists(ACCOUNTS, max_size=40, unique_by=lambda a: a.row.statement.id))
def test_every_account_stands_in_one_cell_of_its_party_and_period(accounts):
    matrix = matrix_of(accounts)
    found = []
    for side in matrix.sides:
        for line in side.lines:
            assert sum(cell.columns for cell in line.cells) == len(matrix.periods)
            at = 0
            for cell in line.cells:
                period = matrix.periods[at]
                at += cell.columns
                inside = [cell.latest, *cell.others] if cell.latest else []
                found += inside
                for view in inside:
                    assert (view.party.name if view.party else "No named source") == line.name
                    assert (view.party.side if view.party else None) == side.name
                    assert view.day is None if period.start is None else view.day is not None
                    assert view.day is None or period.start <= view.day <= period.end
                    assert (view.day or date.min) <= (cell.latest.day or date.min)
            assert line.accounts == sum(len(c.others) + 1 for c in line.cells if c.latest)
    assert sorted(a.row.statement.id for a in found) == sorted(a.row.statement.id for a in accounts)


def test_gaps_of_several_periods_are_one_cell():
    accounts = [said(MONDAY, VREL)]
    accounts += [said(MONDAY + timedelta(days=n), MARR, number=n) for n in (1, 2, 3)]
    government = next(s for s in matrix_of(accounts).sides if s.name == "government")
    assert [cell.columns for cell in government.lines[0].cells] == [1, 3]


def test_the_latest_of_a_period_and_what_else_was_said():
    early = said(MONDAY, stance=Stance.DENIES)
    late = said(MONDAY + timedelta(days=1), number=1, article="two")
    aside = said(MONDAY + timedelta(days=1), stance=Stance.NEUTRAL, number=2)
    others = [said(MONDAY + timedelta(days=20 + n), MARR, number=n) for n in range(9)]
    matrix = matrix_of([early, late, aside, *others])
    assert matrix.unit is Unit.WEEK
    cell = next(s for s in matrix.sides if s.name == "government").lines[0].cells[0]
    assert cell.latest is late
    assert cell.other_stances == (Stance.DENIES,)
    assert (cell.origins, cell.copies) == (2, 0)


def test_copies_count_apart_from_origins_and_stand_behind_them():
    copy = said(MONDAY, article="two", origin="one", number=1)
    original = said(MONDAY, article="one", number=2)
    (side,) = matrix_of([copy, original]).sides
    (cell,) = side.lines[0].cells
    assert cell.latest is original
    assert (cell.origins, cell.copies) == (1, 1)


def test_sides_with_most_stances_come_first_and_the_unknown_last():
    accounts = [said(MONDAY, PEREK, number=n) for n in range(5)]
    accounts += [said(MONDAY, VREL, Stance.NEUTRAL, number=n) for n in range(3)]
    accounts += [said(MONDAY, MARR)]
    assert [s.name for s in matrix_of(accounts).sides] == ["front", "government", None]


def test_a_party_that_only_others_speak_for_has_no_link():
    spokesman = account(VREL)
    assert known_id([spokesman]) == VREL.id
    assert known_id([replace(spokesman, party=MARR)]) is None
