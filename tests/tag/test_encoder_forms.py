"""How the encoder sees a word written, and whether it stands in quotation marks."""

from __future__ import annotations

import pytest

from encoder_parts import tiny_tokenizer
from sayso.tag.encoder.words import Case, Quoting, make_words

TOKENIZER = tiny_tokenizer()

CASES = [
    ("dam", Case.LOWER),
    ("Vrel", Case.TITLE),
    ("UN", Case.UPPER),
    ("A", Case.INITIAL),
    ("McRae", Case.MIXED),
    ("iPhone", Case.MIXED),
    ("14", Case.NUMBER),
    ("5th", Case.LOWER),
    ("2A", Case.NUMBER),
    (".", Case.MARK),
    ("“", Case.MARK),
    ("🌊", Case.MARK),
    ("السد", Case.LOWER),
    ("坝", Case.LOWER),
    ("É", Case.INITIAL),
]


@pytest.mark.parametrize(("form", "case"), CASES)
def test_how_a_word_is_written(form: str, case: Case) -> None:
    words = make_words(form, TOKENIZER)
    assert words.case.tolist() == [case, Case.MARK]
    assert words.is_mark.tolist() == [case == Case.MARK, True]


LETTERS = dict(zip("omis", Quoting, strict=True))
QUOTED = [
    ("Vrel said no", "oooo"),
    ("“No,” Vrel", "miimoo"),
    ('a "b" c', "omimoo"),
    ('"b" "c', "mimmio"),
    ("„b“ c", "mimio"),
    ("«b» c", "mimoo"),
    ("“b\n\nc", "miooo"),
    ("b” c", "omoo"),
    ("“b ‘c’ d”", "misisimo"),
    ("Vrel’s", "osoo"),
    ("it's", "oooo"),
]


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_whether_a_word_is_quoted(text: str, expected: str) -> None:
    found = make_words(text, TOKENIZER).quoting
    assert found.tolist() == [LETTERS[letter] for letter in expected]
