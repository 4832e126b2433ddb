"""What a verb of saying or thinking has as its content: objects, infinitives, "for …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from sayso.tag.layout import Range
from sayso.tag.rules.clauses import tells_day
from sayso.tag.rules.narrated import before_narrated
from sayso.tag.rules.relatives import gapped_object
from sayso.tag.rules.sheet import Sheet, edges, token_range
from sayso.tag.rules.sources import agent_of, deed_of, is_passive, is_time, subject_of

_OBJECTS = frozenset(["dobj", "oprd", "attr"])
_BLOCKED = frozenset(["to", "on", "upon", "of", "at", "in"])
_REASONS = frozenset(["for", "as", "over"])


def object_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return the object with what completes it: "Orlitsa of shelling the dam", "it as a lie"."""
    words = sheet.words
    if key not in words.object:
        return ()
    gapped = gapped_object(sheet, verb, key, _completions(sheet, verb))
    if gapped:
        return gapped
    if not any(c.dep_ in (*_OBJECTS, "ccomp", "xcomp") or _gerund(c) for c in verb.rights):
        return ()
    if not _is_told(sheet, verb, key):
        return ()
    return _run(sheet, _completions(sheet, verb))


def _is_told(sheet: Sheet, verb: Token, key: str) -> bool:
    """Whether a verb that also stands for deeds shows words here: "slammed her for lying"."""
    words = sheet.words
    if any(c.dep_ == "dobj" and _is_nothing(sheet, c, key) for c in verb.rights):
        return False
    subject = subject_of(verb)
    if key in words.belying and (subject is None or words.lemma(subject) in words.accounts):
        return False  # "His account contradicts hers": that is the reporter's finding.
    if key in words.pointed:
        return any(c.dep_ == "prep" and c.lower_ in _REASONS for c in verb.rights)
    if key in words.naming:
        if subject is not None and subject.tag_ == "WDT":
            return len([c for c in verb.rights if c.dep_ != "punct"]) > 1  # "which called a strike"
        return any(
            c.dep_ in ("oprd", "ccomp", "xcomp", "attr", "acomp")
            or (c.dep_ == "prep" and c.lower_ == "as")
            or sheet.quote_at(c.idx) is not None
            for c in verb.rights
        )
    if key in words.showing:
        return subject is not None and words.lemma(subject) in words.evidence
    return True


def _is_nothing(sheet: Sheet, thing: Token, key: str) -> bool:
    """Whether the verb with this object tells nothing: "claimed lives", "offered no proof"."""
    words = sheet.words
    if words.lemma(thing) in words.idle or thing.lower_ in words.nobody:
        return True
    return key in words.empty_handed and any(
        c.dep_ == "det" and c.lower_ in words.nobody for c in thing.lefts
    )


def infinitive_content(sheet: Sheet, verb: Token, key: str) -> tuple[Range, ...]:
    """Return "to …" after a verb of wanting, or somebody and "to …" after one of urging."""
    words = sheet.words
    if key not in words.infinitive and key not in words.directive:
        return ()
    clause = next((c for c in verb.rights if c.dep_ in ("xcomp", "ccomp") and _to(c)), None)
    if clause is None and key in words.infinitive and verb.dep_ != "relcl":
        # After a date the parser takes it for a purpose: "offered on Wednesday to free them".
        days = [c for c in verb.rights if c.dep_ in ("prep", "npadvmod") and tells_day(c)]
        clause = next((c for c in verb.rights if days and c.dep_ == "advcl" and _to(c)), None)
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
    return tuple(r for r in (edges(sheet, subject), edges(sheet, clause)) if r)


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
        begin = edges(sheet, subject) if subject is not None else None
    rest = _run(sheet, _completions(sheet, verb)) or _with_agent(sheet, agent)
    if begin is None or not (rest or agent):
        return ()
    if subject is not None and subject.lower_ in words.relative:
        return rest
    return (begin, *rest)


def _with_agent(sheet: Sheet, agent: Token | None) -> tuple[Range, ...]:
    """Return what the parser hung on the agent: "accused by A of having known"."""
    deed = deed_of(agent) if agent is not None else None
    piece = edges(sheet, deed) if deed is not None else None
    return (piece,) if piece else ()


def _completions(sheet: Sheet, verb: Token) -> Iterator[Token]:
    """Yield what completes the verb on its right, up to the first thing that doesn't."""
    started = False
    for child in verb.rights:
        if child.dep_ == "prep" and is_time(child):
            continue
        if (
            child.dep_ in (*_OBJECTS, "xcomp", "ccomp", "dative", "acomp")
            or _gerund(child)
            or (child.dep_ == "prep" and child.lower_ in sheet.words.complements)
        ):
            started = True
            yield child
        elif child.dep_ in ("agent", "prt", "advmod", "neg") or (
            child.dep_ == "prep" and child.lower_ == "by"
        ):
            continue
        elif started:
            return


def _gerund(clause: Token) -> bool:
    """Whether this is the "resigning" of "ruled out resigning", taken for an aside."""
    before = clause.doc[clause.left_edge.i - 1]
    follows = before.dep_ == "prt" and before.head == clause.head
    return follows and clause.dep_ == "advcl" and clause.tag_ == "VBG"


def _run(sheet: Sheet, children: Iterator[Token]) -> tuple[Range, ...]:
    """Return the children's words, those that touch as one piece."""
    pieces: list[tuple[int, int]] = []
    for child in children:
        first = child.left_edge.i
        last = before_narrated(sheet, child.head, child.i, _before_set_off(child))
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
            if is_time(child):
                return None  # "reported on Thursday"
            if child.lower_ in _BLOCKED and any(
                c.dep_ == "dobj" and c.i < child.i for c in verb.rights
            ):
                return None  # "pointed the boat to the shore"
            piece = token_range(sheet.doc, child.i + 1, last)
            return (child, (piece,)) if piece else None
    return None
