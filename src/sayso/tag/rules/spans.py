"""From a draft's ranges to an attribution's spans: cut apart, merged, trimmed, in order."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.model import Attribution, Manner, Span
from sayso.tag.layout import Range, has_words
from sayso.tag.rules.sheet import Draft, Sheet

_WASTE = " \t\r\n\v\f\u00a0,;:–—-"
"""What is trimmed off either end of a content."""


def settled(sheet: Sheet, draft: Draft) -> Attribution | None:
    """Return the draft as an attribution, or None when nothing is left of its content.

    Content never overlaps source or cue, but for an evasion's that echoes its cue. Pieces parted by
    blank space alone become one.
    """
    taken = (*draft.source, *draft.cue)
    pieces = merged(draft.content)
    content = _joined(sheet.text, _minus(pieces, sorted(taken)))
    if not content and draft.echoes:
        content = pieces
    spans = tuple(s for r in content if (s := _span(sheet.text, r)) is not None)
    if not spans or any(sheet.block_of(start) is None for start, _ in (*taken, *draft.content)):
        return None
    manner = Manner.INDIRECT
    if sheet.quote_at(taken[-1][0]) is None:
        # Within a quotation the marks are those of whoever is quoted, not this speaker's.
        manner = sheet.manner_of(tuple((s.start, s.end) for s in spans))
    if draft.attitude and manner is Manner.INDIRECT:
        manner = Manner.ATTITUDE
    return Attribution(
        source=_plain(sheet.text, draft.source),
        cue=_plain(sheet.text, draft.cue),
        content=spans,
        manner=manner,
        confidence=round(max(0.1, draft.confidence), 2),
    )


def _plain(text: str, ranges: Iterable[Range]) -> tuple[Span, ...]:
    return tuple(Span(start, end, text[start:end]) for start, end in sorted(ranges))


def _span(text: str, piece: Range) -> Span | None:
    start, end = piece
    while start < end and text[start] in _WASTE:
        start += 1
    while end > start and text[end - 1] in _WASTE:
        end -= 1
    if not has_words(text, start, end):
        return None
    return Span(start, end, text[start:end])


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in order, those that touch or overlap as one."""
    whole: list[Range] = []
    for start, end in sorted(ranges):
        if whole and start <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(end, whole[-1][1]))
        else:
            whole.append((start, end))
    return whole


def _minus(ranges: list[Range], taken: list[Range]) -> list[Range]:
    left: list[Range] = []
    for start, end in ranges:
        position = start
        for begin, finish in taken:
            if finish <= position or begin >= end:
                continue
            if begin > position:
                left.append((position, begin))
            position = max(position, finish)
        if position < end:
            left.append((position, end))
    return left


def _joined(text: str, ranges: list[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in ranges:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined
