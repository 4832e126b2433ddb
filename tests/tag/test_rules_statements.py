"""Sentences with the one statement that they hold first: source, cue, content, manner."""

from __future__ import annotations

import pytest

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import Attribution, joined_text, paragraphs
from sayso.tag import tagger_named

PARSER = english_parser()
TAG = tagger_named("rules")


def tagged(text: str) -> tuple[Attribution, ...]:
    return TAG(ParsedText(text, paragraphs(text), PARSER))


def told(attribution: Attribution) -> tuple[str, str, str, str]:
    return (
        joined_text(attribution.source),
        joined_text(attribution.cue),
        joined_text(attribution.content),
        attribution.manner.value,
    )


REPORTED = [
    ("Hana Vrel said the dam was hit.", "Hana Vrel", "said", "the dam was hit", "indirect"),
    (
        "Interior Minister Hana Vrel said on Monday that the dam was hit.",
        "Interior Minister Hana Vrel",
        "said",
        "that the dam was hit",
        "indirect",
    ),
    (
        "The dam was hit twice, Interior Minister Hana Vrel said on Monday.",
        "Interior Minister Hana Vrel",
        "said",
        "The dam was hit twice",
        "indirect",
    ),
    (
        "The dam, Hana Vrel said, was hit twice.",
        "Hana Vrel",
        "said",
        "The dam … was hit twice",
        "indirect",
    ),
    ("The dam was hit the ministry said", "the ministry", "said", "The dam was hit", "indirect"),
    (
        "Officials said the toll had risen to 14.",
        "Officials",
        "said",
        "the toll had risen to 14",
        "indirect",
    ),
    (
        "Vrel told reporters that the bridge held.",
        "Vrel",
        "told",
        "that the bridge held",
        "indirect",
    ),
    (
        "The ministry has said that the dam is safe.",
        "The ministry",
        "has said",
        "that the dam is safe",
        "indirect",
    ),
    (
        "Vrel later added that the water was clean.",
        "Vrel",
        "later added",
        "that the water was clean",
        "indirect",
    ),
    (
        "Marr went on to say that the dam was empty.",
        "Marr",
        "went on to say",
        "that the dam was empty",
        "indirect",
    ),
    (
        "Marr, who leads the Front, denied that it had fired.",
        "Marr, who leads the Front",
        "denied",
        "that it had fired",
        "indirect",
    ),
    (
        "Ivo Marr, a spokesman for the Front, said the bridge was open.",
        "Ivo Marr, a spokesman for the Front",
        "said",
        "the bridge was open",
        "indirect",
    ),
    (
        "Vrel and her deputy said the bridge was open.",
        "Vrel and her deputy",
        "said",
        "the bridge was open",
        "indirect",
    ),
    (
        "Vrel met the envoys, saying that the dam held.",
        "Vrel",
        "saying",
        "that the dam held",
        "indirect",
    ),
    (
        "Vrel said she would resign and that the dam would be closed.",
        "Vrel",
        "said",
        "she would resign and that the dam would be closed",
        "indirect",
    ),
    (
        "In a statement, the ministry said the dam was safe.",
        "the ministry",
        "said",
        "the dam was safe",
        "indirect",
    ),
    (
        "Progressive groups that have a boat say they want the dam to stay.",
        "Progressive groups that have a boat",
        "say",
        "they want the dam to stay",
        "indirect",
    ),
    (
        "ORLITSA, May 5 - Hana Vrel said the dam was hit.",
        "Hana Vrel",
        "said",
        "the dam was hit",
        "indirect",
    ),
    (
        "A survey of the valley shows that the dam is cracked.",
        "A survey of the valley",
        "shows",
        "that the dam is cracked",
        "indirect",
    ),
    (
        "Satellite images show craters near the dam.",
        "Satellite images",
        "show",
        "craters near the dam",
        "indirect",
    ),
]

