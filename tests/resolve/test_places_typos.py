"""Names one letter off: what counts as a slip of the pen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.resolve.places.typos import is_typo


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("orlitsa", "orlitza", True),
        ("orlitsa", "orltisa", True),
        ("orlitsa", "orlisa", True),
        ("orlitsa", "orlitssa", True),
        ("orlitsa", "orlitsas", True),
        ("orlitsa", "orlitsa", False),
        ("orlitsa", "trlitsa", False),
        ("orlitsa", "orlizza", False),
        ("orlitsa", "orlits aa", False),
        ("vesk", "vesd", False),
        ("", "orlitsa", False),
    ],
)
def test_one_letter_off(one: str, other: str, is_slip: bool) -> None:
    assert is_typo(one, other) is is_slip
    assert is_typo(other, one) is is_slip


@given(st.text("abc", min_size=7, max_size=12), st.data())
def test_one_letter_left_out_is_a_slip(word: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(word) - 1))
    assert is_typo(word, word[:cut] + word[cut + 1 :])
