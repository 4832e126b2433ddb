"""The words that show the saying: verb groups, and whether they say that something was said."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.resuming import resumed
from sayso.tag.rules.sheet import Sheet
from sayso.tag.rules.sources import subject_of

_GROUP = frozenset(["aux", "auxpass", "neg", "advmod", "prt", "expl"])
_QUESTION_WORDS = frozenset(["WP", "WDT", "WP$", "WRB"])
_MAX_CLIMB = 4
_YET_REACH = 4
"""Tokens between "has yet" or "failed" and the verb that is left undone."""


def verb_group(verb: Token) -> tuple[int, int]:
    """Return the tokens (half-open) of a verb with its auxiliaries, negation, adverbs, particle."""
    doc = verb.doc
    first = verb.i
    while first > 0 and _joins(doc[first - 1], verb):
        first -= 1
    last = verb.i + 1
    if last < len(doc) and doc[last].head == verb and doc[last].dep_ in ("neg", "prt"):
        last += 1
    return first, last


def _joins(token: Token, verb: Token) -> bool:
    if token.head == verb:
        return token.dep_ in _GROUP and token.tag_ not in _QUESTION_WORDS
    return token.dep_ in ("neg", "advmod") and token.head.head == verb and token.head.i < verb.i


def carried_group(sheet: Sheet, verb: Token) -> tuple[int, int]:
    """Return the verb's group, from the verb that carries it on: "went on to say".

    "Earlier" before it is left off: it tells when.
    """
    first, last = verb_group(verb)
    carrier = carrier_of(sheet, verb)
    if carrier is not None and first - carrier.i in range(_YET_REACH):
        first = verb_group(carrier)[0]
    while first < verb.i and sheet.doc[first].lower_ in sheet.words.before_now:
        first += 1
    return first, last


def carrier_of(sheet: Sheet, verb: Token) -> Token | None:
    """Return the verb that makes an infinitive something that happened, or None."""
    head = verb.head
    if verb.dep_ not in ("xcomp", "advcl") or head.i >= verb.i or not _infinitive(verb):
        return None
    if sheet.words.lemma(head) in sheet.words.verb_carriers:
        # "came to Vienna to ask": what has somewhere to go does not carry on.
        return None if any(c.dep_ == "prep" and c.i < verb.i for c in head.rights) else head
    return head if leaves_undone(sheet, head) else None


def leaves_undone(sheet: Sheet, verb: Token) -> bool:
    """Whether the verb says that the next one was not done: "has yet to", "failed to"."""
    lemma = sheet.words.lemma(verb)
    return lemma in sheet.words.undone or (
        lemma == "have" and any(c.lower_ == "yet" for c in verb.children)
    )


def has_negation(verb: Token) -> bool:
    """Whether the verb itself is denied."""
    return any(c.dep_ == "neg" or c.lower_ == "neither" for c in verb.lefts) or any(
        c.dep_ == "neg" for c in verb.rights if c.i == verb.i + 1
    )


def is_open(clause: Token) -> bool:
    """Whether the clause asks: "whether …", "who …", "how many …"."""
    start = clause.doc[clause.left_edge.i]
    return start.lower_ in ("whether", "if") or start.tag_ in ("WP", "WRB", "WDT", "WP$")


def tells_nothing(sheet: Sheet, verb: Token, content: tuple[Range, ...]) -> bool:
    """Whether the text only says that a question stays open: "did not say who fired".

    "Would not say who fired" and "is not saying who" are refusals, and so something that was done.
    """
    if not content or not has_negation(verb) or refuses(verb) or verb.tag_ == "VBG":
        return False
    if sheet.words.lemma(verb) not in sheet.words.withheld:
        return False
    asked = (c for c in verb.rights if c.dep_ in ("ccomp", "csubj", "xcomp") and is_open(c))
    return any(c.idx >= verb.idx for c in asked)


def refuses(verb: Token) -> bool:
    """Whether the verb's auxiliary is "will" or "would", which makes a negation a refusal."""
    return any(c.dep_ == "aux" and c.lemma_.lower() in ("will", "would") for c in verb.lefts)


def in_own_report(sheet: Sheet, verb: Token) -> bool:
    """Whether the verb is in what its own subject, a pronoun, is reported to have said."""
    subject = subject_of(verb)
    while verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        verb = verb.head
        subject = subject or subject_of(verb)
    return (
        subject is not None
        and subject.pos_ == "PRON"
        and subject.lower_ not in sheet.words.relative
        and verb.dep_ == "ccomp"
        and sheet.words.lemma(verb.head) in sheet.words.clause
    )


