"""A gazetteer pass over the plain text: capitalised names, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

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
    r"(?:[^\W\d_]{1,2}\.){2,}|W\.[ \u00a0]Va\.|(?:St|Ste|Mt|Ft)\.|[^\W\d_]+(?:['’‘`ʼʻ-][^\W\d_]+)*",
    re.UNICODE,
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_GAPS = " \u00a0"


class Word(NamedTuple):
    """A word of the text, ``[start, end)``, without its possessive ending.

    A named tuple, since each word of a text is one: a dataclass takes three times as long.
    """

    start: int
    end: int
    text: str
    capital: bool
    joined: bool
    """Whether a single blank, and nothing else, parts it from the word before."""
    dotted: bool
    """Whether a full stop follows that is not part of it."""
    hyphened: bool = False
    """Whether a hyphen, and nothing else, parts it from the word before: "Syria-Lebanon"."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that the gazetteer holds: words ``[first, last]`` of the text, and what they can mean.

    ``trap`` marks a word that is nearly always something else ("Reading", "March"), or that the
    text has without its capital too.
    """

    first: int
    last: int
    start: int
    end: int
    entries: tuple[Entry, ...]
    trap: bool


def split_words(text: str) -> list[Word]:
    """Return the words of the text; "Kyiv-based" is cut after "Kyiv", "Syria-Lebanon" in two."""
    tails = wording().tails
    words: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        joined = start - before == 1 and text[before] in _GAPS
        before = end
        dotted = text.startswith(".", end)
        owned = _POSSESSIVE.search(word) if not word.isalpha() else None
        if owned and owned.start() > 0:
            word = word[: owned.start()]
            before = -2  # a name ends at its possessive
        if "-" not in word:
            words.append(Word(start, start + len(word), word, word[0].isupper(), joined, dotted))
            continue
        head, hyphen, tail = word.rpartition("-")
        if hyphen and tail.lower() in tails:
            word, before = head, -2
        words.extend(
            _parts(Word(start, start + len(word), word, _is_capital(word), joined, dotted))
        )
    return words


def _parts(word: Word) -> Iterator[Word]:
    """Yield the parts of a word whose every part begins in capitals, or else the word."""
    parts = word.text.split("-")
    if not word.capital or len(parts) == 1 or not all(part[:1].isupper() for part in parts):
        yield word
        return
    start = word.start
    for number, part in enumerate(parts, 1):
        end = start + len(part)
        first, last = number == 1, number == len(parts)
        yield Word(
            start, end, part, True, word.joined and first, word.dotted and last, hyphened=not first
        )
        start = end + 1


def _is_capital(word: str) -> bool:
    """Whether a word can begin a place's name: "Raqqa", "al-Bab", "U.S."."""
    return word[0].isupper() or any(part[:1].isupper() for part in word.split("-")[1:])


def scan(words: list[Word], gazetteer: Gazetteer) -> Iterator[Hit]:
    """Yield the longest names known to the gazetteer, left to right, none overlapping.

    Of a word with hyphens, parts count only where all are names: "Smith-Paris" is nobody's town.
    """
    hits: list[Hit] = []
    position = 0
    while position < len(words):
        hit = _longest(words, position, gazetteer) if words[position].capital else None
        if hit is not None:
            hits.append(hit)
        position = hit.last + 1 if hit else position + 1
    known = {number for hit in hits for number in range(hit.first, hit.last + 1)}
    small = {word.text for word in words if not word.capital}
    known.update(n for n, word in enumerate(words) if word.text in wording().party_letters)
    for hit in hits:
        before = hit.first - 1 if words[hit.first].hyphened else None
        after = hit.last + 1 if _is_hyphened(words, hit.last + 1) else None
        if all(number is None or number in known for number in (before, after)):
            word = words[hit.first].text
            common = hit.first == hit.last and word.lower() in small and not word.isupper()
            yield replace(hit, trap=True) if common else hit


def _is_hyphened(words: list[Word], number: int) -> bool:
    return number < len(words) and words[number].hyphened


def _longest(words: list[Word], first: int, gazetteer: Gazetteer) -> Hit | None:
    connectors = wording().connectors
    last = first
    while (
        last + 1 < len(words)
        and last + 1 - first < MAX_WORDS
        and (words[last + 1].joined or words[last + 1].hyphened)
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
    if fold(name).removeprefix("the ") in wording().common:
        return ()  # of "West Street" and "City Council"
    if not entries or letters > MAX_ACRONYM:
        return entries
    if name.isupper() and letters == len(name) == POSTAL_CODE:
        return tuple(e for e in entries if e.kind == "country")  # "US", "UK"; never "OR", "IN"
    if "." in name:
        return tuple(e for e in entries if e.main or not e.is_town)  # "W.Va."
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
    if word.text.lower() in wording().titles:
        return False  # "Ms. Vrel"
    return first == last and word.dotted and after_name
