"""Attributions without a verb of their own: "according to", "reportedly"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.claims import whole_quotes
from sayso.tag.rules.sheet import Draft, Sheet, token_range
from sayso.tag.rules.sources import source_range


def according_draft(sheet: Sheet, token: Token) -> Draft | None:
    """Return the attribution of "according to X, …" or "…, according to X", or None."""
    doc = sheet.doc
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "to":
        return None
    to = doc[token.i + 1]
    speaker = next((c for c in to.rights if c.dep_ in ("pobj", "pcomp")), None)
    if speaker is None or sheet.words.lemma(speaker) in sheet.words.measures:
        return None
    source = source_range(sheet, speaker, to)
    content = _clause_around(sheet, token, token.i, speaker.right_edge.i + 1)
    if source is None or not content:
        return None
    quotes = whole_quotes(sheet, content, sheet.quote_at(token.idx))
    return Draft(
        head=token.i,
        source=(source,),
        cue=((token.idx, to.idx + len(to)),),
        content=(*content, *((sheet.quotes[i].start, sheet.quotes[i].end) for i in quotes)),
        confidence=0.8,
        speech=True,
    )


def hearsay_adverb_draft(sheet: Sheet, adverb: Token) -> Draft | None:
    """Return the attribution, to nobody, of the clause that "reportedly" stands in, or None."""
    if adverb.dep_ != "advmod" or adverb.head.pos_ not in ("VERB", "AUX"):
        return None
    content = _clause_around(sheet, adverb, adverb.i, adverb.i + 1)
    if not content:
        return None
    cue = (adverb.idx, adverb.idx + len(adverb))
    return Draft(head=adverb.i, source=(), cue=(cue,), content=content, confidence=0.5)


def _clause_around(sheet: Sheet, phrase: Token, first: int, last: int) -> tuple[Range, ...]:
    """Return the clause that the phrase (tokens, half-open) modifies, in up to two pieces."""
    head = phrase.head
    if head == phrase:
        start, end = sheet.sentence_of(phrase)
    else:
        while head.pos_ not in ("VERB", "AUX") and head.head != head:
            head = head.head
        if _closes_sentence(sheet, first, last):
            while head.dep_ in _INNER and head.head.i < first:
                head = head.head
        start, end = _clause_edges(head)
    pieces = (
        token_range(sheet.doc, start, min(first, end)),
        token_range(sheet.doc, max(last, start), end),
    )
    return tuple(p for p in pieces if p)


_INNER = frozenset(["ccomp", "xcomp", "advcl", "relcl", "acl"])


def _closes_sentence(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the phrase comes after a comma at the end: it then goes with the whole sentence."""
    return sheet.doc[max(0, first - 1)].text == "," and sheet.is_last(last - 1)


def _clause_edges(head: Token) -> tuple[int, int]:
    """Return the tokens (half-open) of a clause, less its conjunction and coordinated clauses."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    while start < head.i and head.doc[start].dep_ in ("cc", "punct", "mark"):
        start += 1
    for child in head.rights:
        if child.dep_ == "conj" and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.lefts):
            end = min(end, child.left_edge.i)
            while end - 1 > head.i and head.doc[end - 1].dep_ in ("cc", "punct"):
                end -= 1
            break
    return start, end
