"""The word tables of channels, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.tables import load_table
from sayso.resolve.parties.words import fold

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of channels.toml, folded."""

    outlet_nouns: frozenset[Key]
    outlet_common: frozenset[Key]
    outlet_described: frozenset[Key]
    outlet_unsure: Mapping[str, frozenset[str]]
    outlet_names: frozenset[Key]
    platforms: frozenset[Key]
    audiences: frozenset[Key]
    heard: frozenset[Key]
    persons: frozenset[Key]
    official: frozenset[Key]
    occasions: frozenset[Key]
    joined: frozenset[Key]
    named_by_place: frozenset[Key]
    journeys: frozenset[Key]
    documents: frozenset[Key]
    spoken: frozenset[Key]
    relay_verbs: frozenset[str]
    participles: frozenset[str]
    journalistic: frozenset[str]
    told: frozenset[str]
    urged: frozenset[str]
    spoken_to: frozenset[str]
    passed_to: frozenset[str]
    edges: frozenset[Key]
    written_in: frozenset[str]
    appears_on: frozenset[str]
    on_occasions: frozenset[Key]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Return the English tables."""
    table = load_table("channels")
    outlets, relays = table["outlets"], table["relays"]
    return Tables(
        outlet_nouns=_keys(outlets["nouns"]),
        outlet_common=_keys(outlets["common"]),
        outlet_described=_keys(outlets["described"]),
        outlet_unsure={noun: frozenset(words) for noun, words in outlets["unsure"].items()},
        outlet_names=_keys(outlets["names"]),
        platforms=_keys(outlets["platforms"]),
        audiences=_keys(table["audiences"]["nouns"]),
        heard=_keys(table["audiences"]["heard"]),
        persons=_keys(table["persons"]["nouns"]),
        official=_keys(table["persons"]["official"]),
        occasions=_keys(table["occasions"]["nouns"]),
        joined=_keys(table["occasions"]["joined"]),
        named_by_place=_keys(table["occasions"]["named_by_place"]),
        journeys=_keys(table["occasions"]["journeys"]),
        documents=_keys(table["documents"]["nouns"]),
        spoken=_keys(table["documents"]["spoken"]),
        relay_verbs=frozenset(relays["verbs"]),
        participles=frozenset(relays["participles"]),
        journalistic=frozenset(relays["journalistic"]),
        told=frozenset(relays["told"]),
        urged=frozenset(relays["urged"]),
        spoken_to=frozenset(relays["spoken_to"]),
        passed_to=frozenset(relays["passed_to"]),
        edges=_keys(relays["edges"]),
        written_in=frozenset(relays["written_in"]),
        appears_on=frozenset(relays["appears_on"]),
        on_occasions=_keys(relays["on_occasions"]),
    )


def _keys(words: Sequence[str]) -> frozenset[Key]:
    return frozenset(fold(word) for word in words)
