"""Which attributions were read with what the text sets against them."""

from __future__ import annotations

import pytest
from surface_marks import unmarked

from sayso.tag.surface.contrary import is_contrary

AGAINST = [
    "Contrary to what [S the minister] [C said], [T the road was open].",
    "[T The road was open], contrary to what [S the minister] [C said].",
    "Despite what [S Vrel] [C told] parliament, [T the dam was empty].",
    "CONTRARY  TO the [C claims] of [S the army], [T nobody fired from the school].",
    "In spite of [S the ministry]'s repeated [C assurances], [T the shelves were bare].",
    "No matter what [S officials] [C say], [T the bread is gone].",
    "Whatever [S the army] may [C claim], [T the village] lies empty, and so do [T the fields].",
    "Despite a [C denial], [T the road] was closed.",
]

WITH = [
    "Despite [C claims] by [S the army] [T that the bridge was open], lorries turned back.",
    "Despite [S the minister] [C saying] [T the road was open], lorries turned back.",
    "Despite the rain, [S the minister] [C said], [T the road was open].",
    "As [S the minister] [C said], [T the road was open].",
    "Unlike the governor, [S who] [C said] [T the dam was safe], engineers fled.",
    "[T The road was open] despite the snow, [S the minister] [C said].",
    "Although [S the minister] [C said] [T the road was open], lorries turned back.",
    "What [S the minister] [C said] about the road, [T he took back].",
    "Contrary to [S the minister] [C 's claim] there.",
]


@pytest.mark.parametrize(
    ("sentence", "against"),
    [*((s, True) for s in AGAINST), *((s, False) for s in WITH)],
)
def test_contrary(sentence: str, against: bool) -> None:
    text, marks = unmarked(sentence)
    source = next(iter(marks["S"]), None)
    assert is_contrary(text, marks["C"][0], source, marks["T"], (0, len(text))) is against
