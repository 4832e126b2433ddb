"""Matters and what is weighed on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.model.party import Party
from sayso.model.resolved import Place
from sayso.model.words import ConflictKind, Stance


@dataclass(frozen=True, slots=True)
class Matter:
    """The alleged event or state of affairs that statements are about.

    ``title`` is neutral and made from the statements' own words; ``start`` and ``end`` close the
    interval of days in which it is said to have happened, either may be open.
    """

    id: str
    title: str
    place: Place | None
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Account:
    """A statement as a version of a matter, with its stance; confidence 0 to 1."""

    statement_id: str
    matter_id: str
    stance: Stance
    confidence: float
    run: str


@dataclass(frozen=True, slots=True)
class Position:
    """A party's stance on a matter over a period, with the statements that show it."""

    party: Party | None
    side: str | None
    stance: Stance
    start: date | None
    end: date | None
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shift:
    """Two consecutive positions of one party on one matter that differ."""

    party: Party
    side: str | None
    from_stance: Stance
    to_stance: Stance
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements on one matter that cannot all be true; ``sides`` names who stands against whom."""

    kind: ConflictKind
    sides: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighing:
    """Everything weighed on one matter. ``origins`` counts articles that are not copies."""

    positions: tuple[Position, ...]
    shifts: tuple[Shift, ...]
    conflicts: tuple[Conflict, ...]
    articles: int
    origins: int


@dataclass(frozen=True, slots=True)
class WeighedMatter:
    """A matter with its statements' ids, in order of saying, and what was weighed on it."""

    matter: Matter
    statements: tuple[str, ...]
    weighing: Weighing
