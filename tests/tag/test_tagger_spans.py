"""Whatever the text: spans are the text's own, contents are never empty, nesting has no cycles."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UnknownNameError
from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, paragraphs
from sayso.tag import TAGGERS, tagger_named

PARSER = english_parser()
TAG = tagger_named("rules")

PIECES = st.sampled_from(
    [
        "Vrel said", "that the dam", "held", "according to", "the Front", "denied", "\"", "“", "”", "''", "‘", "«", "„",
        ", ", ". ", "? ", ": ", "\r\n", "\n\n", "\n\n“", " ", "declined to comment", "on Monday", "saying", "🌊", "שלום", "السد", "é", "\u200f",
        "Q:", "A:", "MARR: ", "“the dam is gone,”", "did not", "its claim that", "reportedly", "was accused of", "as", "who", "(", "—",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=30).map(" ".join))


def check(text: str, found: tuple[Attribution, ...]) -> None:
    for index, attribution in enumerate(found):
        assert attribution.content
        assert all(span.quotes(text) for span in attribution.pieces)
        for role in (attribution.source, attribution.cue, attribution.content):
            assert list(role) == sorted(role)
        assert 0 <= attribution.confidence <= 1
        seen, holder = {index}, attribution.inside
        while holder is not None:
            assert holder not in seen
            seen.add(holder)
            holder = found[holder].inside


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS)
def test_spans_are_slices_of_any_text(text: str) -> None:
    check(text, TAG(ParsedText(text, paragraphs(text), PARSER)))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \r\n\t ",
        '"',
        "“" * 500,
        '"a' * 300,
        "said " * 400,
        "he said that " * 150,
        "a" * 20_000,
        f"{'A' * 70}1: b\n{'A-' * 35}1: b",
        "Vrel said:\n\n“a\n\n" * 60,
    ],
)
def test_odd_texts_do_no_harm(text: str) -> None:
    check(text, TAG(ParsedText(text, paragraphs(text), PARSER)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("🌊🌊 “The dam is gone,” said Vrel. 🌊", "Vrel"),
        ("Vrel said:\r\n\r\n“The dam is gone.”\r\n", "Vrel"),
        ("שלום. “The dam is gone,” said Vrel.", "Vrel"),
    ],
)
def test_offsets_count_code_points(text: str, source: str) -> None:
    found = TAG(ParsedText(text, paragraphs(text), PARSER))
    check(text, found)
    assert [(a.source[0].text, "The dam is gone" in a.content[0].text) for a in found] == [
        (source, True)
    ]


def test_an_unknown_tagger_is_named_with_the_known_ones() -> None:
    assert "rules" in TAGGERS
    with pytest.raises(UnknownNameError, match=r"no tagger named 'ruels'.*rules"):
        tagger_named("ruels")
