from __future__ import annotations

import pytest

from sayso.link.gists import LOOKED_BACK, Sentences

# Offsets: 0 to 10, 11 to 20, and, after a blank line, 22 to 30.
THREE = Sentences((0, 11, 22), (10, 20, 30), ({"a": 1.0}, {"b": 1.0}, {"c": 1.0}))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 10, [0]),
        (0, 11, [0]),
        (0, 12, [0, 1]),
        (9, 23, [0, 1, 2]),
        (10, 11, []),
        (20, 22, []),
        (25, 26, [2]),
        (30, 40, []),
    ],
)
def test_a_range_touches_the_sentences_that_share_characters_with_it(start, end, expected):
    assert list(THREE.touching(start, end)) == expected


@pytest.mark.parametrize(
    ("offset", "expected"), [(0, []), (9, []), (10, ["a"]), (22, ["b", "a"]), (30, ["c", "b", "a"])]
)
def test_sentences_before_an_offset_come_nearest_first(offset, expected):
    assert [next(iter(terms)) for terms in THREE.before(offset)] == expected


def test_only_the_last_few_sentences_are_looked_through():
    many = range(1_000)
    ends = tuple(i + 1 for i in many)
    all_of_them = Sentences(tuple(many), ends, tuple({str(i): 1.0} for i in many))
    seen = list(all_of_them.before(900))
    assert seen[0] == {"899": 1.0}
    assert len(seen) == LOOKED_BACK
