from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_accounts import MARR, VREL, OneMatter, account
from made_rows import make_row
from sayso.model import Stance
from sayso.views.dated import Dated, Kind, dated_in
from sayso.views.timeline import WIDTH, timeline, timeline_page
from sayso.views.timescale import ticks, timescale
from sayso.weigh import NO_MERGES

DAY = date(2026, 5, 4)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31)) | st.dates()
INTERVALS = st.tuples(st.none() | DAYS, st.none() | DAYS).map(
    lambda pair: tuple(sorted(pair)) if all(pair) else pair
)
DATED = st.builds(
    lambda kind, days, text: Dated(kind, *days, None, text, (account(),)),
    st.sampled_from(Kind),
    INTERVALS,
    st.text("abc M", max_size=50),
)
SIDES = st.lists(
    st.tuples(st.sampled_from([None, "front", "government"]), st.lists(DATED, max_size=20)),
    max_size=3,
)


def dated(start: date | None, end: date | None, kind: Kind = Kind.SAID) -> Dated:
    return Dated(kind, start, end, Stance.AFFIRMS, "Hana Vrel", (account(),))


def one_lane(*items: Dated):
    return timeline([("government", items)])


@given(SIDES, st.sampled_from([1, 2, 16]))
def test_marks_stand_within_the_drawing_and_none_upon_another(sides, zoom):
    found = timeline(sides, zoom=zoom)
    assert found.width == WIDTH * zoom
    drawn = [*found.lanes, *([found.tray] if found.tray else [])]
    ids = [mark.id for lane in drawn for mark in lane.marks]
    assert len(set(ids)) == len(ids) == sum(len(items) for _, items in sides)
    for lane in drawn:
        for mark in lane.marks:
            assert 0 <= mark.extent[0] <= mark.left <= mark.x <= mark.right <= mark.extent[1]
            assert mark.extent[1] <= found.width
            assert lane.y < mark.y < lane.y + lane.height <= found.height
        lines = sorted((mark.y, mark.extent) for mark in lane.marks)
        assert all(a[0] < b[0] or a[1][1] < b[1][0] for a, b in pairwise(lines))


@given(SIDES)
def test_what_comes_later_stands_further_right(sides):
    for lane in timeline(sides).lanes:
        points = [m for m in lane.marks if m.dated.start == m.dated.end]
        for a in points:
            for b in points:
                if a.dated.start < b.dated.start:
                    assert a.x <= b.x


@given(SIDES)
def test_kinds_of_time_have_lines_of_their_own(sides):
    for lane in timeline(sides).lanes:
        lines: dict[float, Kind] = {}
        for mark in lane.marks:
            assert lines.setdefault(mark.y, mark.dated.kind) is mark.dated.kind


def test_an_interval_is_a_bar_and_a_day_a_point():
    bar, point = one_lane(dated(DAY, DAY + timedelta(days=3)), dated(DAY, DAY)).lanes[0].marks
    assert bar.right - bar.left > 0
    assert not (bar.before or bar.after)
    assert point.left == point.x == point.right


def test_a_text_stands_upon_a_bar_that_holds_it_and_else_beside():
    long = one_lane(dated(DAY, DAY + timedelta(days=9))).lanes[0].marks[0]
    assert long.x < long.text_x < long.right
    short = Dated(Kind.EVENT, DAY, DAY + timedelta(days=1), None, "x" * 44, (account(),))
    late = DAY + timedelta(days=20)
    beside, flipped = one_lane(short, replace(short, start=late, end=late)).lanes[0].marks
    assert beside.text_x > beside.right
    assert flipped.text_x < flipped.left
    assert flipped.flipped


@pytest.mark.parametrize(("start", "end", "ends"), [(None, DAY, (1, 0)), (DAY, None, (0, 1))])
def test_open_ends_go_on_as_arrows(start, end, ends):
    (mark,) = one_lane(dated(start, end)).lanes[0].marks
    assert (mark.before, mark.after) == ends
    assert (mark.left < mark.x, mark.x < mark.right) == ends


