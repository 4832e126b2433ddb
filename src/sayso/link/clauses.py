"""Main clauses: what of a sentence a title needs, without what is said beside it.

Kept are the subject, the verb with its auxiliaries and objects, and where it was. Left out are
other clauses, what an appositive or a relative clause adds, adverbs, and days of the week, which
tell nothing without the day of the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Span as Passage
from spacy.tokens import Token

from sayso.language.en.tables import load_table

_FINITE = {"VBD", "VBP", "VBZ", "MD"}
_SUBJECTS = {"nsubj", "nsubjpass", "expl"}
_BEFORE = {*_SUBJECTS, "aux", "auxpass", "neg"}
"""What stands before a verb and belongs to its main clause."""
_ASIDE = {"advcl", "advmod", "cc", "conj", "parataxis", "dep", "intj", "mark", "meta", "npadvmod"}
_ADDED = {"relcl", "appos", "parataxis", "meta"}
"""What stands beside a noun and tells more of it."""
_OBJECTS = {"dobj", "attr", "agent", "oprd", "acomp", "xcomp", "ccomp", "prt"}
_PARTICLES = {"back", "out", "away", "off", "down", "up", "over", "apart"}
_PLACES = {"GPE", "LOC", "FAC"}
_TIMES = {"DATE", "TIME"}
_DATED = re.compile(
    r"\d{4}|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)


def head_of(words: Passage) -> Token:
    """Return the verb of a content: the first word that hangs on none of them and has a subject.

    "Said in Orlitsa, gunmen had burnt two buses": the parse may hang "in Orlitsa" on "said".
    """
    tops = [t for t in words if t.head not in words or t.head == t]
    verbs = (t for t in tops if any(child.dep_ in _SUBJECTS for child in t.lefts))
    return next(verbs, words.root)


def subject_of(words: Passage) -> Token | None:
    """Return the subject of the finite clause that the words make, None if they make none."""
    root = head_of(words)
    subjects = [t for t in root.lefts if t.dep_ in _SUBJECTS and t.i >= words.start]
    finite = root.tag_ in _FINITE or any(
        t.dep_ in {"aux", "auxpass"} and t.tag_ in _FINITE for t in root.lefts if t.i >= words.start
    )
    return subjects[-1] if subjects and finite else None


def main_clause(words: Passage, subject: Token, *, longest: int) -> tuple[Token, ...]:
    """Return the tokens of the words' main clause; a place named in front comes last.

    What is said beside it stays where the clause names nobody and no place without it, and the
    text has at most ``longest`` characters with it: "killed as they fled the village of Tarn".
    """
    kept = _core(words, subject)
    if kept[-1] == head_of(words) and kept[-1].i + 1 < words.end:
        # "The raid killed": the parser took the object for something else.
        return tuple(t for t in words if t.i >= subject.left_edge.i)
    if any(t.text[:1].isupper() for t in kept[1:]):
        return kept
    left_out = [t for t in words if t not in kept and t.i > subject.i and not _is_day(t)]
    named = [t for t in left_out if t.pos_ == "PROPN" and t.lower_ not in _days()]
    if not named:
        return kept
    # The whole name: "al-Izaa neighbourhood".
    last = next((t for t in named[-1].ancestors if t.dep_ != "compound" and t.pos_ == "NOUN"), None)
    joined = last is not None and named[-1].dep_ == "compound" and last in words
    end = max(last.i if last is not None and joined else named[-1].i, *(t.i for t in kept))
    whole = tuple(t for t in words if subject.left_edge.i <= t.i <= end and not t.is_quote)
    return whole if len(text_of(whole)) <= longest else kept


@cache
def _days() -> frozenset[str]:
    return frozenset(load_table("weighing")["pointing"]["days"])


def _core(words: Passage, subject: Token) -> tuple[Token, ...]:
    root = head_of(words)
    inside = range(words.start, words.end)
    kept = [t for t in _noun_phrase(subject) if t.i in inside]
    kept += [t for t in root.lefts if t.dep_ in _BEFORE - _SUBJECTS and t.i > subject.left_edge.i]
    kept = sorted({*kept, *predicate(words, root)}, key=lambda t: t.i)
    leads = (*root.lefts, *(t for t in words if t.head not in words and t.i < subject.i))
    fronted = (t for t in leads if t.dep_ == "prep" and _places(t) and t.i in inside)
    return (*kept, *(t for left in fronted for t in _noun_phrase(left) if t.i in inside))


def predicate(words: Passage, verb: Token) -> tuple[Token, ...]:
    """Return a verb with its objects and where it was, less what is said beside it."""
    inside = range(words.start, words.end)
    kept = [verb]
    told = False
    for right in verb.rights:
        if right.i not in inside:
            break
        if _is_aside(right, told=told):
            continue
        told = told or right.dep_ in _OBJECTS or right.dep_ == "prep"
        kept.extend(t for t in _noun_phrase(right) if t.i in inside)
    return tuple(sorted(set(kept), key=lambda t: t.i))


def _is_aside(token: Token, *, told: bool) -> bool:
    """Whether what follows a verb says something else; ``told`` when it has an object already."""
    if token.dep_ == "punct" or _is_day(token):
        return True
    if token.dep_ in {"conj", "cc"}:
        # "Struck and destroyed two lorries": the object is that of both.
        return told
    return token.dep_ in _ASIDE and not _leads_on(token)


def _leads_on(token: Token) -> bool:
    """Whether an adverb belongs to its verb: "pushed them back from the town"."""
    return token.dep_ == "advmod" and (
        token.lower_ in _PARTICLES or any(t.dep_ == "prep" for t in token.children)
    )


def _is_day(token: Token) -> bool:
    """Whether a phrase names but a day or an hour: "on Monday", "late on Tuesday"."""
    heads = [token, *(t for t in token.children if t.dep_ == "pobj")]
    timed = any(t.ent_type_ in _TIMES for t in heads) and (
        token.dep_ in {"npadvmod", "tmod"} or token.lower_ in {"on", "at", "late", "early"}
    )
    return timed and not _DATED.search(" ".join(t.text for t in token.subtree))


def _noun_phrase(head: Token) -> Iterator[Token]:
    """Yield a token with what belongs to it, less what only adds to it, in text order."""
    for child in head.lefts:
        if child.dep_ not in _ADDED and not (_is_day(child) or _opens(head, child)):
            yield from _noun_phrase(child)
    yield head
    for child in head.rights:
        if child.dep_ == "punct" and child.text not in {"-", "–", "/", "%", "’s"}:
            if child.text == "," and _joins(child, head):
                yield child
            continue
        named = child.dep_ == "appos" and child.pos_ == "PROPN" and head.pos_ != "PROPN"
        if named or (child.dep_ not in _ADDED and not _leaves(head, child)):
            yield from _noun_phrase(child)


def _opens(head: Token, child: Token) -> bool:
    """Whether an adverb only leads into a clause: "elsewhere air strikes hit the town"."""
    return child.dep_ == "advmod" and head.dep_ in _SUBJECTS and head.pos_ != "NUM"


def _leaves(head: Token, child: Token) -> bool:
    """Whether a child is another clause of a verb, or a day."""
    if _is_day(child):
        return True
    verbal = head.pos_ in {"VERB", "AUX"} and head.dep_ not in {"amod", "compound"}
    return verbal and child.dep_ in _ASIDE - {"advmod"}


def _joins(comma: Token, head: Token) -> bool:
    """Whether a comma stands between members of a list."""
    return any(t.dep_ == "conj" and t.i > comma.i for t in head.rights)


def _places(token: Token) -> bool:
    return any(t.ent_type_ in _PLACES for t in token.subtree)


def text_of(tokens: Iterable[Token]) -> str:
    """Return tokens as a text: those that stood side by side as they stood."""
    pieces: list[str] = []
    before: Token | None = None
    for token in tokens:
        gap = before is not None and (before.i + 1 != token.i or bool(before.whitespace_))
        pieces.append(f" {token.text}" if gap else token.text)
        before = token
    return " ".join("".join(pieces).split())
