from __future__ import annotations

import pytest

from made_rows import make_party
from sayso.language.en.parse import parse
from sayso.link.phrases import LONGEST, phrase_of
from sayso.model import Act, Manner, Statement, paragraphs, span_of

VREL = make_party("Hana Vrel")
FRONT = make_party("Southern Front")


def phrase(content: str, party=VREL, *, before: str = "Hana Vrel said ") -> str | None:
    text = f"{before}{content}."
    span = span_of(text, len(before), len(before) + len(content))
    statement = Statement(
        "s",
        "a",
        Manner.INDIRECT,
        (),
        (),
        (span,),
        party,
        Act.ASSERT,
        None,
        (),
        (),
        (),
        None,
        1.0,
        "r",
    )
    return phrase_of(parse(text, paragraphs(text)), statement)


@pytest.mark.parametrize(
    ("content", "title"),
    [
        (
            "that the army had shelled the Orlitsa dam",
            "Whether the army had shelled the Orlitsa dam",
        ),
        (
            "that nine shells had hit the spillway and that two engineers were hurt",
            "Whether nine shells had hit the spillway",
        ),
        (
            "the ferry was carrying too many passengers",
            "Whether the ferry was carrying too many passengers",
        ),
    ],
)
def test_claims_become_questions(content, title):
    assert phrase(content) == title


@pytest.mark.parametrize(
    "content",
    [
        "that terrorists had shelled the Orlitsa dam",
        "that we had shelled the Orlitsa dam",
        "that the “so-called army” had shelled the dam",
    ],
)
def test_a_camps_words_stand_in_quotation_marks_with_their_speaker(content):
    title = phrase(content)
    assert title.startswith("Hana Vrel: “")
    assert title.endswith("”")


def test_a_noun_is_no_fact():
    title = phrase("the shelling of the Orlitsa dam", FRONT, before="The Southern Front denied ")
    assert title == "Southern Front on “the shelling of the Orlitsa dam”"


def test_an_intention_is_a_question():
    title = phrase("to free sixty captured soldiers", FRONT, before="The Southern Front offered ")
    assert title == "Whether Southern Front will free sixty captured soldiers"


@pytest.mark.parametrize(
    "content", ["it", "they heard it", "that its mortars had fired at Dravik", "no", "that he did"]
)
def test_what_names_nothing_is_no_title(content):
    assert phrase(content) is None


def test_long_titles_are_cut():
    content = "that the army had shelled the Orlitsa dam, " + "the bridge, the mill, " * 20
    assert len(phrase(content)) <= LONGEST + 1
