"""Everything that one party said, by matter and time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.ledger.protocol import Ledger, PartyMatter, ShiftRow
from sayso.model import Row
from sayso.views.parties import Census, PartyView, ids_of
from sayso.weigh import OneParty


@dataclass(frozen=True, slots=True)
class SpokenView:
    """A row that shows the party's mind.

    ``by`` names who said it where that is somebody who speaks for the party, ``called`` the
    party's own name as it was read where that is another one. ``is_copy`` tells that its article
    copies another one of the collection.
    """

    row: Row
    by: str | None
    called: str | None
    is_copy: bool


@dataclass(frozen=True, slots=True)
class PartyMatterView:
    """A matter with what the party said of it, the latest first, and its shifts on it.

    ``left_out`` is how many of its statements are not among ``rows``.
    """

    counted: PartyMatter
    rows: tuple[SpokenView, ...]
    shifts: tuple[ShiftRow, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class PartyPage:
    """A party with one screen of its matters, that with its latest words first.

    ``roles`` are those with which it is seen on this screen; ``shifts`` are those on all its
    matters, the newest first.
    """

    party: PartyView
    roles: tuple[str, ...]
    shifts: tuple[ShiftRow, ...]
    matters: tuple[PartyMatterView, ...]
    first: int
    more: bool


MATTERS_SHOWN = 20
ROWS_SHOWN = 25


def party_page(ledger: Ledger, party_id: str, census: Census, *, page: int = 1) -> PartyPage:
    """Return the ``page``-th screen, from 1, of what a party said under all its names.

    ``party_id`` is the id of any of these. Raises NotFoundError.
    """
    # Whom others speak for has positions, but perhaps no statement of its own.
    view = census.view(party_id) or PartyView(OneParty(ledger.party(party_id), ()), (), {})
    ids = ids_of(view.one)
    start = (page - 1) * MATTERS_SHOWN
    counted = ledger.party_matters(ids, limit=MATTERS_SHOWN + 1, offset=start)
    shifts = tuple(ledger.shifts(party=view.one.party.id, side=None, merged=ids))
    on: dict[str, list[ShiftRow]] = defaultdict(list)
    for shift in shifts:
        on[shift.matter.id].append(shift)
    matters = tuple(
        _matter(ledger, view.one, ids, each, tuple(on[each.matter.id] if each.matter else ()))
        for each in counted[:MATTERS_SHOWN]
    )
    said = [row.row.statement.party for matter in matters for row in matter.rows]
    roles = dict.fromkeys(p.role for p in said if p is not None and p.id in ids and p.role)
    return PartyPage(
        party=view,
        roles=tuple(roles),
        shifts=shifts,
        matters=matters,
        first=start + 1,
        more=len(counted) > MATTERS_SHOWN,
    )


def _matter(
    ledger: Ledger,
    one: OneParty,
    ids: tuple[str, ...],
    counted: PartyMatter,
    shifts: tuple[ShiftRow, ...],
) -> PartyMatterView:
    matter_id = counted.matter.id if counted.matter else None
    rows = ledger.rows_of_party(ids, matter_id, limit=ROWS_SHOWN)
    origins = ledger.origins({row.article.id for row in rows})
    spoken = tuple(
        _spoken(row, one, ids, is_copy=origins[row.article.id] != row.article.id) for row in rows
    )
    return PartyMatterView(counted, spoken, shifts, counted.statements - len(rows))


def _spoken(row: Row, one: OneParty, ids: tuple[str, ...], *, is_copy: bool) -> SpokenView:
    said_by = row.statement.party
    if said_by is None or said_by.name == one.party.name:
        return SpokenView(row, None, None, is_copy)
    if said_by.id in ids:
        return SpokenView(row, None, said_by.name, is_copy)
    return SpokenView(row, said_by.name, None, is_copy)
