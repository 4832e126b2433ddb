"""Pairs of gold and found spans of one text, one to one."""

from __future__ import annotations

from collections.abc import Sequence

Range = tuple[int, int]
"""A half-open range of code points."""


def overlapping_pairs(gold: Sequence[Range], found: Sequence[Range]) -> list[tuple[int, int]]:
    """Return the pairs (index into ``gold``, index into ``found``) that share a code point.

    Each range is in one pair at most. The pairs that share the most come first, among equal ones
    those that stand first in the text.
    """
    by_start = sorted(range(len(found)), key=lambda at: found[at])
    possible: list[tuple[int, int, int]] = []
    for at, (start, end) in enumerate(gold):
        for other in by_start:
            if found[other][0] >= end:
                break
            shared = min(end, found[other][1]) - max(start, found[other][0])
            if shared > 0:
                possible.append((-shared, at, other))
    pairs: list[tuple[int, int]] = []
    paired_gold: set[int] = set()
    paired_found: set[int] = set()
    for _, at, other in sorted(possible):
        if at not in paired_gold and other not in paired_found:
            paired_gold.add(at)
            paired_found.add(other)
            pairs.append((at, other))
    return sorted(pairs)