def was_put_to(sheet: Sheet, verb: Token) -> bool:
    """Whether this is the "asked" of "Vrel, asked whether she would go, declined to comment"."""
    first = verb.left_edge if subject_of(verb) is None else verb
    if sheet.doc[max(0, first.i - 1)].text != "," or _has_aux(verb):
        return False
    return verb.dep_ == "acl" or any(
        c.dep_ in ("ccomp", "conj", "advcl", "dep")
        and subject_of(c) is None
        and c.tag_ in ("VBD", "VBZ")
        and sheet.doc[c.left_edge.i - 1].text == ","
        for c in verb.rights
    )


def is_asserted(sheet: Sheet, verb: Token) -> bool:
    """Whether the text says that this saying took place (or, negated, that it did not).

    Conditions, questions, commands, plans and possibilities don't: "if he says", "may announce",
    "will they admit", "to announce".
    """
    words = sheet.words
    if asks(sheet, verb) or _left_out(sheet, verb):
        return False
    for _ in range(_MAX_CLIMB):
        if _imagined(sheet, verb):
            return False
        going_on = resumed(sheet, verb)
        if going_on is not None:
            verb = going_on
        elif _infinitive(verb):
            carrier = carrier_of(sheet, verb)
            if carrier is None:
                return False
            verb = carrier
        elif verb.dep_ == "conj" and subject_of(verb) is None and not _has_aux(verb):
            verb = verb.head
        elif verb.dep_ in ("xcomp", "advcl") and verb.tag_ == "VBG" and verb.head.pos_ == "VERB":
            # "would end up saying" is no more said than "would say".
            if verb.dep_ == "advcl" or words.lemma(verb.head) not in words.verb_carriers:
                return True
            verb = verb.head
        else:
            return True
        if verb.pos_ not in ("VERB", "AUX"):
            return True
    return True


def _left_out(sheet: Sheet, verb: Token) -> bool:
    """Whether the verb is what was not done: "without naming her", "stopped short of saying"."""
    before = verb.head
    if verb.dep_ != "pcomp":
        return False
    return before.lower_ in sheet.words.instead or (
        before.lower_ == "of"
        and before.i > 0
        and sheet.doc[before.i - 1].lower_ in sheet.words.instead
    )


def _has_aux(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.lefts)


def _infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in verb.lefts)


def _imagined(sheet: Sheet, verb: Token) -> bool:
    words = sheet.words
    modal = bare = False
    for child in verb.lefts:
        if child.dep_ == "mark" and child.lower_ in words.conditions:
            return True
        if child.dep_ == "aux":
            modal |= child.lower_ in words.modals and child.tag_ == "MD"
            bare |= child.lower_ not in words.modals
    second = verb.dep_ == "conj" and verb.head.tag_ == "VB"  # "nor deny": as its first verb.
    if verb.tag_ == "VB" and not modal and not bare and not second:
        caused = verb.dep_ in ("ccomp", "xcomp") and words.lemma(verb.head) in words.causers
        if caused or subject_of(verb) is None:
            return True  # A command, or a bare infinitive: "let him say".
    wish = words.lemma(verb) in words.wishes
    return modal and not wish and not has_negation(verb)


def asks(sheet: Sheet, verb: Token) -> bool:
    """Whether the verb is what a question asks about, outside any quotation: "Will they admit?"."""
    start, end = sheet.sentence_of(verb)
    last = next((t for t in sheet.doc[max(start, end - 3) : end] if t.text == "?"), None)
    if last is None or sheet.quote_at(last.idx) != sheet.quote_at(verb.idx):
        return False
    subject = subject_of(verb)
    if subject is None:
        return False
    if subject.tag_ in _QUESTION_WORDS and verb.dep_ != "relcl":
        return True
    return any(c.dep_ in ("aux", "auxpass") and c.i < subject.i < verb.i for c in verb.lefts)


def group_range(sheet: Sheet, first: int, last: int) -> Range:
    """Return the code points of the tokens ``first`` to ``last`` (half-open, never empty)."""
    end = sheet.doc[last - 1]
    return sheet.doc[first].idx, end.idx + len(end)
