"""What a verb of saying or thinking has as its content: clauses, objects, infinitives."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.tag.rules.resuming import resumption_in
from sayso.tag.rules.sheet import Range, Sheet, token_range
from sayso.tag.rules.sources import adds_on, agent_of, is_passive, is_time, subject_of

_CLAUSE_DEPS = frozenset(["ccomp", "csubj"])
_OBJECTS = frozenset(["dobj", "oprd", "attr"])
_BLOCKED = frozenset(["to", "on", "upon", "of", "at", "in"])
_AFTERTHOUGHT = 30
"""Tokens that "according to …" at the end of a sentence has at most."""
_REASONS = frozenset(["for", "as", "over"])
_MIN_FRONTED = 3
"""Tokens that a fronted clause has at least where the parser missed it."""


def clause_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return the finite clauses that the verb reports, fronted and interrupted ones included."""
    if key not in sheet.words.clause:
        return ()
    found = [
        token_range(sheet.doc, *_reported(sheet, verb, child))
        for child in verb.children
        if child.dep_ in _CLAUSE_DEPS
        and _finite(child, key, sheet)
        and not _beyond_semicolon(sheet, verb, child)
    ] or list(_hung_clause(sheet, verb))
    if not found and verb.dep_ == "relcl":
        return _gapped(sheet, verb)
    if not found:
        around = _host_clause(sheet, verb)
        if around is not None:
            return _less(sheet, around, verb)
    return tuple(r for r in found if r)


def _gapped(sheet: Sheet, verb: Token) -> tuple[Range, ...]:
    """Return noun and rest of "the letters, which she said were lost"."""
    which = verb.left_edge
    rest = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp")), None)
    if rest is None or which.lower_ not in sheet.words.relative or subject_of(verb) == which:
        return ()
    noun = token_range(sheet.doc, verb.head.left_edge.i, verb.left_edge.i)
    said = _edges(sheet, rest)
    return (noun, said) if noun and said else ()


def _reported(sheet: Sheet, verb: Token, clause: Token) -> tuple[int, int]:
    """Return the tokens (half-open) of a reported clause, less what tells of the saying."""
    first, last = clause.left_edge.i, _before_next_saying(sheet, verb, clause)
    if first == verb.i + 1:
        # "said on Monday it would open": without "that", a date this far to the left is the saying's.
        for child in clause.lefts:
            if child.left_edge.i != first or not _tells_day(child):
                break
            first = child.right_edge.i + 1
    return first, last


def _tells_day(phrase: Token) -> bool:
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
            if noun.dep_ not in ("pobj", "dobj", "dative"):
                continue
            for clause in noun.rights:
                if clause.dep_ in ("acl", "relcl", "ccomp") and _that_clause(noun, clause):
                    last = _before_next_saying(sheet, verb, clause)
                    return (yield token_range(sheet.doc, clause.left_edge.i, last))


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
    for token in sheet.doc[max(clause.i + 1, end - _AFTERTHOUGHT) : end]:
        if token.lower_ == "according" and sheet.doc[token.i - 1].text == ",":
            return token.i - 1
    return end


def _finite(clause: Token, key: str, sheet: Sheet) -> bool:
    infinitive = any(c.tag_ == "TO" for c in clause.lefts) and clause.tag_ == "VB"
    return not infinitive or key in sheet.words.directive or key in sheet.words.infinitive


def _edges(sheet: Sheet, token: Token) -> Range | None:
    return token_range(sheet.doc, token.left_edge.i, token.right_edge.i + 1)


def _host_clause(sheet: Sheet, verb: Token) -> Token | None:
    """Return the head of the clause that the verb is set into: "X, as A reported, Y"."""
    head = verb.head
    if head == verb or verb.dep_ not in ("parataxis", "advcl", "ccomp", "prep"):
        return None
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
    start, _ = sheet.sentence_of(verb)
    if first - start < _MIN_FRONTED or not any(
        t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VB", "VBG") for t in sheet.doc[start:first]
    ):
        return ()
    piece = token_range(sheet.doc, start, first)
    return (piece,) if piece else ()


def _ends_clause(sheet: Sheet, verb: Token) -> bool:
    """Whether nothing but a speaker, a time or a listener comes after the verb."""
    _, end = sheet.sentence_of(verb)
    allowed = ("punct", "npadvmod", "nsubj", "prep", "dative", "advmod", "prt")
    after = list(verb.rights)
    if any(c.dep_ not in allowed for c in after):
        return False
    return end - (after[-1].right_edge.i + 1 if after else verb.i + 1) <= 1


