"""One text laid out for the rules: its parse, quotations and the blocks that are left alone."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.language.parsed import ParsedText
from sayso.model import BlockKind, Manner
from sayso.tag.rules.lexicon import Lexicon, lexicon
from sayso.tag.rules.quotes import Quote, find_quotes

Range = tuple[int, int]
"""Half-open range of code points."""

TAGGED = frozenset({BlockKind.BODY, BlockKind.CAPTION})
"""Kinds of blocks that hold statements; a headline repeats them, a credit names nobody's words."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution in the making: ranges of code points, not yet trimmed or nested.

    ``head`` is the token index of the cue's head; ``speech`` is true where a quotation that
    stands alone just after it would be the same speaker's; ``echoes`` where the content may be a
    word of the cue, nothing else being named ("did not comment").
    """

    head: int
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float
    attitude: bool = False
    speech: bool = False
    echoes: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A text as the rules read it.

    In order: ``starts`` are the quotations' first code points, ``sentences`` the sentences' first
    tokens, ``blocks`` the paragraphs that are tagged.
    """

    text: str
    doc: Doc
    quotes: tuple[Quote, ...]
    starts: tuple[int, ...]
    sentences: tuple[int, ...]
    blocks: tuple[Range, ...]
    block_starts: tuple[int, ...]
    words: Lexicon

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

    def sentence_of(self, token: Token) -> tuple[int, int]:
        """Return the tokens (half-open) of the token's sentence."""
        index = bisect_right(self.sentences, token.i)
        end = self.sentences[index] if index < len(self.sentences) else len(self.doc)
        return self.sentences[index - 1], end

    def is_last(self, index: int) -> bool:
        """Whether nothing but a mark and blank space comes after this token in its sentence."""
        _, end = self.sentence_of(self.doc[index])
        return not any(has_words(t.text, 0, len(t)) for t in self.doc[index + 1 : end])

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


def lay_out(parsed: ParsedText) -> Sheet:
    """Parse the text if that hasn't happened yet, and find its quotations."""
    blocks = tuple(b for b in parsed.blocks if b.kind in TAGGED)
    quotes = find_quotes(parsed.text, blocks)
    return Sheet(
        text=parsed.text,
        doc=parsed.doc,
        quotes=quotes,
        starts=tuple(q.start for q in quotes),
        sentences=tuple(t.i for t in parsed.doc if t.is_sent_start or t.i == 0),
        blocks=tuple((b.start, b.end) for b in blocks),
        block_starts=tuple(b.start for b in blocks),
        words=lexicon(),
    )


def token_range(doc: Doc, first: int, last: int) -> Range | None:
    """Return the code points of the tokens ``first`` to ``last`` (half-open), or None if empty.

    What can't begin or end a span is left off: blanks, commas, dashes, full stops.
    """
    while first < last and _edge_waste(doc[first]):
        first += 1
    while last > first and _edge_waste(doc[last - 1]):
        last -= 1
    if first >= last:
        return None
    end = doc[last - 1]
    return doc[first].idx, end.idx + len(end)


def edges(sheet: Sheet, token: Token) -> Range | None:
    """Return the code points of a token with all that hangs on it."""
    return token_range(sheet.doc, token.left_edge.i, token.right_edge.i + 1)


_WASTE = frozenset([",", ".", ";", ":", "-", "–", "—", "--", "...", "…"])


def _edge_waste(token: Token) -> bool:
    return token.is_space or token.text in _WASTE
