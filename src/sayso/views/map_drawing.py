"""The drawing of a map: what is drawn and where, in units of the drawing, without any markup."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil, floor, hypot

from sayso.views.map_labels import Label, country_labels, mark_labels
from sayso.views.map_lands import Land, draw_lands
from sayso.views.outlines import Box, Outline, Point, main_box
from sayso.views.projection import KM_A_DEGREE, View, choose_view

RADIUS = 12.0
AREA = 34.0
"""Radius of the soft circle of an area, in units: the extent of areas is not known."""
STEPS = (1.0, 2.0, 5.0, 10.0, 15.0, 30.0)
Numbers = Mapping[str, str]
"""Which outline is a country's: its code or, without one, its name, by alpha-3 code."""
KILOMETRES = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)


class Shape(StrEnum):
    """How a place is drawn, by how exactly it is known."""

    POINT = "point"
    AREA = "area"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place to be drawn: degrees, the number of what happened there, its country's number.

    ``number`` is its place in the list beside the map.
    """

    number: int
    name: str
    shape: Shape
    lon: float
    lat: float
    count: int
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """One or several places drawn as one mark, with the number of all that happened there.

    (x, y) is where the number stands, (at_x, at_y) where the first place is.
    """

    x: float
    y: float
    at_x: float
    at_y: float
    radius: float
    shape: Shape
    count: int
    spots: tuple[Spot, ...]

    @property
    def name(self) -> str:
        """The place with most events, and how many others share the mark."""
        others = len(self.spots) - 1
        return f"{self.spots[0].name} +{others}" if others else self.spots[0].name


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the graticule from (x1, y1) to (x2, y2), with its degrees in words."""

    x1: float
    y1: float
    x2: float
    y2: float
    words: str


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """A length on the ground, true along the parallel ``latitude`` (degrees)."""

    length: float
    kilometres: int
    latitude: float


@dataclass(frozen=True, slots=True)
class MapDrawing:
    """All of a map in drawing order; ``area`` is the radius of the soft circles of areas."""

    width: float
    height: float
    lines: tuple[Line, ...]
    lands: tuple[Land, ...]
    country_labels: tuple[Label, ...]
    marks: tuple[Mark, ...]
    mark_labels: tuple[Label, ...]
    bar: ScaleBar
    area: float


def draw_map(spots: Sequence[Spot], outlines: Sequence[Outline], numbers: Numbers) -> MapDrawing:
    """Return the drawing of places on the outlines that lie in view.

    The largest counts come first among marks, and share their marks with what they would cover.
    """
    view = choose_view(_boxes(spots, outlines, numbers))
    tinted = {numbers.get(s.country or "", "") for s in spots if s.shape is Shape.COUNTRY}
    lands, drawn = draw_lands(outlines, view, tinted)
    marks = _marks(spots, view)
    bar = _bar(view)
    free = (view.width - bar.length - 24, view.height - 40, view.width, view.height)
    size = view.width, view.height
    named = mark_labels([(m.x, m.y, m.radius, m.name) for m in marks], *size, free=free)
    taken = [(m.x, m.y, m.radius) for m in marks]
    return MapDrawing(
        width=view.width,
        height=round(view.height, 1),
        lines=tuple(_graticule(view)),
        lands=lands,
        country_labels=country_labels(drawn, named, taken, *size, free=free),
        marks=marks,
        mark_labels=named,
        bar=bar,
        area=AREA,
    )


def _boxes(spots: Iterable[Spot], outlines: Sequence[Outline], numbers: Numbers) -> list[Box]:
    by_key = {outline.code or outline.name: outline for outline in outlines}
    boxes = []
    for spot in spots:
        outline = by_key.get(numbers.get(spot.country or "", ""))
        if spot.shape is Shape.COUNTRY and outline:
            boxes.append(main_box(outline, (spot.lon, spot.lat)))
        else:
            boxes.append((spot.lon, spot.lat, spot.lon, spot.lat))
    return boxes


def _marks(spots: Sequence[Spot], view: View) -> tuple[Mark, ...]:
    """Return the marks: points that would cover one another share one, others make way."""
    placed = [(spot, *_rounded(view.place((spot.lon, spot.lat)))) for spot in spots]
    marks: list[Mark] = []
    for spot, x, y in sorted(placed, key=lambda p: (p[0].shape is not Shape.POINT, -p[0].count)):
        if spot.shape is not Shape.POINT:
            continue
        near = next((i for i, m in enumerate(marks) if _overlap(m, x, y, RADIUS)), None)
        if near is None:
            marks.append(Mark(x, y, x, y, _radius(spot.count), spot.shape, spot.count, (spot,)))
        else:
            shared = marks[near]
            count = shared.count + spot.count
            spots_there = (*shared.spots, spot)
            marks[near] = replace(shared, radius=_radius(count), count=count, spots=spots_there)
    # An area or a country is wider than its number: that stands wherever there is room for it.
    for spot, x, y in placed:
        if spot.shape is not Shape.POINT:
            radius = _radius(spot.count)
            marks.append(
                Mark(*_free(marks, x, y, radius), x, y, radius, spot.shape, spot.count, (spot,))
            )
    return tuple(marks)


def _rounded(point: Point) -> Point:
    return round(point[0], 1), round(point[1], 1)


def _overlap(mark: Mark, x: float, y: float, radius: float) -> bool:
    return hypot(mark.x - x, mark.y - y) < mark.radius + radius


def _radius(count: int) -> float:
    return RADIUS + 3.0 * (len(str(count)) - 1)


def _free(marks: Sequence[Mark], x: float, y: float, radius: float) -> Point:
    """Return the place nearest to (x, y), of few that are tried, where no mark is."""
    tries = [(x, y)] + [
        _rounded((x + far * dx, y + far * dy))
        for far in (RADIUS, AREA, AREA + RADIUS, AREA * 2)
        for dx, dy in ((0, -1), (0, 1), (-1, 0), (1, 0), (0.7, -0.7), (-0.7, 0.7))
    ]
    return next(
        (at for at in tries if not any(_overlap(mark, *at, radius) for mark in marks)), (x, y)
    )


def _graticule(view: View) -> Iterable[Line]:
    west, south, east, north = view.box
    step = next((s for s in STEPS if (east - west) / s <= 12), STEPS[-1])
    for i in range(ceil(west / step), floor(east / step) + 1):
        x = round(view.project((i * step, north))[0], 1)
        lon = (i * step + 180) % 360 - 180
        yield Line(x, 0, x, round(view.height, 1), _degrees(lon, "E", "W"))
    for i in range(ceil(south / step), floor(north / step) + 1):
        y = round(view.project((west, i * step))[1], 1)
        yield Line(0, y, view.width, y, _degrees(i * step, "N", "S"))


def _degrees(value: float, plus: str, minus: str) -> str:
    half = "" if value in (0, -180) else plus if value > 0 else minus
    return f"{abs(value):g}°{half}"


def _bar(view: View) -> ScaleBar:
    """Return the longest bar of a round length that takes a fifth of the width at most."""
    a_kilometre = view.scale / KM_A_DEGREE
    fitting = [km for km in KILOMETRES if km * a_kilometre <= view.width / 5]
    kilometres = fitting[-1] if fitting else KILOMETRES[0]
    return ScaleBar(round(kilometres * a_kilometre, 1), kilometres, round(view.middle))
