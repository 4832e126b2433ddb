"""Transcripts by the heads and ends of their lines."""

from __future__ import annotations

import pytest

from sayso.tag.surface.transcript import find_transcript, is_label_line

Rows = list[tuple[str, str, str]]

FOUND: list[tuple[str, Rows]] = [
    (
        "VREL: The dam held.\nMARR: It did not.",
        [("VREL", ":", "The dam held."), ("MARR", ":", "It did not.")],
    ),
    (
        "HANA VREL (MAYOR): The dam held.\n\nIVO MARR: No.",
        [("HANA VREL (MAYOR)", ":", "The dam held."), ("IVO MARR", ":", "No.")],
    ),
    ("Q: Did it hold?\nA: It did.", [("", "Q", "Did it hold?"), ("", "A", "It did.")]),
    ("Q. Did it hold?\nA. It did.", [("", "Q", "Did it hold?"), ("", "A", "It did.")]),
    (
        "Hana Vrel: The dam held.\nThere was a pause.\nHana Vrel: It fell in May.",
        [("Hana Vrel", ":", "The dam held."), ("Hana Vrel", ":", "It fell in May.")],
    ),
    (
        "Hana Vrel: The dam held.\nIvo Marr: When was it?\nLena Okafor: In May.",
        [
            ("Hana Vrel", ":", "The dam held."),
            ("Ivo Marr", ":", "When was it?"),
            ("Lena Okafor", ":", "In May."),
        ],
    ),
    (
        "Interviewer: Did it hold?\nVrel: Yes.\nInterviewer: Who saw it?\nVrel: I did.",
        [
            ("Interviewer", ":", "Did it hold?"),
            ("Vrel", ":", "Yes."),
            ("Interviewer", ":", "Who saw it?"),
            ("Vrel", ":", "I did."),
        ],
    ),
    (
        "From Lena Okafor: The bridge is open again.",
        [("Lena Okafor", ":", "The bridge is open again.")],
    ),
    ("“The dam held.”\n— Hana Vrel", [("Hana Vrel", "—", "“The dam held.”")]),
    (
        "“The dam held.”\n\n— Hana Vrel, mayor of Orlitsa",
        [("Hana Vrel, mayor of Orlitsa", "—", "“The dam held.”")],
    ),
    ("“The dam held.” — Ivo Marr, docker", [("Ivo Marr, docker", "—", "“The dam held.”")]),
    ('"The dam held." -- Ivo Marr', [("Ivo Marr", "--", '"The dam held."')]),
    ("“It held.”\n– Anna de Wit, nurse", [("Anna de Wit, nurse", "–", "“It held.”")]),
]

NOTHING = [
    "UPDATE: The dam held.",
    "UPDATE: The dam held.\nBREAKING: The bridge fell.",
    "VREL: The dam held.",
    "Location: The old mill.\nLocation: The new mill.",
    "Update: It held.\nUpdate: It fell.\nUpdate: It is gone.",
    "Photo: Hana Vrel.\nVideo: Ivo Marr.\nSource: Northern Wire.",
    "Score: 3 to 1.\nVenue: Orlitsa.\nReferee: Ivo Marr.",
    "Breaking News: The dam fell.\nBreaking News: The bridge fell.",
    "Hana Vrel: The dam held.",
    "Hana Vrel: The dam held.\nIvo Marr: It did not.",
    "Orlitsa: 14 dead.\nKamen: 3 dead.\nDolna: 2 dead.",
    "Hana Vrel: 14 votes\nIvo Marr: 12 votes\nLena Okafor: 3 votes",
    "A. Marr came first.\nA. Vrel came second.",
    "Q. Ivo Marr was there.",
    "The order was short: leave now.\nThe reply was shorter: no.",
    "From Monday: The road is closed.",
    "From New Orlitsa: The road is closed.",
    "From the archive: The dam in 1950.",
    "— Hana Vrel",
    "The dam held.\n— Hana Vrel",
    "“The dam held.”\n— and then it fell",
    "“The dam held” — Vrel said so twice",
    "“The dam held.”\n— Monday",
    "The dam held at 10:30 in the morning.\nIt fell at 11:45.",
    "https://orlitsa.example/dam",
    "",
]


def rows(text: str) -> Rows:
    return [
        (text[slice(*f.source)] if f.source else "", text[slice(*f.cue)], text[slice(*f.content)])
        for f in find_transcript(text, [(0, len(text))])
    ]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_lines_of_a_transcript(text: str, found: Rows) -> None:
    assert rows(text) == found


@pytest.mark.parametrize("text", NOTHING)
def test_no_transcript(text: str) -> None:
    assert rows(text) == []


def test_only_the_blocks_are_read() -> None:
    text = "VREL: The dam held.\nMARR: It did not."
    assert find_transcript(text, [(0, 19)]) == []


def test_lines_in_several_blocks_count_together() -> None:
    text = "VREL: The dam held.\n\nMARR: It did not."
    assert len(find_transcript(text, [(0, 19), (21, len(text))])) == 2


LABELS = [
    ("Venue: Harbour Park", True),
    ("Tickets: four crowns", True),
    ("BREAKING: Fire at the terminal.", True),
    ("Timeline: It began in May.", True),
    ("VREL: The dam held", False),
    ("Hana Vrel: The dam held.", False),
    ("Vrel: “The dam held”", False),
    ("Q: Did it hold", False),
    ("The dam held.", False),
    ("It was clear: the dam held.", False),
]


@pytest.mark.parametrize(("line", "is_label"), LABELS)
def test_labels_are_no_speakers(line: str, is_label: bool) -> None:
    assert is_label_line(f"Rain.\n{line}\n", (6, 6 + len(line))) is is_label
