"""Quotations that stand alone after a statement and carry it on: 'X said. "More."'."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.tag.layout import Layout, Range


@dataclass(frozen=True, slots=True)
class Told:
    """A statement as far as quotations may carry it on.

    ``cue`` is the cue's first code point. ``reach`` is where its sentence, or its last quotation,
    ends; None for a statement that none carries on.
    """

    cue: int
    content: tuple[Range, ...]
    reach: int | None


def carried_on(layout: Layout, statements: Sequence[Told]) -> dict[int, list[int]]:
    """Return, by a statement's index, the quotations that no cue claims and that carry it on.

    Such a quotation begins just where the statement's sentence ends. In the same paragraph it must
    be a sentence of its own; in the next one it must be the whole paragraph.
    """
    owned = _owned(layout, statements)
    reaches = sorted(
        (told.reach, number) for number, told in enumerate(statements) if told.reach is not None
    )
    carried: dict[int, list[int]] = {}
    speaker: int | None = None  # Who has the quotation just before, if it was carried on.
    previous_end = -1
    for index, quote in enumerate(layout.quotes):
        if index in owned:
            speaker = None
            continue
        if not _stands_alone(layout.text, quote.start, quote.end):
            continue
        if speaker is None or layout.text[previous_end : quote.start].strip():
            speaker = _before(layout.text, quote.start, reaches, statements)
        if speaker is not None and _may_carry(layout, statements[speaker], index):
            carried.setdefault(speaker, []).append(index)
            previous_end = quote.end
    return carried


def _owned(layout: Layout, statements: Sequence[Told]) -> set[int]:
    """Return the quotations that are part of a content, or hold a cue that stands in their open."""
    owned: set[int] = set()
    for told in statements:
        home = layout.quote_at(told.cue)
        for start, end in told.content:
            owned.update(i for i in layout.quotes_in(start, end) if i != home)
    return owned


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the quotation is one or several whole sentences."""
    body = text[start:end].rstrip("\"'”’»“")
    after = text[end : end + 1]
    return (body[-1:] in tuple(".!?…")) and (not after or after.isspace())


def _before(
    text: str, start: int, reaches: Sequence[tuple[int, int]], statements: Sequence[Told]
) -> int | None:
    """Return the outermost statement whose reach ends just before this code point."""
    last = bisect_right(reaches, (start, len(statements))) - 1
    candidates: list[int] = []
    while last >= 0 and not text[reaches[last][0] : start].strip():
        candidates.append(reaches[last][1])
        last -= 1
    return max(candidates, key=lambda n: (_length(statements[n].content), n), default=None)


def _length(content: tuple[Range, ...]) -> int:
    return sum(end - start for start, end in content)


def _may_carry(layout: Layout, told: Told, index: int) -> bool:
    quote = layout.quotes[index]
    home = layout.block_of(quote.start)
    if home == layout.block_of(told.cue):
        return True
    return home is not None and home == (quote.start, quote.end)
