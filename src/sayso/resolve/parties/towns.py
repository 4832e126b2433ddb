"""Towns and regions by which an article tells the country where its news happens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.language.en.tables import load_table
from sayso.resolve.parties.words import Word, fold

Key = tuple[str, ...]

LONGEST = 4
"""Words of a town's name, at most."""


@lru_cache(maxsize=1)
def towns() -> Mapping[Key, str]:
    """Return the country (ISO 3166-1 alpha-3) of each town's and region's folded name."""
    tables: Sequence[Mapping[str, Sequence[str]]] = [load_table("towns"), load_table("peoples")]
    return {fold(name): code for table in tables for code, names in table.items() for name in names}


def town_at(words: Sequence[Word], start: int) -> tuple[str, int] | None:
    """Return the country of the town named from ``start`` and the index after it; longest wins."""
    known = towns()
    best: tuple[str, int] | None = None
    key: Key = ()
    for end in range(start, min(start + LONGEST, len(words))):
        key += words[end].key
        if not words[end].key or not (words[end].capital or end > start):
            break
        if key in known:
            best = known[key], end + 1
    return best
