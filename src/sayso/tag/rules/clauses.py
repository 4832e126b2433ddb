"""What a verb of saying has as its content in a clause: its own, or the one it is set into."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.narrated import before_narrated
from sayso.tag.rules.relatives import gapped_clause
from sayso.tag.rules.resuming import resumption_in
from sayso.tag.rules.sheet import Sheet, token_range
from sayso.tag.rules.sources import adds_on, is_time, subject_of

_CLAUSE_DEPS = frozenset(["ccomp", "csubj"])
_AFTERTHOUGHT = 30
"""Tokens that "according to …" at the end of a sentence has at most."""
_WHERE = frozenset(["in", "on", "at", "during"])
_MIN_FRONTED = 3
"""Tokens that a fronted clause has at least where the parser missed it."""


def clause_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return the finite clauses that the verb reports, fronted and interrupted ones included."""
    if key not in sheet.words.clause:
        return ()
    gapped = gapped_clause(sheet, verb)
    if gapped:
        return gapped
    found = [
        token_range(sheet.doc, *_reported(sheet, verb, child))
        for child in verb.children
        if child.dep_ in _CLAUSE_DEPS
        and _finite(child, key, sheet)
        and not _beyond_semicolon(sheet, verb, child)
        and not _is_aside(sheet, child)
    ] or list(_hung_clause(sheet, verb))
    if not found:
        around = _host_clause(sheet, verb)
        if around is not None:
            return _less(sheet, around, verb)
    return tuple(r for r in found if r)


def _reported(sheet: Sheet, verb: Token, clause: Token) -> tuple[int, int]:
    """Return the tokens (half-open) of a reported clause, less what tells of the saying."""
    first, last = clause.left_edge.i, _before_next_saying(sheet, verb, clause)
    if first == verb.i + 1:
        # "said on Monday it would open": with no "that" between, the date is the saying's.
        for child in clause.lefts:
            if child.left_edge.i != first or not tells_day(child):
                break
            first = child.right_edge.i + 1
    return first, last


def tells_day(phrase: Token) -> bool:
    """Whether the phrase is a date beside a verb: "on Monday", "Wednesday"."""
    if phrase.dep_ == "prep":
        return is_time(phrase)
    return phrase.dep_ == "npadvmod" and phrase.ent_type_ == "DATE"


def _beyond_semicolon(sheet: Sheet, verb: Token, clause: Token) -> bool:
    """Whether a semicolon of the verb's own clause parts it from a clause before it."""
    between = sheet.doc[clause.i + 1 : verb.i]
    return any(t.text == ";" and sheet.quote_at(t.idx) is None for t in between)


def _hung_clause(sheet: Sheet, verb: Token) -> Iterator[Range | None]:
    """Yield the clause that the parser hung on a listener or paper: "said in a letter that …"."""
    for child in verb.rights:
        for noun in (child, *(c for c in child.rights if c.dep_ == "pobj")):
            if not hears_or_holds(sheet, noun):
                continue
            for clause in noun.rights:
                if clause.dep_ in ("acl", "relcl", "ccomp") and _that_clause(noun, clause):
                    last = _before_next_saying(sheet, verb, clause)
                    return (yield token_range(sheet.doc, clause.left_edge.i, last))


def hears_or_holds(sheet: Sheet, noun: Token) -> bool:
    """Whether the noun is where or to whom something is said: "in a statement", "to voters".

    In "responded to claims that …" and "denied claims that …" the noun's words are others'.
    """
    if noun.dep_ == "pobj" and noun.head.lower_ in _WHERE:
        return True
    return (
        noun.dep_ in ("pobj", "dobj", "dative") and sheet.words.lemma(noun) not in sheet.words.nouns
    )


