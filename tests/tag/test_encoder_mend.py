"""What the rules make of the network's attributions: evasions taken in, turns added, unsaid seen."""

from __future__ import annotations

import pytest
from surface_marks import unmarked

from sayso.model import Attribution, BlockKind, Manner, Span, paragraphs
from sayso.tag.encoder.mend import CONFIDENCE, Mending
from sayso.tag.layout import Range, make_layout

SURE = 0.9
Told = tuple[str | None, str, str, float]


def told(attribution: Attribution) -> Told:
    """Return source, cue and content as text, and how sure they are."""
    source = attribution.source[0].text if attribution.source else None
    content = " … ".join(span.text for span in attribution.content)
    return source, attribution.cue[0].text, content, attribution.confidence


def mending_of(marked: str, kind: BlockKind = BlockKind.BODY) -> tuple[Mending, list[Attribution]]:
    """Return the mending of a marked text and the attribution marked in it, if there is one."""
    text, marks = unmarked(marked)

    def spans(places: list[Range]) -> tuple[Span, ...]:
        return tuple(Span(start, end, text[start:end]) for start, end in places)

    source, cue, content = (spans(marks[role]) for role in "SCT")
    found = Attribution(source, cue, content, Manner.INDIRECT, confidence=SURE)
    return Mending(make_layout(text, paragraphs(text, kind))), [found] if content else []


COMPLETED: list[tuple[str, list[Told]]] = [
    ("[S Vrel] [C said] [T the dam held].", [("Vrel", "said", "the dam held", SURE)]),
    # Evasions that the network missed.
    (
        "Marr declined to comment on the raid.",
        [("Marr", "declined", "to comment on the raid", CONFIDENCE)],
    ),
    (
        "[S Vrel] [C said] [T the dam held]. Marr declined to comment.",
        [("Vrel", "said", "the dam held", SURE), ("Marr", "declined", "to comment", CONFIDENCE)],
    ),
    # One that it found gets what it lacks.
    (
        "Asked about the dam, [S Marr] [C declined] [T to comment].",
        [("Marr", "declined to comment", "about the dam", SURE)],
    ),
    (
        "Asked about the dam, Marr [C declined] [T to comment].",
        [("Marr", "declined to comment", "about the dam", SURE)],
    ),
    (
        "Asked about the dam, [S Marr] [C said]: [T “No comment.”]",
        [("Marr", "said", "about the dam", SURE)],
    ),
    ("[S Marr] [C said]: [T “No comment.”]", [("Marr", "said", "“No comment.”", SURE)]),
    (
        "Asked about the dam, [S Marr] [C said]: [T “I have no comment.”]",
        [("Marr", "said", "about the dam", SURE)],
    ),
    # An answer is no evasion, however short.
    (
        "Asked about the dam, [S Marr] [C said]: [T “No.”]",
        [("Marr", "said", "“No.”", SURE)],
    ),
    (
        "Asked whether he had a gun, [S Marr] [C said]: [T “I had.”]",
        [("Marr", "said", "“I had.”", SURE)],
    ),
    # Who is sent to somebody else is told nothing of him.
    (
        "Asked about the list, [S the ministry] [C referred] [T reporters to the army].",
        [("the ministry", "referred reporters", "about the list", SURE)],
    ),
    # What it knows better stays: whom it took for the source, and a content that names something.
    (
        "Asked about the dam, [S Ivo Marr of the Front] [C declined] [T to comment].",
        [("Ivo Marr of the Front", "declined to comment", "about the dam", SURE)],
    ),
    (
        "[S Marr] [C declined] [T to comment on the raid].",
        [("Marr", "declined", "to comment on the raid", SURE)],
    ),
    (
        "Asked about the dam, [S Marr] [C declined to comment] [T on the raid].",
        [("Marr", "declined to comment", "on the raid", SURE)],
    ),
    ("[S Marr] [C declined] [T to comment].", [("Marr", "declined", "to comment", SURE)]),
    # Turns of a transcript, each once.
    (
        "VREL: The dam held.\nMARR: It did not.",
        [("VREL", ":", "The dam held.", CONFIDENCE), ("MARR", ":", "It did not.", CONFIDENCE)],
    ),
    (
        "[S VREL][C :] [T The dam held].\nMARR: It did not.",
        [("VREL", ":", "The dam held", SURE), ("MARR", ":", "It did not.", CONFIDENCE)],
    ),
    # Another statement within a turn does not stand for it.
    (
        "VREL: [S Marr] [C said] [T the dam held].\nMARR: No.",
        [
            ("Marr", "said", "the dam held", SURE),
            ("VREL", ":", "Marr said the dam held.", CONFIDENCE),
            ("MARR", ":", "No.", CONFIDENCE),
        ],
    ),
    # A clause that another one's words interrupt.
    (
        "Rain fell. [S Vrel] [C said] [T that], according to Marr, the dam held! It did.",
        [("Vrel", "said", "that, according to Marr, the dam held", SURE)],
    ),
    ("[T That], [S Vrel] [C said], was so.", [("Vrel", "said", "That", SURE)]),
    ("The dam held.", []),
    ("", []),
]


