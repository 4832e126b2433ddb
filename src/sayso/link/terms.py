"""Word stems with weights: what statements and articles are lined up by.

A weight is the word's rarity in general English (8 minus its Zipf frequency, from wordfreq, at
most 6.5) times a factor for its part of speech. It does not depend on what the ledger holds, so
that the order in which articles arrive does not change it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import sqrt

import snowballstemmer
from spacy.tokens import Token
from wordfreq import zipf_frequency

from sayso.language.en.tables import load_table

Weighed = tuple[str, float]
"""A term and its weight."""

_STEMMER = snowballstemmer.stemmer("english")
_POS_FACTOR = {"NOUN": 1.0, "PROPN": 1.1, "VERB": 0.9, "ADJ": 0.5}
_CEILING = 8.0
_RAREST = 6.5
"""Names that no word list knows must not drown the words that say what happened."""
_PERSON_FACTOR = 0.5
"""People's names are rare words, yet who speaks tells little about what the matter is."""
_LONGEST_WORD = 40
_RECURS = 0.7
"""Factor of a word that recurs in the news: "strike" tells two strikes on one town apart less than
its rarity in English has it."""
_NUMBER = 5.0
_DAYS = {"DATE", "TIME"}
_SMALL = {"one", "two", "three", "first", "second", "third", "1", "2", "3"}
"""Numbers that any report may hold."""


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return a word's Snowball stem, in lower case."""
    return str(_STEMMER.stemWord(word.casefold()))


@lru_cache(maxsize=100_000)
def rarity(word: str) -> float:
    """Return how rare a word is in general English: 0 for the commonest, 6.5 for unknown ones."""
    return min(_RAREST, max(0.0, _CEILING - zipf_frequency(word, "en")))


@lru_cache(maxsize=1)
def _light() -> frozenset[str]:
    return frozenset(load_table("linking")["light"])


@lru_cache(maxsize=1)
def _recurring() -> frozenset[str]:
    return frozenset(stem(word) for word in load_table("linking")["recurring"])


def weigh_token(token: Token) -> Weighed | None:
    """Return a token's stem and weight, or None when it says too little to link by."""
    factor = _POS_FACTOR.get(token.pos_)
    word = token.lower_
    if (
        factor is None
        or token.is_stop
        or len(word) > _LONGEST_WORD
        or not any(c.isalpha() for c in word)
        or token.lemma_.lower() in _light()
        or word in _light()
    ):
        return None
    weight = rarity(word) * factor * (_PERSON_FACTOR if token.ent_type_ == "PERSON" else 1.0)
    return (stem(word), weight) if weight > 0 else None


def weigh_for_news(token: Token) -> Weighed | None:
    """Return a token's term and weight where articles are told apart by their events.

    What recurs in the news weighs less; numbers count, too: of two reports of strikes on one town,
    those that count 29 dead are likelier about one strike. Days and small numbers say nothing.
    """
    weighed = weigh_token(token)
    if weighed:
        term, weight = weighed
        return term, weight * _RECURS if term in _recurring() else weight
    if not token.like_num or token.ent_type_ in _DAYS or token.lower_ in _SMALL:
        return None
    return f"#{token.lower_}", _NUMBER


def weigh_tokens(tokens: Iterable[Token]) -> dict[str, float]:
    """Return stems with their weights; a repeated stem keeps its largest weight."""
    found: dict[str, float] = {}
    for token in tokens:
        weighed = weigh_token(token)
        if weighed:
            found[weighed[0]] = max(weighed[1], found.get(weighed[0], 0.0))
    return found


def unit(vector: Mapping[str, float]) -> dict[str, float]:
    """Return a sparse vector scaled to unit length, rounded to keep it short in the ledger."""
    length = sqrt(sum(w * w for w in vector.values()))
    return {term: round(w / length, 4) for term, w in vector.items()} if length else {}


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the dot product of two sparse vectors: their cosine if both have unit length."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(weight * large[term] for term, weight in small.items() if term in large)


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two sparse vectors, 0 when either is empty."""
    shared = dot(a, b)
    return shared / sqrt(dot(a, a) * dot(b, b)) if shared else 0.0
