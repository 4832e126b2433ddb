"""Scenes: where and when a content places what it tells, and which of them may be one.

Counts and days are compared for one event only. A content that names no place or day tells of
the one that the matter's others name, if they all name the same; otherwise of nobody knows which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import Precision, Row, joined_text

_READ = 600
NAME = r"[A-Z][\w’'‘-]*(?:[ -](?:al|el|ar|as|de|of|the|[A-Z][\w’'‘-]*))*"
"""A name as texts write it, with the small words inside it."""
_SEVERAL = 3
"""So many places named in a matter's accounts are those of several events."""
Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """The places that a content names, in plain words, and the periods that it dates."""

    places: frozenset[str]
    days: frozenset[Days]


def scene_of(row: Row) -> Scene:
    """Return the scene of a row's content; country names place nothing."""
    content = joined_text(row.statement.content)[:_READ]
    statement = row.statement
    countries = {_key(p.span.text) for p in statement.places if p.precision is Precision.COUNTRY}
    resolved = {_key(p.span.text) for p in statement.places}
    named = _locatives(content) - countries
    # "The Boukamal strike" places what "in Boukamal" does.
    places = frozenset(named | (resolved - countries))
    return Scene(_narrowest(places), frozenset((w.start, w.end) for w in statement.dates))


def _narrowest(places: frozenset[str]) -> frozenset[str]:
    """Return the names less those within longer ones: "Tarn" in "village of Tarn"."""
    return frozenset(p for p in places if not any(p != q and f" {p} " in f" {q} " for q in places))


@dataclass(frozen=True, slots=True)
class Common:
    """What all that is told of one thing agrees on; None where it names several or nothing."""

    places: frozenset[str] | None
    days: frozenset[Days] | None
    places_differ: bool
    days_differ: bool


def common_of(scenes: Iterable[Scene]) -> Common:
    """Return what scenes of one thing have in common."""
    known = list(scenes)
    places = {s.places for s in known if s.places}
    days = {s.days for s in known if s.days}
    return Common(
        next(iter(places)) if len(places) == 1 else None,
        next(iter(days)) if len(days) == 1 else None,
        len(places) > 1,
        len(days) > 1,
    )


def event_of(scene: Scene, common: Common) -> Scene | None:
    """Return the one event that a scene may be of; None where it may be any of several."""
    if (common.places_differ and not scene.places) or (common.days_differ and not scene.days):
        return None
    return Scene(
        scene.places or common.places or frozenset(), scene.days or common.days or frozenset()
    )


def scattered(rows: Iterable[Row]) -> bool:
    """Whether a matter's accounts name so many places that they tell of several events."""
    return len({scene_of(row).places for row in rows} - {frozenset()}) >= _SEVERAL


@lru_cache(maxsize=20_000)
def _locatives(content: str) -> frozenset[str]:
    """Return the names that words of place lead in: "in Orlitsa", "the town of Salt Ford"."""
    found = _locative().findall(content)
    months = frozenset(load_table("weighing")["pointing"]["days"])
    return frozenset(key for name in found if (key := _key(name)) and key.split()[0] not in months)


@cache
def _locative() -> re.Pattern[str]:
    words = load_table("weighing")["scenes"]
    before = "|".join(words["before"])
    kinds = "|".join(words["kinds"])
    return re.compile(rf"\b(?:{before}|(?:{kinds}) of) (?:the (?:{kinds}) of )?(?:the )?({NAME})")


def _key(name: str) -> str:
    return plain(name).strip().removeprefix("the ")
