"""Pairs of gold and found spans hold whatever the spans are."""

from hypothesis import given
from hypothesis import strategies as st

from sayso.bench.spans import overlapping_pairs

RANGES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=12,
)


def share(one, other):
    return min(one[1], other[1]) > max(one[0], other[0])


@given(RANGES, RANGES)
def test_pairs_overlap_one_to_one_and_none_more_is_possible(gold, found):
    pairs = overlapping_pairs(gold, found)
    assert all(share(gold[i], found[j]) for i, j in pairs)
    left, right = {i for i, _ in pairs}, {j for _, j in pairs}
    assert len(left) == len(right) == len(pairs)
    assert not any(
        share(one, other)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if i not in left and j not in right
    )


@given(RANGES)
def test_ranges_pair_with_themselves(ranges):
    pairs = overlapping_pairs(ranges, ranges)
    assert [ranges[i] for i, _ in pairs] == ranges
    assert all(ranges[i] == ranges[j] for i, j in pairs)
