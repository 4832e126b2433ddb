"""Sites: where accounts say that a deed was done, and which of them can't both be right.

Precision comes first, since a war does the same in many places: a conflict needs one deed, put by
each camp in one place throughout, in a matter that names no third place for it and no account that
names both. That the deed is one is shown by two who stand against each other and share its kind or
words that tell more, or by the same kind of deed done to the same thing ("the convoy").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt

from sayso.language.en.plain import plain
from sayso.language.en.tables import load_table
from sayso.model import Place, Precision, Row, Stance, joined_text
from sayso.weigh.deeds import deeds_in, kinds_of
from sayso.weigh.positions import day_of
from sayso.weigh.scenes import NAME
from sayso.weigh.topics import topics_in
from sayso.weigh.voices import REMEMBERED, are_two

_READ = 600
_OPPOSED = {Stance.AFFIRMS, Stance.DENIES}
_TELLING = _OPPOSED | {Stance.NEUTRAL}
"""Who lays the deed to others than the accused takes no stance, yet tells where it was."""
_FARTHEST = timedelta(days=7)
"""What is said farther apart is likelier of two deeds."""
_APART_KM = 15.0
"""Places nearer than this may be one, called by another name."""
_EARTH_KM = 6371.0
_ALIKE = 0.75
"""Likeness of two names from which on they may be spellings of one."""
_TWO = 2
_MOST_NAMES = 20
"""A matter that names more places for what was done tells of many deeds."""
_DEFINITE = {"the", "this", "that"}
_EXACT = {Precision.POINT, Precision.TOWN}


@dataclass(frozen=True, slots=True)
class _Placed:
    """A row that puts a deed in one place; ``kinds`` of the deeds, and the words that tell more.

    ``definite`` are those of them that "the" stands before.
    """

    row: Row
    camp: str
    name: str
    place: Place | None
    kinds: frozenset[str]
    telling: frozenset[str]
    definite: frozenset[str]

    def contradicts(self, other: _Placed) -> bool:
        """Whether both put one deed in two places."""
        # The cheapest first: each account is compared with all others.
        if self.camp == other.camp or not self._is_elsewhere(other):
            return False
        if not are_two(self.row, other.row):
            return False
        day, before = day_of(self.row), day_of(other.row)
        if day is None or before is None or abs(day - before) > _FARTHEST:
            return False
        if _days_differ(self.row, other.row):
            return False
        opposed = {self.row.stance, other.row.stance} == _OPPOSED
        shared = self.telling & other.telling
        if opposed:
            return bool(shared or self.kinds & other.kinds)
        return bool(shared & self.definite & other.definite and self.kinds & other.kinds)

    def _is_elsewhere(self, other: _Placed) -> bool:
        if _may_be_one(self.name, other.name):
            return False
        one, two = self.place, other.place
        if one is None or two is None:
            return one is two
        return _kilometres(one, two) >= _APART_KM


def contrary_sites(rows: Iterable[Row], labels: Mapping[str, str]) -> tuple[Row, ...]:
    """Return the rows that put a deed in another place than somebody else's do.

    ``labels`` tell, by statement id, who says it.
    """
    placed: list[_Placed] = []
    together: set[str] = set()
    told = list(rows)
    resolved = any(row.statement.places for row in told)
    for row in told:
        if row.stance in _TELLING:
            named = sites_in(row)
            if len(named) > 1:
                together.update(named)
            elif named:
                placed += _placed(row, labels[row.statement.id], *named, resolved=resolved)
    if len({one.name for one in placed}) > _MOST_NAMES:
        return ()
    steady = [one for one in _steady(placed) if one.name not in together]
    contrary = [a for a in steady if any(a.contradicts(b) for b in steady)]
    if len({one.name for one in contrary}) != _TWO:
        return ()
    others = {p.name for p in placed for one in contrary if p.kinds & one.kinds}
    if any(not any(_may_be_one(name, one.name) for one in contrary) for name in others):
        # A third place: likelier several deeds.
        return ()
    return tuple({one.row.statement.id: one.row for one in contrary}.values())


def _steady(placed: Sequence[_Placed]) -> Iterator[_Placed]:
    of_camp: dict[str, set[str]] = defaultdict(set)
    for one in placed:
        of_camp[one.camp].add(one.name)
    yield from (one for one in placed if len(of_camp[one.camp]) == 1)


def _placed(row: Row, camp: str, name: str, *, resolved: bool) -> Iterator[_Placed]:
    """Yield what a row places; nothing when no deed stands in the clause of its place."""
    content = joined_text(row.statement.content)[:_READ]
    words = tuple(plain(content, _READ).split())
    at = _index(words, name.split())
    if at is None:
        return
    clause = _clause(words, at)
    deeds = [d for d in deeds_in(words) if d.kind not in kinds_of("consequences")]
    told_as: Mapping[str, Sequence[str]] = load_table("weighing")["told_as"]
    kinds = frozenset(d.kind for d in deeds if d.at in clause)
    kinds = kinds.union(*(told_as.get(kind, ()) for kind in kinds))
    marked = {d.at for d in deeds} | {at + i for i in range(len(name.split()))}
    topics = [t for t in topics_in(content, words) if t.at not in marked]
    telling = frozenset(t.kind for t in topics)
    # "The convoy" may be one; "the gunmen" are others in the next town.
    one = [t for t in topics if t.at and not words[t.at].endswith("s")]
    definite = frozenset(t.kind for t in one if words[t.at - 1] in _DEFINITE)
    place = next((p for p in row.statement.places if _key(p.span.text) == name), None)
    # Where a matter's places were resolved, only such count: "in Ramadan" is none.
    if place is not None or not resolved:
        yield _Placed(row, camp, name, place, kinds, telling, definite)


def sites_in(row: Row) -> Mapping[str, str]:
    """Return the places that a content puts something in, by plain name, as they are written.

    Countries and regions are left out.
    """
    content = joined_text(row.statement.content)[:_READ]
    found = {_key(name): name for name in reversed(_site().findall(content))}
    wide = {_key(p.span.text) for p in row.statement.places if p.precision not in _EXACT}
    days = load_table("weighing")["pointing"]["days"]
    return {
        key: name for key, name in found.items() if key not in wide and key.split()[0] not in days
    }


@cache
def _site() -> re.Pattern[str]:
    words = load_table("weighing")["scenes"]
    before, kinds = "|".join(words["sites"]), "|".join(words["kinds"])
    # "In the Geneva talks" names no place where anything was done.
    return re.compile(rf"\b(?:{before}) (?:(?:the )?(?:[a-z-]+ )?(?:{kinds}) of )?({NAME})")


def _clause(words: Sequence[str], at: int) -> range:
    """Return where the clause of the word at ``at`` begins and ends."""
    ends = {".", ";", "!", "?", ":"}
    first = next((i + 1 for i in range(at, -1, -1) if words[i] in ends), 0)
    last = next((i for i in range(at, len(words)) if words[i] in ends), len(words))
    return range(first, last)


def _index(words: Sequence[str], name: Sequence[str]) -> int | None:
    size = len(name)
    return next((i for i in range(len(words)) if list(words[i : i + size]) == list(name)), None)


@lru_cache(maxsize=REMEMBERED)
def _may_be_one(one: str, other: str) -> bool:
    """Whether two names may be those of one place: one within the other, or its other spelling."""
    words, others = (set(re.split(r"[ -]", name)) for name in (one, other))
    if words & others:
        return True
    return SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _days_differ(one: Row, other: Row) -> bool:
    """Whether both contents name days, and none in common."""
    days = [{(w.start, w.end) for w in row.statement.dates} for row in (one, other)]
    return all(days) and days[0].isdisjoint(days[1])


def _kilometres(one: Place, other: Place) -> float:
    """Return the great-circle distance; infinite where a place has no point (haversine)."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf") if one.name != other.name else 0.0
    lat, lat2 = radians(one.lat), radians(other.lat)
    half = sin((lat2 - lat) / 2) ** 2
    half += cos(lat) * cos(lat2) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 2 * _EARTH_KM * asin(sqrt(half))


def _key(name: str) -> str:
    return plain(name).strip().removeprefix("the ")
