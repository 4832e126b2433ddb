"""The scorer of conflicts and shifts, against matters made from the gold and spoilt one by one."""

from __future__ import annotations

from typing import Any

import pytest

from sayso.bench.gold import GoldDispatch
from sayso.bench.matters import score_matters
from sayso.demo import demo_folder, demo_gold, read_matters
from sayso.model import Span

DISPATCHES = demo_gold()
MATTERS = read_matters(demo_folder())


def spans_json(spans: tuple[Span, ...]) -> list[dict[str, Any]]:
    return [{"start": s.start, "end": s.end, "text": s.text} for s in spans]


def rows_of(dispatch: GoldDispatch) -> list[dict[str, Any]]:
    return [
        {
            "id": f"{dispatch.title} {i}",
            "article": {"outlet": dispatch.outlet, "title": dispatch.title},
            "source": spans_json(s.source),
            "content": spans_json(s.content),
        }
        for i, s in enumerate(dispatch.statements)
    ]


ROWS = [row for dispatch in DISPATCHES for row in rows_of(dispatch)]


def statements_of(label: str) -> list[str]:
    return [
        f"{d.title} {i}"
        for d in DISPATCHES
        for i, s in enumerate(d.statements)
        if s.matter == label
    ]


def gold_as_json() -> list[dict[str, Any]]:
    return [
        {
            "id": matter.label,
            "statements": statements_of(matter.label),
            "conflicts": [{"kind": kind.value} for kind, _ in matter.conflicts],
            "shifts": [
                {
                    "party": {"name": shift.party},
                    "from_stance": shift.from_stance.value,
                    "to_stance": shift.to_stance.value,
                }
                for shift in matter.shifts
            ],
        }
        for matter in MATTERS
    ]


def shares(matters: list[dict[str, Any]]) -> dict[str, float]:
    return {f.name: f.share for f in score_matters(DISPATCHES, MATTERS, ROWS, matters)}


def test_the_gold_itself_scores_full_marks() -> None:
    assert set(shares(gold_as_json()).values()) == {1.0}


def test_nothing_found_is_precise_and_useless() -> None:
    found = shares([])
    assert (found["shifts, precision"], found["shifts, recall"], found["shifts, F1"]) == (1, 0, 0)


@pytest.mark.parametrize("what", ["conflicts", "shifts"])
def test_one_finding_missing_costs_recall_only(what: str) -> None:
    matters = gold_as_json()
    next(m for m in matters if m[what])[what].pop()
    found = shares(matters)
    assert found[f"{what}, recall"] < 1.0
    assert found[f"{what}, precision"] == 1.0


def test_a_shift_the_other_way_is_another_shift() -> None:
    matters = gold_as_json()
    shift = next(m for m in matters if m["shifts"])["shifts"][0]
    shift["from_stance"], shift["to_stance"] = shift["to_stance"], shift["from_stance"]
    assert shares(matters)["shifts, precision"] < 1.0


def test_what_a_matter_of_no_gold_statement_claims_is_wrong() -> None:
    stray = {"id": "stray", "statements": ["x"], "conflicts": [{"kind": "stance"}], "shifts": []}
    found = shares([*gold_as_json(), stray])
    assert found["conflicts, precision"] < 1.0
    assert found["conflicts, recall"] == 1.0


def test_a_split_matter_claims_the_same_thing_once() -> None:
    matters = gold_as_json()
    first = next(m for m in matters if m["conflicts"])
    half = len(first["statements"]) // 2
    matters.append({**first, "id": "rest", "statements": first["statements"][half:]})
    first["statements"] = first["statements"][:half]
    assert set(shares(matters).values()) == {1.0}
