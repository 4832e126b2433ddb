"""Which words of two texts are the same, in order, at a cost that their length bounds."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

RUN = 6
"""Words in a row that, standing once in each text, are taken for the same passage."""
MOST_PAIRS = 100_000
"""Of words between two such passages that are compared one by one."""
MOST_PAIRS_IN_ALL = 2_000_000

Match = tuple[int, int, int]
"""Where equal words begin in the first and in the second text, and how many they are."""


def matching_words(a: Sequence[str], b: Sequence[str]) -> tuple[list[Match], bool]:
    """Return the equal stretches of two texts in order, and whether some were not looked into.

    Runs of words that stand once in each text are found first, so that the work grows with the
    length of the texts; difflib compares what lies between them, up to a bound.
    """
    found: list[Match] = []
    coarse = False
    left = MOST_PAIRS_IN_ALL
    at_a = at_b = 0
    for begin_a, begin_b, length in (*_anchors(a, b), (len(a), len(b), 0)):
        same = _same_ahead(a[at_a:begin_a], b[at_b:begin_b])
        found.append((at_a, at_b, same))
        at_a, at_b = at_a + same, at_b + same
        pairs = (begin_a - at_a) * (begin_b - at_b)
        if pairs > min(MOST_PAIRS, left):
            coarse = True
        elif pairs:
            left -= pairs
            matcher = SequenceMatcher(None, a[at_a:begin_a], b[at_b:begin_b], autojunk=False)
            found.extend((at_a + m.a, at_b + m.b, m.size) for m in matcher.get_matching_blocks())
        found.append((begin_a, begin_b, length))
        at_a, at_b = begin_a + length, begin_b + length
    return _joined(match for match in found if match[2]), coarse


def _same_ahead(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many words are the same from the beginning on."""
    pairs = enumerate(zip(a, b, strict=False))
    return next((i for i, (x, y) in pairs if x != y), min(len(a), len(b)))


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[Match]:
    """Return the stretches around runs that stand once in each text, in the order of both.

    Bram Cohen's patience diff: of all such runs, the longest series that ascends in both texts.
    """
    in_b = dict(_single_runs(b))
    common = [(at, in_b[run]) for run, at in _single_runs(a) if run in in_b]
    found: list[Match] = []
    for at_a, at_b in _ascending(common):
        end_a, end_b = _end(found)
        if at_a < end_a and at_b - at_a == end_b - end_a:
            begin_a, begin_b, _ = found[-1]
            found[-1] = (begin_a, begin_b, at_a + RUN - begin_a)
        elif at_a >= end_a and at_b >= end_b:
            found.append((at_a, at_b, RUN))
    return [_grown(a, b, match, found[i - 1] if i else (0, 0, 0)) for i, match in enumerate(found)]


def _end(found: Sequence[Match]) -> tuple[int, int]:
    if not found:
        return 0, 0
    begin_a, begin_b, length = found[-1]
    return begin_a + length, begin_b + length


def _grown(a: Sequence[str], b: Sequence[str], match: Match, before: Match) -> Match:
    """Return a stretch with the equal words in front of it, back to the end of the one before."""
    at_a, at_b, length = match
    least_a, least_b = before[0] + before[2], before[1] + before[2]
    while at_a > least_a and at_b > least_b and a[at_a - 1] == b[at_b - 1]:
        at_a, at_b, length = at_a - 1, at_b - 1, length + 1
    return at_a, at_b, length


def _single_runs(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], int]]:
    runs = [tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)]
    times = Counter(runs)
    return ((run, at) for at, run in enumerate(runs) if times[run] == 1)


def _ascending(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest series of points (sorted by their first) whose seconds ascend."""
    lowest: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for i, (_, second) in enumerate(points):
        rank = bisect_left(lowest, second)
        before.append(last[rank - 1] if rank else -1)
        lowest[rank : rank + 1] = [second]
        last[rank : rank + 1] = [i]
    chain = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(points[at])
        at = before[at]
    return chain[::-1]


def _joined(matches: Iterable[Match]) -> list[Match]:
    joined: list[Match] = []
    for at_a, at_b, length in matches:
        if joined and (at_a, at_b) == _end(joined):
            begin_a, begin_b, had = joined[-1]
            joined[-1] = (begin_a, begin_b, had + length)
        else:
            joined.append((at_a, at_b, length))
    return joined
