"""Quotations that stand alone after a statement and carry it on: 'X said. "More."'."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from sayso.tag.rules.sheet import Draft, Range, Sheet


def carry_on(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """Add each quotation that no cue claims to the statement whose sentence ends just before it.

    In the same paragraph the quotation must be a sentence of its own; in the next one it must be
    the whole paragraph. The drafts keep their order.
    """
    owned = _owned(sheet, drafts)
    reaches = sorted(
        (reach, number)
        for number, draft in enumerate(drafts)
        if draft.speech and (reach := _reach(sheet, draft)) is not None
    )
    ends = [reach for reach, _ in reaches]
    carried: dict[int, list[int]] = {}
    speaker: int | None = None  # Who has the quotation just before, if it was carried on.
    previous_end = -1
    for index, quote in enumerate(sheet.quotes):
        if index in owned:
            speaker = None
            continue
        if not _stands_alone(sheet, quote.start, quote.end):
            continue
        if speaker is None or sheet.text[previous_end : quote.start].strip():
            speaker = _before(sheet, quote.start, reaches, ends, drafts)
        if speaker is not None and _may_carry(sheet, drafts[speaker], index):
            carried.setdefault(speaker, []).append(index)
            previous_end = quote.end
    return [_extended(sheet, draft, carried.get(n, ())) for n, draft in enumerate(drafts)]


def _extended(sheet: Sheet, draft: Draft, more: list[int] | tuple[int, ...]) -> Draft:
    pieces = tuple((sheet.quotes[i].start, sheet.quotes[i].end) for i in more)
    return replace(draft, content=(*draft.content, *pieces)) if pieces else draft


def _owned(sheet: Sheet, drafts: list[Draft]) -> set[int]:
    """Return the quotations that are part of a content, or hold a cue that stands in their open."""
    owned: set[int] = set()
    for draft in drafts:
        home = sheet.quote_at(draft.cue[0][0])
        for start, end in draft.content:
            owned.update(i for i in sheet.quotes_in(start, end) if i != home)
    return owned


def _reach(sheet: Sheet, draft: Draft) -> int | None:
    """Return the code point at which the statement's sentence, or its last quotation, ends."""
    if sheet.quote_at(draft.cue[0][0]) is not None:
        return None
    _, end = sheet.sentence_of(sheet.doc[draft.head])
    last = sheet.doc[end - 1]
    # The parser often leaves the next quotation's opening mark in this sentence.
    while last.i > draft.head and (last.is_space or sheet.opens_quote(last.idx)):
        last = sheet.doc[last.i - 1]
    return max(last.idx + len(last), *(e for _, e in draft.content))


def _stands_alone(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the quotation is one or several whole sentences."""
    body = sheet.text[start:end].rstrip("\"'”’»“")
    after = sheet.text[end : end + 1]
    return (body[-1:] in tuple(".!?…")) and (not after or after.isspace())


def _before(
    sheet: Sheet,
    start: int,
    reaches: list[tuple[int, int]],
    ends: list[int],
    drafts: list[Draft],
) -> int | None:
    """Return the outermost statement whose reach ends just before this code point."""
    last = bisect_right(ends, start) - 1
    if last < 0 or sheet.text[ends[last] : start].strip():
        return None
    candidates: list[int] = []
    while last >= 0 and not sheet.text[ends[last] : start].strip():
        candidates.append(reaches[last][1])
        last -= 1
    return max(candidates, key=lambda n: (_length(drafts[n].content), n))


def _length(content: tuple[Range, ...]) -> int:
    return sum(end - start for start, end in content)


def _may_carry(sheet: Sheet, draft: Draft, index: int) -> bool:
    quote = sheet.quotes[index]
    home = sheet.block_of(quote.start)
    if home == sheet.block_of(draft.cue[0][0]):
        return True
    return home is not None and home == (quote.start, quote.end)
