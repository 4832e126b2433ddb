"""One article as the reading page shows it: its text cut at the edges of all marked spans."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.ledger.protocol import Ledger, RowFilter
from sayso.model import Article, ArticleHead, Block, Row


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text under the same marks: ``roles`` of source, cue, content, place, date.

    ``begins`` are the ids of statements whose first span begins here: a link's target.
    """

    start: int
    text: str
    roles: tuple[str, ...]
    statements: tuple[str, ...]
    begins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of the article with its segments, which together are exactly its text."""

    kind: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ReadingPage:
    """An article with its statements marked, its rows, and its copies in the collection."""

    article: Article
    blocks: tuple[BlockView, ...]
    rows: tuple[Row, ...]
    copies: tuple[ArticleHead, ...]


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    role: str
    statement: str


def reading_page(ledger: Ledger, ref: str) -> ReadingPage:
    """Return the page of one article. Raises NotFoundError."""
    article = ledger.article(ref)
    rows = tuple(ledger.rows(RowFilter(article=article.id)))
    marks = sorted(_marks(rows), key=lambda m: m.start)
    first = {row.statement.id: row.statement.start for row in rows}
    blocks = tuple(_block(article.text, block, marks, first) for block in article.blocks)
    return ReadingPage(article, blocks, rows, ledger.copies(article.id))


def _marks(rows: Iterable[Row]) -> Iterable[_Mark]:
    for row in rows:
        s = row.statement
        named = [
            *(("source", span) for span in s.source),
            *(("cue", span) for span in s.cue),
            *(("content", span) for span in s.content),
            *(("place", place.span) for place in s.places),
            *(("date", when.span) for when in s.dates),
        ]
        for role, span in named:
            yield _Mark(span.start, span.end, role, s.id)


def _block(text: str, block: Block, marks: Sequence[_Mark], first: dict[str, int]) -> BlockView:
    # A span may run over several blocks: a quotation of several paragraphs does.
    inside = [m for m in marks if m.start < block.end and block.start < m.end]
    edges = {block.start, block.end}
    edges.update(e for m in inside for e in (m.start, m.end) if block.start < e < block.end)
    cuts = sorted(edges)
    over: dict[int, list[_Mark]] = defaultdict(list)
    for mark in inside:
        for i in range(bisect_right(cuts, max(mark.start, block.start)) - 1, len(cuts) - 1):
            if cuts[i] >= mark.end:
                break
            over[i].append(mark)
    segments = tuple(
        Segment(
            start=cuts[i],
            text=text[cuts[i] : cuts[i + 1]],
            roles=tuple(sorted({m.role for m in over[i]})),
            statements=tuple(dict.fromkeys(m.statement for m in over[i])),
            begins=tuple(
                dict.fromkeys(m.statement for m in over[i] if first[m.statement] == cuts[i])
            ),
        )
        for i in range(len(cuts) - 1)
    )
    return BlockView(block.kind.value, segments)
