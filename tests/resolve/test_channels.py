"""Channels: gold examples, and spans that quote exactly for any text."""

from __future__ import annotations

import pytest
from channel_gold import answer, cases
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Manner, Span, paragraphs
from sayso.resolve.channels import find_channels

GOLD = [*cases("channels_gold_first.txt"), *cases("channels_gold_second.txt")]
FRESH = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@pytest.mark.parametrize(("marked", "expected"), GOLD, ids=[marked[:60] for marked, _ in GOLD])
def test_gold(marked: str, expected: list[str]) -> None:
    assert answer(marked) == expected


@pytest.mark.parametrize("part", FRESH)
def test_gold_of_running_news(part: str) -> None:
    gold = cases(f"channels_gold_{part}.txt")
    wrong = [
        f"{marked} => {found}, not {expected}"
        for marked, expected in gold
        if (found := answer(marked)) != expected
    ]
    assert len(wrong) <= 0.06 * len(gold), "\n".join(wrong)


def test_there_are_enough_examples_and_negatives() -> None:
    assert len(GOLD) >= 100
    assert sum(not expected for _, expected in GOLD) >= 20


def test_a_ring_of_attributions_ends() -> None:
    text = "Ivo Marr said it rained."
    parsed = ParsedText(text, paragraphs(text), english_parser())
    source, cue, content = Span(0, 8, text[:8]), Span(9, 13, "said"), Span(14, 23, text[14:23])
    ring = (
        Attribution((source,), (cue,), (content,), Manner.INDIRECT, inside=1),
        Attribution((source,), (cue,), (content,), Manner.INDIRECT, inside=0),
    )
    assert len(find_channels(parsed, ring)) == 2


WORDS = st.sampled_from(
    [
        "told",
        "Northern",
        "Wire",
        "in",
        "a",
        "statement",
        "at",
        "press",
        "conference",
        ",",
        "said",
        "to",
        "by",
        "seen",
        "the",
        "Gazette",
        "on",
        "X",
        "with",
        "of",
        "“",
        "🙂",
        "\r\n",
        "\u202eשלום",
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    text=st.text(max_size=60) | st.lists(WORDS, max_size=30).map(" ".join),
    first=st.integers(0, 200),
    second=st.integers(0, 200),
)
def test_spans_quote_the_text(text: str, first: int, second: int) -> None:
    start, middle = sorted((first % (len(text) + 1), second % (len(text) + 1)))
    if not 0 < start < middle < len(text):
        return
    source, cue, content = (
        Span(a, b, text[a:b]) for a, b in ((0, start), (start, middle), (middle, len(text)))
    )
    attributions = (
        Attribution((source,), (cue,), (content,), Manner.INDIRECT),
        Attribution((cue,), (source,), (content,), Manner.DIRECT, inside=0),
        Attribution((), (content,), (source,), Manner.DIRECT, inside=7),
    )
    parsed = ParsedText(text, paragraphs(text), english_parser())
    found = find_channels(parsed, attributions)
    assert len(found) == len(attributions)
    for channels in found:
        assert all(channel.span.quotes(text) for channel in channels)