@pytest.mark.parametrize(("marked", "expected"), COMPLETED)
def test_what_the_rules_add(marked: str, expected: list[Told]) -> None:
    mending, found = mending_of(marked)
    assert [told(a) for a in mending.completed(found)] == expected


def test_added_spans_are_the_texts() -> None:
    mending, _ = mending_of(
        "🌊 Asked about the dam, Marr declined to comment.\n\nMARR: No.\nVREL: No."
    )
    found = mending.completed([])
    assert len(found) == 3
    for attribution in found:
        assert all(span.quotes(mending.layout.text) for span in attribution.pieces)


def test_headlines_and_credits_are_not_read() -> None:
    for kind in (BlockKind.TITLE, BlockKind.CREDIT):
        mending, _ = mending_of("Marr declined to comment.", kind)
        assert mending.completed([]) == []
    mending, _ = mending_of("Marr declined to comment.", BlockKind.CAPTION)
    assert len(mending.completed([])) == 1


def test_a_turn_in_quotation_marks_is_direct() -> None:
    mending, _ = mending_of("“The dam held.”\n— Hana Vrel")
    assert [a.manner for a in mending.completed([])] == [Manner.DIRECT]


UNSAID = [
    "[S Vrel] did not [C say] [T that the dam was hit].",
    "[S Vrel] may [C announce] [T a ceasefire].",
    "The bridge fell. [S Nobody] [C said] [T that the dam was gone].",
    "Vrel spoke of the dam.\n\n[S Vrel] never [C said] [T the dam was hit].",
]
SAID = [
    "[S Vrel] [C said] [T that the dam was hit].",
    # Another sentence's negation is not this one's.
    "Vrel did not stay. [S She] [C said] [T that the dam was hit].",
    "[C Reportedly] [T the dam was hit].",
]


@pytest.mark.parametrize(
    ("marked", "unsaid"), [*((m, True) for m in UNSAID), *((m, False) for m in SAID)]
)
def test_what_the_text_tells_as_not_said(marked: str, unsaid: bool) -> None:
    mending, (found,) = mending_of(marked)
    assert mending.is_unsaid(found) is unsaid


@pytest.mark.parametrize(
    ("marked", "dropped"),
    [
        ("Rain.\n[S Venue][C :] [T Harbour Park]\nRain.", True),
        ("Rain.\n[S VREL][C :] [T The dam held.]\nRain.", False),
        ("Update: [S Vrel][C :] [T The dam held.]", False),
        ("[S Vrel] did not [C say] [T that the dam was hit].", True),
        ("[S Vrel] [C said] [T that the dam was hit].", False),
    ],
)
def test_what_is_nobodys_statement(marked: str, dropped: bool) -> None:
    mending, (found,) = mending_of(marked)
    assert mending.drops(found) is dropped


def test_without_a_cue_nothing_tells() -> None:
    mending, (found,) = mending_of("[S Nobody] [T the dam was gone].")
    assert not mending.is_unsaid(found)
