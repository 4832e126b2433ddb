"""The lands of a map: outlines cut to what is in view, as fine as can be seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.views.outlines import Box, Outline, Point, Ring, clip, thin, turned
from sayso.views.projection import View

MOST_CHARACTERS = 150_000
"""Of all outlines of one drawing together."""
LEAST_CHARACTERS = 4
"""Of one point of a path."""
FINEST = 0.8
"""Units between two points of an outline at least; more where the drawing would get too long."""
COARSER = 1.4
BEYOND = 4.0
"""Units beyond the edges that are drawn, so that the cut itself is not seen."""

Line = Sequence[Point]
Rings = Sequence[Line]


@dataclass(frozen=True, slots=True)
class Land:
    """A country's outline as the ``d`` of an SVG path, of rings and holes (even-odd)."""

    name: str
    path: str
    tinted: bool


def draw_lands(
    outlines: Iterable[Outline], view: View, tinted: Collection[str]
) -> tuple[tuple[Land, ...], list[tuple[str, Line]]]:
    """Return the paths of the countries in view, and the largest ring of each as it is drawn.

    ``tinted`` are codes, or names of outlines without one.
    """
    box = _cut(view)
    seen = [(outline, _in_view(outline, view, box)) for outline in outlines]
    finest = FINEST
    while True:
        # What was thinned before is thinned again: far fewer points to look at.
        seen = [(o, [t for ring in rings if (t := thin(ring, finest))]) for o, rings in seen]
        seen = [(outline, rings) for outline, rings in seen if rings]
        paths = _paths([rings for _, rings in seen])
        if paths is not None:
            break
        finest *= COARSER
    lands = tuple(
        Land(o.name, path, (o.code or o.name) in tinted)
        for (o, _), path in zip(seen, paths, strict=True)
    )
    return lands, [(o.name, max(rings, key=len)) for o, rings in seen]


def _cut(view: View) -> Box:
    over = BEYOND / view.scale
    west, south, east, north = view.box
    return west - over / view.squeeze, south - over, east + over / view.squeeze, north + over


def _in_view(outline: Outline, view: View, box: Box) -> list[Line]:
    rings = [
        [view.project(point) for point in _inside(ring, turn, box)]
        for ring in outline.rings
        if _is_seen(ring, view)
        for turn in turned(ring, box)
    ]
    return [ring for ring in rings if ring]


def _is_seen(ring: Ring, view: View) -> bool:
    """Whether a ring is large enough for two of its points to be drawn apart."""
    west, south, east, north = ring.box
    wide, high = (east - west) * view.squeeze * view.scale, (north - south) * view.scale
    return wide * wide + high * high >= FINEST * FINEST


def _inside(ring: Ring, turn: float, box: Box) -> Line:
    points = ring.points if turn == 0 else [(x + turn, y) for x, y in ring.points]
    west, south, east, north = ring.box
    whole = box[0] <= west + turn and east + turn <= box[2] and box[1] <= south and north <= box[3]
    return points if whole else clip(points, box)


def _paths(lands: Sequence[Rings]) -> list[str] | None:
    """Return a path for each land, or None where they would be longer than they may."""
    if sum(len(ring) for rings in lands for ring in rings) * LEAST_CHARACTERS > MOST_CHARACTERS:
        return None
    paths = ["".join(map(_path, rings)) for rings in lands]
    return paths if sum(map(len, paths)) <= MOST_CHARACTERS else None


def _path(ring: Line) -> str:
    """Return a closed line as SVG path data: tenths of a unit, each point as seen from the last."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in ring]
    parts = [f"M{_tenth(tenths[0][0])} {_tenth(tenths[0][1])}l"]
    for (ax, ay), (bx, by) in pairwise(tenths):
        parts.append(f"{_tenth(bx - ax)} {_tenth(by - ay)} ")
    return "".join(parts).rstrip() + "z"


def _tenth(tenths: int) -> str:
    return f"{tenths / 10:g}"