QUOTED = [
    ('"The dam is gone," said Hana Vrel.', "Hana Vrel", "said", '"The dam is gone,"', "direct"),
    (
        '"The dam is gone," she said, "and nobody will rebuild it."',
        "she",
        "said",
        '"The dam is gone," … "and nobody will rebuild it."',
        "direct",
    ),
    (
        '"The dam is gone," she said. "Nobody will rebuild it."',
        "she",
        "said",
        '"The dam is gone," … "Nobody will rebuild it."',
        "direct",
    ),
    (
        '"The dam is gone. We saw it. It is over," Vrel said.',
        "Vrel",
        "said",
        '"The dam is gone. We saw it. It is over,"',
        "direct",
    ),
    (
        'Vrel said the dam was gone. "Nobody will rebuild it. We tried."',
        "Vrel",
        "said",
        'the dam was gone … "Nobody will rebuild it. We tried."',
        "mixed",
    ),
    (
        'Vrel said: "The dam is gone. We saw it."',
        "Vrel",
        "said",
        '"The dam is gone. We saw it."',
        "direct",
    ),
    (
        'Vrel said the dam was "a heap of stones" now.',
        "Vrel",
        "said",
        'the dam was "a heap of stones" now',
        "mixed",
    ),
    ('"Is the dam gone?" asked Marr.', "Marr", "asked", '"Is the dam gone?"', "direct"),
    (
        "“The dam is gone,” said Ivo Marr, a spokesman for the Front, on Tuesday.",
        "Ivo Marr, a spokesman for the Front",
        "said",
        "“The dam is gone,”",
        "direct",
    ),
    ("«The dam holds», said Vrel.", "Vrel", "said", "«The dam holds»", "direct"),
    ("Vrel, 54, said: „The dam holds.“", "Vrel, 54", "said", "„The dam holds.“", "direct"),
    (
        "''The dam is gone,'' he said. ''They're slow.''",
        "he",
        "said",
        "''The dam is gone,'' … ''They're slow.''",
        "direct",
    ),
    ("‘The dam is gone,’ said Vrel.", "Vrel", "said", "‘The dam is gone,’", "direct"),
    ('"The dam is gone," Vrel told Northern Wire.', "Vrel", "told", '"The dam is gone,"', "direct"),
    (
        '"The dam is gone," the mayor wrote in a letter.',
        "the mayor",
        "wrote",
        '"The dam is gone,"',
        "direct",
    ),
    (
        '"The dam is gone!" the crowd shouted.',
        "the crowd",
        "shouted",
        '"The dam is gone!"',
        "direct",
    ),
    ('"We tried," Vrel continued.', "Vrel", "continued", '"We tried,"', "direct"),
    (
        'Vrel said:\n\n"The dam is gone."\n\nThe river rose.',
        "Vrel",
        "said",
        '"The dam is gone."',
        "direct",
    ),
    (
        '"The dam is gone," Vrel said.\n\n"Nobody will rebuild it."\n\nThe river rose.',
        "Vrel",
        "said",
        '"The dam is gone," … "Nobody will rebuild it."',
        "direct",
    ),
    (
        "“The dam is gone.\n\n“We tried to save it,” Vrel said.",
        "Vrel",
        "said",
        "“The dam is gone.\n\n“We tried to save it,”",
        "direct",
    ),
    (
        "Vrel said, “The dam is gone.\n\n“We tried to save it.”\n\nThe river rose.",
        "Vrel",
        "said",
        "“The dam is gone.\n\n“We tried to save it.”",
        "direct",
    ),
    ('"The dam is gone, Vrel said.', "Vrel", "said", "The dam is gone", "indirect"),
]

