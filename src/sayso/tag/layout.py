"""A text with its quotations and the blocks that are tagged: what every tagger of ours reads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.language.quotes import Quote, find_quotes
from sayso.model import Block, BlockKind, Manner

Range = tuple[int, int]
"""Half-open range of code points."""

TAGGED = frozenset({BlockKind.BODY, BlockKind.CAPTION})
"""Kinds of blocks that hold statements; a headline repeats them, a credit names nobody's words."""


@dataclass(frozen=True, slots=True)
class Layout:
    """In order: ``starts`` are the quotations' first code points, ``blocks`` what is tagged."""

    text: str
    quotes: tuple[Quote, ...]
    starts: tuple[int, ...]
    blocks: tuple[Range, ...]
    block_starts: tuple[int, ...]

    def quote_at(self, position: int) -> int | None:
        """Return the index of the quotation that holds this code point, or None."""
        index = bisect_right(self.starts, position) - 1
        return index if index >= 0 and self.quotes[index].holds(position) else None

    def opens_quote(self, position: int) -> bool:
        """Whether a quotation begins at this code point."""
        index = bisect_right(self.starts, position) - 1
        return index >= 0 and self.starts[index] == position

    def quotes_in(self, start: int, end: int) -> range:
        """Return the indices of the quotations that share a code point with the range."""
        first = bisect_right(self.starts, start) - 1
        if first < 0 or self.quotes[first].end <= start:
            first += 1
        last = first
        while last < len(self.quotes) and self.quotes[last].start < end:
            last += 1
        return range(first, last)

    def block_of(self, position: int) -> Range | None:
        """Return the tagged block that holds this code point, or None."""
        index = bisect_right(self.block_starts, position) - 1
        if index < 0 or position >= self.blocks[index][1]:
            return None
        return self.blocks[index]

    def manner_of(self, content: tuple[Range, ...]) -> Manner:
        """Return how the content is given, by how much of it stands in quotation marks."""
        inside = outside = False
        for start, end in content:
            position = start
            for index in self.quotes_in(start, end):
                quote = self.quotes[index]
                outside = outside or has_words(self.text, position, quote.start)
                inside = inside or has_words(
                    self.text, max(position, quote.start), min(end, quote.end)
                )
                position = min(end, quote.end)
            outside = outside or has_words(self.text, position, end)
        if not inside:
            return Manner.INDIRECT
        return Manner.MIXED if outside else Manner.DIRECT


def has_words(text: str, start: int, end: int) -> bool:
    """Whether the range holds a letter or a digit."""
    return any(text[position].isalnum() for position in range(start, end))


def make_layout(text: str, blocks: Sequence[Block]) -> Layout:
    """Find the quotations of the blocks that are tagged."""
    tagged = tuple(b for b in blocks if b.kind in TAGGED)
    quotes = find_quotes(text, tagged)
    return Layout(
        text=text,
        quotes=quotes,
        starts=tuple(q.start for q in quotes),
        blocks=tuple((b.start, b.end) for b in tagged),
        block_starts=tuple(b.start for b in tagged),
    )
