"""The words around a cue's verb, put in order for the question whether it was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.plain import plain
from sayso.tag.layout import Range
from sayso.tag.surface.words import forms_listed, listed, saying_forms, without_adverbs

_CUTS = re.compile(r"[\"“”„«»;:()\[\]]|[–—]")
_OPENERS = re.compile(r"[\"“„«]")
_CLOSED = " \t\n\"”’'»)]"
_AHEAD = 40
"""Code points after a cue in which its next word stands."""
_FAR_AS = re.compile(r"\b(?:so|as) far as to\b")


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue's verb among the plain words of its clause, adverbs left out but in ``raw``.

    ``chain`` leads up to the verb, from its source or from the clause's start; ``front`` is what
    stands before that source. ``opens`` tells that what follows asks ("whether …").
    """

    lemma: str
    form: str
    chain: tuple[str, ...]
    raw: tuple[str, ...]
    front: tuple[str, ...]
    source: tuple[str, ...]
    follows: str
    opens: bool
    asked: bool
    heads_sentence: bool


def read_saying(
    text: str,
    cue: Range,
    source: Range | None,
    content: Sequence[Range],
    sentence: Range,
) -> Saying | None:
    """Return the cue's verb with the words around it; None where the cue holds no known verb."""
    cue_words = plain(text[cue[0] : cue[1]]).split()
    at = _verb_at(cue_words)
    if at is None:
        return None
    clause = _clause_start(text, cue, content, sentence)
    named = source is not None and clause <= source[1] <= cue[0]
    lead = text[source[1] if named and source else clause : cue[0]]
    raw = [*_words(lead), *cue_words[:at]]
    if raw and raw[-1] in listed("clause", "determiners") and not _is_relative(raw):
        return None
    front = _words(text[clause : source[0]]) if named and source else []
    following = without_adverbs(
        [*cue_words[at + 1 :], *_words(text[cue[1] : min(sentence[1], cue[1] + _AHEAD)])]
    )
    told = [without_adverbs(_words(text[s : min(e, s + _AHEAD)])) for s, e in content]
    words = without_adverbs(raw)
    opening = listed("open", "words")
    return Saying(
        lemma=saying_forms()[cue_words[at]],
        form=cue_words[at],
        chain=tuple(words),
        raw=tuple(raw),
        front=tuple(without_adverbs(front)),
        source=tuple(_words(text[source[0] : source[1]])) if source else (),
        follows=_next_word(cue_words[at + 1 :], text[cue[1] : cue[1] + _AHEAD]),
        opens=any(words and words[0] in opening for words in (following, *told)),
        asked=_is_asked(text, cue, sentence),
        heads_sentence=not text[sentence[0] : clause].strip(" \n\t\"“‘'"),
    )


def _is_relative(raw: list[str]) -> bool:
    """Whether the last word is "that" after a noun: "the report that confirms"."""
    return raw[-1] == "that"


def _words(text: str) -> list[str]:
    found = _FAR_AS.sub("on to", plain(text))
    phrases = _phrases()
    return phrases.sub(" ", found).split()


def _next_word(rest: list[str], after: str) -> str:
    words = rest or plain(after).split()
    return words[0] if words else ""


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(listed('adverbs', 'phrases')))})\b")


@lru_cache(maxsize=1)
def _leading() -> frozenset[str]:
    """Return what may stand before "to" and the cue's verb: "declined to say"."""
    names = ("ahead", "evading", "done")
    return frozenset().union(*(forms_listed("infinitive", name) for name in names))


def _verb_at(words: list[str]) -> int | None:
    """Return the index of the cue's verb: the first, or the speech that it leads to with "to"."""
    known = saying_forms()
    first = next((i for i, word in enumerate(words) if word in known), None)
    if first is None:
        return None
    utterance = forms_listed("infinitive", "utterance")
    if words[first] in _leading() and words[first] not in utterance:
        for index in range(first + 1, min(len(words), first + 5)):
            if words[index - 1] in ("to", "or") and words[index] in utterance:
                return index
    return first


def _clause_start(text: str, cue: Range, content: Sequence[Range], sentence: Range) -> int:
    start = sentence[0]
    for _, end in content:
        if start < end <= cue[0]:
            start = end
    for cut in _CUTS.finditer(text, start, cue[0]):
        start = cut.end()
    return start


def _is_asked(text: str, cue: Range, sentence: Range) -> bool:
    """Whether the question mark that ends the sentence belongs to the cue's own clause."""
    tail = text[cue[1] : sentence[1]].rstrip(_CLOSED)
    return tail.endswith("?") and _OPENERS.search(tail) is None
