"""Speakers who go on: the second cue of "Vrel said the dam held, and denied that it had leaked"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.rules.sheet import Sheet

_MAX_CLIMB = 8
"""Words between the second cue and the first one in the parser's tree."""
_PAST = frozenset(["VBD", "VBN"])
_PRESENT = frozenset(["VBZ", "VBP"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj", "expl"])


def resumed(sheet: Sheet, verb: Token) -> Token | None:
    """Return the verb of saying whose speaker this later verb has too, or None.

    The parser hangs the later verb on the clause that was reported. It is the speaker's all the
    same where a comma sets it off, or where that clause's auxiliary doesn't fit it ("said it would
    open and promised …"): nobody says that a bridge would open and promised.
    """
    words = sheet.words
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or any(c.dep_ in _SUBJECTS for c in verb.lefts):
        return None
    if words.verb_key(verb) not in words.verbs and words.lemma(verb) not in words.resuming:
        return None
    if words.lemma(verb) in words.attitude or not _joined(sheet, verb):
        return None
    tense = _tense(verb)
    node = verb.head
    for _ in range(_MAX_CLIMB):
        head = node.head
        if head == node or node.i < head.i:
            return None
        if node.dep_ == "ccomp" and words.verb_key(head) in words.clause:
            return head if tense is not None and tense == _tense(head) else None
        node = head
    return None


def resumption_in(sheet: Sheet, verb: Token, first: int, last: int) -> int | None:
    """Return the token, within ``first`` to ``last``, at which the verb's speaker goes on."""
    for token in sheet.doc[first:last]:
        if token.dep_ == "conj" and resumed(sheet, token) == verb:
            begin = token.left_edge.i
            while begin > first and sheet.doc[begin - 1].dep_ in ("cc", "punct"):
                begin -= 1
            return begin
    return None


def _joined(sheet: Sheet, verb: Token) -> bool:
    """Whether "and" or "but" parts the verb from its clause so that it can't belong there."""
    begin = verb.left_edge.i
    cc = sheet.doc[begin - 1] if begin > 0 else None
    if cc is None or cc.dep_ != "cc":
        return False
    if begin > 1 and sheet.doc[begin - 2].text == ",":
        return True
    modal = any(c.tag_ == "MD" for c in verb.head.lefts)
    return modal and verb.tag_ in ("VBD", "VBZ")


def _tense(verb: Token) -> frozenset[str] | None:
    forms = [verb, *(c for c in verb.lefts if c.dep_ in ("aux", "auxpass"))]
    if any(f.tag_ == "MD" for f in forms):
        return None
    if any(f.tag_ in _PRESENT for f in forms):
        return _PRESENT
    return _PAST if any(f.tag_ in _PAST for f in forms) else None
