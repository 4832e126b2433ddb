"""Two copies of one text beside each other: which words stand in both, which in one alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.errors import NotFoundError
from sayso.ledger.protocol import Ledger
from sayso.model import Article, Block
from sayso.views.word_matches import Match, matching_words

MOST_WORDS = 20_000
"""Of each text that are compared: about 120 kB. What follows is not shown."""
_WORD = re.compile(r"\S+")


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

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(stretch.text for stretch in self.stretches)


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
