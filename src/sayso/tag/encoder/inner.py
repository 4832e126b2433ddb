"""Where a content may hold a statement itself: those sentences are read again, by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from sayso.language.en.inflect import verb_forms
from sayso.language.en.tables import load_table
from sayso.tag.encoder.links import WordSpan
from sayso.tag.encoder.words import Words
from sayso.tag.rules.lexicon import lexicon

SHORTEST = 4
"""Fewest words that may hold a speaker, a cue and a content."""
_MARKS = "\"“”‘’'.,;:!?()—–-"


def reporting_sentences(text: str, words: Words, content: WordSpan) -> Iterator[WordSpan]:
    """Yield the sentences of a content, as ranges of words, that hold a word of saying.

    A "that" which makes a clause of one is left out.
    """
    low, last = content
    for index in range(low, last):
        if words.ends_sentence[index] or index == last - 1:
            high = index + 1
            if text[words.start[low] : words.end[low]].lower() == "that":
                low += 1
            if high - low >= SHORTEST and _reports(text[words.start[low] : words.end[index]]):
                yield low, high
            low = high


def _reports(sentence: str) -> bool:
    return not _reporting().isdisjoint(word.strip(_MARKS) for word in sentence.lower().split())


def of_first_person(text: str, words: Words, source: WordSpan) -> bool:
    """Whether a speaker's own mind is told ("I think"), which the outer statement says already."""
    phrase = text[words.start[source[0]] : words.end[source[1] - 1]].lower()
    return phrase in lexicon().first_person


@lru_cache(maxsize=1)
def _reporting() -> frozenset[str]:
    table = load_table("relayed")
    return frozenset(table["words"]).union(*(verb_forms(verb) for verb in table["verbs"]))
