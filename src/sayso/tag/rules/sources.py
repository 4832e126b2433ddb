"""Who says it: from a verb to its speaker's whole noun phrase."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.resuming import resumed
from sayso.tag.rules.sheet import Sheet, token_range

_SUBJECTS = frozenset(["nsubj", "csubj"])
_MAX_CLIMB = 8
"""Verbs that one verb's subject may be inherited through."""


def subject_of(verb: Token) -> Token | None:
    """Return the head of a verb's own active subject, or None."""
    found: Token | None = None
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            # "The rider" and "Ivo Brandt" are sometimes parsed as a subject each.
            if found is None or _twins(found, child):
                found = child
            else:
                break
    return found


def _twins(first: Token, second: Token) -> bool:
    """Whether two subjects side by side are one: a name in two, or a calling and its name."""
    return (
        second.left_edge.i == first.i + 1
        and second.pos_ == "PROPN"
        and first.pos_ in ("NOUN", "PROPN")
    )


def is_passive(verb: Token) -> bool:
    """Whether the verb stands in the passive, or as a bare past participle after a noun."""
    if any(c.dep_ in ("nsubjpass", "auxpass", "agent") for c in verb.children):
        return True
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def agent_of(verb: Token) -> Token | None:
    """Return the head of the "by" phrase of a passive, or None."""
    for child in verb.rights:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def deed_of(agent: Token) -> Token | None:
    """Return "of having known" on the agent of "accused by two deputies of having known"."""
    for child in agent.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            return child if any(c.dep_ == "pcomp" for c in child.rights) else None
    return None


def speaker_of(sheet: Sheet, verb: Token) -> Token | None:
    """Return the head of the noun phrase that the verb makes a speaker, or None.

    A verb without a subject takes that of the verb it hangs on: "Vrel met them, saying …",
    "Vrel refused to say", "in saying so, Vrel …"; a participle after a noun takes the noun.
    """
    for _ in range(_MAX_CLIMB):
        if is_passive(verb):
            return agent_of(verb)
        subject = subject_of(verb)
        if subject is not None:
            return subject
        head = resumed(sheet, verb)
        if head is not None:
            verb = head
            continue
        head = verb.head
        if head == verb:
            return None
        if verb.dep_ == "acl" and _is_paper(sheet, head):
            verb = head.head  # "The firm issued a statement denying …"
            continue
        if verb.dep_ in ("acl", "relcl"):
            return head if head.pos_ in ("NOUN", "PROPN", "PRON") else None
        if verb.dep_ == "pcomp":
            head = head.head
        if head.dep_ == "ccomp" and adds_on(sheet, verb):
            head = head.head
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "dep", "ccomp", "parataxis"):
            return None
        if head.pos_ not in ("VERB", "AUX"):
            return None
        verb = head
    return None


def _is_paper(sheet: Sheet, noun: Token) -> bool:
    """Whether the noun is a paper that the verb before it puts out: "issued a statement"."""
    words = sheet.words
    return (
        noun.dep_ == "dobj"
        and words.lemma(noun) in words.accounts
        and words.lemma(noun.head) in words.noun_carriers
    )


def adds_on(sheet: Sheet, verb: Token) -> bool:
    """Whether this is ", saying …" after a reported clause: the words of whoever reported that."""
    return (
        verb.dep_ in ("advcl", "xcomp", "conj")
        and verb.tag_ == "VBG"
        and verb.left_edge.i > 0
        and verb.doc[verb.left_edge.i - 1].text == ","
        and sheet.words.lemma(verb) in sheet.words.parenthetical
    )


def source_range(sheet: Sheet, speaker: Token, verb: Token) -> Range | None:
    """Return the speaker's noun phrase with title and apposition, less a date or dateline.

    The phrase never runs over the verb, nor over the edge of a quotation that holds just one of
    the two.
    """
    first, last = speaker.left_edge.i, speaker.right_edge.i + 1
    for twin in speaker.head.lefts:
        if twin.dep_ in _SUBJECTS and twin.i < first and _twins(twin, speaker):
            first = twin.left_edge.i
    while _is_loose_name(sheet, first, speaker):
        first -= 1
    for child in speaker.rights:
        if child.dep_ == "prep" and speaker.i > verb.i and is_time(child):
            last = min(last, child.left_edge.i)
            break
    deed = deed_of(speaker)
    if deed is not None and is_passive(verb):
        last = min(last, deed.left_edge.i)
    first = _after_date(sheet, speaker, _after_dateline(sheet, speaker, first))
    if speaker.i < verb.i:
        last = min(last, verb.i)
    else:
        first = max(first, verb.i + 1)
    first, last = _within_quote(sheet, speaker, first, last)
    return token_range(sheet.doc, first, last)


