"""Parties: who says it."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from sayso.model.ids import content_id
from sayso.model.words import PartyKind

SPOKESPERSON = "spokesperson"
"""The role of somebody whose words are those of the party they speak for."""


@dataclass(frozen=True, slots=True)
class Party:
    """A person, office, organisation, government or group that says something.

    ``side`` is an ISO 3166-1 alpha-3 code or a name from the user's ``[sides]``; ``role`` is a
    role word ("spokesperson", "minister"); ``acts_for`` names whom the party speaks for.
    """

    id: str
    name: str
    kind: PartyKind
    side: str | None = None
    role: str | None = None
    acts_for: str | None = None


@lru_cache(maxsize=100_000)
def name_key(name: str) -> str:
    """Return a name folded for comparison: case, accents, articles and punctuation removed."""
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c)
    )
    words = "".join(c if c.isalnum() else " " for c in plain.replace("'s", "")).split()
    return " ".join(words[1:] if words[:1] == ["the"] and len(words) > 1 else words)


def party_id(name: str, kind: PartyKind, side: str | None) -> str:
    """Return a party's id. People keep theirs whatever side they are seen on; "officials" don't."""
    return content_id(
        "party", name_key(name), kind.value, None if kind is PartyKind.PERSON else side
    )
