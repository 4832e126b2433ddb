"""Towns and regions by which an article tells the country where its news happens."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from sayso.language.en.tables import load_table
from sayso.resolve.parties.words import Word, fold

Key = tuple[str, ...]
Found = tuple[str, int] | None

LONGEST = 4
"""Words of a town's name, at most."""


@lru_cache(maxsize=1)
def towns() -> Mapping[Key, str]:
    """Return the country (ISO 3166-1 alpha-3) of each town's and region's folded name."""
    tables: Sequence[Mapping[str, Sequence[str]]] = [load_table("towns"), load_table("peoples")]
    return {fold(name): code for table in tables for code, names in table.items() for name in names}


@lru_cache(maxsize=1)
def _small() -> Mapping[str, str]:
    """Return the country of each small town's folded name, its words parted by spaces."""
    table: Mapping[str, str] = load_table("small_towns")
    lines = ((code, line) for code, text in table.items() for line in text.splitlines())
    return {name: code for code, line in lines for name in line.split("|") if name}


def town_at(words: Sequence[Word], start: int) -> Found:
    """Return the country of the town named from ``start`` and the index after it; longest wins."""
    return _longest(words, start, towns().get)


def any_town_at(words: Sequence[Word], start: int) -> Found:
    """Return the same, also of a small town: only for words that surely name a place."""
    return town_at(words, start) or _longest(words, start, _of_small)


def _of_small(key: Key) -> str | None:
    return _small().get(" ".join(key))


def _longest(words: Sequence[Word], start: int, country: Callable[[Key], str | None]) -> Found:
    best: Found = None
    key: Key = ()
    for end in range(start, min(start + LONGEST, len(words))):
        key += words[end].key
        if not words[end].key or not (words[end].capital or end > start):
            break
        code = country(key)
        if code is not None:
            best = code, end + 1
    return best
