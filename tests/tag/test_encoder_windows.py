"""Windows: all words once, in order, within their size, cut where a line or a sentence ends."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder_parts import tiny_tokenizer
from sayso.tag.encoder.windows import Window, make_own_window, make_window, windows
from sayso.tag.encoder.words import START_PIECE, Words, make_words

TOKENIZER = tiny_tokenizer(["the", "dam", "held", "vrel", "said"])
START = TOKENIZER.token_to_id(START_PIECE)
PIECES = st.sampled_from(
    ["the ", "dam ", "held", ".", "? ", "”", "“", ", ", "\n", "\n\n", "Vrel ", "unheard ", "zzzz"]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


def cut(text: str, **options: int) -> tuple[Words, list[Window]]:
    words = make_words(text, TOKENIZER)
    return words, list(windows(words, START, **options))


def parts(text: str, **options: int) -> list[str]:
    """Return the text of each window, its words parted by spaces; "/" stands for a break."""
    words, found = cut(text, **options)
    forms = [text[s:e] or "/" for s, e in zip(words.start, words.end, strict=True)]
    return [" ".join(forms[window.low : window.high]) for window in found]


@given(TEXTS, st.integers(1, 40), st.none() | st.integers(1, 40))
def test_windows_cover_all_words_in_order(text: str, longest: int, first: int | None) -> None:
    words, found = cut(text, longest=longest, shortest_first=first)
    edges = [0, *(window.high for window in found)]
    assert [window.low for window in found] == edges[:-1]
    assert edges[-1] == len(words)
    assert all(window.low < window.high for window in found)


@given(TEXTS, st.integers(1, 40), st.none() | st.integers(1, 40))
def test_only_a_single_word_may_be_too_long(text: str, longest: int, first: int | None) -> None:
    _, found = cut(text, longest=longest, shortest_first=first)
    for window, limit in zip(found, [first or longest, *[longest] * len(found)], strict=False):
        assert len(window.pieces) <= limit or window.high - window.low == 1


@given(TEXTS, st.integers(1, 40))
def test_a_window_holds_the_pieces_and_marks_of_its_words(text: str, longest: int) -> None:
    words, found = cut(text, longest=longest)
    pieces = np.concatenate([[], *(window.pieces[1:] for window in found)])
    assert (pieces == words.pieces).all()
    for window in found:
        inside = slice(window.low, window.high)
        assert window.pieces[0] == START
        assert len(window.pieces) == len(window.case) == len(window.quoting)
        firsts = words.pieces[words.first[:-1][inside]]
        assert (window.pieces[window.first] == firsts).all()
        assert (window.case[window.first] == words.case[inside]).all()
        assert (window.quoting[window.first] == words.quoting[inside]).all()


CUTS = [
    ("The dam held.", 20, ["The dam held . /"]),
    # A line's end goes before a sentence's that is nearer to the window's.
    ("the dam vrel\nheld. the dam", 8, ["the dam vrel /", "held . the dam /"]),
    ("the dam\nheld. the dam held", 6, ["the dam /", "held . the dam held", "/"]),
    # One that leaves less than half of the window doesn't count.
    ("the\ndam held the. Dam held", 8, ["the / dam held the .", "Dam held /"]),
    ("the. Dam held the dam held", 6, ["the . Dam held the", "dam held /"]),
    # Closing marks and the break stay with their sentence.
    ("“The dam held.” The dam", 8, ["“ The dam held . ”", "The dam /"]),
    # A title's dot ends no sentence, nor does a quotation that goes on to its speaker.
    (
        "the dam held the dam. Held the Mr. Vrel",
        12,
        ["the dam held the dam .", "Held the Mr . Vrel /"],
    ),
    ("“the dam held.” said", 8, ["“ the dam held . ” said", "/"]),
    # Outside quotation marks rather than inside, and not between a mark and what it opens.
    (
        "The dam the dam held. “Held. Held,” said",
        11,
        ["The dam the dam held .", "“ Held . Held , ” said /"],
    ),
    (
        "“Held. The dam held. The dam held,” said",
        9,
        ["“ Held . The dam held .", "The dam held , ” said /"],
    ),
    ("the dam held.\nsaid vrel", 6, ["the dam held . /", "said vrel /"]),
    ("the dam held the dam", 5, ["the dam held the", "dam /"]),
    ("the dam held vrel", 1, ["the", "dam", "held", "vrel", "/"]),
    ("zzzzzzzz the dam", 4, ["zzzzzzzz", "the dam /"]),
    ("", 5, []),
]


@pytest.mark.parametrize(("text", "longest", "expected"), CUTS)
def test_where_windows_are_cut(text: str, longest: int, expected: list[str]) -> None:
    assert parts(text, longest=longest) == expected


def test_a_shorter_first_window_shifts_the_cuts() -> None:
    text = "the dam held the dam held the dam"
    assert parts(text, longest=5) == ["the dam held the", "dam held the dam", "/"]
    assert parts(text, longest=5, shortest_first=3) == ["the dam", "held the dam held", "the dam /"]


def test_a_window_of_given_words_may_be_of_any_length() -> None:
    words = make_words("the dam held. the dam held.", TOKENIZER)
    window = make_window(words, 4, 7, START)
    assert (window.low, window.high, window.first.tolist()) == (4, 7, [1, 2, 3])
    assert [TOKENIZER.id_to_token(p) for p in window.pieces] == ["[CLS]", "the", "dam", "held"]


OWN: list[tuple[str, tuple[int, int], str, list[int]]] = [
    ("the dam held. the dam held.", (4, 7), "[CLS] the dam held [unused1]", [0] * 5),
    # What stands in a quotation throughout reads as outside it, its own quotations as they are.
    ('"the dam held the dam"', (1, 4), "[CLS] the dam held [unused1]", [0] * 5),
    ('the "dam" held', (0, 5), '[CLS] the " dam " held [unused1]', [0, 0, 1, 2, 1, 0, 0]),
]


@pytest.mark.parametrize(("text", "part", "pieces", "quoting"), OWN)
def test_a_part_reads_like_a_text_of_its_own(
    text: str, part: tuple[int, int], pieces: str, quoting: list[int]
) -> None:
    window = make_own_window(make_words(text, TOKENIZER), *part, START)
    assert [TOKENIZER.id_to_token(p) for p in window.pieces] == pieces.split()
    assert window.quoting.tolist() == quoting
    assert (window.low, window.high, len(window.first)) == (*part, part[1] - part[0])
    assert len(window.case) == len(window.pieces)
