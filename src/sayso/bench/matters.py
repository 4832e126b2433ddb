"""Score conflicts and shifts of matters against gold: pure functions over the JSON contracts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Set
from typing import Any

from sayso.bench.dispatches import Figure, JsonRow, pair_statements
from sayso.bench.gold import GoldDispatch, GoldMatter
from sayso.model import name_key

JsonMatter = Mapping[str, Any]
"""One line of ``sayso matters --format jsonl``."""


def score_matters(
    gold: Iterable[GoldDispatch],
    gold_matters: Iterable[GoldMatter],
    rows: Iterable[JsonRow],
    matters: Iterable[JsonMatter],
) -> tuple[Figure, ...]:
    """Score the conflicts and shifts of a whole collection.

    A matter is the gold one with which it shares most statements; sharing none, it is one of its
    own and all that it claims is wrong. A conflict is right when the gold matter has one of its
    kind, a shift when the gold has one of the party between the same two stances; a longer name
    that ends in the gold's is the same party. What several parts of one gold matter claim alike
    counts once.
    """
    labels = _labels(gold, rows)
    wanted_conflicts: set[tuple[str, str]] = set()
    wanted_shifts: set[tuple[str, str, str, str]] = set()
    for entry in gold_matters:
        wanted_conflicts |= {(entry.label, kind.value) for kind, _ in entry.conflicts}
        wanted_shifts |= {
            (entry.label, name_key(s.party), s.from_stance.value, s.to_stance.value)
            for s in entry.shifts
        }
    names = {name for _, name, _, _ in wanted_shifts}
    conflicts: set[tuple[str, str]] = set()
    shifts: set[tuple[str, str, str, str]] = set()
    for matter in matters:
        label = _label(matter, labels)
        conflicts |= {(label, conflict["kind"]) for conflict in matter["conflicts"]}
        shifts |= {
            (label, _name(s["party"]["name"], names), s["from_stance"], s["to_stance"])
            for s in matter["shifts"]
        }
    return (
        *_figures("conflicts", wanted_conflicts, conflicts),
        *_figures("shifts", wanted_shifts, shifts),
    )


def _labels(gold: Iterable[GoldDispatch], rows: Iterable[JsonRow]) -> dict[str, str]:
    """Return the gold label of each row that was paired with a statement of a gold matter."""
    by_article: dict[tuple[str | None, str | None], list[JsonRow]] = {}
    for row in rows:
        by_article.setdefault((row["article"]["outlet"], row["article"]["title"]), []).append(row)
    return {
        row["id"]: entry.matter
        for dispatch in gold
        for entry, row in pair_statements(
            dispatch, by_article.get((dispatch.outlet, dispatch.title), [])
        )
        if entry.matter is not None
    }


def _label(matter: JsonMatter, labels: Mapping[str, str]) -> str:
    shared = Counter(labels[s] for s in matter["statements"] if s in labels)
    if not shared:
        return f"in no gold: {matter['id']}"
    return min(shared, key=lambda label: (-shared[label], label))


def _name(name: str, gold_names: Iterable[str]) -> str:
    key = name_key(name)
    return next((n for n in sorted(gold_names) if f" {key}".endswith(f" {n}")), key)


def _figures(
    name: str, wanted: Set[tuple[str, ...]], found: Set[tuple[str, ...]]
) -> tuple[Figure, ...]:
    right = len(wanted & found)
    return (
        Figure(f"{name}, precision", right, len(found)),
        Figure(f"{name}, recall", right, len(wanted)),
        # F1 is twice what is right out of all that was found and all that was wanted.
        Figure(f"{name}, F1", 2 * right, len(found) + len(wanted)),
    )
