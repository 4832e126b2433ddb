"""A gazetteer pass over the plain text: capitalised names, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.resolve.places.fold import fold
from sayso.resolve.places.gazetteer import Entry, Gazetteer
from sayso.resolve.places.wording import wording

MAX_WORDS = 6
MAX_ACRONYM = 4
POSTAL_CODE = 2
"""Letters of the names that may be acronyms, and of those that are common words or codes."""
ACRONYM_POPULATION = 100_000
"""Inhabitants from which four capitals are a town in a dateline: "ROME", but not "AIDS"."""
_WORD = re.compile(
    r"(?:[^\W\d_]{1,2}\.){2,}|(?:St|Ste|Mt|Ft)\.|[^\W\d_]+(?:['’‘`ʼʻ-][^\W\d_]+)*", re.UNICODE
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
    dotted: bool
    """Whether a full stop follows that is not part of it."""


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
        dotted = text.startswith(".", end)
        owned = _POSSESSIVE.search(word)
        if owned and owned.start() > 0:
            word = word[: owned.start()]
            before = -2  # a name ends at its possessive
        head, hyphen, tail = word.rpartition("-")
        if hyphen and tail.lower() in tails:
            word, before = head, -2
        words.append(Word(start, start + len(word), word, _is_capital(word), joined, dotted))
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
            shortened = _is_shortened(words, first, last)
            entries = _entries(name, gazetteer, shortened=shortened)
            if entries:
                end = words[last].end + (shortened and not any(e.main for e in entries))
                return Hit(first, last, words[first].start, end, entries, _is_trap(name))
        last -= 1
    return None


def _entries(name: str, gazetteer: Gazetteer, *, shortened: bool) -> tuple[Entry, ...]:
    """Return the places of a name, less those that it can't mean for being so short."""
    letters = sum(c.isalpha() for c in name)
    entries = gazetteer.lookup(name)
    if shortened and any(e.kind == "state" for e in entries):
        return tuple(e for e in entries if e.kind == "state")  # "Hammond, Ind."
    if not entries or letters > MAX_ACRONYM:
        return entries
    if name.isupper() and letters == len(name) == POSTAL_CODE:
        return tuple(e for e in entries if e.kind == "country")  # "US", "UK"; never "OR", "IN"
    if name.isupper():
        return tuple(
            e for e in entries if not e.is_town or (e.main and e.population >= ACRONYM_POPULATION)
        )
    if letters == MAX_ACRONYM:
        return entries
    return tuple(e for e in entries if e.main) if letters > POSTAL_CODE else ()


def _is_trap(name: str) -> bool:
    if name.isupper() and len(name) <= MAX_ACRONYM:
        return False  # "US" is not "us"
    key, known = fold(name), wording()
    return key in known.traps or key in known.titles


def _is_shortened(words: list[Word], first: int, last: int) -> bool:
    """Whether a word is cut short after a name: "Hammond, Ind."."""
    word = words[first]
    after_name = first > 0 and words[first - 1].capital and not word.joined
    return first == last and word.dotted and after_name
