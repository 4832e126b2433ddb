"""Statements within statements, several in a text, transcripts."""

from __future__ import annotations

import pytest

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import joined_text, paragraphs
from sayso.tag import tagger_named

PARSER = english_parser()
TAG = tagger_named("rules")

Found = list[tuple[str, str, str, int | None]]


def found_in(text: str) -> Found:
    return [
        (joined_text(a.source), joined_text(a.cue), joined_text(a.content), a.inside)
        for a in TAG(ParsedText(text, paragraphs(text), PARSER))
    ]


TEXTS: list[tuple[str, Found]] = [
    (
        "Hana Vrel said that the Southern Front had denied shelling the dam.",
        [
            ("Hana Vrel", "said", "that the Southern Front had denied shelling the dam", None),
            ("the Southern Front", "had denied", "shelling the dam", 0),
        ],
    ),
    (
        "According to an article in Coast Daily, officials have found that the water was safe.",
        [
            (
                "an article in Coast Daily",
                "According to",
                "officials have found that the water was safe",
                None,
            ),
            ("officials", "have found", "that the water was safe", 0),
        ],
    ),
    (
        '"We deny that we shelled the dam," said Ivo Marr.',
        [
            ("Ivo Marr", "said", '"We deny that we shelled the dam,"', None),
            ("We", "deny", "that we shelled the dam", 0),
        ],
    ),
    (
        "Vrel told aides that the dam was cracked, according to an engineer.",
        [
            ("Vrel", "told", "that the dam was cracked", 1),
            ("an engineer", "according to", "Vrel told aides that the dam was cracked", None),
        ],
    ),
    (
        '"I think the dam is gone," said Ivo Marr.',
        [("Ivo Marr", "said", '"I think the dam is gone,"', None)],
    ),
    (
        "Rebel forces have shelled the dam, Hana Vrel said. The Front denied the shelling.",
        [
            ("Hana Vrel", "said", "Rebel forces have shelled the dam", None),
            ("The Front", "denied", "the shelling", None),
        ],
    ),
    (
        "Vrel noted that the dam held, adding that it was strong.",
        [
            ("Vrel", "noted", "that the dam held", None),
            ("Vrel", "adding", "that it was strong", None),
        ],
    ),
    (
        '"The dam is gone," Vrel said. "It held," said Marr.',
        [
            ("Vrel", "said", '"The dam is gone,"', None),
            ("Marr", "said", '"It held,"', None),
        ],
    ),
    (
        'Vrel said the Front had claimed victory. "It is a lie."',
        [
            ("Vrel", "said", 'the Front had claimed victory … "It is a lie."', None),
            ("the Front", "had claimed", "victory", 0),
        ],
    ),
    (
        '"The dam is gone," Vrel said.\n\nThe river rose.\n\n"Nobody came."',
        [("Vrel", "said", '"The dam is gone,"', None)],
    ),
    (
        "VREL: The dam held.\nMARR: It did not.",
        [("VREL", ":", "The dam held.", None), ("MARR", ":", "It did not.", None)],
    ),
    (
        "Q: Did the dam hold?\nA: It did.",
        [("", "Q", "Did the dam hold?", None), ("", "A", "It did.", None)],
    ),
]


@pytest.mark.parametrize(("text", "found"), TEXTS)
def test_statements_of(text: str, found: Found) -> None:
    assert found_in(text) == found


def test_who_reports_a_telling_stands_outside_it() -> None:
    found = found_in("Vrel told reporters that the bridge held, as Northern Wire reported.")
    assert ("Northern Wire", "reported", "Vrel told reporters that the bridge held", None) in found
