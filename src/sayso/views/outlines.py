"""Outlines of countries: read once, cut to what a map shows, thinned to what can be seen."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from sayso.errors import MissingPartError

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y on a drawing."""
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; east may lie beyond 180, west before -180."""

ROUND = 360.0
REMEDY = "Install sayso anew, or run `npm ci && npm run build` in src/sayso/web/front"


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line whose longitudes never jump: one across the antimeridian runs beyond 180."""

    points: tuple[Point, ...]
    box: Box


@dataclass(frozen=True, slots=True)
class Outline:
    """A country's rings, holes among them; ``code`` is its ISO 3166-1 number, None without one."""

    code: str | None
    name: str
    rings: tuple[Ring, ...]


@cache
def load_outlines(path: Path) -> tuple[Outline, ...]:
    """Return the outlines in a file of ``[{"code", "name", "rings"}]``, read once.

    Raises MissingPartError where there is no such file, or something else in it.
    """
    try:
        found = json.loads(path.read_bytes())
    except OSError as exc:
        raise MissingPartError(
            f"The outlines of the maps are missing: {path}", remedy=REMEDY
        ) from exc
    except ValueError as exc:
        raise MissingPartError(
            f"The outlines of the maps are damaged: {path}", remedy=REMEDY
        ) from exc
    try:
        return tuple(
            Outline(one["code"], one["name"], tuple(make_ring(ring) for ring in one["rings"]))
            for one in found
        )
    except (KeyError, TypeError, ValueError) as exc:
        raise MissingPartError(
            f"The outlines of the maps are damaged: {path}", remedy=REMEDY
        ) from exc


def make_ring(points: Iterable[Sequence[float]]) -> Ring:
    """Return a ring without jumps at the antimeridian; one around a pole is closed along it.

    Raises ValueError for fewer than three points.
    """
    run: list[Point] = []
    turn = 0.0
    for lon, lat in points:
        if run:
            step = lon + turn - run[-1][0]
            turn -= ROUND * round(step / ROUND)
        run.append((lon + turn, lat))
    if len(run) < 3:
        raise ValueError("a ring has three points at least")
    start, end = run[0][0], run[-1][0]
    if abs(end - start) > ROUND / 2:
        pole = 90.0 if sum(lat for _, lat in run) > 0 else -90.0
        run += [(end, pole), (start, pole)]
    lons, lats = [lon for lon, _ in run], [lat for _, lat in run]
    return Ring(tuple(run), (min(lons), min(lats), max(lons), max(lats)))


def turned(ring: Ring, box: Box) -> Iterable[float]:
    """Yield the turns, in degrees, by which a ring meets a box: none, one, or several."""
    west, south, east, north = ring.box
    if south > box[3] or north < box[1]:
        return
    for turns in (-2, -1, 0, 1, 2):
        if west + turns * ROUND <= box[2] and east + turns * ROUND >= box[0]:
            yield turns * ROUND


def clip(points: Sequence[Point], box: Box) -> list[Point]:
    """Return the part of a closed line inside a box, closed along the box's edges.

    Sutherland and Hodgman's way (1974): one edge after the other. Parts that are joined outside of
    the box stay joined along its edges.
    """
    west, south, east, north = box
    found = _clip_edge(points, lambda p: p[0] >= west, lambda a, b: _at_x(a, b, west))
    found = _clip_edge(found, lambda p: p[0] <= east, lambda a, b: _at_x(a, b, east))
    found = _clip_edge(found, lambda p: p[1] >= south, lambda a, b: _at_y(a, b, south))
    return _clip_edge(found, lambda p: p[1] <= north, lambda a, b: _at_y(a, b, north))


def _clip_edge(
    points: Sequence[Point],
    inside: Callable[[Point], bool],
    crossing: Callable[[Point, Point], Point],
) -> list[Point]:
    found: list[Point] = []
    if not points:
        return found
    before, was_in = points[-1], inside(points[-1])
    for point in points:
        is_in = inside(point)
        if is_in != was_in:
            found.append(crossing(before, point))
        if is_in:
            found.append(point)
        before, was_in = point, is_in
    return found


def _at_x(a: Point, b: Point, x: float) -> Point:
    return x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0])


def _at_y(a: Point, b: Point, y: float) -> Point:
    return a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y


def thin(points: Sequence[Point], least: float) -> list[Point]:
    """Return a line less the points that lie nearer than ``least`` to the one kept before.

    Empty where fewer than three points are left: too small to be seen.
    """
    if not points:
        return []
    kept = [points[0]]
    square = least * least
    for x, y in points[1:]:
        last_x, last_y = kept[-1]
        if (x - last_x) ** 2 + (y - last_y) ** 2 >= square:
            kept.append((x, y))
    return kept if len(kept) >= 3 else []


def encloses(points: Sequence[Point], point: Point) -> bool:
    """Whether a point lies inside a closed line."""
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in pairwise((*points, points[0])):
        if (ay > y) != (by > y) and x < ax + (bx - ax) * (y - ay) / (by - ay):
            inside = not inside
    return inside


def main_box(outline: Outline, point: Point) -> Box:
    """Return the box of the ring around a point (lon, lat), else of the largest one.

    So a country is shown by its main land, not with islands an ocean away.
    """
    around = [ring for ring in outline.rings if encloses(ring.points, point)]
    return max(around or outline.rings, key=lambda ring: _size(ring.box)).box


def _size(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])
