"""Long lists in parts: every entry is in one, and each is found in its own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_accounts import MARR, VREL, account
from sayso.views.matrix import matrix_of
from sayso.views.parts import grouped, matrix_part, part_of


@given(st.integers(0, 40), st.integers(1, 9))
def test_the_parts_hold_every_entry_once_in_order(total, size):
    entries = list(range(total))
    first = part_of(entries, 1, size=size)
    found = [part_of(entries, number, size=size) for number in range(1, first.of + 1)]
    assert [entry for part in found for entry in part.entries] == entries
    assert all(part.total == total and len(part.entries) <= size for part in found)
    assert [part.first for part in found] == [1 + size * i for i in range(first.of)]


@pytest.mark.parametrize(
    ("number", "entries"), [(-3, (0, 1)), (1, (0, 1)), (3, (4,)), (4, (4,)), (10**6, (4,))]
)
def test_a_part_that_is_not_there_is_the_nearest(number, entries):
    assert part_of(range(5), number, size=2).entries == entries


@pytest.mark.parametrize(("wanted", "number"), [(0, 1), (3, 2), (4, 3), (9, 1)])
def test_an_entry_is_found_in_its_part(wanted, number):
    assert part_of(range(5), 1, size=2, wanted=lambda entry: entry == wanted).number == number


def test_without_a_size_all_is_one_part():
    assert part_of(range(9), 4, size=None).entries == tuple(range(9))
    assert part_of([], 1, size=None).of == 1


SIDES = [
    ("front", [account(MARR, number=number) for number in range(3)]),
    ("government", [account(VREL, number=number) for number in range(3, 8)]),
]


def test_groups_go_on_from_part_to_part():
    found = [grouped(SIDES, number, size=4) for number in (1, 2)]
    told = [
        [(group.number, group.name, len(group.accounts), group.total, group.begins) for group in g]
        for g in (part.groups for part in found)
    ]
    assert told == [
        [(1, "front", 3, 3, 1), (2, "government", 1, 5, 1)],
        [(2, "government", 4, 5, 1)],
    ]
    assert [group.begins for group in found[1].every] == [1, 1]
    assert not found[0].shown & found[1].shown


def test_a_statement_opens_the_part_that_holds_it():
    last = SIDES[1][1][-1].row.statement.id
    found = grouped(SIDES, 1, last, size=4)
    assert (found.part.number, last in found.shown) == (2, True)
    assert grouped(SIDES, 1, "none of these", size=4).part.number == 1


def test_a_matrix_shows_some_of_its_lines():
    matrix = matrix_of([view for _, views in SIDES for view in views])
    shown, part = matrix_part(matrix, 2, size=1)
    assert [len(side.lines) for side in shown.sides] == [1]
    assert (shown.sides[0], part.number, part.of) == (matrix.sides[1], 2, 2)
    assert shown.periods == matrix.periods
    assert matrix_part(matrix, size=None)[0] == matrix
