"""What a speaker is to a matter, by what the text calls them."""

from __future__ import annotations

from sayso.model import Party, PartyKind
from sayso.weigh.camps import is_unnamed


def is_crowd(party: Party | None) -> bool:
    """Whether a party is several people of no side: "residents"."""
    return party is not None and party.kind is PartyKind.GROUP and party.side is None


def is_aide(party: Party | None) -> bool:
    """Whether a party is one of a side who goes by no name: "an official", "a pilot"."""
    known = party is not None and party.kind is PartyKind.PERSON and party.side is not None
    return known and is_unnamed(party)


def is_witness(party: Party | None) -> bool:
    """Whether a party is a person who speaks for nobody."""
    alone = party is not None and party.kind is PartyKind.PERSON
    return alone and party is not None and not (party.side or party.role or party.acts_for)


def is_bystander(party: Party | None) -> bool:
    """Whether a party is a body that no camp is its own: most of what it says stands beside."""
    return party is not None and party.kind is PartyKind.ORGANISATION and party.side is None
