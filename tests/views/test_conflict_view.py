"""Conflicts as a view shows them: what each is of, its axis, its camps side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_accounts import MARR, OneMatter, account
from made_conflicts import ARMY, COUNCIL, days_told, places_told
from made_rows import make_party, make_row
from sayso.model import Conflict, ConflictKind, Row, Stance
from sayso.views import matter_page
from sayso.views.conflict import SHOWN_VOICES, About, ConflictView, brief, conflict_view
from sayso.views.day_axis import day_axis
from sayso.views.figures import MARGIN, WIDTH, Told
from sayso.weigh import NO_MERGES


def conflicts_of(rows: Iterable[Row]) -> tuple[ConflictView, ...]:
    return matter_page(OneMatter(tuple(rows)), "m", NO_MERGES).conflicts


def test_a_conflict_of_days_has_an_axis_of_time():
    (found,) = conflicts_of(days_told())
    assert found.about is About.DAYS
    (axis,) = found.axes
    assert axis.asks == "On which day"
    assert [(b.told.who, b.told.words) for b in axis.bars] == [
        ("Karsk army", "4 May, “Monday”"),
        ("Rastel council", "5 May, “Tuesday”"),
    ]
    first, second = axis.bars
    assert first.x + first.width == pytest.approx(second.x)
    assert "4 May" in [t.label.removesuffix(" 2026") for t in axis.ticks]
    assert [camp.name for camp in found.camps] == ["karsk", "Rastel council"]


def test_a_conflict_of_places_has_none_and_names_the_places_of_each_camp():
    (found,) = conflicts_of(places_told())
    assert found.about is About.PLACES
    assert found.axes == ()
    assert [(camp.name, camp.places) for camp in found.camps] == [
        ("karsk", ("Tarn",)),
        ("Rastel council", ("Ossen",)),
    ]


@pytest.mark.parametrize(
    ("contents", "about", "axes"),
    [
        (("12 people were killed", "5 people were killed"), About.FIGURES, 1),
        (("12 people were killed", "12 people were killed"), None, 0),
    ],
)
def test_a_conflict_of_figures_is_no_conflict_of_days(contents: Sequence[str], about, axes):
    rows = [
        make_row(who, Stance.AFFIRMS, text, day=3, article=text + who.name)
        for who, text in zip((ARMY, COUNCIL), contents, strict=True)
    ]
    found = conflicts_of(rows)
    assert [c.about for c in found] == ([about] if about else [])
    assert sum(len(c.axes) for c in found) == axes


def test_a_conflict_of_stances_has_no_axis():
    accounts = [account(), account(MARR, Stance.DENIES, number=1)]
    by_id = {a.row.statement.id: a for a in accounts}
    conflict = Conflict(ConflictKind.STANCE, ("government", "front"), tuple(by_id))
    found = conflict_view(conflict, by_id)
    assert (found.about, found.axes) == (About.STANCES, ())
    assert [(c.name, c.stance, c.sides) for c in found.camps] == [
        ("affirms", Stance.AFFIRMS, ("government",)),
        ("denies", Stance.DENIES, ("front",)),
    ]


def test_a_camp_names_all_its_sides_though_not_all_voices_are_shown():
    people = [make_party(f"Mayor {n}", f"side {n % 20}") for n in range(SHOWN_VOICES + 20)]
    accounts = [account(p, number=n) for n, p in enumerate(people)] + [account(MARR, Stance.DENIES)]
    by_id = {a.row.statement.id: a for a in accounts}
    conflict = Conflict(ConflictKind.STANCE, ("government", "front"), tuple(by_id))
    shown, left_out = brief(conflict_view(conflict, by_id))
    assert left_out == 20
    assert [len(camp.sides) for camp in shown.camps] == [20, 1]


INTERVALS = st.tuples(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400)).map(
    lambda pair: (pair[0], pair[0] + timedelta(days=pair[1]))
)


@given(st.lists(INTERVALS, min_size=1, max_size=9))
def test_days_stand_on_their_axis_in_order(intervals):
    told = [
        Told(start.toordinal(), end.toordinal(), str(start), "Hana Vrel", "government", f"s{i}")
        for i, (start, end) in enumerate(intervals)
    ]
    axis = day_axis(told)
    assert len(axis.bars) == len(intervals)
    assert [b.told.low for b in axis.bars] == sorted(t.low for t in told)
    for bar in axis.bars:
        assert MARGIN - 0.01 <= bar.x < bar.x + bar.width <= WIDTH - MARGIN + 0.01
        assert bar.y < axis.axis_y < axis.height
    lefts = [bar.x for bar in axis.bars]
    assert lefts == sorted(lefts)
    assert all(0 <= tick.x <= WIDTH for tick in axis.ticks)
