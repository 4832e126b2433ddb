"""Parties: posts, possessors and appositions by gold, and whom "I" and "we" mean in quotations."""

from __future__ import annotations

from dataclasses import replace

import pytest
from marked_text import read_marked
from party_gold import Case, answer, cases

from sayso.model import Manner
from sayso.resolve.parties import find_parties, make_sides

GOLD = cases("parties_gold_third.txt")


@pytest.mark.parametrize("case", GOLD, ids=[case.marked[:60] for case in GOLD])
def test_gold(case: Case) -> None:
    assert answer(case) == case.expected


SPOKESMAN = "[S1 Kenyan Foreign Ministry spokesman Ali Rad] [C1 told] reporters"


@pytest.mark.parametrize(
    ("marked", "manner", "wanted"),
    [
        (f"[T1 “[S We] [C deny] [T any part],”] {SPOKESMAN}.", Manner.DIRECT, "Ali Rad"),
        (f"[T1 “[S I] [C deny] [T any part],”] {SPOKESMAN}.", Manner.DIRECT, "Ali Rad"),
        (f"{SPOKESMAN} [T1 that “[S we] [C deny] [T it]”].", Manner.MIXED, "Ali Rad"),
        (f"{SPOKESMAN} [T1 the claim was “bad” and [S we] [C deny] [T it]].", Manner.MIXED, None),
        (f"{SPOKESMAN} [T1 that [S we] [C deny] [T it]].", Manner.INDIRECT, None),
        (f"[T1 “[S You] [C deny] [T any part],”] {SPOKESMAN}.", Manner.DIRECT, None),
        (f"[T1 “No,”] {SPOKESMAN}. [S We] [C deny] [T that].", Manner.DIRECT, None),
        ("[T1 “[S We] [C deny] [T any part],”] [C1 was the answer].", Manner.DIRECT, None),
    ],
)
def test_first_person(marked: str, manner: Manner, wanted: str | None) -> None:
    parsed, attributions, asked = read_marked(marked)
    quoted = [a if i == asked else replace(a, manner=manner) for i, a in enumerate(attributions)]
    found = find_parties(parsed, quoted, make_sides({}))
    assert (found[asked] and found[asked].name) == wanted
    if wanted is not None:
        assert found[asked] == found[1 - asked]


def test_first_person_within_paraphrase_is_whoever_is_quoted() -> None:
    parsed, attributions, asked = read_marked(
        "[T1 “[S2 Ivo Marr] [C2 says] [T2 that [S we] [C deny] [T it]],”] [C1 said] [S1 Ada Moss]."
    )
    quoted = [
        replace(a, manner=Manner.DIRECT) if a.source and a.source[0].text == "Ada Moss" else a
        for a in attributions
    ]
    found = find_parties(parsed, quoted, make_sides({}))[asked]
    assert found is not None
    assert found.name == "Ada Moss"
