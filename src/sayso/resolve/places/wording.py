"""The English wording around place names, read once from the word table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sayso.language.en.tables import load_table


@dataclass(frozen=True, slots=True)
class Wording:
    """Sets of lower-case words, and patterns made from them; see places.toml for each."""

    prepositions: frozenset[str]
    inside: frozenset[str]
    before_of: frozenset[str]
    settlements: frozenset[str]
    connectors: frozenset[str]
    tails: frozenset[str]
    titles: frozenset[str]
    saying: frozenset[str]
    not_places_after: frozenset[str]
    traps: frozenset[str]
    lead: re.Pattern[str]
    feature: re.Pattern[str]
    areas: frozenset[str]
    sites: frozenset[str]
    works: frozenset[str]
    common: frozenset[str]
    bodies: frozenset[str]
    local_bodies: frozenset[str]
    eponyms: frozenset[str]
    firms: frozenset[str]
    folk: frozenset[str]
    party_letters: frozenset[str]
    directions: frozenset[str]
    plural_areas: re.Pattern[str]
    singular: Mapping[str, str]


@lru_cache(maxsize=1)
def wording() -> Wording:
    """Return the wording of English."""
    table = load_table("places")
    features = (*table["areas"], *table["towns"], *table["sites"], *table["waters"])
    bodies = (*table["local_bodies"], *table["bodies"])
    return Wording(
        prepositions=frozenset(table["prepositions"]),
        inside=frozenset(table["inside"]),
        before_of=frozenset(table["before_of"]),
        settlements=frozenset(table["settlements"]),
        connectors=frozenset(table["connectors"]),
        tails=frozenset(table["tails"]),
        titles=frozenset(table["titles"]),
        saying=frozenset(table["saying"]),
        not_places_after=frozenset(table["not_places_after"]),
        traps=frozenset(table["traps"]),
        lead=re.compile(rf"(?:{_either((*table['lead_of'], *table['lead']))})\s+", re.IGNORECASE),
        feature=re.compile(rf"[ \u00a0](?P<word>{_either(features)})(?![\w-])", re.IGNORECASE),
        areas=frozenset(table["areas"]),
        sites=frozenset(table["sites"]),
        works=frozenset(table["works"]),
        common=frozenset((*features, *table["not_places_after"], *bodies)),
        bodies=frozenset(bodies),
        local_bodies=frozenset(table["local_bodies"]),
        eponyms=frozenset(table["eponyms"]),
        firms=frozenset(table["firms"]),
        folk=frozenset(table["folk"]),
        party_letters=frozenset(table["party_letters"]),
        directions=frozenset(table["lead"]),
        plural_areas=re.compile(
            rf"[ \u00a0](?P<word>{_either(table['plural_areas'])})\b", re.IGNORECASE
        ),
        singular=table["plural_areas"],
    )


def _either(words: Iterable[str]) -> str:
    """Return the alternatives as a pattern, longest first, so that "air base" goes before "air"."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
