"""The word tables of what is told of people beside their titles, folded and ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.tables import load_table
from sayso.resolve.parties.words import fold

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Callings:
    """The tables of people.toml; ``plainly`` maps roles to what the ledger calls them.

    ``nouns`` holds callings of one or two folded words, ``doing`` and ``living`` verbs to roles.
    """

    plainly: Mapping[str, str]
    policing: frozenset[str]
    police_ranks: frozenset[str]
    forces: frozenset[str]
    nouns: frozenset[Key]
    restricting: frozenset[str]
    anybody: frozenset[str]
    knowing: frozenset[str]
    shared: frozenset[str]
    banded: frozenset[str]
    doing: Mapping[str, str]
    living: Mapping[str, str]
    kin: frozenset[str]
    saved: frozenset[str]
    outlived: frozenset[str]
    dwellings: frozenset[str]
    workplaces: frozenset[str]
    members: frozenset[str]


@lru_cache(maxsize=1)
def callings() -> Callings:
    """Return the English tables."""
    table = load_table("people")
    clauses = {name: frozenset(words) for name, words in table["clauses"].items()}
    return Callings(
        plainly=table["roles"]["plainly"],
        policing=frozenset(table["police"]["policing"]),
        police_ranks=frozenset(table["police"]["ranks"]),
        forces=frozenset(table["police"]["forces"]),
        nouns=frozenset(fold(noun) for noun in table["callings"]["nouns"]),
        restricting=frozenset(table["phrases"]["restricting"]),
        anybody=frozenset(table["phrases"]["anybody"]),
        banded=frozenset(table["phrases"]["banded"]),
        shared=frozenset(table["roles"]["shared"]),
        knowing=frozenset(table["phrases"]["knowing"]),
        doing=table["doing"],
        living=table["living"],
        **clauses,
    )
