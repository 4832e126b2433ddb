"""One matter as a page shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.ledger.protocol import Ledger, RowFilter
from sayso.model import Row, Shift, WeighedMatter, name_key
from sayso.views.account import UNNAMED, AccountView
from sayso.views.conflict import ConflictView, conflict_view
from sayso.views.reading import BlockView, reading_part
from sayso.weigh import Merges, OneParty, day_of, label, one_parties, principals


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a matter, with its accounts by date of saying."""

    name: str
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift with the last account before it and the first one after it, where both are known."""

    shift: Shift
    before: AccountView | None
    after: AccountView | None


@dataclass(frozen=True, slots=True)
class MatterPage:
    """A matter with its conflicts and shifts, its sides with their accounts, who is one party.

    ``accounts`` are all of them, by day of saying; those without a day come last.
    """

    weighed: WeighedMatter
    conflicts: tuple[ConflictView, ...]
    shifts: tuple[ShiftView, ...]
    sides: tuple[SideView, ...]
    parties: tuple[OneParty, ...]
    accounts: tuple[AccountView, ...]


def matter_page(ledger: Ledger, ref: str, merges: Merges) -> MatterPage:
    """Return the page of one matter; ``merges`` is the user's word on who is one party.

    Raises NotFoundError.
    """
    weighed = ledger.matter(ref)
    rows = list(ledger.rows(RowFilter(matter=weighed.matter.id)))
    rows.sort(key=lambda r: (str(day_of(r) or "9999"), r.article.id, r.statement.start))
    ones = one_parties(rows, merges)
    accounts = _accounts(ledger, rows, ones, merges)
    by_side: dict[str, list[AccountView]] = defaultdict(list)
    for view in accounts:
        by_side[view.label].append(view)
    by_id = {view.row.statement.id: view for view in accounts}
    return MatterPage(
        weighed=weighed,
        conflicts=tuple(conflict_view(c, by_id) for c in weighed.weighing.conflicts),
        shifts=tuple(_shift_view(s, by_id) for s in weighed.weighing.shifts),
        sides=tuple(SideView(name, tuple(views)) for name, views in by_side.items()),
        parties=ones,
        accounts=accounts,
    )


def _accounts(
    ledger: Ledger, rows: Sequence[Row], ones: Iterable[OneParty], merges: Merges
) -> tuple[AccountView, ...]:
    parties = principals(rows, merges)
    origins = ledger.origins({row.article.id for row in rows})
    named = [row.statement.party for row in rows if row.statement.party]
    spokespeople = {name_key(party.name) for party in named if party.acts_for}
    spelt = {(merge.party.name, one.party.name) for one in ones for merge in one.merged}
    found = []
    for row in rows:
        party = parties.get(row.statement.id)
        who = row.statement.party.name if row.statement.party else UNNAMED
        group = label(party) if party else UNNAMED
        other = party.name if party and name_key(party.name) != name_key(who) else None
        # Another spelling of one party is no spokesperson of it.
        speaks = name_key(who) in spokespeople and (who, other) not in spelt
        origin = origins[row.article.id]
        found.append(AccountView(row, group, who, party, other, speaks, origin))
    return tuple(found)


def account_in_context(ledger: Ledger, statement: str) -> tuple[Row, tuple[BlockView, ...]]:
    """Return a statement's row with the paragraphs that hold it, as the reading page shows them.

    Raises NotFoundError.
    """
    row = ledger.row(statement)
    blocks = reading_part(ledger, row.article.id, statement=row.statement.id).blocks
    held = (b for b in blocks if any(row.statement.id in s.statements for s in b.segments))
    return row, tuple(held)


def _shift_view(shift: Shift, by_id: Mapping[str, AccountView]) -> ShiftView:
    """Return a shift with its two turning accounts; ``by_id`` are a matter's, by statement id."""
    own = sorted(
        (by_id[s] for s in shift.statements if s in by_id), key=lambda a: a.day or date.max
    )
    before = [a for a in own if a.row.stance is shift.from_stance]
    after = [a for a in own if a.row.stance is shift.to_stance]
    return ShiftView(shift, before[-1] if before else None, after[0] if after else None)