def _is_loose_name(sheet: Sheet, first: int, speaker: Token) -> bool:
    """Whether the token before the phrase is a first name that the parser left hanging."""
    if first == 0:
        return False
    before = sheet.doc[first - 1]
    return (
        before.dep_ in ("dep", "nsubj", "ROOT")
        and before.head in (before, speaker.head)
        and before.pos_ == speaker.pos_ == sheet.doc[first].pos_ == "PROPN"
        and not any(before.children)
    )


def is_time(phrase: Token) -> bool:
    """Whether a preposition's object is a date or a time: "on Monday"."""
    return any(t.ent_type_ in ("DATE", "TIME") for t in phrase.rights)


_DASHES = frozenset(["-", "--", "–", "—"])
_DATELINE = 12
"""Tokens that a dateline ("ORLITSA, May 5 (Northern Wire) —") has at most."""


def _after_dateline(sheet: Sheet, speaker: Token, first: int) -> int:
    block = sheet.block_of(speaker.idx)
    if block is None or sheet.doc[max(0, first - _DATELINE)].idx > block[0]:
        return first
    for token in sheet.doc[first : min(speaker.i, first + _DATELINE)]:
        head = sheet.text[block[0] : token.idx]
        if token.text in _DASHES and head[-1:].isspace() and head[:1].isupper():
            return token.i + 1
    return first


def _after_date(sheet: Sheet, speaker: Token, first: int) -> int:
    """Return the token after the weekday of "On Friday Health Minister Koray", taken for a name."""
    before = sheet.doc[first - 1] if first > 0 else None
    if before is None or before.dep_ != "prep" or any(before.children):
        return first
    return first + 1 if first < speaker.i and sheet.doc[first].lower_.endswith("day") else first


def _within_quote(sheet: Sheet, speaker: Token, first: int, last: int) -> tuple[int, int]:
    doc, home = sheet.doc, sheet.quote_at(speaker.idx)
    if not sheet.quotes_in(doc[first].idx, doc[last - 1].idx + 1):
        return first, last
    if home is None:
        # A nickname in quotation marks is part of a name; half a quotation is not.
        for index in range(speaker.i - 1, first - 1, -1):
            quote = sheet.quote_at(doc[index].idx)
            if quote is not None and sheet.quotes[quote].start < doc[first].idx:
                return index + 1, last
        return first, last
    while first < speaker.i and sheet.quote_at(doc[first].idx) != home:
        first += 1
    while last - 1 > speaker.i and sheet.quote_at(doc[last - 1].idx) != home:
        last -= 1
    return first, last


def neighbour_of(sheet: Sheet, first: int, last: int) -> Token | None:
    """Return the head of the noun phrase that touches the cue (tokens, half-open), or None.

    For a verb whose subject the parser missed: the phrase before it, or, right after a
    quotation, the one after it: '"…," said Vrel'.
    """
    doc = sheet.doc
    start, end = sheet.sentence_of(doc[first])
    before = first - 1
    if before >= start and doc[before].pos_ in _NOMINAL and _outside(sheet, doc[before]):
        head = doc[before]
        while head.head != head and head.head.i < first and head.head.pos_ in _NOMINAL:
            head = head.head
        return head
    if last < end and doc[last].pos_ in (*_NOMINAL, "DET", "ADJ") and _outside(sheet, doc[last]):
        head = doc[last]
        while head.head != head and head.head.i > last - 1 and head.pos_ not in ("PRON",):
            head = head.head
            if head.pos_ not in _NOMINAL:
                return None
        return head if head.pos_ in _NOMINAL else None
    return None


def between_quote_and(sheet: Sheet, first: int) -> Token | None:
    """Return the head of the phrase that parts a quotation from the cue at ``first``, or None.

    For '"…," Vrel, who heads the office, told …', where the parser hung Vrel on the quotation.
    """
    start, _ = sheet.sentence_of(sheet.doc[first])
    begin = first
    while begin > start and _outside(sheet, sheet.doc[begin - 1]):
        begin -= 1
    if begin in (start, first) or sheet.doc[begin].pos_ not in (*_NOMINAL, "DET"):
        return None
    head = sheet.doc[begin]
    while begin <= head.head.i < first and head.head != head:
        head = head.head
    whole = head.left_edge.i == begin and head.right_edge.i + 1 in (first, first - 1)
    return head if whole and head.pos_ in _NOMINAL else None


_NOMINAL = frozenset(["NOUN", "PROPN", "PRON"])


def _outside(sheet: Sheet, token: Token) -> bool:
    return sheet.quote_at(token.idx) is None
