"""What kind a gold attribution is of, and how many of each kind count as found."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.bench.attribution_kinds import KINDS, found_by_kind, kinds
from sayso.language.en.parse import english_parser
from sayso.model import paragraphs


def parse(text: str) -> Any:
    return english_parser()(text, paragraphs(text))


def said(text: str, source: str, cue: str, *content: str) -> dict[str, Any]:
    def ranges(*quotes: str) -> list[list[int]]:
        return [[text.index(q), text.index(q) + len(q)] for q in quotes if q]

    return {"source": ranges(source), "cue": ranges(cue), "content": ranges(*content)}


DIRECT = '"The dam broke," Vrel said, "at noon."'
MIXED = 'The minister called the dam "a ruin" on Monday.'
INDIRECT = "He thinks that the dam broke."
BARE = "According to the ministry, the dam broke."
NOBODY = "The shelling was widely expected."

CASES = [
    (
        DIRECT,
        said(DIRECT, "Vrel", "said", "The dam broke", "at noon"),
        ["direct speech", "source named", "cue with a verb", "content in several pieces"],
    ),
    (
        MIXED,
        said(MIXED, "The minister", "called", 'the dam "a ruin"'),
        ["mixed speech", "source described", "cue with a verb", "content in one piece"],
    ),
    (
        INDIRECT,
        said(INDIRECT, "He", "thinks", "that the dam broke"),
        ["indirect speech", "source a pronoun", "cue with a verb", "content in one piece"],
    ),
    (
        BARE,
        said(BARE, "the ministry", "to", "the dam broke"),
        ["indirect speech", "source described", "cue without a verb", "content in one piece"],
    ),
    (
        NOBODY,
        said(NOBODY, "", "", "The shelling"),
        ["indirect speech", "no source", "no cue", "content in one piece"],
    ),
]


@pytest.mark.parametrize(("text", "attribution", "expected"), CASES)
def test_kinds(text: str, attribution: dict[str, Any], expected: list[str]) -> None:
    assert list(kinds(attribution, parse(text))) == expected


def found(gold: dict[str, Any], predicted: list[Any], text: str, **options: bool) -> dict[str, Any]:
    line = {"id": 1, "text": text, "attributions": [gold]}
    rows = found_by_kind([line], {1: predicted}, parse, **options)
    assert tuple(row.kind for row in rows) == KINDS
    return {row.kind: (row.gold, row.lenient, row.strict) for row in rows if row.gold}


def test_a_part_of_the_content_counts_as_found_but_not_as_exact() -> None:
    gold = said(INDIRECT, "He", "thinks", "that the dam broke")
    part = said(INDIRECT, "He", "thinks", "the dam")
    assert found(gold, [part], INDIRECT)["source a pronoun"] == (1, 1, 0)
    assert found(gold, [gold], INDIRECT)["source a pronoun"] == (1, 1, 1)


def test_another_source_is_not_found() -> None:
    gold = said(INDIRECT, "He", "thinks", "that the dam broke")
    other = said(INDIRECT, "", "thinks", "that the dam broke")
    assert found(gold, [other], INDIRECT)["indirect speech"] == (1, 0, 0)
    assert found(gold, [], INDIRECT)["indirect speech"] == (1, 0, 0)


def test_what_lies_inside_another_is_left_out_on_request() -> None:
    text = "Vrel said that Marr denied the shelling."
    inner = said(text, "Marr", "denied", "the shelling")
    outer = said(text, "Vrel", "said", "that Marr denied the shelling")
    assert found(inner, [outer, inner], text)["source named"] == (1, 1, 1)
    assert found(inner, [outer, inner], text, drop_nested=True)["source named"] == (1, 0, 0)


def test_two_of_the_same_words_need_two_predictions() -> None:
    gold = said(INDIRECT, "He", "thinks", "that the dam broke")
    line = {"id": 1, "text": INDIRECT, "attributions": [gold, gold]}
    rows = {row.kind: row for row in found_by_kind([line], {1: [gold]}, parse)}
    assert (rows["indirect speech"].gold, rows["indirect speech"].strict) == (2, 1)
    assert rows["indirect speech"].recall("strict") == 0.5
    assert rows["direct speech"].recall("strict") == 0.0
