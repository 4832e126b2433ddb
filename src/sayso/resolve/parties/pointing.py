"""Whom pronouns mean: "he", "it", "who"."""

from __future__ import annotations

from spacy.tokens import Token

from sayso.model import PartyKind
from sayso.resolve.parties.antecedents import (
    acts_between,
    antecedent,
    sole_person,
    unnamed_between,
)
from sayso.resolve.parties.entries import Gender
from sayso.resolve.parties.names import decided, full_name
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.stage import Candidate, Pointer
from sayso.resolve.parties.unnamed import newcomer
from sayso.resolve.parties.words import Word, words_of


def for_pronoun(word: Word, kind: str, holders: frozenset[int], scene: Scene) -> Reading | None:
    """Return whom a pronoun stands for, None when in doubt."""
    if kind in ("nobody", "first"):
        return None
    if kind == "relative":
        return _relative(word, scene)
    if kind in ("male", "female") and (somebody := newcomer(word, kind, scene)) is not None:
        return somebody
    before = person_or_body(Pointer(kind, word.start, holders), word, scene)
    if before is None:
        return None
    if kind in ("male", "female"):
        scene.genders[before.reading.name] = Gender(kind)
    return before.reading


def person_or_body(pointer: Pointer, word: Word, scene: Scene) -> Candidate | None:
    """Return whom a pronoun stands for: who did something last, or the only person named."""
    before = antecedent(pointer, scene.memory, scene.stage)
    if pointer.kind not in ("male", "female"):
        return before
    if before is not None:
        return None if acts_between(before, word, scene.doc) else before
    sole = sole_person(pointer, scene.memory, scene.stage)
    return sole if sole and not unnamed_between(sole, word, scene.doc) else None


def _relative(word: Word, scene: Scene) -> Reading | None:
    """Return whom "who" refers to: the noun that its clause hangs on."""
    span = scene.doc.char_span(word.start, word.end)
    clause = _clause(span[0]) if span is not None else None
    if clause is None or clause.head.i >= clause.i:
        return None
    head, last = clause.head, clause.head.i
    while head.dep_ == "appos" and head.head.i < head.i:
        head = head.head  # "Marr, the mayor, who denied it"
    start = min([head.i, *(child.left_edge.i for child in head.lefts)])
    reading = read_source(words_of(scene.doc[start : last + 1]), scene.sides)
    if reading is None:
        return None
    if reading.kind is None:
        labels = [token.ent_type_ for token in scene.doc[start : last + 1] if token.ent_type_]
        reading = decided(reading, labels, scene.cast, scene.sides)
    return full_name(reading, scene.cast) if reading.kind is PartyKind.PERSON else reading


def _clause(token: Token) -> Token | None:
    while token.dep_ != "relcl":
        if token.head is token or token.head.i == token.i:
            return None
        token = token.head
    return token
