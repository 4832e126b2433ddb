"""What is alike about each two mentions of events: features for the pair model.

Beside what two mentions have in common by themselves, it is looked at what all mentions of the
same word in like documents have in common: one headline tells little of "struck", twenty do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.events import Event, EventDocument
from sayso.link.meanings import Meanings
from sayso.link.vectors import Matrix, Terms, cosines, rows_of, unit_rows

Likeness = Mapping[tuple[str, str], float]
"""How much two stems, in order, speak for one event, as learned."""

LIKE_DOCUMENTS = 0.1
"""Cosine of contexts from which on another document's use of a word tells of this one's."""
SAME_DOCUMENT = 0.7
"""How much other mentions of a word in its own document tell of it."""
TOLD_TOO = 0.15
"""Cosine of contexts from which on documents are asked whether they tell of the event, too."""

ALIKE = ("own", "near", "around")
"""Terms that are compared by their cosine."""
HELD_BY_BOTH = ("arguments", "names", "days", "numbers")
"""Terms of which it also counts whether both have any."""
TAKEN_TOGETHER = ("near", "objects", "arguments", "governor", "own")
"""Terms that are also compared over all mentions of a word in like documents."""


def pair_features(
    events: Sequence[Event],
    documents: Sequence[EventDocument],
    likeness: Likeness,
    meanings: Meanings,
) -> dict[str, Matrix]:
    """Return the features of each event with each by name: [event, event], symmetric.

    Events name their documents by index; ``documents`` may be empty only if ``events`` is.
    """
    stems = {name: i for i, name in enumerate(dict.fromkeys(event.stem for event in events))}
    word = np.array([stems[event.stem] for event in events], dtype=np.int64)
    place = np.array([event.document for event in events], dtype=np.int64)
    found = {"same stem": np.equal.outer(word, word).astype(np.float32)}
    meant = meanings.of([event.words for event in events])
    found["meaning"] = meant @ meant.T
    found["characters"] = cosines([_trigrams(event.lemma) for event in events])
    found.update((name, cosines([getattr(e, name) for e in events])) for name in ALIKE)
    for name in HELD_BY_BOTH:
        terms: list[Terms] = [getattr(event, name) for event in events]
        held = np.array([bool(one) for one in terms], dtype=np.float32)
        found[name] = cosines(terms)
        found[f"{name} of both"] = np.outer(held, held)
    found.update(_own_words(events))
    found.update(_by_place(events, place))
    contexts = cosines([document.context for document in documents])
    between = 1 - found["same document"]
    found["contexts"] = _spread(contexts, place) * between
    found["documents"] = _spread(cosines([d.terms for d in documents]), place) * between
    found.update(_of_words(documents, contexts, list(stems), word, place))
    found["learned"] = _spread(_learned(list(stems), likeness), word)
    like = np.clip(_spread(contexts, place) - LIKE_DOCUMENTS, 0, 1)
    weights = found["same stem"] * np.where(between > 0, like, SAME_DOCUMENT).astype(np.float32)
    np.fill_diagonal(weights, 1)
    for name in TAKEN_TOGETHER:
        together = unit_rows(weights @ rows_of([getattr(event, name) for event in events]))
        found[f"{name}, together"] = together @ together.T
    found.update(_extremes("mentions of the word", np.log1p(weights.sum(1))))
    return found


def _own_words(events: Sequence[Event]) -> Iterator[tuple[str, Matrix]]:
    """Yield how far one mention's words are the other's, or stand in its sentence."""
    both = rows_of([event.own for event in events] + [event.in_sentence for event in events])
    own, sentences = both[: len(events)], (both[len(events) :] > 0).astype(np.float32)
    words = (own > 0).astype(np.float32)
    counts = words.sum(1)
    yield "own words contained", words @ words.T / np.minimum.outer(counts, counts)
    share = (own / own.sum(1, keepdims=True)) @ sentences.T
    yield "own words in its sentence, less", np.minimum(share, share.T)
    yield "own words in its sentence, more", np.maximum(share, share.T)


def _by_place(events: Sequence[Event], place: NDArray[np.int64]) -> Iterator[tuple[str, Matrix]]:
    """Yield where two mentions stand, and what kind of word names them."""
    same = np.equal.outer(place, place).astype(np.float32)
    sentence = np.array([event.sentence for event in events], dtype=np.float32)
    apart = np.abs(np.subtract.outer(sentence, sentence))
    yield "same document", same
    yield "sentences near", same * np.exp(-apart / 2).astype(np.float32)
    yield "same sentence", same * (apart == 0).astype(np.float32)
    verbs = np.array([event.is_verb for event in events], dtype=np.float32)
    yield "verbs", np.asarray(np.add.outer(verbs, verbs) / 2, dtype=np.float32)
    rare = np.array([event.rare for event in events], dtype=np.float32)
    yield from _extremes("rarity", rare)


def _of_words(
    documents: Sequence[EventDocument],
    contexts: Matrix,
    stems: Sequence[str],
    word: NDArray[np.int64],
    place: NDArray[np.int64],
) -> Iterator[tuple[str, Matrix]]:
    """Yield what the documents tell of the two words."""
    named = np.zeros((len(documents), len(stems)), dtype=np.float32)
    named[place, word] = 1
    like = np.where(contexts > TOLD_TOO, contexts, 0)
    np.fill_diagonal(like, 0)
    like /= like.sum(1, keepdims=True) + 1e-6
    # How many of the documents on the same things tell of the event in the same word.
    yield from _extremes("told in like documents", (like @ named)[place, word])
    held = np.array([[s in d.terms for d in documents] for s in stems], dtype=np.float32)
    there = held[np.ix_(word, place)]
    yield "word in its document, less", np.minimum(there, there.T)
    yield "word in its document, more", np.maximum(there, there.T)
    # Who tells of both as two events in one document takes them for two.
    often = named.sum(0)
    both = named.T @ named / np.minimum.outer(often, often)
    np.fill_diagonal(both, 0)
    yield "both words in one document", _spread(both, word)


def _learned(stems: Sequence[str], likeness: Likeness) -> Matrix:
    values = [[likeness.get((min(a, b), max(a, b)), 0.0) for b in stems] for a in stems]
    return np.array(values, dtype=np.float32)


def _extremes(name: str, values: Matrix) -> Iterator[tuple[str, Matrix]]:
    yield f"{name}, less", np.minimum.outer(values, values)
    yield f"{name}, more", np.maximum.outer(values, values)


def _spread(table: Matrix, which: NDArray[np.int64]) -> Matrix:
    return table[np.ix_(which, which)]


def _trigrams(word: str) -> dict[str, float]:
    edged = f"^{word}$"
    return {edged[i : i + 3]: 1.0 for i in range(len(edged) - 2)}
