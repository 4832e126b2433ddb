"""Evasions by their wording: source, cue and content."""

from __future__ import annotations

import pytest

from sayso.tag.surface.evasion import find_asked, find_evasions
from sayso.tag.surface.sentences import split_sentences

Row = tuple[str | None, str, str]

FOUND: list[tuple[str, Row]] = [
    ("There was no comment from Vrel on Monday.", ("Vrel", "There was no", "comment")),
    (
        "There was no immediate comment from the ministry.",
        ("the ministry", "There was no immediate", "comment"),
    ),
    (
        "There was no comment from Kigali on the raid.",
        ("Kigali", "There was no comment", "on the raid"),
    ),
    (
        "The town lay dark, with no official response from the Front.",
        ("the Front", "with no official", "response"),
    ),
    (
        "There has been no immediate response to the charge from Vrel on Monday.",
        ("Vrel", "There has been no immediate response", "to the charge"),
    ),
    (
        "Asked on Wednesday about the dam, Marr declined to comment.",
        ("Marr", "declined to comment", "about the dam"),
    ),
    (
        "Marr, asked about the dam, declined to comment.",
        ("Marr", "declined to comment", "about the dam"),
    ),
    (
        "Asked whether anyone would resign, Vrel refused to comment.",
        ("Vrel", "refused to comment", "whether anyone would resign"),
    ),
    (
        "Marr declined to comment when asked whether he would resign.",
        ("Marr", "declined to comment", "whether he would resign"),
    ),
    ("Marr declined to comment on the raid.", ("Marr", "declined", "to comment on the raid")),
    ("Marr declined to comment.", ("Marr", "declined", "to comment")),
    ("The ministry declined to comment on Monday.", ("The ministry", "declined", "to comment")),
    (
        "Ivo Marr, a spokesman for the Front, declined to comment.",
        ("Ivo Marr, a spokesman for the Front", "declined", "to comment"),
    ),
    (
        "A spokeswoman for the mayor has declined to comment, citing the inquiry.",
        ("A spokeswoman for the mayor", "has declined", "to comment"),
    ),
    (
        "Marr, who declined to comment on the strike, left.",
        ("Marr", "declined", "to comment on the strike"),
    ),
    ("The army shelled the dam and Marr declined to comment.", ("Marr", "declined", "to comment")),
    (
        "The ministry and the Front declined to comment.",
        ("The ministry and the Front", "declined", "to comment"),
    ),
    (
        "But on Monday Vrel declined an interview request.",
        ("Vrel", "declined", "an interview request"),
    ),
    (
        "The ministry refused to say whether the Front had fired.",
        ("The ministry", "refused to say", "whether the Front had fired"),
    ),
    (
        "Marr would not say exactly how many had died.",
        ("Marr", "would not say", "how many had died"),
    ),
    ("He wouldn’t say who led it, but smiled.", ("He", "wouldn’t say", "who led it")),
    (
        "“It was hit,” Vrel said, but she would not say by whom.",
        ("she", "would not say", "by whom"),
    ),
    (
        "Officials did not disclose when the bridge would open.",
        ("Officials", "did not disclose", "when the bridge would open"),
    ),
    (
        "Vrel confirmed the raid but declined to say who led it.",
        (None, "declined to say", "who led it"),
    ),
    (
        "The ministry did not immediately respond to a request for comment.",
        ("The ministry", "did not immediately respond to", "a request for comment"),
    ),
    (
        "The Front did not respond to repeated requests for comment about the raid.",
        ("The Front", "did not respond to", "repeated requests for comment about the raid"),
    ),
    (
        "The company that owns the dam did not return calls seeking comment.",
        ("The company that owns the dam", "did not return", "calls seeking comment"),
    ),
    (
        "The Front has yet to comment on the raid.",
        ("The Front", "has yet to comment", "on the raid"),
    ),
    (
        "Spokesman Ivo Marr did not comment on the toll, but said the road was open.",
        ("Spokesman Ivo Marr", "did not comment", "on the toll"),
    ),
    ("Vrel would not be drawn on the dam.", ("Vrel", "would not be drawn", "on the dam")),
    ("Vrel refused to be drawn on the dam.", ("Vrel", "refused", "to be drawn on the dam")),
    ("Marr dodged a question about the dam.", ("Marr", "dodged a question", "about the dam")),
    (
        "The minister sidestepped reporters' questions.",
        ("The minister", "sidestepped", "reporters' questions"),
    ),
    (
        "Vrel brushed aside questions about the raid on Monday.",
        ("Vrel", "brushed aside questions", "about the raid"),
    ),
    (
        "The army referred questions about the raid to the ministry.",
        ("The army", "referred", "questions about the raid"),
    ),
    ("The army referred all questions to the ministry.", ("The army", "referred", "all questions")),
    ("The Front had no comment on the strike.", ("The Front", "had no comment", "on the strike")),
    ("The Front had no immediate comment.", ("The Front", "had no immediate comment", "comment")),
    (
        "The Front neither confirmed nor denied the raid.",
        ("The Front", "neither confirmed nor denied", "the raid"),
    ),
    (
        "The Front would neither confirm nor deny the raid.",
        ("The Front", "would neither confirm nor deny", "the raid"),
    ),
    (
        "The Front refused to confirm or deny the raid.",
        ("The Front", "refused to confirm or deny", "the raid"),
    ),
    (
        "Vrel avoided saying whether the dam was hit.",
        ("Vrel", "avoided saying", "whether the dam was hit"),
    ),
    ("Marr would not discuss the talks.", ("Marr", "would not discuss", "the talks")),
    ("Marr could not be reached for comment.", ("Marr", "could not be reached for", "comment")),
    (
        "Marr was not immediately available for comment.",
        ("Marr", "was not immediately available for", "comment"),
    ),
    ("The Front remained silent on the raid.", ("The Front", "remained silent", "on the raid")),
]