def _that_clause(noun: Token, clause: Token) -> bool:
    """Whether the clause right after the noun opens with a "that" which is not its subject."""
    opening = noun.doc[clause.left_edge.i]
    if opening.lower_ != "that" or opening.i != noun.i + 1:
        return False
    subject = next((c for c in clause.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    return subject is not None and subject != opening


def _before_next_saying(sheet: Sheet, verb: Token, clause: Token) -> int:
    """Return the token at which a reported clause ends.

    That is before ", adding that …" or ", and denied …" of its own speaker, and before
    ", according to …", which tells who reports the whole sentence.
    """
    for child in clause.rights:
        if adds_on(sheet, child):
            return child.left_edge.i
    end = clause.right_edge.i + 1
    if verb.i < clause.i:
        end = resumption_in(sheet, verb, clause.i + 1, end) or end
        end = before_narrated(sheet, verb, clause.i, end)
    for token in sheet.doc[max(clause.i + 1, end - _AFTERTHOUGHT) : end]:
        if token.lower_ == "according" and sheet.doc[token.i - 1].text == ",":
            return token.i - 1
    return end


def _finite(clause: Token, key: str, sheet: Sheet) -> bool:
    infinitive = any(c.tag_ == "TO" for c in clause.lefts) and clause.tag_ == "VB"
    return not infinitive or key in sheet.words.directive or key in sheet.words.infinitive


def _host_clause(sheet: Sheet, verb: Token) -> Token | None:
    """Return the head of the clause that the verb is set into: "X, as A reported, Y"."""
    head = verb.head
    if head == verb or verb.dep_ not in ("parataxis", "advcl", "ccomp", "prep"):
        return None
    if _is_aside(sheet, verb):
        return head
    if verb.dep_ == "parataxis":
        return None if _beyond_semicolon(sheet, verb, head) else head
    mark = next((c for c in verb.lefts if c.lower_ == "as" and c.i == verb.left_edge.i), None)
    if mark is None or any(
        c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr") for c in verb.children
    ):
        return None
    if head.pos_ not in ("VERB", "AUX"):
        return None
    while head.dep_ == "ccomp" and head.head.i < head.i < verb.i:
        head = head.head  # "A told B that …, as C reported": C reported the telling.
    return head


def _is_aside(sheet: Sheet, verb: Token) -> bool:
    """Whether this is ", the Gazette reported on Monday": who reports the words before it."""
    head, first = verb.head, verb.left_edge.i
    return (
        verb.dep_ in ("ccomp", "advcl")
        and head.i < first
        and sheet.doc[first - 1].text == ","
        and verb.tag_ in ("VBD", "VBZ", "VBP")
        and sheet.words.lemma(verb) in sheet.words.parenthetical
        and subject_of(verb) is not None
        and not any(c.dep_ == "mark" for c in verb.lefts)
        and _ends_clause(sheet, verb)
    )


def _less(sheet: Sheet, host: Token, verb: Token) -> tuple[Range, ...]:
    """Return the host clause in up to two pieces, without the verb's own phrase."""
    before = token_range(sheet.doc, host.left_edge.i, verb.left_edge.i)
    after = token_range(sheet.doc, verb.right_edge.i + 1, host.right_edge.i + 1)
    return tuple(r for r in (before, after) if r)


def fronted_content(sheet: Sheet, verb: Token, key: str, first: int) -> tuple[Range, ...]:
    """Return the sentence's words before the token ``first``, where source and cue begin.

    For a clause that the parser did not hang on its verb: "The bridge held the ministry said".
    """
    if key not in sheet.words.parenthetical or not _ends_clause(sheet, verb):
        return ()
    if any(c.dep_ == "mark" for c in verb.lefts):
        return ()  # "once the inquiry reports"
    start, _ = sheet.sentence_of(verb)
    if first - start < _MIN_FRONTED or not any(
        t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VB", "VBG") for t in sheet.doc[start:first]
    ):
        return ()
    piece = token_range(sheet.doc, start, first)
    return (piece,) if piece else ()


def _ends_clause(sheet: Sheet, verb: Token) -> bool:
    """Whether nothing but a speaker, a time or a listener comes after the verb."""
    allowed = ("punct", "npadvmod", "nsubj", "prep", "dative", "advmod", "prt")
    after = list(verb.rights)
    if any(c.dep_ not in allowed and not _set_off(c) for c in after):
        return False
    return sheet.is_last(after[-1].right_edge.i if after else verb.i)


def _set_off(clause: Token) -> bool:
    """Whether this is ", as the toll rose": a clause that goes with the whole sentence."""
    first = clause.left_edge
    marked = any(c.dep_ == "mark" for c in clause.lefts)
    return clause.dep_ == "advcl" and marked and clause.doc[first.i - 1].text == ","
