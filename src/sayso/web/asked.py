"""The filters in an address: which matters are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import Query

from sayso.errors import UsageError
from sayso.ledger.protocol import MatterFilter
from sayso.model import Act
from sayso.views import merged_with
from sayso.web.site import Site

Text = Annotated[str, Query(max_length=500)]


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters as they stand in the address; "" and False filter nothing."""

    q: str = ""
    party: str = ""
    side: str = ""
    place: str = ""
    act: str = ""
    since: str = ""
    until: str = ""
    conflict: bool = False

    def which(self, site: Site, *, limit: int) -> MatterFilter:
        """Return the filter of matters. Raises UsageError for a day or an act that is none."""
        return MatterFilter(
            text=self.q or None,
            party=self.party or None,
            merged=merged_with(site.ledger, site.merges, self.party or None),
            side=self.side or None,
            place=self.place or None,
            act=_act(self.act),
            since=_day(self.since),
            until=_day(self.until),
            contested=self.conflict,
            limit=limit,
        )


def read_asked(
    q: Text = "",
    party: Text = "",
    side: Text = "",
    place: Text = "",
    act: Text = "",
    since: Text = "",
    until: Text = "",
    conflict: bool = False,
) -> Asked:
    """Return the filters of a request's address."""
    return Asked(q, party, side, place, act, since, until, conflict)


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise UsageError(f"{text!r} is no day", remedy="Write it as 2026-05-04") from exc


def _act(text: str) -> Act | None:
    if not text:
        return None
    try:
        return Act(text)
    except ValueError as exc:
        raise UsageError(
            f"There is no speech act {text!r}", remedy=f"Use one of: {', '.join(Act)}"
        ) from exc
