"""Quotations: where quotation marks open and close, and which run on in the next paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.model import Block

_MARK = re.compile(r"``|''|[\"“”„‟«»‘’‚']")
_OPENS_BEFORE = " \t\n\r\u00a0([{—–-/…,:;.!?"
"""What may stand before an opening mark whose shape doesn't tell."""

_CLOSERS: dict[str, tuple[str, ...]] = {
    "“": ("”", "“", '"'),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "«": ("»",),
    "»": ("«",),
    '"': ('"', "”"),
    "``": ("''", '"'),
    "''": ("''",),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "'": ("'", "’"),
}
"""An opening mark and those that close it."""

OPENING_MARKS = frozenset("“„‟«»\"‘‚'＂「『❝〝")
CLOSING_MARKS = frozenset("”“»«\"’‘'＂」』❞〞〟")
"""Characters that may stand at either end of a quotation; where one is both, its place tells."""

_SINGLE = frozenset("‘’‚'")
_SHAPELESS = frozenset(['"', "''", "»"])
"""Marks that open and close alike; only what stands around them tells."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Half-open range of code points of one quotation, its marks included.

    ``follows`` is the index of the quotation that this one carries on: its paragraph left it
    open, and this one's opens it again.
    """

    start: int
    end: int
    follows: int | None = None

    def holds(self, position: int) -> bool:
        """Whether this code point lies inside."""
        return self.start <= position < self.end


def find_quotes(text: str, blocks: Sequence[Block]) -> tuple[Quote, ...]:
    """Return the outermost quotations of a text, in order, none over a block's edge.

    A quotation that its paragraph doesn't close is believed, up to the paragraph's end, only if
    the next paragraph opens one again, or if it carries on such a one itself. Time is linear.
    """
    found = [_in_block(text, block.start, block.end) for block in blocks]
    quotes: list[Quote] = []
    left_open: int | None = None
    for number, (block, (closed, unclosed)) in enumerate(zip(blocks, found, strict=True)):
        first = len(quotes)
        quotes += [Quote(start, end) for start, end in closed]
        reopened = left_open is not None and _opens_with(text, block.start, closed, unclosed)
        if unclosed is not None:
            next_opens = number + 1 < len(blocks) and _opens_with(
                text, blocks[number + 1].start, *found[number + 1]
            )
            if next_opens or (reopened and unclosed == block.start):
                quotes.append(Quote(unclosed, block.end))
        if reopened and len(quotes) > first:
            quotes[first] = Quote(quotes[first].start, quotes[first].end, left_open)
        kept_open = unclosed is not None and len(quotes) > first and quotes[-1].start == unclosed
        left_open = len(quotes) - 1 if kept_open else None
    return tuple(quotes)


def _opens_with(
    text: str, start: int, closed: Sequence[tuple[int, int]], unclosed: int | None
) -> bool:
    first = closed[0][0] if closed else unclosed
    return first == start and text[start] not in _SINGLE


def _in_block(text: str, start: int, end: int) -> tuple[list[tuple[int, int]], int | None]:
    """Return the closed quotations of a block, and where a last one opens that is never closed."""
    closed: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for mark in _MARK.finditer(text, start, end):
        opens = _may_open(text, mark, start, end)
        if opened is None:
            opened = mark if opens else None
        elif _closes(text, opened, mark, end):
            if mark.start() > opened.end():
                closed.append((opened.start(), mark.end()))
            opened = None
        elif opens and (_single(opened) > _single(mark) or opened.group() == mark.group() == '"'):
            # A single mark left open was an apostrophe ('em, ’tis); a second opening mark of a
            # shape that doesn't nest shows that the first was never closed.
            opened = mark
    if opened is None or _single(opened):
        return closed, None
    return closed, opened.start()


def _single(mark: re.Match[str]) -> bool:
    return mark.group() in _SINGLE


def _may_open(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    sign = mark.group()
    if sign not in _CLOSERS or mark.end() >= end or text[mark.end()].isspace():
        return False
    if sign not in _SINGLE and sign not in _SHAPELESS:
        return True
    before = mark.start() == start or text[mark.start() - 1] in _OPENS_BEFORE
    return before and not (sign in _SINGLE and text[mark.end()].isdigit())


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], end: int) -> bool:
    sign = mark.group()
    if sign not in _CLOSERS[opened.group()]:
        return False
    after = text[mark.end()] if mark.end() < end else " "
    spaced = text[mark.start() - 1].isspace()
    if sign in _SINGLE:
        return not after.isalnum() and not spaced
    return sign not in _SHAPELESS or not (after.isalnum() and spaced)
