"""Where a content ends and the narrator goes on, what answers nothing, and when it was said."""

from __future__ import annotations

import pytest

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import joined_text, paragraphs
from sayso.tag import tagger_named

PARSER = english_parser()
TAG = tagger_named("rules")

Told = tuple[str, str, str]


def told(text: str) -> list[Told]:
    found = TAG(ParsedText(text, paragraphs(text), PARSER))
    return [(joined_text(a.source), joined_text(a.cue), joined_text(a.content)) for a in found]


CONTENTS = [
    # The narrator's: a saying of somebody else's, or what happened meanwhile.
    ("Vrel said the dam had held, as rescue teams searched the valley.", "the dam had held"),
    ("Vrel said the dam would hold, even as water spilled over it.", "the dam would hold"),
    ("Vrel said the bridge was safe, after the army closed the road.", "the bridge was safe"),
    (
        "Vrel said the bridge was safe, while the union said it would strike.",
        "the bridge was safe",
    ),
    # The speaker's own: no comma, a contrast, reported time, a pronoun, a quotation.
    (
        "Vrel said the road would stay closed after the flood receded.",
        "the road would stay closed after the flood receded",
    ),
    ("Vrel said prices rose, while wages fell.", "prices rose, while wages fell"),
    (
        "Vrel said the dam had burst, as the pumps had failed.",
        "the dam had burst, as the pumps had failed",
    ),
    ("Vrel said the road was shut, as it flooded.", "the road was shut, as it flooded"),
    (
        "“The dam burst, as the guards slept,” Vrel said.",
        "“The dam burst, as the guards slept,”",
    ),
]


@pytest.mark.parametrize(("text", "content"), CONTENTS)
def test_content_ends_where_the_narrator_goes_on(text: str, content: str) -> None:
    assert told(text)[0][2] == content


def test_verb_noun_and_narrator_each_keep_their_own() -> None:
    text = (
        "Orlitsa has rejected accusations that its forces attacked a ferry in the strait, "
        "as Velm said it was weighing a response."
    )
    assert told(text) == [
        (
            "Orlitsa",
            "has rejected",
            "accusations that its forces attacked a ferry in the strait",
        ),
        ("", "accusations", "that its forces attacked a ferry in the strait"),
        ("Velm", "said", "it was weighing a response"),
    ]


def test_crowds_that_gather_say_nothing() -> None:
    text = "Vrel condemned the attack, as crowds gathered outside the ministry."
    assert told(text) == [("Vrel", "condemned", "the attack")]


NON_ANSWERS = [
    (
        "Asked whether Orlitsa would allow inspectors on board, Vrel said: “No comment.”",
        ("Vrel", "said … “No comment.”", "whether Orlitsa would allow inspectors on board"),
    ),
    (
        "Asked about the leak, Vrel said: “I won’t go into that.”",
        ("Vrel", "said … “I won’t go into that.”", "about the leak"),
    ),
    (
        "“I have nothing to add,” Vrel said when asked about the leak.",
        ("Vrel", "“I have nothing to add,” … said", "about the leak"),
    ),
    (
        "Asked whether he would resign, Vrel told reporters he had nothing to add.",
        ("Vrel", "told … he had nothing to add", "whether he would resign"),
    ),
    (
        "Asked if she blamed the operator, Vrel said: “No comment.”",
        ("Vrel", "said … “No comment.”", "if she blamed the operator"),
    ),
    # An answer, or more than no answer; or no matter asked about.
    (
        "Asked about the leak, Vrel said: “No comment. The dam is safe.”",
        ("Vrel", "said", "“No comment. The dam is safe.”"),
    ),
    ("Asked whether he would resign, Vrel said: “No.”", ("Vrel", "said", "“No.”")),
    (
        "Asked about the leak, Vrel said there was nothing to add to the water.",
        ("Vrel", "said", "there was nothing to add to the water"),
    ),
    ("Vrel said: “No comment.”", ("Vrel", "said", "“No comment.”")),
]


@pytest.mark.parametrize(("text", "expected"), NON_ANSWERS)
def test_what_answers_nothing_belongs_to_the_cue(text: str, expected: Told) -> None:
    assert told(text) == [expected]


TIMES = [
    ("The coastguard earlier put the number of injured at seven.", "put"),
    ("Vrel previously denied the report.", "denied"),
    ("Vrel later added that the water was clean.", "later added"),
    ("Vrel had earlier said the dam was safe.", "had earlier said"),
]


@pytest.mark.parametrize(("text", "cue"), TIMES)
def test_earlier_before_a_cue_only_tells_when(text: str, cue: str) -> None:
    assert [c for _, c, _ in told(text)] == [cue]


PLEAS = [
    (
        "Holt pleaded not guilty on Monday to charges that she took bribes.",
        ("Holt", "pleaded not guilty", "charges that she took bribes"),
    ),
    ("Holt pleaded guilty to fraud.", ("Holt", "pleaded guilty", "fraud")),
    ("Holt has pleaded not guilty.", ("Holt", "has pleaded", "not guilty")),
    ("Holt pleaded for mercy.", ("Holt", "pleaded for", "mercy")),
]


@pytest.mark.parametrize(("text", "expected"), PLEAS)
def test_a_plea_answers_the_charges(text: str, expected: Told) -> None:
    assert told(text) == [expected]


CALLINGS = [
    ("The rider Ivo Brandt said he had lost.", "The rider Ivo Brandt"),
    ("The rider said Ivo Brandt had lost.", "The rider"),
]


@pytest.mark.parametrize(("text", "source"), CALLINGS)
def test_a_calling_and_its_name_are_one_speaker(text: str, source: str) -> None:
    assert told(text)[0][0] == source


def test_a_gerund_is_what_is_ruled_out() -> None:
    text = "Deputies demanded Orr's resignation. He has ruled out stepping down."
    assert told(text)[1] == ("He", "has ruled out", "stepping down")
