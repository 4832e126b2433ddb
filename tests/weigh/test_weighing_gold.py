"""Weighing alone, against gold: gold statements in gold matters in, stances and what comes of them out.

The floors lie a little under what was reached. ``fifth`` and ``sixth`` were looked at only where
mending for later parts made them worse; ``seventh`` and ``eighth`` hold what is no conflict, among
what is; ``ninth`` conflicts of place; ``tenth`` and ``twelfth`` to ``fourteenth`` are by strangers
to the rules. Of the others docs/model-card.md tells how they came about.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from gold_matters import GOLD, GoldMatter, accuracy, of_collection, read_matters, score, weighed

from sayso.demo import demo_folder, read_gold
from sayso.model import Act, Stance

SECOND = Path(__file__).parents[1] / "collections" / "second"
OWN = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
)
COLLECTIONS = {"demo": demo_folder(), "second collection": SECOND}


@cache
def matters(name: str) -> list[GoldMatter]:
    if name in OWN:
        return read_matters(GOLD / f"{name}.txt")
    folder = COLLECTIONS[name]
    return of_collection(
        read_gold(folder), json.loads((folder / "matters.gold.json").read_text("utf-8"))
    )


@pytest.mark.parametrize(
    ("name", "floor"),
    [
        ("first", 0.94),
        ("second", 0.94),
        ("third", 0.88),
        ("fourth", 0.92),
        ("fifth", 0.95),
        ("sixth", 0.90),
        ("seventh", 0.92),
        ("eighth", 0.90),
        ("ninth", 0.92),
        ("tenth", 0.91),
        ("eleventh", 0.92),
        ("twelfth", 0.96),
        ("thirteenth", 0.92),
        ("fourteenth", 0.94),
        ("demo", 0.84),
        ("second collection", 0.66),
    ],
)
def test_stances(name: str, floor: float) -> None:
    right, total = accuracy(map(weighed, matters(name)))
    assert right / total >= floor


def test_stances_of_all_own_matters_and_the_demo() -> None:
    found = [weighed(matter) for name in (*OWN, "demo") for matter in matters(name)]
    right, total = accuracy(found)
    assert len(found) >= 140
    assert total >= 1400
    assert right / total >= 0.92


@pytest.mark.parametrize(
    ("name", "shifts", "kinds"),
    [
        ("first", 0.95, 0.95),
        ("second", 0.98, 0.98),
        ("third", 0.90, 0.87),
        ("fourth", 0.98, 0.93),
        ("fifth", 0.85, 0.90),
        ("sixth", 0.88, 0.98),
        ("seventh", 0.98, 0.98),
        ("eighth", 0.98, 0.90),
        ("ninth", 0.98, 0.93),
        ("tenth", 0.94, 0.88),
        ("eleventh", 0.92, 0.95),
        ("twelfth", 0.95, 0.95),
        ("thirteenth", 0.95, 0.98),
        ("fourteenth", 0.92, 0.91),
        ("demo", 0.98, 0.98),
        ("second collection", 0.40, 0.92),
    ],
)
def test_shifts_and_conflicts(name: str, shifts: float, kinds: float) -> None:
    found = [weighed(matter) for matter in matters(name)]
    assert score([f.matter.shifts for f in found], [f.shifts() for f in found]).f1 >= shifts
    assert score([f.matter.kinds for f in found], [f.kinds() for f in found]).f1 >= kinds


def test_who_is_in_conflict() -> None:
    found = [weighed(matter) for name in OWN for matter in matters(name)]
    assert score([f.matter.conflicts for f in found], [f.conflicts() for f in found]).f1 >= 0.92


@pytest.mark.parametrize("name", [*OWN, "demo"])
def test_the_shifts_of_gold_stances_are_the_gold_shifts(name: str) -> None:
    for matter in matters(name):
        assert weighed(matter, own_stances=False).shifts() == matter.shifts, matter.label


def test_origins_are_counted_and_no_articles() -> None:
    told = [m for name in OWN for m in matters(name) if m.texts is not None and _all_tell(m)]
    assert len(told) >= 2
    for matter in told:
        weighing = weighed(matter).weighing
        assert (weighing.articles, weighing.origins) == (len(matter.origins), matter.texts)
        assert weighing.origins < weighing.articles


def _all_tell(matter: GoldMatter) -> bool:
    """Whether each article of a matter has an account: of others weighing knows nothing."""
    return matter.origins.keys() == {row.article.id for row in matter.rows}


def test_the_gold_holds_every_act_and_stance() -> None:
    rows = [row for name in OWN for matter in matters(name) for row in matter.rows]
    assert {row.statement.act for row in rows} == set(Act)
    assert {row.stance for row in rows} == set(Stance)
    assert all(row.statement.content for row in rows)


def test_labels_are_told_apart() -> None:
    labels = [matter.label for name in OWN for matter in matters(name)]
    assert len(labels) == len(set(labels)) >= 30


@pytest.mark.parametrize("line", ["nonsense", "who 03-04 assert affirms: {It rained}", "= x\nhm"])
def test_a_line_that_fits_nothing_is_refused(line: str, tmp_path: Path) -> None:
    path = tmp_path / "gold.txt"
    path.write_text(line, "utf-8")
    with pytest.raises(ValueError, match="line"):
        read_matters(path)