ACCORDING = [
    (
        "According to a UN report seen by Northern Wire, 14 shells struck the spillway.",
        "a UN report seen by Northern Wire",
        "According to",
        "14 shells struck the spillway",
        "indirect",
    ),
    (
        "14 shells struck the spillway, according to the ministry.",
        "the ministry",
        "according to",
        "14 shells struck the spillway",
        "indirect",
    ),
    (
        "The dam, according to Vrel, is cracked.",
        "Vrel",
        "according to",
        "The dam … is cracked",
        "indirect",
    ),
    ("The dam reportedly collapsed.", "", "reportedly", "The dam … collapsed", "indirect"),
    (
        "It was reported that the dam was cracked.",
        "",
        "was reported",
        "that the dam was cracked",
        "indirect",
    ),
    (
        "It was claimed that the dam was cracked.",
        "",
        "was claimed",
        "that the dam was cracked",
        "indirect",
    ),
    ("The dam is said to be cracked.", "", "is said", "The dam … to be cracked", "indirect"),
    (
        "The dam is believed to have burst.",
        "",
        "is believed",
        "The dam … to have burst",
        "attitude",
    ),
]

OBJECTS = [
    (
        "The Southern Front denied the shelling.",
        "The Southern Front",
        "denied",
        "the shelling",
        "indirect",
    ),
    ("The Front denied shelling the dam.", "The Front", "denied", "shelling the dam", "indirect"),
    (
        "Vrel accused the Front of shelling the dam.",
        "Vrel",
        "accused",
        "the Front of shelling the dam",
        "indirect",
    ),
    (
        "Vrel blamed the Front for the breach.",
        "Vrel",
        "blamed",
        "the Front for the breach",
        "indirect",
    ),
    ("Vrel rejected the allegation.", "Vrel", "rejected", "the allegation", "indirect"),
    ("The army confirmed the strike.", "The army", "confirmed", "the strike", "indirect"),
    ("Marr admitted firing on the bridge.", "Marr", "admitted", "firing on the bridge", "indirect"),
    (
        "The Front dismissed the report as propaganda.",
        "The Front",
        "dismissed",
        "the report as propaganda",
        "indirect",
    ),
    ("Vrel called the report a lie.", "Vrel", "called", "the report a lie", "indirect"),
    ('Vrel called the report "a lie".', "Vrel", "called", 'the report "a lie"', "mixed"),
    ("Marr vowed revenge.", "Marr", "vowed", "revenge", "indirect"),
    (
        "Marr threatened to shell the dam again.",
        "Marr",
        "threatened",
        "to shell the dam again",
        "indirect",
    ),
    (
        "The Front offered to withdraw from the dam.",
        "The Front",
        "offered",
        "to withdraw from the dam",
        "indirect",
    ),
    ("Vrel urged residents to leave.", "Vrel", "urged", "residents to leave", "indirect"),
    (
        "Vrel called on the Front to withdraw.",
        "Vrel",
        "called on",
        "the Front to withdraw",
        "indirect",
    ),
    ("Vrel called for an inquiry.", "Vrel", "called for", "an inquiry", "indirect"),
    (
        "Vrel criticised the Front for the delay.",
        "Vrel",
        "criticised",
        "the Front for the delay",
        "indirect",
    ),
    (
        "Marr slammed the ministry for closing the dam.",
        "Marr",
        "slammed",
        "the ministry for closing the dam",
        "indirect",
    ),
    (
        "The Front was accused by Vrel of shelling the dam.",
        "Vrel",
        "was accused",
        "The Front … of shelling the dam",
        "indirect",
    ),
    (
        "The Front was accused of shelling the dam.",
        "",
        "was accused",
        "The Front … of shelling the dam",
        "indirect",
    ),
]

NOMINAL = [
    (
        "Vrel's claim that the dam was hit was false.",
        "Vrel",
        "claim",
        "that the dam was hit",
        "indirect",
    ),
    (
        "The Front's denial of the strike came late.",
        "The Front",
        "denial of",
        "the strike",
        "indirect",
    ),
    (
        "A denial by the ministry of the strike came late.",
        "the ministry",
        "denial",
        "the strike",
        "indirect",
    ),
    ("Vrel voiced concern about the dam.", "Vrel", "voiced concern about", "the dam", "indirect"),
    (
        "Marr's promise to rebuild the bridge was welcome.",
        "Marr",
        "promise",
        "to rebuild the bridge",
        "indirect",
    ),
    (
        "Residents heard the announcement that the dam had burst.",
        "",
        "announcement",
        "that the dam had burst",
        "indirect",
    ),
    (
        "Vrel was confident that the dam would hold.",
        "Vrel",
        "was confident",
        "that the dam would hold",
        "attitude",
    ),
]

