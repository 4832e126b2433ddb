"""Who is one party within a matter.

Spokespersons stand with whom they speak for, short names with the one fuller name they can mean.
Merging is for one matter only: each row keeps the party it was read with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.model import Party, PartyKind, Row, name_key, principal

UNNAMED = {PartyKind.GROUP}


def principals(rows: Iterable[Row]) -> Mapping[str, Party]:
    """Return, for each statement with a party, whose position it shows, by statement id."""
    own = {r.statement.id: principal(r.statement.party) for r in rows if r.statement.party}
    by_id = {party.id: party for party in own.values()}
    fuller = {key: _fuller(party, by_id.values()) for key, party in by_id.items()}
    return {statement: _bare(fuller[party.id]) for statement, party in own.items()}


def _bare(party: Party) -> Party:
    # Role and principal belong to one statement; a position is the party's own.
    return replace(party, role=None, acts_for=None)


def _fuller(party: Party, all_parties: Iterable[Party]) -> Party:
    """Return the one other party that this one's name is a short form of, else itself."""
    words = name_key(party.name).split()
    if party.kind in UNNAMED or not words:
        return party
    found = [p for p in all_parties if p.id != party.id and _shortens(words, party, p)]
    return found[0] if len(found) == 1 else party


def _shortens(words: list[str], short: Party, long: Party) -> bool:
    if long.kind in UNNAMED or (short.kind is PartyKind.PERSON) != (long.kind is PartyKind.PERSON):
        return False
    if short.side and long.side and short.side != long.side:
        return False
    full = name_key(long.name).split()
    if len(words) > len(full) or (len(words) == len(full) and short.kind is long.kind):
        return False
    # "Front" is short for "Southern Front", "Vrel" for "Hana Vrel": the ends agree. Names that
    # are equal but for the kind or a missing side are one party, named by the one with a side.
    if len(words) == len(full):
        return words == full and (long.side is not None, long.id) > (
            short.side is not None,
            short.id,
        )
    return full[-len(words) :] == words
