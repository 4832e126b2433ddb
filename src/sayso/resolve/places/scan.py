"""A gazetteer pass over the plain text: capitalised names, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.resolve.places.gazetteer import Entry, Gazetteer
from sayso.resolve.places.wording import wording

MAX_WORDS = 6
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:St|Ste|Mt|Ft)\.|[^\W\d_]+(?:['’‘`ʼʻ-][^\W\d_]+)*", re.UNICODE
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_GAP = re.compile(r"[ \u00a0]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text, ``[start, end)``, without its possessive ending."""

    start: int
    end: int
    text: str
    capital: bool
    joined: bool
    """Whether a single blank, and nothing else, parts it from the word before."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that the gazetteer holds: words ``[first, last]`` of the text, and what they can mean.

    ``trap`` marks a word that is nearly always something else ("Reading", "March").
    """

    first: int
    last: int
    start: int
    end: int
    entries: tuple[Entry, ...]
    trap: bool


def split_words(text: str) -> list[Word]:
    """Return the words of the text; "Kyiv-based" is cut after "Kyiv"."""
    tails = wording().tails
    words: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        joined = start - before == 1 and _GAP.match(text, before) is not None
        before = end
        owned = _POSSESSIVE.search(word)
        if owned and owned.start() > 0:
            word = word[: owned.start()]
            before = -2  # a name ends at its possessive
        head, hyphen, tail = word.rpartition("-")
        if hyphen and tail.lower() in tails:
            word, before = head, -2
        words.append(Word(start, start + len(word), word, _is_capital(word), joined))
    return words


def _is_capital(word: str) -> bool:
    """Whether a word can begin a place's name: "Raqqa", "al-Bab", "U.S."."""
    return word[0].isupper() or any(part[:1].isupper() for part in word.split("-")[1:])


def scan(words: list[Word], gazetteer: Gazetteer) -> Iterator[Hit]:
    """Yield the longest names known to the gazetteer, left to right, none overlapping."""
    position = 0
    while position < len(words):
        hit = _longest(words, position, gazetteer) if words[position].capital else None
        if hit is not None:
            yield hit
        position = hit.last + 1 if hit else position + 1


def _longest(words: list[Word], first: int, gazetteer: Gazetteer) -> Hit | None:
    connectors = wording().connectors
    last = first
    while (
        last + 1 < len(words)
        and last + 1 - first < MAX_WORDS
        and words[last + 1].joined
        and (words[last + 1].capital or words[last + 1].text.lower() in connectors)
    ):
        last += 1
    while last >= first:
        if words[last].capital:
            name = " ".join(word.text for word in words[first : last + 1])
            entries = _entries(name, gazetteer)
            if entries:
                trap = first == last and name.lower() in wording().traps
                return Hit(first, last, words[first].start, words[last].end, entries, trap)
        last -= 1
    return None


def _entries(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    letters = sum(c.isalpha() for c in name)
    if letters < 2 or (letters == 2 and not (name.isupper() or len(name) > 2)):
        return ()
    entries = gazetteer.lookup(name)
    if letters == 2 and "." not in name:
        return tuple(e for e in entries if e.kind == "country")  # "US", "UK"; never "OR", "IN"
    if letters <= 3 and not name.isupper():
        return tuple(e for e in entries if e.kind == "town" and e.main)
    return entries