def test_what_is_told_of_long_before_is_off_the_axis():
    old = dated(date(1994, 1, 1), date(1994, 12, 31), Kind.EVENT)
    found = one_lane(old, dated(DAY, DAY), dated(DAY + timedelta(days=9), DAY + timedelta(days=9)))
    mark = next(m for m in found.lanes[0].marks if m.dated is old)
    assert mark.x < found.left
    assert mark.before
    assert not mark.after
    first, last = (m for m in found.lanes[0].marks if m.dated is not old)
    assert last.x - first.x > WIDTH / 3


def test_what_has_no_day_lies_in_the_tray():
    found = one_lane(dated(None, None), dated(DAY, DAY))
    assert [m.dated.days for m in found.lanes[0].marks] == [(DAY, DAY)]
    assert [m.dated.days for m in found.tray.marks] == [()]
    assert one_lane(dated(DAY, DAY)).tray is None


@given(
    st.sets(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=5),
    st.sampled_from([100.0, 1000.0, 16000.0]),
)
def test_ticks_have_room_for_their_labels(days, width):
    scale = timescale(days, (), left=10.0, width=width)
    found = ticks(scale)
    assert all(scale.left <= tick.x <= scale.right for tick in found)
    assert all(b.x - a.x > 50 for a, b in pairwise(found))
    assert found[0].year


@pytest.mark.parametrize(
    ("days", "width", "labels"),
    [
        (4, 400.0, ["1 May", "2 May", "3 May", "4 May"]),
        (10, 400.0, ["1 May", "3 May", "5 May", "7 May", "9 May"]),
        (28, 400.0, ["4 May", "11 May", "18 May", "25 May"]),
        (100, 400.0, ["May", "Jun", "Jul", "Aug"]),
    ],
)
def test_ticks_are_days_weeks_or_months(days, width, labels):
    first = date(2026, 5, 1)
    scale = timescale([first, first + timedelta(days=days - 1)], (), left=0.0, width=width)
    assert [tick.label for tick in ticks(scale)] == labels


def test_accounts_are_dated_three_times_each_time_once():
    days = (DAY, DAY)
    same = [account(said=days, published=DAY, told=[days], number=n) for n in range(2)]
    other = account(stance=Stance.DENIES, said=days, published=DAY, number=2)
    found = dated_in([*same, other])
    told = [(d.kind, len(d.accounts)) for d in found]
    assert told == [(Kind.EVENT, 2), (Kind.SAID, 2), (Kind.SAID, 1), (Kind.PUBLISHED, 3)]
    assert found[1].text == "Hana Vrel affirms ×2"


def test_an_account_without_any_day_is_kept_and_one_in_print_is_not_undated():
    (kept,) = dated_in([account()])
    assert kept.days == ()
    assert [d.kind for d in dated_in([account(published=DAY)])] == [Kind.PUBLISHED]
    assert dated_in([account(published=DAY, told=[(None, None)])])[0].kind is Kind.PUBLISHED


def test_a_shift_joins_the_last_mark_before_it_to_the_first_after():
    rows = (
        make_row(MARR, Stance.DENIES, "the Front shelled the dam", day=4, article="a", published=5),
        make_row(MARR, Stance.DENIES, "any shelling", day=8, article="b", published=9),
        make_row(MARR, Stance.AFFIRMS, "its guns had fired", day=15, article="c", published=16),
        make_row(VREL, Stance.AFFIRMS, "rebels shelled the dam", day=4, article="d", published=5),
    )
    found = timeline_page(OneMatter(rows), "m", NO_MERGES).timeline
    (join,) = found.joins
    assert [join.before.dated.end, join.after.dated.end] == [date(2026, 5, 8), date(2026, 5, 15)]
    assert join.before.x < join.after.x
