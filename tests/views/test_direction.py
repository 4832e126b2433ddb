"""A text runs the way most of its letters do, whatever stands first."""

from __future__ import annotations

import pytest

from sayso.views.direction import direction


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The crossing had been calm", "ltr"),
        ("", "ltr"),
        ("41 – 🚢 (…)", "ltr"),
        ("“أهلاً وسهلاً, welcome, welcome” shouted a docker", "ltr"),
        ("שלום, said the captain", "ltr"),
        ("Wire: أهلاً وسهلاً بكم في الميناء", "rtl"),
        ("“שלום לכולם” 24", "rtl"),
        ("\u200fThe dam", "ltr"),
        ("dam سلا", "ltr"),
        ("سلا dam", "rtl"),
        ("Плотина", "ltr"),
    ],
)
def test_most_letters_tell(text, way):
    assert direction(text) == way
