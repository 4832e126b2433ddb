"""A row of a matter as its views show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model import Party, Row
from sayso.weigh import day_of

UNNAMED = "No named source"


@dataclass(frozen=True, slots=True)
class AccountView:
    """A row of a matter with the label of its side and the origin of its article.

    ``party`` is whose position it shows, ``counts_as`` that one's name where it differs from
    ``who``; ``speaks`` tells whether that is because this one speaks for it, in this row or in
    another.
    """

    row: Row
    label: str
    who: str
    party: Party | None
    counts_as: str | None
    speaks: bool
    origin: str

    @property
    def is_copy(self) -> bool:
        """Whether its article copies another one of the collection."""
        return self.origin != self.row.article.id

    @property
    def day(self) -> date | None:
        """The day by which it was said."""
        return day_of(self.row)
