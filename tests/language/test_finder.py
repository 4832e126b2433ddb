"""Many patterns looked for at once find what each alone finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.en.finder import first_start, make_finder
from sayso.language.en.plain import compile_patterns, plain

LISTS = {
    "gift": ["bread", "a loaf", "{sweet}"],
    "sweet": ["fudge"],
    "give": ["give+", "hand+ over"],
}
ROWS = [
    ["{give} {gift}", "^ (and) no|none"],
    ["he ..2 *ly lied", "no $|,", "!he|she lied"],
    ["deny+|take_back ..3 {gift}", "^ ..2 bread", "(he) (she) $"],
    ["^ {gift} (is)", "not (a) loaf|word", "*ing", "^ *ing"],
]
WORDS = "he she gave gives handed over a loaf bread fudge no none and lied badly denied took take back is not word , . ; going"


def found(text: str) -> list[tuple[int, int]]:
    finder = make_finder(ROWS, LISTS)
    starts = [(row, first_start(wordings, text)) for row, wordings in finder.candidates(text)]
    return [(row, start) for row, start in starts if start is not None]


@given(st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join))
def test_rows_are_found_where_their_patterns_are(text: str) -> None:
    words = plain(text)
    alone = [
        (row, compile_patterns(patterns, LISTS).search(words)) for row, patterns in enumerate(ROWS)
    ]
    assert found(words) == [(row, match.start()) for row, match in alone if match]


@pytest.mark.parametrize(
    ("text", "tried"),
    [
        ("He gave us a loaf", {"{give} {gift}"}),
        ("And there was none", {"^ (and) no|none"}),
        ("There was none", set()),
        ("They lied", {"!he|she lied"}),
    ],
)
def test_only_patterns_whose_words_are_there_are_tried(text: str, tried: set[str]) -> None:
    finder = make_finder([row[:1] for row in ROWS] + [ROWS[0][1:], ROWS[1][2:]], LISTS)
    candidates = [w.pattern for _, wordings in finder.candidates(plain(text)) for w in wordings]
    assert set(candidates) == tried


def test_no_patterns_find_nothing() -> None:
    assert not make_finder([], LISTS).found(" a ")
    assert not make_finder([[]], LISTS).found(" a ")


def test_unknown_list() -> None:
    with pytest.raises(KeyError):
        make_finder([["{nothing}"]], LISTS)
