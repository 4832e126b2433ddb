"""Lines of shifts: they meet their marks and keep clear of all others and their texts."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_accounts import MARR, account
from sayso.model import Shift, Stance
from sayso.views.dated import Dated, Kind
from sayso.views.joins import frame_of, join
from sayso.views.timeline import timeline

DAY = date(2026, 5, 4)
SHIFT = Shift(MARR, "front", Stance.DENIES, Stance.AFFIRMS, ())


def said(day: int, name: str, number: int) -> Dated:
    when = DAY + timedelta(days=day)
    return Dated(Kind.SAID, when, when, Stance.DENIES, name, (account(number=number),))


def drawn(days: list[int], first: int, second: int, name: str = "Ivo Marr denies"):
    """A lane of marks on these days, and a shift from one of them to another."""
    marks = [said(day, name, number) for number, day in enumerate(days)]
    ids = [mark.accounts[0].row.statement.id for mark in marks]
    return timeline([("front", marks)], [(SHIFT, ids[first], ids[second])])


def crossed(found) -> list[str]:
    """The marks whose mark or text a line runs over, other than those that it joins."""
    over = []
    for line in found.joins:
        for mark in found.lanes[0].marks:
            if mark in (line.before, line.after):
                continue
            left, top, right, bottom = frame_of(mark)
            for (ax, ay), (bx, by) in pairwise(line.points):
                if (
                    max(ax, bx) > left
                    and min(ax, bx) < right
                    and max(ay, by) > top
                    and min(ay, by) < bottom
                ):
                    over.append(mark.id)
    return over


@given(st.lists(st.integers(0, 40), min_size=2, max_size=14), st.data())
def test_a_line_joins_its_marks_and_crosses_no_other(days, data):
    first, second = data.draw(st.permutations(range(len(days))))[:2]
    found = drawn(days, first, second)
    (line,) = found.joins
    assert crossed(found) == []
    assert line.points[0][0] == line.before.x
    assert line.points[-1][0] == line.after.x
    assert all(0 <= x <= found.width and 0 <= y <= found.height for x, y in line.points)
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(line.points))


@given(st.lists(st.integers(0, 40), min_size=2, max_size=14), st.data())
def test_the_sign_stands_on_the_line_and_over_no_mark(days, data):
    first, second = data.draw(st.permutations(range(len(days))))[:2]
    found = drawn(days, first, second)
    (line,) = found.joins
    if line.sign is None:
        return
    x, y = line.sign
    assert any(
        min(ax, bx) <= x <= max(ax, bx) and min(ay, by) <= y <= max(ay, by)
        for (ax, ay), (bx, by) in pairwise(line.points)
    )
    for mark in found.lanes[0].marks:
        left, top, right, bottom = frame_of(mark)
        assert not (left < x < right and top < y < bottom)


def test_between_distant_days_there_is_room_for_the_sign():
    assert drawn([0, 30], 0, 1).joins[0].sign


@pytest.mark.parametrize("down", [True, False])
def test_where_every_column_is_taken_the_line_still_arrives(down):
    before, after = (drawn([0, 0, 0], 0, 2).lanes[0].marks[i] for i in ((0, 2) if down else (2, 0)))
    wall = [
        (-10.0, before.y + 12.5, 2000.0, after.y - 12.5) if down else (-10.0, 0.0, 2000.0, 999.0)
    ]
    found = join(SHIFT, before, after, wall, number=0, width=1180.0)
    assert found.points[0][0] == before.x
    assert found.points[-1][0] == after.x
    assert found.sign is None