NOTHING = [
    "There was no response from the crew.",
    "There was no immediate comment from anybody who was there.",
    "If there was no comment from Vrel, we would print.",
    "Was there no comment from Vrel?",
    "There was comment from Marr.",
    "There was no immediate help from the ministry.",
    "Officials did not say when the bridge would open.",
    "The fans could not say whose it was.",
    "The wind changed the course of the fire.",
    "If Marr declined to comment, we would print.",
    "Unless the ministry refuses to comment, we wait.",
    "Marr may refuse to comment.",
    "Marr was right to decline to comment.",
    "Did Marr decline to comment?",
    "Why would Vrel not say who fired?",
    "Marr did not decline to comment.",
    "The patient did not respond to treatment.",
    "The pump did not respond.",
    "Vrel did not answer the door.",
    "The boat did not return.",
    "Vrel ducked under the rope.",
    "The driver dodged the shells.",
    "The bus avoided the square.",
    "Vrel referred to the report on Monday.",
    "The doctor referred the patient to a clinic.",
    "The road was directed to the river.",
    "The army refused to leave.",
    "The Front refused the offer.",
    "The number of calls declined to three.",
    "Vrel did not attend the talks.",
    "The team drew with Orlitsa.",
    "The guns remained silent.",
    "Vrel said the dam had failed.",
    "The ministry commented on the raid.",
    "Marr answered questions about the dam.",
    "It could not be moved.",
    "He did not say that the dam had failed.",
    "The water was not available for weeks.",
]


def rows(text: str) -> list[Row]:
    return [
        (text[slice(*f.source)] if f.source else None, text[slice(*f.cue)], text[slice(*f.content)])
        for f in find_evasions(text, split_sentences(text))
    ]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_evasions(text: str, found: Row) -> None:
    assert rows(text) == [found]


@pytest.mark.parametrize("text", NOTHING)
def test_no_evasion(text: str) -> None:
    assert rows(text) == []


ASKED = [
    ("Asked on Monday about the dam, Vrel said: “No comment.”", "No comment", "about the dam"),
    (
        "“No comment,” said Vrel when asked whether the dam held.",
        "No comment",
        "whether the dam held",
    ),
    ("Pressed over the toll this week, Vrel left.", "Vrel", "over the toll"),
    ("Asked on Monday, Vrel said: “No comment.”", "No comment", None),
    ("Vrel asked Marr to stay and said no more.", "Vrel", None),
    # The answer itself asks nothing.
    ("“I was asked about the dam,” Vrel said.", "I was asked about the dam", None),
]


@pytest.mark.parametrize(("text", "answer", "asked"), ASKED)
def test_what_was_asked(text: str, answer: str, asked: str | None) -> None:
    start = text.index(answer)
    found = find_asked(text, (0, len(text)), (start, start + len(answer)))
    assert (text[slice(*found)] if found else None) == asked


def test_two_in_one_text_are_told_apart_and_in_order() -> None:
    text = "Vrel declined to comment. Marr dodged questions about the dam."
    assert [row[0] for row in rows(text)] == ["Vrel", "Marr"]


def test_only_the_given_sentences_are_read() -> None:
    text = "Vrel declined to comment. Marr dodged questions about the dam."
    assert [text[slice(*f.cue)] for f in find_evasions(text, [(26, len(text))])] == [
        "dodged questions"
    ]
