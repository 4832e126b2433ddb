"""One article as the reading page shows it: its text cut at the edges of all marked spans."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.ledger.protocol import Ledger, RowFilter
from sayso.model import Article, ArticleHead, Block, Row

PART = 60_000
"""Code points of an article that are shown at once where it is shown in parts."""
BEFORE = 10_000
"""Code points before a part in which statements are looked for that may run on into it."""


@dataclass(frozen=True, slots=True)
class Touch:
    """A statement that a segment belongs to: as source, cue, content, place or date of it.

    ``number`` is the statement's place among the rows shown, from 1; 0 where its row is not shown.
    """

    role: str
    statement: str
    number: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks: ``roles`` of source, cue, content, place, date.

    ``touches`` run from the statement with the longest extent to that with the shortest, so the
    innermost is last; ``begins`` are those whose first span begins here: a link's target.
    """

    start: int
    text: str
    touches: tuple[Touch, ...]
    begins: tuple[Touch, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles of all its statements, by name."""
        return tuple(sorted({touch.role for touch in self.touches}))

    @property
    def statements(self) -> tuple[str, ...]:
        """The ids of all its statements, the innermost last."""
        return tuple(dict.fromkeys(touch.statement for touch in self.touches))

    @property
    def depth(self) -> int:
        """Of how many statements this is content: over one where they nest or overlap."""
        return len({touch.statement for touch in self.touches if touch.role == "content"})


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the article, or a piece of a long one: its segments are exactly its text."""

    kind: str
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(segment.text for segment in self.segments)


@dataclass(frozen=True, slots=True)
class RowView:
    """A row with its number among those shown, from 1; 0 where it begins before the part shown.

    ``title`` is that of its matter.
    """

    number: int
    row: Row
    title: str | None


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """An article, or a part of it, with its statements marked, its rows, and all its copies.

    ``part`` is from 1 to ``parts``; ``rows`` are those that begin in this part.
    """

    article: Article
    blocks: tuple[BlockView, ...]
    rows: tuple[RowView, ...]
    copies: tuple[ArticleHead, ...]
    part: int = 1
    parts: int = 1


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    touch: Touch
    extent: int


def reading_page(ledger: Ledger, ref: str) -> ReadingPage:
    """Return the page of one whole article. Raises NotFoundError."""
    article = ledger.article(ref)
    return _page(ledger, article, [article.blocks], 1)


def reading_part(
    ledger: Ledger, ref: str, *, part: int = 1, statement: str | None = None
) -> ReadingPage:
    """Return one part of a long article: the one where ``statement`` begins, else ``part``.

    A part that there is not is the one nearest to it. Raises NotFoundError for an article or a
    statement that isn't there.
    """
    article = ledger.article(ref)
    parts = cut_in_parts(article.text, article.blocks)
    chosen = ledger.row(statement) if statement else None
    if chosen and chosen.article.id == article.id:
        ends = [blocks[-1].end for blocks in parts]
        part = bisect_right(ends, chosen.statement.start) + 1
    return _page(ledger, article, parts, min(max(part, 1), len(parts)))


def cut_in_parts(text: str, blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Return blocks in parts of ``PART`` code points at most; a longer block is cut at a space."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        for piece in _pieces(text, block):
            if parts[-1] and piece.end - parts[-1][0].start > PART:
                parts.append([])
            parts[-1].append(piece)
    return [tuple(part) for part in parts]


def _pieces(text: str, block: Block) -> Iterator[Block]:
    start = block.start
    while block.end - start > PART:
        space = max(text.rfind(mark, start + 1, start + PART) for mark in " \n")
        end = space + 1 if space > 0 else start + PART
        yield Block(block.kind, start, end)
        start = end
    yield Block(block.kind, start, block.end)


def _page(
    ledger: Ledger, article: Article, parts: Sequence[tuple[Block, ...]], part: int
) -> ReadingPage:
    blocks = parts[part - 1]
    start = blocks[0].start if blocks else 0
    end = blocks[-1].end if blocks else 0
    found = tuple(ledger.rows(RowFilter(article=article.id, begins=(start - BEFORE, end))))
    rows = tuple(row for row in found if row.statement.start >= start)
    titles = ledger.titles({row.matter for row in rows if row.matter})
    views = tuple(
        RowView(number, row, titles.get(row.matter or "")) for number, row in enumerate(rows, 1)
    )
    earlier = tuple(RowView(0, row, None) for row in found if row.statement.start < start)
    return ReadingPage(
        article=article,
        blocks=_blocks(article.text, blocks, (*earlier, *views)),
        rows=views,
        copies=ledger.copies(article.id),
        part=part,
        parts=len(parts),
    )


def _blocks(text: str, blocks: Sequence[Block], rows: Sequence[RowView]) -> tuple[BlockView, ...]:
    marks = sorted(_marks(rows), key=lambda mark: mark.start)
    starts = [mark.start for mark in marks]
    first = {row.row.statement.id: row.row.statement.start for row in rows}
    found = []
    # A span may run over several blocks: a quotation of several paragraphs does.
    running: list[_Mark] = []
    seen = 0
    for block in blocks:
        until = bisect_left(starts, block.end)
        running = [m for m in (*running, *marks[seen:until]) if m.end > block.start]
        seen = until
        found.append(_block(text, block, running, first))
    return tuple(found)


def _marks(rows: Iterable[RowView]) -> Iterator[_Mark]:
    for row in rows:
        s = row.row.statement
        named = [
            *(("source", span) for span in s.source),
            *(("cue", span) for span in s.cue),
            *(("content", span) for span in s.content),
            *(("place", place.span) for place in s.places),
            *(("date", when.span) for when in s.dates),
        ]
        extent = max(span.end for _, span in named) - s.start
        for role, span in named:
            yield _Mark(span.start, span.end, Touch(role, s.id, row.number), extent)


def _block(text: str, block: Block, inside: Sequence[_Mark], first: Mapping[str, int]) -> BlockView:
    edges = {block.start, block.end}
    edges.update(e for m in inside for e in (m.start, m.end) if block.start < e < block.end)
    cuts = sorted(edges)
    over: dict[int, list[_Mark]] = defaultdict(list)
    for mark in inside:
        for i in range(bisect_right(cuts, max(mark.start, block.start)) - 1, len(cuts) - 1):
            if cuts[i] >= mark.end:
                break
            over[i].append(mark)
    return BlockView(
        block.kind.value,
        tuple(
            _segment(cuts[i], text[cuts[i] : cuts[i + 1]], over[i], first)
            for i in range(len(cuts) - 1)
        ),
    )


def _segment(start: int, text: str, over: list[_Mark], first: Mapping[str, int]) -> Segment:
    over.sort(key=lambda mark: (-mark.extent, mark.touch.number))
    touches = tuple(dict.fromkeys(mark.touch for mark in over))
    # One target a statement, whatever roles begin at its first character.
    begins = {t.statement: t for t in reversed(touches) if first[t.statement] == start}
    return Segment(start, text, touches, tuple(sorted(begins.values(), key=lambda t: t.number)))
