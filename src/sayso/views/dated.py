"""What in a matter's accounts has a day: what they tell of, their saying, their publishing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.model import Stance, name_key
from sayso.views.account import AccountView


class Kind(StrEnum):
    """Which of a statement's times it is: of what it tells, of its saying, of its printing."""

    EVENT = "event"
    SAID = "said"
    PUBLISHED = "published"


_LONGEST_NAME = 28
MOST_SAYINGS = 300
"""Of more sayings, those of one day and one stance are told as one, whoever they are of."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A closed interval of days, either end may be open, with the accounts that share it.

    ``stance`` is that of what is said, else None; ``text`` names it in a few words. With both
    ends open it has no day at all.
    """

    kind: Kind
    start: date | None
    end: date | None
    stance: Stance | None
    text: str
    accounts: tuple[AccountView, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """Its known ends."""
        return tuple(day for day in (self.start, self.end) if day)


def dated_in(accounts: Sequence[AccountView], *, together: bool = False) -> tuple[Dated, ...]:
    """Return what accounts date, each once: events, then sayings, then publishings.

    Accounts with neither a day of saying nor one of publishing are sayings without a day.
    ``together`` makes one of all sayings of one stance and the same days.
    """
    return (*_events(accounts), *_sayings(accounts, together), *_publishings(accounts))


def _events(accounts: Iterable[AccountView]) -> Iterable[Dated]:
    """Return the days that contents tell of; lengths of time ("for weeks") are none."""
    found: dict[tuple[date | None, date | None], list[tuple[str, AccountView]]] = defaultdict(list)
    for view in accounts:
        for when in view.row.statement.dates:
            if when.start or when.end:
                found[when.start, when.end].append((when.span.text, view))
    for (start, end), told in found.items():
        views = tuple({view.row.statement.id: view for _, view in told}.values())
        text = f"“{told[0][0]}”{_times(len(views))}"
        yield Dated(Kind.EVENT, start, end, None, text, views)


def _sayings(accounts: Iterable[AccountView], together: bool) -> Iterable[Dated]:
    found: dict[Hashable, list[AccountView]] = defaultdict(list)
    for view in accounts:
        said = view.row.statement.said
        days = (said.start, said.end) if said else (None, None)
        if any(days) or view.row.article.published is None:
            who = None if together else name_key(view.who)
            found[who, view.row.stance, days].append(view)
    for views in found.values():
        first = views[0]
        said = first.row.statement.said
        start, end = (said.start, said.end) if said else (None, None)
        stance = f" {first.row.stance.value}" if first.row.stance else ""
        text = f"{_speakers(views)}{stance}{_times(len(views))}"
        yield Dated(Kind.SAID, start, end, first.row.stance, text, tuple(views))


def _speakers(accounts: Sequence[AccountView]) -> str:
    names = {name_key(view.who): view.who for view in accounts}
    if len(names) > 1:
        return f"{len(names)} parties:"
    name = accounts[0].who
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _publishings(accounts: Iterable[AccountView]) -> Iterable[Dated]:
    found: dict[date, list[AccountView]] = defaultdict(list)
    for view in accounts:
        if view.row.article.published:
            found[view.row.article.published].append(view)
    for day, views in found.items():
        articles = {view.row.article.id: view.row.article.outlet for view in views}
        outlets = {outlet or "outlet unknown" for outlet in articles.values()}
        name = next(iter(outlets)) if len(outlets) == 1 else f"{len(outlets)} outlets"
        yield Dated(Kind.PUBLISHED, day, day, None, name + _times(len(articles)), tuple(views))


def _times(number: int) -> str:
    return f" ×{number}" if number > 1 else ""
