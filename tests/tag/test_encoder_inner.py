"""Which sentences of a content are worth reading again, and whose mind is only the outer one's."""

from __future__ import annotations

import pytest

from encoder_parts import tiny_tokenizer
from sayso.tag.encoder.inner import of_first_person, reporting_sentences
from sayso.tag.encoder.words import make_words

TOKENIZER = tiny_tokenizer()

SENTENCES: list[tuple[str, list[str]]] = [
    ("Marr denied the raid", ["Marr denied the raid"]),
    ("the dam held well", []),
    # A sentence each; those without a word of saying are left out, and so are short ones.
    ("Marr left. Ott says it held. It did.", ["Ott says it held."]),
    ("Marr told Ott so? Ott denied it all!", ["Marr told Ott so?", "Ott denied it all!"]),
    ("Marr says so", []),
    ("Marr says so.", ["Marr says so."]),
    # A word counts in any form, whatever stands at it; a part of a longer word doesn't.
    ("according to Marr it held", ["according to Marr it held"]),
    ("Marr “CLAIMED” it held", ["Marr “CLAIMED” it held"]),
    ("the reporter saying it left", ["the reporter saying it left"]),
    ("the denier saw the essay", []),
    # Clauses stand by themselves.
    ("that Marr denied the raid", ["Marr denied the raid"]),
    ("That Marr says so", []),
]


@pytest.mark.parametrize(("content", "expected"), SENTENCES)
def test_sentences_that_may_report(content: str, expected: list[str]) -> None:
    text = f"Vrel said {content} on Monday"
    words = make_words(text, TOKENIZER)
    high = 2 + int((make_words(content, TOKENIZER).is_break.nonzero()[0])[0])
    found = [
        text[words.start[s] : words.end[e - 1]]
        for s, e in reporting_sentences(text, words, (2, high))
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("source", "own"),
    [("I", True), ("we", True), ("We", True), ("Marr", False), ("my office", False), ("it", False)],
)
def test_a_mind_of_ones_own(source: str, own: bool) -> None:
    text = f"{source} believe it held"
    words = make_words(text, TOKENIZER)
    assert of_first_person(text, words, (0, len(source.split()))) is own
