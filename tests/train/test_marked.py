"""Marked lessons: spans of the unmarked text, bad marks refused, the packaged lessons sound."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import InputError
from sayso.train.marked import lessons, read_marked

ROLES = ("source", "cue", "content")
Spans = list[tuple[list[str], list[str], list[str]]]


def spans(entry: dict[str, Any]) -> Spans:
    text = entry["text"]

    def told(places: list[list[int]]) -> list[str]:
        return [text[start:end] for start, end in places]

    return [
        (told(found["source"]), told(found["cue"]), told(found["content"]))
        for found in entry["attributions"]
    ]


READ: list[tuple[str, str, Spans]] = [
    ("The dam was hit.", "The dam was hit.", []),
    (
        "[S:Vrel] [Q:said] on Monday [C:that the dam had been hit].",
        "Vrel said on Monday that the dam had been hit.",
        [(["Vrel"], ["said"], ["that the dam had been hit"])],
    ),
    ("[Q:Reportedly] [C:it fell].", "Reportedly it fell.", [([], ["Reportedly"], ["it fell"])]),
    ("[S:VREL][Q::] [C:No.]", "VREL: No.", [(["VREL"], [":"], ["No."])]),
    (
        "[C:“We held,”] [Q:said] [S:Vrel]. [C:“Barely.”]",
        "“We held,” said Vrel. “Barely.”",
        [(["Vrel"], ["said"], ["“We held,”", "“Barely.”"])],
    ),
    (
        "[S1,2:Vrel] [Q1:said] [C1:it fell] and [Q2:denied] [C2:any raid].",
        "Vrel said it fell and denied any raid.",
        [(["Vrel"], ["said"], ["it fell"]), (["Vrel"], ["denied"], ["any raid"])],
    ),
    ("😀 [S:Vrel] [Q:says] [C:no]", "😀 Vrel says no", [(["Vrel"], ["says"], ["no"])]),
]

REFUSED = [
    ("[S:Vrel] [Q:said", "bracket"),
    ("[S:Vrel] said]", "bracket"),
    ("[C:that [S:Vrel] left] [Q:said]", "bracket"),
    ("[X:Vrel] [Q:said] [C:so]", "bracket"),
    ("[S:] [Q:said] [C:so]", "bracket"),
    ("[S:Vrel ] [Q:said] [C:so]", "space"),
    ("[S:Vrel] [C:so]", "0 cues"),
    ("[S:Vrel] [Q:said] [Q:added] [C:so]", "2 cues"),
    ("[S:Vrel] and [S:Marr] [Q:said] [C:so]", "2 sources"),
    ("[S:Vrel] [Q:said]", "0 pieces"),
    ("[S1:Vrel] [Q1:said] [C2:so]", "0 pieces"),
]


@pytest.mark.parametrize(("marked", "text", "expected"), READ)
def test_marks_become_spans_of_the_unmarked_text(marked: str, text: str, expected: Spans) -> None:
    entry = read_marked(marked)
    assert entry["text"] == text
    assert spans(entry) == expected


@pytest.mark.parametrize(("marked", "problem"), REFUSED)
def test_bad_marks_are_refused(marked: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        read_marked(marked)


words = st.text(st.characters(codec="utf-8", exclude_characters="[]"), max_size=12)
inner = words.filter(lambda word: word and word == word.strip())


@given(words, inner, words, inner, words, inner, words)
def test_every_text_without_brackets_comes_back(
    a: str, source: str, b: str, cue: str, c: str, content: str, d: str
) -> None:
    entry = read_marked(f"{a}[S:{source}]{b}[Q:{cue}]{c}[C:{content}]{d}")
    assert entry["text"] == a + source + b + cue + c + content + d
    assert spans(entry) == [([source], [cue], [content])]


def test_the_packaged_lessons_are_sound() -> None:
    found = lessons()
    assert len(found) >= 450
    assert len({lesson["id"] for lesson in found}) == len(found)
    assert len({lesson["text"] for lesson in found}) == len(found)
    for lesson in found:
        assert lesson["text"] == lesson["text"].strip() != "", lesson["id"]
        kind = lesson["id"].split("/")[1]
        assert not (kind in ("not_said", "narrated") and lesson["attributions"]), lesson["id"]
        taken = {
            tuple(span)
            for attribution in lesson["attributions"]
            for role in ROLES
            for span in attribution[role]
        }
        ordered = sorted(taken)
        assert all(one[1] <= two[0] for one, two in pairwise(ordered)), lesson["id"]
