"""One matter as a page shows it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sayso.ledger.protocol import Ledger, RowFilter
from sayso.model import Row, WeighedMatter
from sayso.weigh import day_of, label, principals


@dataclass(frozen=True, slots=True)
class AccountView:
    """A row of a matter with the origin of its article and how many copies repeat it."""

    row: Row
    side: str | None
    who: str
    origin: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a matter with its accounts, by date of saying."""

    name: str
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True)
class MatterPage:
    """A matter, its sides with their accounts, and all accounts by statement id."""

    weighed: WeighedMatter
    sides: tuple[SideView, ...]
    accounts: dict[str, AccountView]


UNNAMED = "No named source"


def matter_page(ledger: Ledger, ref: str) -> MatterPage:
    """Return the page of one matter. Raises NotFoundError."""
    weighed = ledger.matter(ref)
    rows = list(ledger.rows(RowFilter(matter=weighed.matter.id)))
    rows.sort(key=lambda r: (str(day_of(r) or "9999"), r.article.id, r.statement.start))
    parties = principals(rows)
    origins = ledger.origins({row.article.id for row in rows})
    accounts: dict[str, AccountView] = {}
    by_side: dict[str, list[AccountView]] = defaultdict(list)
    for row in rows:
        party = parties.get(row.statement.id)
        who = row.statement.party.name if row.statement.party else UNNAMED
        view = AccountView(row, party.side if party else None, who, origins[row.article.id])
        accounts[row.statement.id] = view
        by_side[label(party) if party else UNNAMED].append(view)
    sides = tuple(SideView(name, tuple(views)) for name, views in by_side.items())
    return MatterPage(weighed, sides, accounts)
