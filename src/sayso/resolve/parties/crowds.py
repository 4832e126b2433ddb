"""Whose "their leader" and "the town's mayor" are: crowds and towns that say nothing."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from sayso.model import PartyKind
from sayso.resolve.parties.lexicon import lexicon
from sayso.resolve.parties.reading import Reading
from sayso.resolve.parties.scene import Scene
from sayso.resolve.parties.sides import Form, country_at
from sayso.resolve.parties.source import read_source
from sayso.resolve.parties.towns import town_at
from sayso.resolve.parties.words import Word, fold, text_of, words_of

_PLURAL = frozenset({"NNS", "NNPS"})
_BACK = 2
"""Sentences before that may name them."""
_SETTLED = frozenset({"city", "town", "village", "capital", "port", "suburb", "resort"})
_PAIRS = frozenset({"couple", "family"})


def crowd_before(owner: Word, scene: Scene) -> Reading | None:
    """Return the people whom "their" means in "Miners blocked the road. Their leader said".

    They are the only ones named in the sentence before, or else in the one before that.
    """
    span = scene.doc.char_span(owner.start, owner.end)
    end = span.start if span is not None else 0
    start = span.sent.start if span is not None else 0
    for _ in range(_BACK):
        if not start:
            return None
        start = scene.doc[start - 1].sent.start
        told = [_crowd(t, scene) for t in scene.doc[start:end] if _is_crowd(t)]
        if found := [crowd for crowd in told if crowd is not None]:
            return found[0] if len(found) == 1 else None
    return None


def _is_crowd(token: Token) -> bool:
    lex, key = lexicon(), fold(token.text)
    if token.lower_ in _PAIRS:
        return True
    people = key in lex.roles or key in lex.groups or token.lower_.endswith(lex.agents)
    return people and token.tag_ in _PLURAL


def _crowd(token: Token, scene: Scene) -> Reading | None:
    words = words_of(scene.doc[token.left_edge.i : token.i + 1])
    reading = read_source(words, scene.sides)
    if reading is None or reading.kind is not PartyKind.GROUP:
        return None
    return replace(reading, country=None, role=None)


def town_before(noun: Word, scene: Scene) -> Reading | None:
    """Return the town that "the town's mayor" means: "the Greek town of Kalamata", or the only one.

    The result's kind is an organisation's: its mayor acts for it.
    """
    if not noun.key or noun.key[-1] not in lexicon().towns:
        return None
    words = scene.cast.words_between(0, noun.token)
    for i in range(len(words) - 1, 1, -1):
        called = words[i - 2].key == noun.key and words[i - 1].text == "of"
        if called and words[i].capital:
            return _town(text_of(_name(words, i)))
    if noun.key[-1] not in _SETTLED:
        return None
    names = {fold(text_of(words[i:end])): text_of(words[i:end]) for i, end in _towns(words, scene)}
    return _town(next(iter(names.values()))) if len(names) == 1 else None


def _town(name: str) -> Reading:
    return Reading(name, PartyKind.ORGANISATION, definite=True, fixed=True)


def _name(words: tuple[Word, ...], start: int) -> tuple[Word, ...]:
    end = start
    while end < len(words) and words[end].capital:
        end += 1
    return words[start:end]


def _towns(words: tuple[Word, ...], scene: Scene) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        named = words[i].capital and words[i].key
        town = town_at(words, i) if named else None
        capital = country_at(scene.sides, words, i) if named else None
        if town is not None or (capital is not None and capital[0].form is Form.CAPITAL):
            found.append((i, town[1] if town else i + 1))
        i = found[-1][1] if found and found[-1][0] == i else i + 1
    return found
