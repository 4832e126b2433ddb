"""Sentences that hold no statement at all."""

from __future__ import annotations

import pytest

from sayso.language.en.parse import english_parser
from sayso.language.parsed import ParsedText
from sayso.model import BlockKind, join_blocks, paragraphs
from sayso.tag import tagger_named

PARSER = english_parser()
TAG = tagger_named("rules")

NARRATED = [
    "The dam broke on Monday.",
    "Workers closed the spillway and the town of Orlitsa was flooded.",
    "Orlitsa has a dam, a bridge and a mill.",
    "The river rises in the hills and reaches the sea at Orlitsa.",
    "The shelling of the dam began in April.",
    "What happened at the dam is unclear.",
    "Prices rose 3 percent in May.",
    "The report was 40 pages long.",
    "The answer came on Tuesday.",
    "The minister left without a word.",
    "The two towns share a border.",
    "Marr called his brother in Orlitsa.",
    "The bus was ordered in 2019.",
    "The bridge was built according to plan.",
    "The village is known as Little Orlitsa.",
    "The clock shows noon.",
    "The map shows the dam.",
    "The gauge reads nine metres.",
    "The crew pointed the boat to the shore.",
]

DEEDS = [
    "Rebels attacked the convoy near Orlitsa.",
    "The dam was attacked by rebels.",
    "The Front's attack on the dam lasted two days.",
    "The army held the bridge for two days.",
    "The storm threatened the dam.",
    "A shell slammed into the bridge.",
    "The guns targeted the mill.",
    "The army challenged the Front at the bridge.",
]

IMAGINED = [
    "If he says the dam is gone, we will leave.",
    "If Vrel denies the strike, nobody will believe her.",
    "Unless the Front admits the shelling, the talks will end.",
    "The minister may announce a ceasefire.",
    "The minister might deny the report.",
    "The minister could confirm the strike on Tuesday.",
    "Vrel would say that the dam is gone.",
    "Vrel will announce the result on Friday.",
    "The Front should admit the shelling.",
    "Will they admit that they fired?",
    "Did the minister say that the dam was safe?",
    "Has the Front denied the shelling?",
    "Who said that the dam was gone?",
    "Say that the dam is gone and they will laugh.",
    "Let him say that the dam is gone.",
    "To say that the dam is gone is easy.",
    "It would be wrong to say that the dam is safe.",
    "The question is whether the dam will hold.",
]

NOBODYS = [
    "Nobody said that the dam was gone.",
    "None of the officials confirmed the strike.",
    "No official confirmed the strike.",
    "Neither side admitted the shelling.",
]

IN_QUOTATION_MARKS = [
    'He read "The Long Dam" on the train.',
    'She sang "River of Stones" at the fair.',
    'The play "A Bridge Too Wide" opens in Orlitsa on Friday.',
    'The band played "Water Song" and "Stone Song".',
    'He wrote "The Long Dam" in Orlitsa.',
    'The so-called "ghost dam" lies north of Orlitsa.',
    'The "temporary" bridge has stood for forty years.',
    'Ivo "the Hammer" Marr walked to the bridge.',
    'The train was called "Northern Star".',
    "The ’90s were hard for the soldiers’ families.",
]

LABELS = [
    "UPDATE: The dam has been closed.",
    "Note: The bridge is closed on Sundays.",
    "Open: Monday to Friday",
]


@pytest.mark.parametrize(
    "text", [*NARRATED, *DEEDS, *IMAGINED, *NOBODYS, *IN_QUOTATION_MARKS, *LABELS]
)
def test_no_statement(text: str) -> None:
    assert TAG(ParsedText(text, paragraphs(text), PARSER)) == ()


@pytest.mark.parametrize("kind", [BlockKind.TITLE, BlockKind.CREDIT])
def test_headlines_and_credits_are_left_alone(kind: BlockKind) -> None:
    text, blocks = join_blocks(
        [
            (kind, "Hana Vrel said the dam was hit"),
            (BlockKind.BODY, "The river rose in the night."),
            (BlockKind.CAPTION, "Ivo Marr says the bridge held."),
        ]
    )
    found = TAG(ParsedText(text, blocks, PARSER))
    assert [a.source[0].text for a in found] == ["Ivo Marr"]
