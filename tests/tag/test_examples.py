"""How many rows of the example table each tagger holds, by kind; and rows that measure nothing."""

from __future__ import annotations

from functools import cache

import pytest
from examples_table import KINDS, Example, Tally, example_of, faults, load_examples, tallies

from sayso.errors import InputError
from sayso.language.en.parse import english_parser
from sayso.model import Attribution, Manner, Span
from sayso.tag import tagger_named

# Rows that hold, by tagger and kind: what it reached when measured. Raise a floor with the tagger.
FLOORS = {
    "rules": {
        "nested": 49,
        "not_said": 74,
        "evasion": 42,
        "direct": 65,
        "transcript": 27,
        "narrator": 45,
    },
    "encoder": {
        "nested": 55,
        "not_said": 76,
        "evasion": 49,
        "direct": 72,
        "transcript": 42,
        "narrator": 48,
    },
}

LEAST_ROWS = {
    "nested": 60,
    "not_said": 70,
    "evasion": 40,
    "direct": 70,
    "transcript": 40,
    "narrator": 50,
}


@cache
def measured(tagger: str) -> dict[str, Tally]:
    return tallies(tagger_named(tagger), english_parser(), load_examples())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tagger", FLOORS)
def test_rows_that_hold(tagger: str, kind: str) -> None:
    tally = measured(tagger)[kind]
    failing = "\n".join(tally.failing)
    assert tally.held >= FLOORS[tagger][kind], f"{tally.held} of {tally.total} hold\n{failing}"


@pytest.mark.parametrize("kind", KINDS)
def test_enough_rows_to_measure_by(kind: str) -> None:
    assert sum(example.kind == kind for example in load_examples()) >= LEAST_ROWS[kind]


TEXT = "Lise Hamm said the quay was wet. The quay sank."
FOUND = {"source": "Lise Hamm", "cue": "said", "content": "the quay was wet"}

BROKEN: list[tuple[dict[str, object], str]] = [
    ({"silent": True}, "no text"),
    ({"text": TEXT}, "asks for nothing"),
    ({"text": TEXT, "silent": True, "never": ["The quay sank"]}, "silence and more"),
    ({"text": TEXT, "quiet": True}, "unknown keys"),
    ({"text": TEXT, "silent": "yes"}, "wrong type"),
    ({"text": TEXT, "find": [FOUND | {"source": "Lisa Hamm"}]}, "'Lisa Hamm' is not in the text"),
    ({"text": TEXT, "find": [FOUND | {"cue": "says"}]}, "'says' is not in the text"),
    ({"text": TEXT, "find": [FOUND | {"content": "the quay was dry"}]}, "is not in the text"),
    ({"text": TEXT, "find": [FOUND | {"content": "the quay … dry"}]}, "'dry' is not in the text"),
    ({"text": TEXT, "find": [FOUND | {"content": "quay"}]}, "'quay' stands there 2 times"),
    ({"text": TEXT, "find": [FOUND | {"content": ""}]}, "bad statement"),
    ({"text": TEXT, "find": [FOUND | {"spaker": "Hamm"}]}, "bad statement"),
    ({"text": TEXT, "find": [FOUND | {"content": "he quay"}]}, "'he quay' is not in the text"),
    ({"text": TEXT, "find": [FOUND | {"inside": "Lise Hamm"}]}, "no statement of 'Lise Hamm'"),
    ({"text": TEXT, "never": ["The quay burned"]}, "'The quay burned' is not in the text"),
    ({"text": TEXT, "never": [" … "]}, "is not in the text"),
]


@pytest.mark.parametrize(("row", "problem"), BROKEN)
def test_a_broken_row_is_refused(row: dict[str, object], problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        example_of("nested", row)


def spans(text: str, *strings: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(s), text.index(s) + len(s), s) for s in strings)


def said(text: str, source: str, cue: str, *content: str, inside: int | None = None) -> Attribution:
    by = spans(text, source) if source else ()
    return Attribution(by, spans(text, cue), spans(text, *content), Manner.INDIRECT, inside)


CHAIN = "Hamm said Brook had denied that the old stone quay was wet."
NESTED = example_of(
    "nested",
    {
        "text": CHAIN,
        "find": [
            {"source": "Hamm", "content": "Brook had denied that the old stone quay was wet"},
            {
                "source": "Brook",
                "cue": "had denied",
                "content": "the old stone quay was wet",
                "inside": "Hamm",
            },
        ],
    },
)
OUTER = said(CHAIN, "Hamm", "said", "Brook had denied that the old stone quay was wet")
SIDE = example_of("direct", {"text": TEXT, "find": [FOUND], "never": ["The quay sank"]})
SILENT = example_of("narrator", {"text": TEXT, "silent": True})
WHOLE = TEXT.removeprefix("Lise Hamm said ")

JUDGED: list[tuple[Example, list[Attribution], bool]] = [
    (NESTED, [OUTER, said(CHAIN, "Brook", "denied", "that the old stone quay", inside=0)], True),
    (NESTED, [said(CHAIN, "Brook", "denied", "the old stone quay was wet", inside=1), OUTER], True),
    (NESTED, [OUTER, said(CHAIN, "Brook", "denied", "the old stone quay was wet")], False),
    (NESTED, [OUTER, said(CHAIN, "Hamm", "denied", "the old stone quay was wet", inside=0)], False),
    (NESTED, [OUTER, said(CHAIN, "", "denied", "the old stone quay was wet", inside=0)], False),
    (NESTED, [OUTER, said(CHAIN, "Brook", "said", "the old stone quay was wet", inside=0)], False),
    (NESTED, [OUTER, said(CHAIN, "Brook", "denied", "quay was", inside=0)], False),
    (NESTED, [OUTER], False),
    (SIDE, [said(TEXT, "Hamm", "said", "the quay was wet")], True),
    (SIDE, [said(TEXT, "Hamm", "said", "the quay was wet", "quay sank")], True),
    (SIDE, [said(TEXT, "Hamm", "said", WHOLE)], False),
    (SIDE, [], False),
    (SILENT, [], True),
    (SILENT, [said(TEXT, "Hamm", "said", "the quay was wet")], False),
]


@pytest.mark.parametrize(("example", "found", "holds"), JUDGED)
def test_when_a_row_holds(example: Example, found: list[Attribution], holds: bool) -> None:
    assert (faults(example, found) == ()) is holds
