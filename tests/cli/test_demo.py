from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from sayso.bench.dispatches import score_dispatches
from sayso.demo import demo_gold

WORKED = Path(__file__).parents[1] / "demo" / "worked_example"


def test_the_demo_prints_matters_with_their_conflicts_and_shifts(sayso):
    ran = sayso("demo")
    assert ran.code == 0, ran.err
    assert "conflict of stance" in ran.out
    assert "conflict of figure" in ran.out
    assert "shift:" in ran.out
    assert "0 failed" in ran.err


FLOORS = {
    "statements found (recall)": 0.8,
    "rows that are statements (precision)": 0.75,
}


def test_the_demo_reads_as_well_as_it_did(sayso, demo_ledger):
    ran = sayso("statements", "--ledger", demo_ledger, "--format", "jsonl")
    figures = score_dispatches(demo_gold(), [json.loads(line) for line in ran.lines])
    shares = {figure.name: figure.share for figure in figures}
    for name, floor in FLOORS.items():
        assert shares[name] >= floor, shares


@pytest.fixture
def worked(sayso):
    """The design's worked example, read in order; its one matter and the rows."""
    Path("sayso.toml").write_text(
        '[sides]\ngovernment = ["Hana Vrel", "Interior Ministry"]\nfront = ["Southern Front", "Front"]\n'
    )
    for entry in tomllib.loads((WORKED / "manifest.toml").read_text())["dispatches"]:
        day = str(entry["published"])
        ran = sayso("read", WORKED / entry["file"], "--outlet", entry["outlet"], "--published", day)
        assert ran.code == 0, ran.err
    matters = [json.loads(x) for x in sayso("matters", "--format", "jsonl").lines]
    rows = [json.loads(x) for x in sayso("statements", "--format", "jsonl").lines]
    return matters, rows


def test_the_worked_example_is_one_matter(worked):
    matters, rows = worked
    (matter,) = [m for m in matters if m["conflicts"]]
    assert (matter["articles"], matter["origins"]) == (3, 2)
    assert matter["from"] == "2026-04-21"
    assert matter["title"].startswith("Whether ") or "“" in matter["title"]
    (conflict,) = matter["conflicts"]
    assert conflict["kind"] == "stance"
    assert {"government", "front", "United Nations"} <= set(conflict["sides"])
    (shift,) = matter["shifts"]
    assert (shift["from_stance"], shift["to_stance"], shift["side"]) == (
        "denies",
        "evades",
        "front",
    )
    assert len(matter["statements"]) == len(rows) == 6


@pytest.mark.parametrize(
    ("content", "party", "acts_for", "act", "said"),
    [
        ("Rebel forces have shelled", "Hana Vrel", True, "assert", ("2026-05-04", "2026-05-04")),
        ("the shelling", "Southern Front", None, "deny", (None, "2026-05-05")),
        ("about the dam", "Ivo Marr", True, "evade", ("2026-05-06", "2026-05-06")),
        ("14 shells struck", "United Nations", None, "assert", (None, "2026-05-07")),
    ],
)
def test_the_worked_examples_accounts(worked, content, party, acts_for, act, said):
    rows = [r for r in worked[1] if r["article"]["outlet"] != "Coast Daily"]
    (row,) = [r for r in rows if content in " ".join(s["text"] for s in r["content"])]
    assert row["party"]["name"] == party
    assert bool(row["party"]["for"]) is bool(acts_for)
    assert row["act"] == act
    assert (row["said"]["from"], row["said"]["to"]) == said


def test_the_un_report_came_through_the_wire(worked):
    (row,) = [r for r in worked[1] if "14 shells" in r["content"][0]["text"]]
    assert [(c["text"], c["kind"]) for c in row["channel"]] == [
        ("a UN report", "document"),
        ("Northern Wire", "outlet"),
    ]
