"""Where matters are, and where statements place one, as a map and its list show it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.language.en.tables import load_table
from sayso.ledger.protocol import Ledger, MatterCount, MatterFilter, RowFilter
from sayso.model import Matter, Place, Precision, Row, Stance, WeighedMatter, joined_text
from sayso.views.country_numbers import COUNTRY_NUMBERS, NUMBERLESS
from sayso.views.map_drawing import MapDrawing, Shape, Spot, draw_map
from sayso.views.outlines import Outline

SHAPES: Mapping[Precision, Shape] = {
    Precision.POINT: Shape.POINT,
    Precision.TOWN: Shape.POINT,
    Precision.REGION: Shape.AREA,
    Precision.COUNTRY: Shape.COUNTRY,
}
OUTLINE_KEYS: Mapping[str, str] = {**COUNTRY_NUMBERS, **NUMBERLESS}


@dataclass(frozen=True, slots=True)
class Event:
    """What a map places: a statement on a matter, or a matter as a whole.

    ``start`` and ``end`` are the days of saying, or those in which the matter is said to have
    happened. ``who``, ``stance`` and ``act`` are a statement's; ``conflicts`` a matter's number.
    """

    id: str
    title: str
    start: date | None
    end: date | None
    who: str | None = None
    stance: Stance | None = None
    act: str | None = None
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place of a map with all that is placed there; ``number`` is its place in the list.

    ``country`` is a name; ``own`` tells that the matter itself is placed here.
    """

    number: int
    name: str
    precision: Precision
    shape: Shape
    country: str | None
    lat: float
    lon: float
    own: bool
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """What could not be placed: ``name`` is of a place without a known point, None without one."""

    name: str | None
    own: bool
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class MapPage:
    """A map with its list and table. ``weighed`` is None where a map shows many matters.

    ``total`` counts what is shown, each once, be it at several places; ``more`` tells that there
    are others, less contested.
    """

    weighed: WeighedMatter | None
    places: tuple[PlaceView, ...]
    unplaced: tuple[Unplaced, ...]
    drawing: MapDrawing
    total: int
    more: bool = False

    @property
    def rows(self) -> tuple[tuple[PlaceView | Unplaced, Event | None], ...]:
        """The same as a table; the matter's own place that no statement names has no event."""
        placed: list[tuple[PlaceView | Unplaced, Event | None]] = []
        for place in self.places:
            placed += [(place, event) for event in place.events or (None,)]
        for unknown in self.unplaced:
            placed += [(unknown, event) for event in unknown.events]
        return tuple(placed)

    @property
    def matter(self) -> Matter | None:
        """The one matter that is shown."""
        return self.weighed.matter if self.weighed else None


_At = tuple[Shape, float, float]
_Named = tuple[Place, Event | None]
"""A mention of a place in an event; the matter's own place comes without one."""


def matter_map(ledger: Ledger, ref: str, outlines: Sequence[Outline]) -> MapPage:
    """Return the map of one matter: its own place, and those that its statements name.

    Raises NotFoundError.
    """
    weighed = ledger.matter(ref)
    return map_of(weighed, ledger.rows(RowFilter(matter=weighed.matter.id)), outlines)


def map_of(weighed: WeighedMatter, rows: Iterable[Row], outlines: Sequence[Outline]) -> MapPage:
    """Return the map of a matter with these rows."""
    placed = [(_statement_event(row), row.statement.places) for row in rows]
    return _page(weighed, placed, outlines)


def matters_map(ledger: Ledger, which: MatterFilter, outlines: Sequence[Outline]) -> MapPage:
    """Return the map of the matters that a filter lets through, each at its own place."""
    # One more than is shown tells whether there are others.
    wanted = which if which.limit is None else replace(which, limit=which.limit + 1)
    found = tuple(ledger.matter_counts(wanted))
    shown = found[: which.limit]
    placed = [(_matter_event(c), (c.matter.place,) if c.matter.place else ()) for c in shown]
    return replace(_page(None, placed, outlines), more=len(found) > len(shown))


def _page(
    weighed: WeighedMatter | None,
    placed: Sequence[tuple[Event, Sequence[Place]]],
    outlines: Sequence[Outline],
) -> MapPage:
    own = weighed.matter.place if weighed else None
    known: defaultdict[_At, list[_Named]] = defaultdict(list)
    unknown: defaultdict[str | None, list[Event]] = defaultdict(list)
    if own:
        _file(own, None, known, unknown)
    for event, places in placed:
        for place in places:
            _file(place, event, known, unknown)
        if not places:
            unknown[None].append(event)
    ranked = sorted(known.items(), key=lambda item: (-len(_events(item[1])), item[0]))
    views = tuple(_place_view(number, at, group) for number, (at, group) in enumerate(ranked, 1))
    missing = tuple(
        Unplaced(name, own is not None and name == own.name, _unique(events))
        for name, events in sorted(
            unknown.items(), key=lambda item: (item[0] is None, -len(item[1]), item[0] or "")
        )
    )
    spots = [_spot(view, group) for view, (_, group) in zip(views, ranked, strict=True)]
    drawing = draw_map(spots, outlines, OUTLINE_KEYS)
    return MapPage(weighed, views, missing, drawing, len(placed))


def _file(
    place: Place,
    event: Event | None,
    known: defaultdict[_At, list[_Named]],
    unknown: defaultdict[str | None, list[Event]],
) -> None:
    if place.lat is None or place.lon is None:
        unknown[place.name].extend([event] if event else [])
    else:
        at = SHAPES[place.precision], round(place.lat, 4), round(place.lon, 4)
        known[at].append((place, event))


def _events(group: Sequence[_Named]) -> tuple[Event, ...]:
    return _unique(event for _, event in group if event)


def _unique(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events in order of day, each once: a statement may name a place twice."""
    once = {event.id: event for event in events}
    return tuple(sorted(once.values(), key=lambda e: (e.start or e.end or date.max, e.id)))


def _place_view(number: int, at: _At, group: Sequence[_Named]) -> PlaceView:
    names = Counter(place.name for place, _ in group)
    place = group[0][0]
    shape, lat, lon = at
    return PlaceView(
        number=number,
        name=names.most_common(1)[0][0],
        precision=place.precision,
        shape=shape,
        country=_country_name(place.country),
        lat=lat,
        lon=lon,
        own=any(event is None for _, event in group),
        events=_events(group),
    )


def _spot(view: PlaceView, group: Sequence[_Named]) -> Spot:
    return Spot(
        number=view.number,
        name=view.name,
        shape=view.shape,
        lon=view.lon,
        lat=view.lat,
        count=len(view.events),
        country=group[0][0].country,
    )


def _country_name(code: str | None) -> str | None:
    if code is None:
        return None
    entry = load_table("countries").get(code)
    return str(entry["name"]) if entry else code


def _statement_event(row: Row) -> Event:
    statement, said = row.statement, row.statement.said
    return Event(
        id=statement.id,
        title=joined_text(statement.content),
        start=said.start if said else None,
        end=said.end if said else None,
        who=statement.party.name if statement.party else joined_text(statement.source) or None,
        stance=row.stance,
        act=statement.act.value,
    )


def _matter_event(counted: MatterCount) -> Event:
    matter = counted.matter
    return Event(
        id=matter.id,
        title=matter.title,
        start=matter.start,
        end=matter.end,
        conflicts=counted.conflicts,
    )
