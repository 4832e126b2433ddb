"""Cutting a line into sentences without a parse."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.tag.surface.sentences import split_sentences

LINES = [
    ("The dam held. It was strong.", ["The dam held.", "It was strong."]),
    (
        "Mr. Marr met Gen. Ivo Vrel of the U.S. Army. He left.",
        ["Mr. Marr met Gen. Ivo Vrel of the U.S. Army.", "He left."],
    ),
    ("She moved to the U.S. The dam held.", ["She moved to the U.S.", "The dam held."]),
    (
        "J. K. Marr paid 3.5 million for No. 4 Pier.",
        ["J. K. Marr paid 3.5 million for No. 4 Pier."],
    ),
    (
        "“Is it open?” she asked. “Yes.” He left.",
        ["“Is it open?” she asked.", "“Yes.”", "He left."],
    ),
    (
        "“Is it open?” Hana Vrel asked. Marr nodded.",
        ["“Is it open?” Hana Vrel asked.", "Marr nodded."],
    ),
    ('"It held." Then it fell!', ['"It held."', "Then it fell!"]),
    ("It ended at 5 p.m. The dam held.", ["It ended at 5 p.m.", "The dam held."]),
    ("Orlitsa Ltd. said it paid... and left.", ["Orlitsa Ltd. said it paid... and left."]),
    ("(It held.) Did it? Yes.", ["(It held.)", "Did it?", "Yes."]),
    ("On Jan. 4 it fell.", ["On Jan. 4 it fell."]),
    ("  The dam held  ", ["The dam held"]),
    ("", []),
    (" \t ", []),
]


@pytest.mark.parametrize(("line", "sentences"), LINES)
def test_sentences(line: str, sentences: list[str]) -> None:
    assert [line[start:end] for start, end in split_sentences(line)] == sentences


def test_only_the_range_is_read() -> None:
    text = "One. Two held. Three fell. Four."
    assert [text[s:e] for s, e in split_sentences(text, 5, 26)] == ["Two held.", "Three fell."]


@given(st.text(st.sampled_from("aB1 .?!…\"”“'’,()\t") | st.characters(), max_size=80))
def test_sentences_cover_the_line_in_order(line: str) -> None:
    position = 0
    for start, end in split_sentences(line):
        assert position <= start < end
        assert not line[position:start].strip()
        assert line[start:end] == line[start:end].strip()
        position = end
    assert not line[position:].strip()
