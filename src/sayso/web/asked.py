"""The filters in an address: which matters are asked for, and which screen of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request

from sayso.errors import UsageError
from sayso.ledger.protocol import MatterFilter
from sayso.model import Act
from sayso.web.site import Site

Text = Annotated[str, Query(max_length=500)]
Page = Annotated[int, Query(ge=1, le=1_000_000)]
"""The number of a screen of a long list, from 1."""


WORDS: Mapping[str, str] = {
    "q": "“{}”",
    "party": "party {}",
    "side": "side {}",
    "place": "place {}",
    "outlet": "outlet {}",
    "act": "act {}",
    "since": "from {}",
    "until": "to {}",
    "conflict": "conflicts only",
}
"""How a filter that is set is told of, in the order of the fields."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Filters as they stand in the address; "" and False filter nothing. ``page`` is from 1."""

    q: str = ""
    party: str = ""
    side: str = ""
    place: str = ""
    act: str = ""
    since: str = ""
    until: str = ""
    outlet: str = ""
    conflict: bool = False
    page: int = 1

    @property
    def filters(self) -> bool:
        """Whether anything is filtered."""
        return replace(self, page=1) != Asked()

    @property
    def words(self) -> tuple[str, ...]:
        """What is filtered, in a few words each."""
        told = {f.name: getattr(self, f.name) for f in fields(self)}
        return tuple(words.format(told[name]) for name, words in WORDS.items() if told[name])

    def address(self, *, page: int = 1) -> str:
        """Return the first screen's address with these filters, without those that are empty."""
        values = {f.name: getattr(replace(self, page=page), f.name) for f in fields(self)}
        told = {
            name: "true" if value is True else value
            for name, value in values.items()
            if value != getattr(Asked(), name)
        }
        return f"/?{urlencode(told)}" if told else "/"

    def which(self, site: Site, *, limit: int | None = None) -> MatterFilter:
        """Return the filter of matters.

        Raises UsageError for a day or an act that is none, and for days the wrong way round.
        """
        since, until = day_in(self.since), day_in(self.until)
        if since and until and since > until:
            raise UsageError(
                f"From {since} is after to {until}", remedy="Swap the two days, or leave one out"
            )
        return MatterFilter(
            text=self.q or None,
            party=self.party or None,
            merged=site.census.merged_with(self.party) if self.party else (),
            side=self.side or None,
            place=self.place or None,
            act=_act(self.act),
            outlet=self.outlet or None,
            since=since,
            until=until,
            contested=self.conflict,
            limit=limit,
        )


def read_asked(
    request: Request,
    q: Text = "",
    party: Text = "",
    side: Text = "",
    place: Text = "",
    act: Text = "",
    since: Text = "",
    until: Text = "",
    outlet: Text = "",
    conflict: bool = False,
    page: Page = 1,
) -> Asked:
    """Return the filters of a request's address.

    Raises UsageError for a name that is no filter's: a misspelt one would show everything as if
    it had been let through.
    """
    known = [f.name for f in fields(Asked)]
    for name in request.query_params:
        if name not in known:
            raise UsageError(f"There is no filter {name!r}", remedy=f"Use: {', '.join(known)}")
    return Asked(q, party, side, place, act, since, until, outlet, conflict, page)


def day_in(text: str) -> date | None:
    """Return the day that a field holds, None where it is empty. Raises UsageError."""
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
