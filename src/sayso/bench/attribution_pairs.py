"""Which attributions are alike, how close two of them are, and pairs of them, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from sayso.bench.attribution_units import TokenSet, Unit

Item = TypeVar("Item")

SOURCE_WEIGHT = 1e-3
"""What the sources' overlap adds to the contents': next to nothing, where contents differ."""


def _lenient(one: Unit, other: Unit) -> bool:
    return bool(one.content & other.content) and same_source(one, other)


def _half(one: Unit, other: Unit) -> bool:
    return overlap(one.content, other.content) >= 0.5 and same_source(one, other)


def _strict(one: Unit, other: Unit) -> bool:
    return one.content == other.content and one.source == other.source


def _full(one: Unit, other: Unit) -> bool:
    return one == other


def same_source(one: Unit, other: Unit) -> bool:
    """Whether the sources share a token, or both attributions have none."""
    return bool(one.source & other.source) or not (one.source or other.source)


LEVELS: dict[str, Callable[[Unit, Unit], bool]] = {
    "lenient": _lenient,
    "half": _half,
    "strict": _strict,
    "full": _full,
}
"""How alike two attributions must be.

Lenient: contents share a token, and sources do or both are missing. Half: the same, and the tokens
that the contents share are at least half of all that they hold. Strict: contents and sources are
the same tokens. Full: cues are, too.
"""


def paired(
    gold: Sequence[Item],
    found: Sequence[Item],
    alike: Callable[[Item, Item], bool],
    measured: Callable[[Item, Item], float],
) -> list[tuple[Item, Item]]:
    """Pair one to one what is alike, the highest measured first, among equals the first."""
    candidates = sorted(
        (-measured(one, other), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if alike(one, other)
    )
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    pairs: list[tuple[Item, Item]] = []
    for _, i, j in candidates:
        if i not in taken_gold and j not in taken_found:
            taken_gold.add(i)
            taken_found.add(j)
            pairs.append((gold[i], found[j]))
    return pairs


def share(one: TokenSet, other: TokenSet) -> bool:
    """Whether the sets have a token in common."""
    return not one.isdisjoint(other)


def share_content(one: Unit, other: Unit) -> bool:
    """Whether the contents have a token in common."""
    return share(one.content, other.content)


def overlap(one: TokenSet, other: TokenSet) -> float:
    """Return how many tokens both hold out of all they hold (Jaccard 1912); 0 for two empty."""
    return len(one & other) / len(one | other) if one or other else 0.0


def closeness(one: Unit, other: Unit) -> float:
    """Return how much two attributions overlap: their contents, then their sources."""
    return overlap(one.content, other.content) + SOURCE_WEIGHT * overlap(one.source, other.source)