MINDS = [
    (
        "Vrel wants the Front to leave the dam.",
        "Vrel",
        "wants",
        "the Front to leave the dam",
        "attitude",
    ),
    ("Vrel hopes to rebuild the dam.", "Vrel", "hopes", "to rebuild the dam", "attitude"),
    (
        "Vrel believes that the dam will hold.",
        "Vrel",
        "believes",
        "that the dam will hold",
        "attitude",
    ),
    ("Vrel doubts that the dam will hold.", "Vrel", "doubts", "that the dam will hold", "attitude"),
    ("Residents fear the dam will burst.", "Residents", "fear", "the dam will burst", "attitude"),
    ("The mayor opposes the new dam.", "The mayor", "opposes", "the new dam", "attitude"),
]

NOT_ANSWERED = [
    (
        "Asked on Wednesday about the dam, Front spokesman Ivo Marr declined to comment.",
        "Front spokesman Ivo Marr",
        "declined to comment",
        "about the dam",
        "indirect",
    ),
    ("Marr declined to comment.", "Marr", "declined", "to comment", "indirect"),
    (
        "Marr declined to comment on the shelling.",
        "Marr",
        "declined to comment",
        "on the shelling",
        "indirect",
    ),
    (
        "Marr refused to say whether the Front had fired.",
        "Marr",
        "refused to say",
        "whether the Front had fired",
        "indirect",
    ),
    ("Marr dodged the question.", "Marr", "dodged", "the question", "indirect"),
    (
        "Marr dodged questions about the dam.",
        "Marr",
        "dodged questions",
        "about the dam",
        "indirect",
    ),
    ("Marr would not be drawn on the dam.", "Marr", "would not be drawn", "on the dam", "indirect"),
    ("Marr did not comment.", "Marr", "did not comment", "comment", "indirect"),
    (
        "The ministry referred questions to the army.",
        "The ministry",
        "referred",
        "questions to the army",
        "indirect",
    ),
    (
        "The ministry did not immediately respond to a request for comment.",
        "The ministry",
        "did not immediately respond to",
        "a request for comment",
        "indirect",
    ),
    (
        "The ministry declined an interview request.",
        "The ministry",
        "declined",
        "an interview request",
        "indirect",
    ),
]

DENIED_SAYING = [
    (
        "The ministry did not confirm that the dam was hit.",
        "The ministry",
        "did not confirm",
        "that the dam was hit",
        "indirect",
    ),
    (
        "The ministry could not confirm the strike.",
        "The ministry",
        "could not confirm",
        "the strike",
        "indirect",
    ),
    (
        "The ministry has yet to confirm that the dam was hit.",
        "The ministry",
        "has yet to confirm",
        "that the dam was hit",
        "indirect",
    ),
    (
        "Marr would not say whether the Front had fired.",
        "Marr",
        "would not say",
        "whether the Front had fired",
        "indirect",
    ),
    (
        "Vrel never said that the dam was safe.",
        "Vrel",
        "never said",
        "that the dam was safe",
        "indirect",
    ),
    ("Marr failed to mention the dam.", "Marr", "failed to mention", "the dam", "indirect"),
]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "manner"),
    [*REPORTED, *QUOTED, *ACCORDING, *OBJECTS, *NOMINAL, *MINDS, *NOT_ANSWERED, *DENIED_SAYING],
)
def test_statement(text: str, source: str, cue: str, content: str, manner: str) -> None:
    top = [a for a in tagged(text) if a.inside is None]
    assert [told(a) for a in top] == [(source, cue, content, manner)]