def object_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return the object with what completes it: "Orlitsa of shelling the dam", "it as a lie"."""
    if key not in sheet.words.object:
        return ()
    if not any(c.dep_ in (*_OBJECTS, "ccomp", "xcomp") for c in verb.rights):
        return ()
    if not _is_told(sheet, verb, key):
        return ()
    return _run(sheet, _completions(sheet, verb))


def _is_told(sheet: Sheet, verb: Token, key: str) -> bool:
    """Whether a verb that also stands for deeds shows words here: "slammed her for lying"."""
    words = sheet.words
    if any(c.dep_ == "dobj" and words.lemma(c) in words.idle for c in verb.rights):
        return False
    if key in words.pointed:
        return any(c.dep_ == "prep" and c.lower_ in _REASONS for c in verb.rights)
    if key in words.naming:
        return any(
            c.dep_ in ("oprd", "ccomp", "xcomp", "attr", "acomp")
            or (c.dep_ == "prep" and c.lower_ == "as")
            or sheet.quote_at(c.idx) is not None
            for c in verb.rights
        )
    if key in words.showing:
        subject = subject_of(verb)
        return subject is not None and words.lemma(subject) in words.evidence
    return True


def infinitive_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return "to …" after a verb of wanting, or somebody and "to …" after one of urging."""
    words = sheet.words
    if key not in words.infinitive and key not in words.directive:
        return ()
    clause = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and _to(c)), None)
    if clause is None:
        return ()
    somebody = next(
        (c for c in verb.rights if c.dep_ in ("dobj", "dative") and c.i < clause.i), None
    )
    if somebody is not None and key not in words.directive:
        return ()
    if somebody is None and key not in words.infinitive and clause.dep_ == "xcomp":
        return ()
    first = (somebody or clause).left_edge.i
    piece = token_range(sheet.doc, first, clause.right_edge.i + 1)
    return (piece,) if piece else ()


def _to(clause: Token) -> bool:
    return any(c.tag_ == "TO" for c in clause.lefts)


def hearsay_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return the subject and the infinitive of "is said to have left"."""
    if key not in sheet.words.hearsay:
        return ()
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    clause = next((c for c in verb.rights if c.dep_ == "xcomp" and _to(c)), None)
    if subject is None or clause is None:
        return ()
    return tuple(r for r in (_edges(sheet, subject), _edges(sheet, clause)) if r)


def passive_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return subject and completion of "was accused by A of B", the agent left out."""
    words = sheet.words
    agent = agent_of(verb)
    if not is_passive(verb) or not (key in words.passive or (agent and key in words.object)):
        return ()
    if key in words.pointed and not _is_told(sheet, verb, key):
        return ()
    subject = next((c for c in verb.lefts if c.dep_ == "nsubjpass"), None)
    if subject is None and verb.dep_ == "acl":
        subject = verb.head
        begin = token_range(sheet.doc, subject.left_edge.i, verb.left_edge.i)
    else:
        begin = _edges(sheet, subject) if subject is not None else None
    rest = _run(sheet, _completions(sheet, verb))
    if begin is None or not (rest or agent):
        return ()
    if subject is not None and subject.lower_ in words.relative:
        return rest
    return (begin, *rest)


def _completions(sheet: Sheet, verb: Token) -> Iterator[Token]:
    """Yield what completes the verb on its right, up to the first thing that doesn't."""
    started = False
    for child in verb.rights:
        if child.dep_ == "prep" and is_time(child):
            continue
        if child.dep_ in (*_OBJECTS, "xcomp", "ccomp", "dative", "acomp") or (
            child.dep_ == "prep" and child.lower_ in sheet.words.complements
        ):
            started = True
            yield child
        elif child.dep_ in ("agent", "prt", "advmod", "neg") or (
            child.dep_ == "prep" and child.lower_ == "by"
        ):
            continue
        elif started:
            return


def _run(sheet: Sheet, children: Iterator[Token]) -> tuple[Range, ...]:
    """Return the children's words, those that touch as one piece."""
    pieces: list[tuple[int, int]] = []
    for child in children:
        first, last = child.left_edge.i, _before_set_off(child)
        if pieces and first - pieces[-1][1] <= 0:
            pieces[-1] = (pieces[-1][0], last)
        else:
            pieces.append((first, last))
    ranges = (token_range(sheet.doc, *piece) for piece in pieces)
    return tuple(r for r in ranges if r)


def _before_set_off(child: Token) -> int:
    """Return where the child's words end, less ", which …" and other clauses after a comma."""
    noun = child
    if child.dep_ == "prep":
        noun = next((c for c in child.rights if c.dep_ == "pobj"), child)
    for clause in noun.rights:
        before = clause.left_edge.i - 1
        if clause.dep_ in ("relcl", "advcl", "acl") and child.doc[before].text == ",":
            return before
    return child.right_edge.i + 1


def prepositional_content(
    sheet: Sheet, verb: Token, key: str
) -> tuple[Token, tuple[Range, ...]] | None:
    """Return the preposition that belongs to the verb and what follows it: "called for …"."""
    known = sheet.words.prepositions.get(key) or sheet.words.prepositions.get(
        key.split(maxsplit=1)[0]
    )
    if not known:
        return None
    for child in verb.rights:
        if child.dep_ in ("prep", "dative", "aux", "mark") and child.lower_ in known:
            last = child.right_edge.i + 1
            for clause in verb.rights:
                # "called on them to leave": the infinitive hangs on the verb.
                if clause.dep_ in ("xcomp", "advcl") and clause.left_edge.i == last and _to(clause):
                    last = clause.right_edge.i + 1
            if child.lower_ in _BLOCKED and any(
                c.dep_ == "dobj" and c.i < child.i for c in verb.rights
            ):
                return None  # "pointed the boat to the shore"
            piece = token_range(sheet.doc, child.i + 1, last)
            return (child, (piece,)) if piece else None
    return None
