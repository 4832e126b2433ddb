"""Drafts with the quotations that carry them on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.tag.carrying import Told, carried_on
from sayso.tag.rules.sheet import Draft, Sheet


def carry_on(sheet: Sheet, drafts: list[Draft]) -> list[Draft]:
    """Add each quotation that no cue claims to the statement that it carries on.

    The drafts keep their order.
    """
    told = [Told(d.cue[0][0], d.content, _reach(sheet, d) if d.speech else None) for d in drafts]
    carried = carried_on(sheet, told)
    return [_extended(sheet, draft, carried.get(n, ())) for n, draft in enumerate(drafts)]


def _extended(sheet: Sheet, draft: Draft, more: Sequence[int]) -> Draft:
    pieces = tuple((sheet.quotes[i].start, sheet.quotes[i].end) for i in more)
    return replace(draft, content=(*draft.content, *pieces)) if pieces else draft


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
