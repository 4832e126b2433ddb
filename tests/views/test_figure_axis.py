from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.views.figures import BAR, WIDTH, Told, figure_axis, range_words

RANGES = st.tuples(st.integers(0, 10**9), st.none() | st.integers(0, 10**6)).map(
    lambda pair: (pair[0], None if pair[1] is None else pair[0] + pair[1])
)


def told(low: int, high: int | None) -> Told:
    return Told(low, high, range_words(low, high), "Hana Vrel", "government", f"s{low}")


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (40, None, "at least 40"),
        (0, 12, "up to 12"),
        (0, 0, "0"),
        (31, 31, "31"),
        (24, 199, "24 to 199"),
        (2000, 99999, "2,000 to 99,999"),
    ],
)
def test_ranges_in_words(low, high, words):
    assert range_words(low, high) == words


@given(st.lists(RANGES, min_size=1, max_size=12))
def test_bars_stand_on_the_axis_in_the_order_of_their_numbers(ranges):
    axis = figure_axis("killed", [told(low, high) for low, high in ranges])
    assert len(axis.bars) == len(ranges)
    for bar in axis.bars:
        assert 0 <= bar.x < bar.x + bar.width <= WIDTH
        assert bar.endless is (bar.told.high is None)
        assert bar.y + BAR <= axis.axis_y <= axis.height
    lows = [(bar.told.low, bar.x) for bar in axis.bars if bar.width > 6]
    assert [x for _, x in lows] == sorted(x for _, x in lows)
    tops = [bar.y for bar in axis.bars]
    assert all(lower - upper > BAR for upper, lower in pairwise(tops))


@given(st.lists(RANGES, min_size=1, max_size=12))
def test_ticks_begin_at_nought_and_rise(ranges):
    axis = figure_axis("killed", [told(low, high) for low, high in ranges])
    assert axis.ticks[0].label == "0"
    places = [tick.x for tick in axis.ticks]
    assert places == sorted(set(places))
    assert places[-1] <= WIDTH


def test_figures_that_exclude_each_other_do_not_meet():
    low, high = figure_axis("killed", [told(40, None), told(14, 31)]).bars
    assert low.told.low == 14
    assert low.x + low.width < high.x


def test_far_figures_stand_on_an_axis_in_steps_of_ten():
    assert figure_axis("displaced", [told(9, 9), told(40_000, None)]).stepped
    assert not figure_axis("killed", [told(9, 9), told(40, None)]).stepped
