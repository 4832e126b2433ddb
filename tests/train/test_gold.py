"""Annotated texts as labels of words and links between spans."""

from __future__ import annotations

from typing import Any

import pytest

from encoder_parts import brief, tiny_tokenizer
from sayso.tag.encoder.links import WordSpan
from sayso.train.gold import GoldText, gold_text

TOKENIZER = tiny_tokenizer()
Spans = str | list[str] | None
Link = tuple[str | None, str, list[str]]


def entry(text: str, *attributions: tuple[Spans, Spans, Spans]) -> dict[str, Any]:
    """Return a corpus's line; spans are given by their words, which stand in the text once."""

    def places(spans: Spans) -> list[list[int]]:
        listed = [spans] if isinstance(spans, str) else spans or []
        assert all(text.count(span) == 1 for span in listed)
        return [[text.index(span), text.index(span) + len(span)] for span in listed]

    roles = ("source", "cue", "content")
    found = [dict(zip(roles, map(places, spans), strict=True)) for spans in attributions]
    return {"id": 7, "text": text, "attributions": found}


def told(gold: GoldText, text: str, span: WordSpan) -> str:
    return text[gold.words.start[span[0]] : gold.words.end[span[1] - 1]]


def links(gold: GoldText, text: str) -> list[Link]:
    return [
        (
            told(gold, text, link.source) if link.source else None,
            told(gold, text, link.cue),
            [told(gold, text, piece) for piece in link.content],
        )
        for link in gold.links
    ]


Case = tuple[str, list[tuple[Spans, Spans, Spans]], str, list[Link]]
"""A text, what is annotated, the labels in brief, and the links."""

CASES: dict[str, Case] = {
    "nothing": ("Vrel left.", [], "O O O O", []),
    "plain": (
        "Vrel said it held.",
        [("Vrel", "said", "it held")],
        "Bs Bq Bc Ic O O",
        [("Vrel", "said", ["it held"])],
    ),
    "no source": (
        "Reportedly it held.",
        [(None, "Reportedly", "it held")],
        "Bq Bc Ic O O",
        [(None, "Reportedly", ["it held"])],
    ),
    "marks at the ends go": (
        "“It held,” said Vrel.",
        [("Vrel", "said", "“It held,”")],
        "O Bc Ic O O Bq Bs O O",
        [("Vrel", "said", ["It held"])],
    ),
    "a cue that is a mark": (
        "VREL: It held.",
        [("VREL", ":", "It held.")],
        "Bs Bq Bc Ic O O",
        [("VREL", ":", ["It held"])],
    ),
    "parts of words count whole": (
        "Unreportedly held.",
        [(None, "reported", "he")],
        "Bq Bc O O",
        [(None, "Unreportedly", ["held"])],
    ),
    "two pieces": (
        "“It held,” said Vrel. “Barely so.”",
        [("Vrel", "said", ["“It held,”", "“Barely so.”"])],
        "O Bc Ic O O Bq Bs O O Bc Ic O O O",
        [("Vrel", "said", ["It held", "Barely so"])],
    ),
    "pieces that marks alone part": (
        "Vrel said: “It held. It held well.”",
        [("Vrel", "said", ["“It held.", "It held well.”"])],
        "Bs Bq O O Bc Ic Ic Ic Ic Ic O O O",
        [("Vrel", "said", ["It held. It held well"])],
    ),
    "also over a line's end": (
        "Vrel said: it held.\nAll of it.",
        [("Vrel", "said", ["it held.", "All of it."])],
        "Bs Bq O Bc Ic Ic Ic Ic Ic Ic O O",
        [("Vrel", "said", ["it held.\nAll of it"])],
    ),
    "a shared source": (
        "Vrel said it held and denied a raid.",
        [("Vrel", "said", "it held"), ("Vrel", "denied", "a raid")],
        "Bs Bq Bc Ic O Bq Bc Ic O O",
        [("Vrel", "said", ["it held"]), ("Vrel", "denied", ["a raid"])],
    ),
    "of a source's pieces the first is linked": (
        "Vrel and, he said, Marr it held.",
        [(["Marr", "Vrel and"], "said", "it held")],
        "Bs Is O O Bq O Bs Bc Ic O O",
        [("Vrel and", "said", ["it held"])],
    ),
    "a source's pieces that marks part": (
        "Ott (the mayor) said it held.",
        [(["Ott", "the mayor"], "said", "it held")],
        "Bs Is Is Is O Bq Bc Ic O O",
        [("Ott (the mayor", "said", ["it held"])],
    ),
    "the first keeps shared words, whoever lost some has no link": (
        "Vrel said that Marr denied a raid.",
        [("Vrel", "said", "that Marr denied a raid"), ("Marr", "denied", "a raid")],
        "Bs Bq Bc Ic Ic Ic Ic O O",
        [("Vrel", "said", ["that Marr denied a raid"])],
    ),
    "overlapping ends": (
        "Vrel said it held well, Marr added.",
        [("Vrel", "said", "it held"), ("Marr", "added", "held well")],
        "Bs Bq Bc Ic O O Bs Bq O O",
        [("Vrel", "said", ["it held"])],
    ),
    "no content": ("Vrel spoke.", [("Vrel", "spoke", None)], "Bs Bq O O", []),
    "no cue": ("Vrel held.", [("Vrel", None, "held")], "Bs Bc O O", []),
    "two cues": (
        "Vrel said so and added it.",
        [("Vrel", ["said", "added"], "it")],
        "Bs Bq O O Bq Bc O O",
        [],
    ),
    "spaces alone": ("Vrel  said so.", [("Vrel", "  ", "said so")], "Bs Bc Ic O O", []),
    "code points": (
        "🌊🌊 Vrel said e\u0301 held.",
        [("Vrel", "said", "e\u0301 held")],
        "O Bs Bq Bc Ic O O",
        [("Vrel", "said", ["e\u0301 held"])],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_labels_and_links(name: str) -> None:
    text, annotated, labels, expected = CASES[name]
    gold = gold_text(entry(text, *annotated), TOKENIZER)
    assert brief(gold.labels) == labels
    assert links(gold, text) == expected


def test_an_id_is_a_string_whatever_it_was() -> None:
    assert gold_text(entry(""), TOKENIZER).id == "7"


def test_annotators_order_changes_nothing() -> None:
    text = "Vrel said it held and denied a raid."
    spans: list[tuple[Spans, Spans, Spans]] = [
        ("Vrel", "said", "it held"),
        ("Vrel", "denied", "a raid"),
    ]
    one, other = (gold_text(entry(text, *order), TOKENIZER) for order in (spans, spans[::-1]))
    assert (one.labels == other.labels).all()
    assert set(one.links) == set(other.links)
