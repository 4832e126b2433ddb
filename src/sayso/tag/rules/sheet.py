"""One text laid out for the rules: its parse, quotations and the blocks that are left alone."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from sayso.language.parsed import ParsedText
from sayso.tag.layout import Layout, Range, has_words, make_layout
from sayso.tag.rules.lexicon import Lexicon, lexicon


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
class Sheet(Layout):
    """A text as the rules read it: laid out and parsed.

    ``sentences`` are the sentences' first tokens, in order.
    """

    doc: Doc
    sentences: tuple[int, ...]
    words: Lexicon

    def sentence_of(self, token: Token) -> tuple[int, int]:
        """Return the tokens (half-open) of the token's sentence."""
        index = bisect_right(self.sentences, token.i)
        end = self.sentences[index] if index < len(self.sentences) else len(self.doc)
        return self.sentences[index - 1], end

    def is_last(self, index: int) -> bool:
        """Whether nothing but a mark and blank space comes after this token in its sentence."""
        _, end = self.sentence_of(self.doc[index])
        return not any(has_words(t.text, 0, len(t)) for t in self.doc[index + 1 : end])


def lay_out(parsed: ParsedText) -> Sheet:
    """Parse the text if that hasn't happened yet, and find its quotations."""
    layout = make_layout(parsed.text, parsed.blocks)
    return Sheet(
        text=layout.text,
        quotes=layout.quotes,
        starts=layout.starts,
        blocks=layout.blocks,
        block_starts=layout.block_starts,
        doc=parsed.doc,
        sentences=tuple(t.i for t in parsed.doc if t.is_sent_start or t.i == 0),
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
