"""One matter as a page shows it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.ledger.protocol import Ledger, RowFilter
from sayso.model import Conflict, ConflictKind, Row, Stance, WeighedMatter, name_key
from sayso.weigh import Merges, OneParty, day_of, label, one_parties, principals


@dataclass(frozen=True, slots=True)
class AccountView:
    """A row of a matter with the label of its side and the origin of its article.

    ``counts_as`` is the party whose position it shows, where that goes by another name;
    ``speaks`` tells whether that is because this one speaks for it, in this row or in another.
    """

    row: Row
    label: str
    who: str
    counts_as: str | None
    speaks: bool
    origin: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a matter, or of a conflict, with its accounts by date of saying."""

    name: str
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict with its accounts in opposed groups: by stance, or by side for figures."""

    conflict: Conflict
    groups: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class MatterPage:
    """A matter with its conflicts, its sides with all their accounts, and who is one party."""

    weighed: WeighedMatter
    conflicts: tuple[ConflictView, ...]
    sides: tuple[SideView, ...]
    parties: tuple[OneParty, ...]


UNNAMED = "No named source"


def matter_page(ledger: Ledger, ref: str, merges: Merges) -> MatterPage:
    """Return the page of one matter; ``merges`` is the user's word on who is one party.

    Raises NotFoundError.
    """
    weighed = ledger.matter(ref)
    rows = list(ledger.rows(RowFilter(matter=weighed.matter.id)))
    rows.sort(key=lambda r: (str(day_of(r) or "9999"), r.article.id, r.statement.start))
    parties = principals(rows, merges)
    origins = ledger.origins({row.article.id for row in rows})
    named = [row.statement.party for row in rows if row.statement.party]
    spokespeople = {name_key(party.name) for party in named if party.acts_for}
    ones = one_parties(rows, merges)
    spelt = {(merge.party.name, one.party.name) for one in ones for merge in one.merged}
    accounts: dict[str, AccountView] = {}
    by_side: dict[str, list[AccountView]] = defaultdict(list)
    for row in rows:
        party = parties.get(row.statement.id)
        who = row.statement.party.name if row.statement.party else UNNAMED
        group = label(party) if party else UNNAMED
        other = party.name if party and name_key(party.name) != name_key(who) else None
        # Another spelling of one party is no spokesperson of it.
        speaks = name_key(who) in spokespeople and (who, other) not in spelt
        view = AccountView(row, group, who, other, speaks, origins[row.article.id])
        accounts[row.statement.id] = view
        by_side[group].append(view)
    sides = tuple(SideView(name, tuple(views)) for name, views in by_side.items())
    conflicts = tuple(_conflict(c, accounts) for c in weighed.weighing.conflicts)
    return MatterPage(weighed, conflicts, sides, ones)


def _conflict(conflict: Conflict, accounts: Mapping[str, AccountView]) -> ConflictView:
    own = [accounts[s] for s in conflict.statements if s in accounts]
    groups: dict[str, list[AccountView]] = defaultdict(list)
    for view in own:
        stance = view.row.stance or Stance.NEUTRAL
        by_stance = conflict.kind is ConflictKind.STANCE
        groups[stance.value if by_stance else view.label].append(view)
    return ConflictView(conflict, tuple(SideView(n, tuple(v)) for n, v in groups.items()))
