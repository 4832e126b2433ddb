"""Whom "he" means where somebody unnamed did something last: "A deacon counted the graves"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from sayso.model import PartyKind
from sayso.resolve.parties.callings import callings
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.stage import MOST_CANDIDATES
from sayso.resolve.parties.words import Word, fold, words_of

_FEMALE = frozenset({"woman", "girl", "mother", "grandmother", "widow", "nun", "waitress"})
_MALE = frozenset({"man", "boy", "father", "grandfather", "widower", "monk", "waiter"})
_INDEFINITE = frozenset({"a", "an", "one", "another"})
_MARKED = frozenset({"relcl", "acl", "prep"})


def newcomer(word: Word, kind: str, scene: Scene) -> Reading | None:
    """Return who was brought in without a name by the sentence before a pronoun's, None if nobody.

    He or she must be that sentence's subject, and nobody named may stand in it.
    """
    before = _sentence_before(word, scene)
    subject = _subject(before) if before is not None else None
    if subject is None or not _may_be(subject, kind):
        return None
    end = subject.i + 1
    for child in subject.rights:
        if child.dep_ in _MARKED:
            end = child.right_edge.i + 1
        if child.dep_ != "prep":
            break
    reading = read_source(words_of(scene.doc[subject.left_edge.i : end]), scene.sides)
    return reading if reading is not None and reading.kind is not PartyKind.PERSON else None


def _sentence_before(word: Word, scene: Scene) -> Span | None:
    """Return the last sentence told by the narrator, which must not be quoted, before a pronoun."""
    starts = [start for start in scene.stage.sentences if start < word.start]
    for start in reversed(starts[-3:]):
        span = scene.doc.char_span(start, start + 1, alignment_mode="expand")
        if span is not None and span.sent.end_char <= word.start:
            return None if _is_told(span.sent, scene) else span.sent
    return None


def _is_told(sentence: Span, scene: Scene) -> bool:
    """Whether somebody speaks in a sentence: who does goes before those who are only told of."""
    return any(
        c.speaks and sentence.start_char <= c.start < sentence.end_char
        for c in scene.memory.seen[-MOST_CANDIDATES:]
    )


def _subject(sentence: Span | None) -> Token | None:
    """Return the unnamed person who does what a sentence tells, where no other person is named."""
    if sentence is None or any(token.ent_type_ == "PERSON" for token in sentence):
        return None
    subject = next((t for t in sentence.root.lefts if t.dep_ == "nsubj"), None)
    if subject is None or subject.tag_ != "NN":
        return None
    introduced = any(t.lower_ in _INDEFINITE for t in subject.lefts if t.dep_ in ("det", "nummod"))
    clause = any(t.dep_ == "relcl" for t in subject.rights)
    return subject if _is_person(subject) and (introduced or clause) else None


def _is_person(token: Token) -> bool:
    lex, key = lexicon(), fold(token.text)
    if not key or key in lex.organisations or token.lower_ in lex.collective:
        return False
    people = lex.groups | callings().nouns
    return key in lex.roles or key in people or (*key[:-1], f"{key[-1]}s") in people


def _may_be(token: Token, kind: str) -> bool:
    """Whether a noun says nothing against a pronoun's gender."""
    other = {"male": _FEMALE, "female": _MALE}[kind]
    return token.lower_ not in other and not token.lower_.endswith(
        "woman" if kind == "male" else "man"
    )
