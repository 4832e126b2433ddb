from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh import figures_in


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("14 people were killed", [("killed", None, 14, 14)]),
        ("killed 14 people", [("killed", None, 14, 14)]),
        ("fourteen civilians died", [("killed", "civilians", 14, 14)]),
        ("forty civilians died", [("killed", "civilians", 40, 40)]),
        ("40 killed and 12 wounded", [("killed", None, 40, 40), ("wounded", None, 12, 12)]),
        ("1,500 homes were lost", [("homes", None, 1500, 1500)]),
        ("up to 30 rockets", [("shells", None, 0, 30)]),
        ("dozens of people were killed", [("killed", None, 24, 199)]),
        ("no civilians were killed", [("killed", "civilians", 0, 0)]),
        ("talks on 14 May", []),
        ("the 5 May attack", []),
        ("in 2026", []),
        ("", []),
        ("three lorries", []),
        ("99999999999999999999 killed", []),
    ],
)
def test_figures(content, expected):
    assert [(f.kind, f.of, f.low, f.high) for f in figures_in(content)] == expected


@given(st.text())
def test_any_text_gives_ordered_ranges(content):
    assert all(0 <= f.low <= f.high for f in figures_in(content))
