"""Where a reported content ends and the narrator goes on: "denied it, as the crowd gathered"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.rules.sheet import Sheet

_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_NAMED = frozenset(["NOUN", "PROPN"])
_MARKS = frozenset([",", ".", ";"])


def before_narrated(sheet: Sheet, cue: Token, first: int, last: int) -> int:
    """Return where the content in the tokens ``first`` to ``last`` (half-open) really ends.

    The parser hangs ", as the union said it would march" on the verb that ``cue`` reports. A clause
    after a comma that closes the content is the narrator's where it is itself a saying of somebody
    named, or where it tells in the simple past what somebody named did meanwhile: reported speech
    would have moved it back ("as the pumps had failed"). A contrast ("… rose, while wages fell") is
    the speaker's own. Nothing is cut off a quotation.
    """
    if first < cue.i:
        return last  # "X, as the crowd left, Vrel said": she said it all.
    for clause in sheet.doc[first:last]:
        begin = clause.left_edge.i - 1
        if clause.dep_ != "advcl" or clause.head.i < first or begin <= first:
            continue
        closes = all(t.text in _MARKS for t in sheet.doc[clause.right_edge.i + 1 : last])
        if closes and _is_narrated(sheet, cue, clause):
            return begin
    return last


def _is_narrated(sheet: Sheet, cue: Token, clause: Token) -> bool:
    words, comma = sheet.words, sheet.doc[clause.left_edge.i - 1]
    home = sheet.quote_at(cue.idx)
    if comma.text != "," or {sheet.quote_at(comma.idx), sheet.quote_at(clause.idx)} != {home}:
        return False
    mark = next((c.lower_ for c in clause.lefts if c.dep_ == "mark"), "")
    subject = next((c for c in clause.lefts if c.dep_ in _SUBJECTS), None)
    if subject is None or subject.pos_ not in _NAMED or not _simple_past(clause):
        return False
    said = words.lemma(clause) in words.parenthetical
    return mark in words.meanwhile or (said and mark in words.contrasts)


def _simple_past(verb: Token) -> bool:
    """Whether the verb is "rose", "was rising" or "was raised", not "had risen" or "would rise"."""
    aux = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    first = aux[0] if aux else verb
    return first.tag_ == "VBD" and (first is verb or first.lemma_.lower() != "have")
