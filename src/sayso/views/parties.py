"""Who is one party in the whole collection, and what that rests on."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

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


class Census:
    """Who is one party in a ledger, worked out anew only when statements have come in.

    With many thousands of parties that takes seconds, and every page that names one asks for it.
    ``merges`` is the user's word on who is one party.
    """

    def __init__(self, ledger: Ledger, merges: Merges) -> None:
        self._ledger = ledger
        self._merges = merges
        self._lock = threading.Lock()
        self._newest = -1
        self._views: tuple[PartyView, ...] = ()
        self._by_id: Mapping[str, PartyView] = {}

    def views(self) -> tuple[PartyView, ...]:
        """Return the collection's parties, each once, those with the most statements first."""
        self._work_out()
        return self._views

    def view(self, party_id: str) -> PartyView | None:
        """Return the party that goes by this id, its own or that of one of its names."""
        self._work_out()
        return self._by_id.get(party_id)

    def merged_with(self, party: str) -> tuple[str, ...]:
        """Return the ids of all that count as a party so named, for the filters of a ledger.

        ``party`` is an id or (part of) a name; those that nothing is merged with are left out.
        """
        return tuple(
            party_id
            for view in self.views()
            if view.one.merged and _is_named(view.one, party)
            for party_id in ids_of(view.one)
        )

    def names(self, part: str, *, limit: int) -> tuple[str, ...]:
        """Return parties by (part of) one of their names, those with most statements first."""
        found = (
            view.one.party.name
            for view in self.views()
            if not part.strip() or _is_named(view.one, part)
        )
        return tuple(islice(dict.fromkeys(found), limit))

    def _work_out(self) -> None:
        with self._lock:
            newest = self._ledger.newest()
            if newest == self._newest:
                return
            counted = self._ledger.parties()
            found = _views(counted, _one_each(counted, self._merges))
            found.sort(key=lambda v: (-v.total, name_key(v.one.party.name), v.one.party.id))
            self._views = tuple(found)
            self._by_id = {party_id: view for view in found for party_id in ids_of(view.one)}
            self._newest = newest


def ids_of(one: OneParty) -> tuple[str, ...]:
    """Return the ids under which statements and positions may name a party."""
    return (one.party.id, *(merge.party.id for merge in one.merged))


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
    found = (
        view
        for view in Census(ledger, merges).views()
        if (party is None or _is_named(view.one, party))
        and (side is None or not {side, side.upper()}.isdisjoint(view.sides))
    )
    return tuple(islice(found, limit))


def merged_with(ledger: Ledger, merges: Merges, party: str | None) -> tuple[str, ...]:
    """Return the ids of all that count as a party so named; see ``Census.merged_with``."""
    return () if party is None else Census(ledger, merges).merged_with(party)


def _one_each(counted: tuple[PartyCount, ...], merges: Merges) -> tuple[OneParty, ...]:
    return merge_parties({count.party: count.statements for count in counted}, merges)


def _views(counted: tuple[PartyCount, ...], ones: tuple[OneParty, ...]) -> list[PartyView]:
    by_id: dict[str, list[PartyCount]] = {}
    for count in counted:
        by_id.setdefault(count.party.id, []).append(count)
    views = []
    for one in ones:
        ids = dict.fromkeys(ids_of(one))
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
