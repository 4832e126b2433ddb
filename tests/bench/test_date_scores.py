"""The scorer of dates: relaxed spans, and values over all gold."""

import pytest

from sayso.bench.dates import same_value, score_dates


def date(start, end, value="2026-05-04"):
    return {"start": start, "end": end, "value": value}


def scored(gold, found):
    measures = score_dates([{"id": 1, "dates": gold}], {1: found})
    return {m.name: (m.right, m.gold, m.predicted) for m in measures}


@pytest.mark.parametrize(
    ("gold", "found", "relaxed", "exact", "value"),
    [
        # The same span and value.
        ([date(3, 9)], [date(3, 9)], 1, 1, 1),
        # One code point is shared; the value counts all the same.
        ([date(3, 9)], [date(8, 12)], 1, 0, 1),
        # They only touch.
        ([date(3, 9)], [date(9, 12)], 0, 0, 0),
        ([date(3, 9)], [date(3, 9, "2026-05-05")], 1, 1, 0),
        # One found expression stands for one gold one, the one that it shares most with.
        ([date(0, 4, "A"), date(5, 12, "B")], [date(2, 12, "B")], 1, 0, 1),
        ([date(0, 4, "A"), date(5, 12, "B")], [date(2, 12, "A")], 1, 0, 0),
        # Two found ones within one gold one.
        ([date(0, 12, "A")], [date(0, 3, "A"), date(4, 12, "B")], 1, 0, 0),
        # Each finds its own, whatever the order they come in.
        ([date(0, 4, "A"), date(5, 9, "B")], [date(5, 9, "B"), date(0, 4, "A")], 2, 2, 2),
        ([], [date(0, 4)], 0, 0, 0),
        ([date(0, 4)], [], 0, 0, 0),
    ],
)
def test_spans_and_values(gold, found, relaxed, exact, value):
    sizes = (len(gold), len(found))
    assert scored(gold, found) == {
        "span.relaxed": (relaxed, *sizes),
        "span.exact": (exact, *sizes),
        "value": (value, *sizes),
    }


def test_a_value_counts_over_all_gold_and_all_found():
    measures = score_dates(
        [{"id": "a", "dates": [date(0, 4), date(5, 9)]}, {"id": "b", "dates": [date(0, 4)]}],
        {"a": [date(0, 4), date(5, 9, "PXD"), date(20, 30)], "unknown": [date(0, 4)]},
    )
    value = next(m for m in measures if m.name == "value")
    # A text without predictions counts; predictions for no text do not.
    assert (value.right, value.gold, value.predicted) == (1, 3, 3)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("199X", "199", True),
        ("16XX", "16", True),
        ("2013-W12", "2013-W12", True),
        ("199X", "1990", False),
        ("199", "19", False),
        ("199X", "198X", False),
        ("P10Y", "P1DE", False),
        ("XXXX", "XXXX-XX", False),
        ("2026-05-04", "2026-05-04TMO", False),
    ],
)
def test_values_are_the_same_but_for_how_decades_are_written(one, other, same):
    assert same_value(one, other) is same
    assert same_value(other, one) is same
