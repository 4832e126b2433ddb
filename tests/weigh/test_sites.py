"""Conflicts of place: one deed put in two places, and all that only looks like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made_rows import make_party, make_row
from sayso.model import Act, ConflictKind, PartyKind, Place, Precision, Row, Span, Stance
from sayso.weigh import weigh

ARMY = make_party("Karsk army", "karsk", kind=PartyKind.ORGANISATION)
FRONT = make_party("Southern Front", "front", kind=PartyKind.ORGANISATION)
COUNCIL = make_party("Rastel council", kind=PartyKind.ORGANISATION)
WATCH = make_party("Lantern Observatory for Rights", kind=PartyKind.ORGANISATION)
A, D, N, E = Stance.AFFIRMS, Stance.DENIES, Stance.NEUTRAL, Stance.EVADES

Told = tuple[object, Stance, str]


def rows_of(*told: Told, days: tuple[int, ...] = ()) -> list[Row]:
    return [
        make_row(who, stance, content, day=days[i] if days else 3, article=f"a{i}")
        for i, (who, stance, content) in enumerate(told)
    ]


def sides(rows: list[Row]) -> set[str]:
    """Those in the conflicts of figures, among which are those of place."""
    found = [c for c in weigh(rows, {}).conflicts if c.kind is ConflictKind.FIGURE]
    return {side for conflict in found for side in conflict.sides}


@pytest.mark.parametrize(
    ("first", "second", "conflicting"),
    [
        pytest.param(
            (A, "the convoy was shelled in Tarn"),
            (A, "gunmen attacked the convoy in Ossen"),
            True,
            id="one thing",
        ),
        pytest.param(
            (A, "the army shelled the town hall in Tarn"),
            (D, "shells were fired by the Front, in Ossen"),
            True,
            id="one denies what the other says",
        ),
        pytest.param(
            (A, "a helicopter was shot down near Tarn"),
            (D, "the helicopter had an accident near Ossen"),
            True,
            id="another deed, the same thing",
        ),
        pytest.param(
            (N, "bandits attacked the convoy in Tarn"),
            (A, "soldiers attacked the convoy in Ossen"),
            True,
            id="laid to others",
        ),
        pytest.param(
            (A, "the convoy was shelled in Tarn"),
            (A, "the convoy was attacked in Tarn"),
            False,
            id="one place",
        ),
        pytest.param(
            (A, "the convoy was shelled in Al-Tarn"),
            (A, "the convoy was attacked in the village of Tarn"),
            False,
            id="one place in longer words",
        ),
        pytest.param(
            (A, "the convoy was shelled in Boukamal"),
            (A, "the convoy was attacked in Bukamal"),
            False,
            id="another spelling",
        ),
        pytest.param(
            (A, "shells hit a school in Tarn"),
            (A, "shells hit a bakery in Ossen"),
            False,
            id="such deeds are many",
        ),
        pytest.param(
            (A, "the gunmen attacked villagers in Tarn"),
            (A, "the gunmen attacked farmers in Ossen"),
            False,
            id="the gunmen are many",
        ),
        pytest.param(
            (E, "the convoy was shelled in Tarn"),
            (A, "the convoy was attacked in Ossen"),
            False,
            id="who evades says nothing",
        ),
        pytest.param(
            (A, "the convoy was shelled in Tarn"),
            (A, "the convoy was attacked in May"),
            False,
            id="a month is no place",
        ),
        pytest.param(
            (A, "the convoy was shelled in Tarn"),
            (A, "the convoy was attacked and the Ossen talks went on"),
            False,
            id="a name that places nothing",
        ),
    ],
)
def test_one_deed_in_two_places(first, second, conflicting):
    rows = rows_of((ARMY, *first), (COUNCIL, *second))
    assert sides(rows) == ({"karsk", "Rastel council"} if conflicting else set())


CONVOY = (
    (ARMY, A, "the convoy was shelled in Tarn"),
    (COUNCIL, A, "the convoy was attacked in Ossen"),
)


@pytest.mark.parametrize(
    "third",
    [
        pytest.param((WATCH, A, "the convoy was attacked in Velm"), id="a third place"),
        pytest.param((WATCH, A, "shells hit houses in Tarn and in Ossen"), id="both places"),
        pytest.param((ARMY, A, "the convoy was shelled in Ossen"), id="one camp names both"),
    ],
)
def test_more_than_one_deed(third):
    assert sides(rows_of(*CONVOY))
    assert sides(rows_of(*CONVOY, third)) == set()


def test_two_of_one_side_are_no_conflict():
    minister = make_party("Hana Vrel", "karsk")
    (_, *first), second = CONVOY
    assert sides(rows_of((minister, *first), (ARMY, *second[1:]))) == set()


def test_weeks_later_it_is_another_deed():
    assert sides(rows_of(*CONVOY, days=(3, 9)))
    assert sides(rows_of(*CONVOY, days=(3, 19))) == set()


def placed(row: Row, name: str, lat: float, precision: Precision = Precision.TOWN) -> Row:
    span = Span(0, len(name), name)
    place = Place(span, name, int(lat * 1000), "KAR", lat, 20.0, precision)
    return replace(row, statement=replace(row.statement, places=(place,)))


@pytest.mark.parametrize(
    ("lat", "precision", "conflicting"),
    [
        pytest.param(41.0, Precision.TOWN, True, id="far"),
        pytest.param(40.05, Precision.TOWN, False, id="a suburb"),
        pytest.param(41.0, Precision.REGION, False, id="a province"),
        pytest.param(41.0, Precision.COUNTRY, False, id="a country"),
    ],
)
def test_places_found_on_the_map(lat, precision, conflicting):
    first, second = rows_of(*CONVOY)
    rows = [placed(first, "Tarn", 40.0), placed(second, "Ossen", lat, precision)]
    assert bool(sides(rows)) is conflicting


def test_where_places_were_found_what_was_not_found_is_none():
    first, second = rows_of(*CONVOY)
    assert sides([placed(first, "Tarn", 40.0), second]) == set()


def test_the_kind_of_act_plays_no_part():
    rows = rows_of(*CONVOY)
    rows[1] = replace(rows[1], statement=replace(rows[1].statement, act=Act.BELIEVE))
    assert sides(rows)
