"""The rules tagger: candidates, one draft a cue, quotations carried on, trimmed and nested."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from sayso.language.parsed import ParsedText
from sayso.model import Attribution, Manner
from sayso.tag.nesting import inside_of
from sayso.tag.rules.according import according_draft, hearsay_adverb_draft
from sayso.tag.rules.evasion import evasion_draft, less_non_answer
from sayso.tag.rules.following import carry_on
from sayso.tag.rules.nominal import adjective_draft, noun_draft
from sayso.tag.rules.sheet import Draft, Sheet, lay_out
from sayso.tag.rules.spans import settled
from sayso.tag.rules.transcript import transcript_drafts
from sayso.tag.rules.verbs import verb_draft

_LONGEST_SENTENCE = 1000
"""Tokens; what is longer is a table or noise, and would make nested contents cost its square."""


def rules_tagger() -> Callable[[ParsedText], tuple[Attribution, ...]]:
    """Return the tagger; its word lists are read now."""
    return tag


def tag(parsed: ParsedText) -> tuple[Attribution, ...]:
    """Return the attributions of a text's body and captions, in the order they begin."""
    sheet = lay_out(parsed)
    drafts = carry_on(sheet, list(_drafts(sheet)))
    found = [a for draft in drafts if (a := settled(sheet, draft)) is not None]
    found = _without_idle(sheet, found)
    found.sort(key=lambda a: (a.pieces[0], a.cue))
    holders = inside_of(found)
    return tuple(replace(a, inside=holder) for a, holder in zip(found, holders, strict=True))


def _drafts(sheet: Sheet) -> Iterator[Draft]:
    best: dict[int, Draft] = {}
    for start, end in pairwise((*sheet.sentences, len(sheet.doc))):
        if end - start > _LONGEST_SENTENCE:
            continue
        for token in sheet.doc[start:end]:
            draft = _draft_of(sheet, token)
            if draft is not None:
                best[token.i] = draft
    yield from _one_a_cue(list(best.values()))
    yield from transcript_drafts(sheet)


def _draft_of(sheet: Sheet, token: Token) -> Draft | None:
    if token.lower_ == "according":
        return according_draft(sheet, token)
    pos = token.pos_
    if pos == "VERB":
        evasion = evasion_draft(sheet, token)
        draft = evasion or verb_draft(sheet, token)
        return draft if draft is evasion or draft is None else less_non_answer(sheet, token, draft)
    if pos == "NOUN":
        return noun_draft(sheet, token)
    if pos == "ADJ":
        return adjective_draft(sheet, token)
    if pos == "ADV" and token.lower_ in sheet.words.hearsay_adverbs:
        return hearsay_adverb_draft(sheet, token)
    return None


def _one_a_cue(drafts: list[Draft]) -> list[Draft]:
    """Keep the longest of the cues that overlap: "voiced concern about" over "voiced"."""
    drafts.sort(key=lambda d: (d.cue[0][0], -d.cue[-1][1]))
    kept: list[Draft] = []
    for draft in drafts:
        if not kept or kept[-1].cue[-1][1] <= draft.cue[0][0]:
            kept.append(draft)
    return kept


def _without_idle(sheet: Sheet, found: list[Attribution]) -> list[Attribution]:
    """Leave out "I think", "we want" within somebody's quotation: the quotation says it already."""
    voiced = {
        index
        for a in found
        if a.manner is not Manner.ATTITUDE
        for span in a.content
        for index in sheet.quotes_in(span.start, span.end)
        if sheet.quote_at(a.cue[0].start if a.cue else span.start - 1) != index
    }
    return [a for a in found if not _is_idle(sheet, a, voiced)]


def _has_no_clause(sheet: Sheet, attribution: Attribution) -> bool:
    """Whether the cue is "ask for" or "do not discuss", which report no words of their own."""
    spans = (sheet.doc.char_span(c.start, c.end, alignment_mode="expand") for c in attribution.cue)
    return any(t.dep_ in ("neg", "prep") and t.i > 0 for span in spans if span for t in span)


def _is_idle(sheet: Sheet, attribution: Attribution, voiced: set[int]) -> bool:
    if not attribution.source or not (
        attribution.manner is Manner.ATTITUDE or _has_no_clause(sheet, attribution)
    ):
        return False
    if attribution.source[0].text.lower() not in sheet.words.first_person:
        return False
    return sheet.quote_at(attribution.pieces[0].start) in voiced
