"""Quotation marks: pairs, apostrophes, marks left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.language.quotes import find_quotes
from sayso.model import paragraphs


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotes(text, paragraphs(text))]


PAIRS = [
    ('He said "one" and "two".', ['"one"', '"two"']),
    ("“one” and ‘two’", ["“one”", "‘two’"]),
    ("„one“ and „two”", ["„one“", "„two”"]),
    ("«one» and »two«", ["«one»", "»two«"]),
    ("''one'' and ``two''", ["''one''", "``two''"]),
    ("“one ‘inner’ one” two", ["“one ‘inner’ one”"]),
    ("the soldiers' fire and Vrel's dam", []),
    ("the '90s and rock 'n' roll weren't", ["'n'"]),
    ("'one,' he said", ["'one,'"]),
    ('a 5" pipe and a 6" pipe', []),
    ('"one', []),
    ('one"', []),
    ('"" and “”', []),
    ('"one said he. "two" said she.', ['"two"']),
    ("“one\n\ntwo three", []),
    ("“one\n\n“two” three", ["“one", "“two”"]),
    ('"one\n\n"two\n\n"three" four', ['"one', '"two', '"three"']),
]


@pytest.mark.parametrize(("text", "expected"), PAIRS)
def test_quotations(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_reopened_quotation_follows_the_one_left_open() -> None:
    text = '"one\n\n"two\n\n"three" four "five"'
    follows = [q.follows for q in find_quotes(text, paragraphs(text))]
    assert follows == [None, 0, 1, None]


@given(st.text(alphabet="ab .,\n\"'“”„«»‘’`", max_size=200))
def test_quotations_lie_in_order_within_blocks(text: str) -> None:
    blocks = paragraphs(text)
    last = 0
    for number, quote in enumerate(find_quotes(text, blocks)):
        assert last <= quote.start < quote.end
        assert any(b.start <= quote.start and quote.end <= b.end for b in blocks)
        assert quote.follows is None or quote.follows == number - 1
        last = quote.end
