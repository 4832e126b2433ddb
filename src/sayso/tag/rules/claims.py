"""Which quotations a verb introduces, before it, after it, and over sentence ends."""

from __future__ import annotations

import re

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.sheet import Sheet

_GAP_BEFORE = re.compile(r"[\s,–—-]*")
"""What may stand between a quotation and the speaker or cue that follows it."""
_CLOSERS = "\"'”’»“`"
_STOPS = frozenset([".", "?", "!", ";"])
_SHORT = 3
"""Letters of a word that titles may write small ("of", "the")."""
_LONGEST_GAP = 120
"""Code points between a cue and the quotation that it introduces later in its sentence."""
_INTRODUCED = frozenset(
    ["PUNCT", "VERB", "AUX", "NOUN", "PROPN", "PRON", "SCONJ", "ADV", "NUM", "SPACE"]
)
"""Part of speech of the word before a quotation that is no scare quote."""


def claimed_quotes(sheet: Sheet, first: int, last: int, verb: Token) -> list[int]:
    """Return the indices of the quotations that source and cue (tokens, half-open) introduce."""
    begin, end = sheet.doc[first].idx, sheet.doc[last - 1].idx + len(sheet.doc[last - 1])
    claimed = _before(sheet, begin, verb) + _after(sheet, end, verb)
    return sorted({piece for index in claimed for piece in _chain(sheet, index)})


def _before(sheet: Sheet, begin: int, verb: Token) -> list[int]:
    near = sheet.quotes_in(max(0, begin - 4), begin)
    if not near:
        return []
    quote = sheet.quotes[near[-1]]
    if quote.end > begin or not _GAP_BEFORE.fullmatch(sheet.text, quote.end, begin):
        return []
    if sheet.block_of(quote.start) != sheet.block_of(begin):
        return []
    last = sheet.text[quote.start : quote.end].rstrip(_CLOSERS)[-1:]
    reports_more = any(c.dep_ == "ccomp" for c in verb.rights)
    if (last == "." and sheet.text[begin].isupper()) or (last in ("?", "!", ".") and reports_more):
        return []  # A sentence of its own, of whoever spoke before.
    return [near[-1]] if _says_something(sheet, quote.start, quote.end) else []


def _after(sheet: Sheet, end: int, verb: Token) -> list[int]:
    near = sheet.quotes_in(end, end + _LONGEST_GAP)
    if not near:
        return []
    quote = sheet.quotes[near[0]]
    gap = sheet.text[end : quote.start]
    if quote.start < end:
        return []
    if gap.strip() in (":", ",:", ":-"):
        return [near[0]]  # Also over the end of a paragraph: "He said:"
    _, sentence_end = sheet.sentence_of(verb)
    inside = sentence_end >= len(sheet.doc) or quote.start < sheet.doc[sentence_end].idx
    if not inside or not _says_something(sheet, quote.start, quote.end):
        return []
    opening = sheet.doc.char_span(quote.start, quote.start + 1, alignment_mode="expand")
    if opening is None or opening.start == 0:
        return []
    before = sheet.doc[opening.start - 1]
    if before.pos_ not in _INTRODUCED or before.tag_ == "PRP$" or before.dep_ == "prep":
        return []
    between = sheet.doc[verb.i + 1 : opening.start]
    if any(
        t.text in _STOPS or (t.pos_ == "VERB" and sheet.words.lemma(t) in sheet.words.clause)
        for t in between
    ):
        return []
    return [near[0]]


def _says_something(sheet: Sheet, start: int, end: int) -> bool:
    """Whether the quotation is more than a word in scare quotes."""
    body = sheet.text[start:end]
    if any(c in ".,!?" for c in body[-3:]):
        return True
    return len(body.split()) > 1 and not is_title(body)


def is_title(quoted: str) -> bool:
    """Whether what stands in quotation marks is written like the title of a work."""
    words = [w.strip("\"'`“”„‟«»‘’‚.,!?:;") for w in quoted.split()]
    return all(w[:1].isupper() for w in words if len(w) > _SHORT)


def _chain(sheet: Sheet, index: int) -> list[int]:
    """Return a quotation with those that it carries on and that carry it on."""
    chain = [index]
    while (before := sheet.quotes[chain[-1]].follows) is not None:
        chain.append(before)
    chain.reverse()
    while chain[-1] + 1 < len(sheet.quotes) and sheet.quotes[chain[-1] + 1].follows == chain[-1]:
        chain.append(chain[-1] + 1)
    return chain


def whole_quotes(sheet: Sheet, content: tuple[Range, ...], home: int | None) -> list[int]:
    """Return the quotations that the content cuts through, so that it can take them whole.

    ``home`` is the quotation that holds the cue itself; the content stays inside that one.
    """
    touched: set[int] = set()
    for start, end in content:
        for index in sheet.quotes_in(start, end):
            quote = sheet.quotes[index]
            if index != home and not (start <= quote.start and quote.end <= end):
                touched.update(_chain(sheet, index))
    return sorted(touched)
