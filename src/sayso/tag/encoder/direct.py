"""Quotations that the network read in part, or not at all though they carry a statement on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.model import Attribution, Manner, Span
from sayso.tag.carrying import Told, carried_on
from sayso.tag.layout import Layout, Range


def whole_quotations(layout: Layout, found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions with each quotation that only one of them has a part of whole.

    A quotation that holds the cue or the source itself is somebody else's words, and one in which
    several attributions have a part is left as it is.
    """
    shares: dict[int, set[int]] = {}
    for number, attribution in enumerate(found):
        around = _touched(layout, (*attribution.cue, *attribution.source))
        for index in _touched(layout, attribution.content) - around:
            shares.setdefault(index, set()).add(number)
    given: dict[int, list[int]] = {}
    for index, numbers in shares.items():
        if len(numbers) == 1:
            given.setdefault(next(iter(numbers)), []).append(index)
    return [_with(layout, a, given.get(number, ())) for number, a in enumerate(found)]


def carry_on(
    layout: Layout, found: Sequence[Attribution], sentences: Sequence[Range]
) -> list[Attribution]:
    """Add each quotation that nobody claims to the statement that it carries on."""
    ends = sorted(end for _, end in sentences)
    told = [
        Told(
            a.cue[0].start,
            tuple((span.start, span.end) for span in a.content),
            _reach(layout, a, ends),
        )
        for a in found
    ]
    carried = carried_on(layout, told)
    return [_with(layout, a, carried.get(number, ())) for number, a in enumerate(found)]


def _touched(layout: Layout, spans: Iterable[Span]) -> set[int]:
    return {index for span in spans for index in layout.quotes_in(span.start, span.end)}


def _reach(layout: Layout, attribution: Attribution, ends: Sequence[int]) -> int | None:
    """Return the code point at which the statement's sentence, or its last piece, ends."""
    cue = attribution.cue[0]
    if attribution.manner is Manner.ATTITUDE or layout.quote_at(cue.start) is not None:
        return None
    index = bisect_left(ends, cue.end)
    sentence = ends[index] if index < len(ends) else cue.end
    return max(sentence, *(span.end for span in attribution.content))


def _with(layout: Layout, attribution: Attribution, quotations: Sequence[int]) -> Attribution:
    """Return the attribution with these quotations as part of its content."""
    if not quotations:
        return attribution
    ranges = [(span.start, span.end) for span in attribution.content]
    ranges += [(layout.quotes[index].start, layout.quotes[index].end) for index in quotations]
    pieces: list[Range] = []
    for start, end in sorted(ranges):
        if pieces and start < pieces[-1][1]:
            pieces[-1] = pieces[-1][0], max(end, pieces[-1][1])
        else:
            pieces.append((start, end))
    return replace(
        attribution,
        content=tuple(Span(start, end, layout.text[start:end]) for start, end in pieces),
        manner=layout.manner_of(tuple(pieces)),
    )
