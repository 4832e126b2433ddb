"""The encoder's words: every character in one of them, at its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from encoder_parts import tiny_tokenizer
from sayso.tag.encoder.words import BREAK_PIECE, Words, make_words, without_marks

TOKENIZER = tiny_tokenizer(["the", "dam", "vrel", "said"])
IN_NO_WORD = ("Z", "C", "Mn", "Mc")
"""White space, controls and format characters; combining marks may be dropped with an accent."""

PIECES = st.sampled_from(
    [
        *("the dam", "Vrel", "said", ".", "“", "”", '"', "’", " ", "\n", "\r\n", "\x0b", "\x0c"),
        *("\x1c", "\x1f", "\x85", "\u2028", "\u2029", "\t", "\u00a0", "\u3000", "e\u0301", "é"),
        *(
            "🌊",
            "👩\u200d👩",
            "🏳️",
            "שָׁלוֹם",
            "السد",
            "क्षि",
            "大坝",
            "각",
            "ﬁ",
            "İ",
            "\ufffd",
            "[SEP]",
        ),
    ]
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.lists(PIECES, max_size=30).map("".join),
)


def told(text: str, words: Words) -> list[str]:
    return [text[s:e] for s, e in zip(words.start, words.end, strict=True)]


def forms(text: str) -> list[str]:
    """Return the words of a text but its breaks."""
    return [form for form in told(text, make_words(text, TOKENIZER)) if form]


@given(TEXTS)
def test_every_character_lies_in_exactly_one_word(text: str) -> None:
    words = make_words(text, TOKENIZER)
    held = [0] * len(text)
    for start, end in zip(words.start, words.end, strict=True):
        for position in range(start, end):
            held[position] += 1
    assert max(held, default=0) <= 1
    for char, count in zip(text, held, strict=True):
        if not unicodedata.category(char).startswith(IN_NO_WORD) and char != "\ufffd":
            assert count == 1, ascii(char)


@given(TEXTS)
def test_words_are_in_order_with_their_pieces(text: str) -> None:
    words = make_words(text, TOKENIZER)
    assert (words.start <= words.end).all()
    assert (words.end[:-1] <= words.start[1:]).all()
    assert words.first[-1] == len(words.pieces)
    assert (words.first[1:] > words.first[:-1]).all()
    for form in told(text, words):
        assert form == form.strip()
    for array in (words.line, words.case, words.quoting, words.is_mark, words.ends_sentence):
        assert len(array) == len(words)


@given(TEXTS)
def test_each_line_ends_with_a_break(text: str) -> None:
    words = make_words(text, TOKENIZER)
    breaks = words.is_break.nonzero()[0]
    assert len(breaks) == sum(not line.isspace() for line in text.splitlines(keepends=True))
    assert (words.line[breaks] == range(len(breaks))).all()
    piece = TOKENIZER.token_to_id(BREAK_PIECE)
    assert (words.pieces[words.first[breaks]] == piece).all()
    assert words.is_mark[breaks].all()
    for index in breaks:
        assert (words.line[index + 1 :] > words.line[index]).all()


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_only_the_ranges_asked_for_are_cut(text: str, one: int, other: int) -> None:
    low, high = sorted((min(one, len(text)), min(other, len(text))))
    words = make_words(text, TOKENIZER, [(low, high)])
    alone = make_words(text[low:high], TOKENIZER)
    assert told(text, words) == told(text[low:high], alone)
    assert (words.start == alone.start + low).all()
    assert (words.pieces == alone.pieces).all()


CUT = [
    ("", []),
    (" \n\t\n", []),
    ("The dam held.", ["The", "dam", "held", "."]),
    ("Vrel's 3.5-ton dam", ["Vrel", "'", "s", "3", ".", "5", "-", "ton", "dam"]),
    ("“Held,” said Vrel", ["“", "Held", ",", "”", "said", "Vrel"]),
    ("🌊🌊 Vrel said", ["🌊🌊", "Vrel", "said"]),
    ("👩\u200d👩 said", ["👩\u200d👩", "said"]),
    ("אמר Vrel.", ["אמר", "Vrel", "."]),
    ("\u200fأكد Vrel\u200e", ["أكد", "Vrel"]),
    ("Zoe\u0301s dam", ["Zoe\u0301s", "dam"]),
    ("Zoés dam", ["Zoés", "dam"]),
    ("大坝 held", ["大", "坝", "held"]),
    (
        "Vrel\r\nsaid\x0bthe\x0cdam\x85was\u2028not\u2029hit",
        ["Vrel", "said", "the", "dam", "was", "not", "hit"],
    ),
    ("Vrel\u00a0said\u3000so", ["Vrel", "said", "so"]),
    ("\ufffd Vrel \ufffdsaid\ufffd", ["Vrel", "said"]),
    ("a" * 300, ["a" * 300]),
]


@pytest.mark.parametrize(("text", "expected"), CUT)
def test_where_words_begin_and_end(text: str, expected: list[str]) -> None:
    assert forms(text) == expected


def test_a_replaced_surrogate_moves_no_offset() -> None:
    whole, broken = "😀😀 Vrel said", "\ufffd\ufffd Vrel said"
    assert forms(whole)[1:] == forms(broken)
    assert make_words(whole, TOKENIZER).start[1] == make_words(broken, TOKENIZER).start[0] == 3


def test_pieces_of_one_word_stay_together() -> None:
    words = make_words("Vrel denies", TOKENIZER)
    assert words.first.tolist() == [0, 1, 7, 8]
    assert [TOKENIZER.id_to_token(piece) for piece in words.pieces] == [
        *("vrel", "d", "##e", "##n", "##i", "##e", "##s"),
        BREAK_PIECE,
    ]


@pytest.mark.parametrize("sign", ".!?…。؟")
def test_marks_that_end_a_sentence(sign: str) -> None:
    words = make_words(f"Held{sign} Then, no", TOKENIZER)
    # A line ends one as well.
    assert words.ends_sentence.tolist() == [False, True, False, False, True, False]


@pytest.mark.parametrize("text", ["Held by Mr. Vrel", "Held, etc. he", "Held 1.5 m", "J. Vrel"])
def test_marks_that_end_none(text: str) -> None:
    words = make_words(text, TOKENIZER)
    assert words.ends_sentence.nonzero()[0].tolist() == [len(words) - 2]


TRIMMED = [
    ("“Held,” he", (0, 4), ["Held"]),
    ("“Held,” he", (1, 2), ["Held"]),
    ("a - b", (0, 3), ["a", "-", "b"]),
    ("he:", (1, 2), [":"]),
    ("he\nshe", (0, 2), ["he"]),
]


@pytest.mark.parametrize(("text", "span", "expected"), TRIMMED)
def test_marks_at_the_ends_of_a_range(
    text: str, span: tuple[int, int], expected: list[str]
) -> None:
    words = make_words(text, TOKENIZER)
    low, high = without_marks(words, span)
    assert told(text, words)[low:high] == expected
