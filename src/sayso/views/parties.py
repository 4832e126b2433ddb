"""Who is one party in the whole collection, and what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.ledger.protocol import Ledger, PartyCount
from sayso.model import Party, name_key
from sayso.weigh import Merges, OneParty, merge_parties


@dataclass(frozen=True, slots=True)
class PartyView:
    """A party with the sides on which its names are seen, and each name's number of statements.

    ``statements`` are by the id of the party as it was read.
    """

    one: OneParty
    sides: tuple[str, ...]
    statements: Mapping[str, int]

    @property
    def total(self) -> int:
        """The number of statements under all its names."""
        return sum(self.statements.values())


def party_list(
    ledger: Ledger,
    merges: Merges,
    *,
    party: str | None = None,
    side: str | None = None,
    limit: int | None = None,
) -> tuple[PartyView, ...]:
    """Return the collection's parties, each once, those with the most statements first.

    ``party`` is an id or (part of) one of its names, ``side`` one of its sides.
    """
    counted = ledger.parties()
    found = [
        view
        for view in _views(counted, _one_each(counted, merges))
        if (party is None or _is_named(view.one, party))
        and (side is None or not {side, side.upper()}.isdisjoint(view.sides))
    ]
    found.sort(key=lambda view: (-view.total, name_key(view.one.party.name), view.one.party.id))
    return tuple(found[:limit])


def merged_with(ledger: Ledger, merges: Merges, party: str | None) -> tuple[str, ...]:
    """Return the ids of all that count as a party so named, for the filters of a ledger.

    ``party`` is an id or (part of) a name; those that nothing is merged with are left out.
    """
    if party is None:
        return ()
    return tuple(
        one_id
        for one in _one_each(ledger.parties(), merges)
        if one.merged and _is_named(one, party)
        for one_id in (one.party.id, *(merge.party.id for merge in one.merged))
    )


def _one_each(counted: tuple[PartyCount, ...], merges: Merges) -> tuple[OneParty, ...]:
    return merge_parties({count.party: count.statements for count in counted}, merges)


def _views(counted: tuple[PartyCount, ...], ones: tuple[OneParty, ...]) -> list[PartyView]:
    by_id: dict[str, list[PartyCount]] = {}
    for count in counted:
        by_id.setdefault(count.party.id, []).append(count)
    views = []
    for one in ones:
        ids = dict.fromkeys((one.party.id, *(merge.party.id for merge in one.merged)))
        seen = [count for i in ids for count in by_id.get(i, ())]
        sides = dict.fromkeys(count.party.side for count in seen if count.party.side)
        statements = {i: sum(c.statements for c in by_id[i]) for i in ids if i in by_id}
        views.append(PartyView(one, tuple(sides), statements))
    return views


def _is_named(one: OneParty, wanted: str) -> bool:
    return any(_has_name(p, wanted) for p in (one.party, *(merge.party for merge in one.merged)))


def _has_name(party: Party, wanted: str) -> bool:
    """Whether a party has an id, or words of its name begin with the wanted ones."""
    key = name_key(wanted)
    return party.id == wanted or (bool(key) and f" {key}" in f" {name_key(party.name)}")
