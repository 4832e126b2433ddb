"""Two copies of one text beside each other: which words stand in both, which in one alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from sayso.errors import NotFoundError
from sayso.ledger.protocol import Ledger
from sayso.model import Article, Block

MOST_WORDS = 20_000
"""Of each text that are compared: about 120 kB. What follows is not shown."""
RUN = 6
"""Words in a row that, standing once in each text, are taken for the same passage."""
MOST_PAIRS = 100_000
"""Of words between two such passages that are compared one by one."""
MOST_PAIRS_IN_ALL = 2_000_000
_WORD = re.compile(r"\S+")

Match = tuple[int, int, int]
"""Where equal words begin in the first and in the second text, and how many they are."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that stands in both (``own`` is False) or in this one alone."""

    text: str
    own: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of one of the texts, cut where it differs from the other."""

    kind: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two paragraphs that have words in common, or one that stands alone."""

    left: Paragraph | None
    right: Paragraph | None


@dataclass(frozen=True, slots=True)
class CopiesPage:
    """Two copies of one origin, paragraph by paragraph.

    ``only_left`` and ``only_right`` count words that stand in one alone, ``both`` those in both.
    ``cut`` tells that a text is longer than what is compared, ``coarse`` that passages which
    differ much were taken as different wholly, without a look at their words.
    """

    left: Article
    right: Article
    pairs: tuple[Pair, ...]
    both: int
    only_left: int
    only_right: int
    cut: bool
    coarse: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """Where the compared words of a text begin and end, and what they are."""

    starts: Sequence[int]
    ends: Sequence[int]
    words: Sequence[str]
    cut: bool


def copies_page(ledger: Ledger, ref: str, other: str) -> CopiesPage:
    """Return two copies beside each other. Raises NotFoundError where they are no copies."""
    left, right = ledger.article(ref), ledger.article(other)
    if right.id not in {head.id for head in ledger.copies(left.id)}:
        raise NotFoundError(
            f"{right.id} is no copy of {left.id}", remedy="Open an article to see its copies"
        )
    return compare(left, right)


def compare(left: Article, right: Article) -> CopiesPage:
    """Return two texts beside each other; white space and the cut into paragraphs don't count."""
    a, b = _words(left.text), _words(right.text)
    matches, coarse = matching_words(a.words, b.words)
    both = sum(n for _, _, n in matches)
    return CopiesPage(
        left=left,
        right=right,
        pairs=tuple(_pairs(left, right, a, b, matches)),
        both=both,
        only_left=len(a.words) - both,
        only_right=len(b.words) - both,
        cut=a.cut or b.cut,
        coarse=coarse,
    )


def _words(text: str) -> _Words:
    found: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if len(found) == MOST_WORDS:
            return _made(found, cut=True)
        found.append(word)
    return _made(found, cut=False)


def _made(found: Sequence[re.Match[str]], *, cut: bool) -> _Words:
    return _Words([w.start() for w in found], [w.end() for w in found], [w[0] for w in found], cut)


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
        pairs = (begin_a - at_a) * (begin_b - at_b)
        if pairs > min(MOST_PAIRS, left):
            coarse = True
        elif pairs:
            left -= pairs
            matcher = SequenceMatcher(None, a[at_a:begin_a], b[at_b:begin_b], autojunk=False)
            blocks = matcher.get_matching_blocks()
            found.extend((at_a + m.a, at_b + m.b, m.size) for m in blocks if m.size)
        if length:
            found.append((begin_a, begin_b, length))
        at_a, at_b = begin_a + length, begin_b + length
    return _joined(found), coarse


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


def _joined(matches: Sequence[Match]) -> list[Match]:
    joined: list[Match] = []
    for at_a, at_b, length in matches:
        if joined and (at_a, at_b) == _end(joined):
            begin_a, begin_b, had = joined[-1]
            joined[-1] = (begin_a, begin_b, had + length)
        else:
            joined.append((at_a, at_b, length))
    return joined


def _pairs(
    left: Article, right: Article, a: _Words, b: _Words, matches: Sequence[Match]
) -> Iterator[Pair]:
    """Yield the paragraphs of both texts in order, those beside each other that share most."""
    blocks_a, blocks_b = _compared(left, a), _compared(right, b)
    partner = _partners(blocks_a, blocks_b, a, b, matches)
    spans_a = [(at, at + n) for at, _, n in matches]
    spans_b = [(at, at + n) for _, at, n in matches]
    seen = 0
    for i, block in enumerate(blocks_a):
        j = partner.get(i)
        if j is not None:
            yield from (
                Pair(None, _paragraph(right, other, b, spans_b)) for other in blocks_b[seen:j]
            )
            seen = j + 1
        beside = None if j is None else _paragraph(right, blocks_b[j], b, spans_b)
        yield Pair(_paragraph(left, block, a, spans_a), beside)
    yield from (Pair(None, _paragraph(right, other, b, spans_b)) for other in blocks_b[seen:])


def _compared(article: Article, words: _Words) -> Sequence[Block]:
    """Return the blocks that hold compared words, the last cut at the last of these."""
    end = words.ends[-1] if words.cut else len(article.text)
    return [
        Block(block.kind, block.start, min(block.end, end))
        for block in article.blocks
        if block.start < end
    ]


def _partners(
    blocks_a: Sequence[Block],
    blocks_b: Sequence[Block],
    a: _Words,
    b: _Words,
    matches: Sequence[Match],
) -> dict[int, int]:
    """Return for paragraphs of the first text those of the second to stand beside, in order."""
    first_a = [bisect_left(a.starts, block.start) for block in blocks_a]
    first_b = [bisect_left(b.starts, block.start) for block in blocks_b]
    shared: Counter[tuple[int, int]] = Counter()
    for begin_a, begin_b, length in matches:
        at = 0
        while at < length:
            i = bisect_right(first_a, begin_a + at) - 1
            j = bisect_right(first_b, begin_b + at) - 1
            left_a = (first_a[i + 1] if i + 1 < len(first_a) else len(a.words)) - begin_a
            left_b = (first_b[j + 1] if j + 1 < len(first_b) else len(b.words)) - begin_b
            until = min(left_a, left_b, length)
            shared[i, j] += until - at
            at = until
    best: dict[int, tuple[int, int]] = {}
    for (i, j), words in shared.items():
        best[i] = max(best.get(i, (0, 0)), (words, -j))
    partner: dict[int, int] = {}
    last = -1
    for i in sorted(best):
        j = -best[i][1]
        if j > last:
            partner[i] = last = j
    return partner


def _paragraph(
    article: Article, block: Block, words: _Words, matched: Sequence[tuple[int, int]]
) -> Paragraph:
    """Return a block cut into stretches: white space beside a difference is no part of it."""
    first = bisect_left(words.starts, block.start)
    until = bisect_left(words.starts, block.end)
    own: list[tuple[int, int]] = []
    at = first
    for begin, end in matched[max(bisect_right(matched, (first, len(words.starts))) - 1, 0) :]:
        if begin >= until:
            break
        if begin > at:
            own.append((at, begin))
        at = max(at, min(end, until))
    if at < until:
        own.append((at, until))
    stretches: list[Stretch] = []
    done = block.start
    for begin, end in own:
        start, stop = words.starts[begin], words.ends[end - 1]
        stretches += [
            Stretch(article.text[done:start], own=False),
            Stretch(article.text[start:stop], own=True),
        ]
        done = stop
    stretches.append(Stretch(article.text[done : block.end], own=False))
    return Paragraph(block.kind.value, tuple(s for s in stretches if s.text))
