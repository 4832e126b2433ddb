"""From degrees to a drawing: which part of the world a map shows, and where points fall on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from sayso.views.outlines import ROUND, Box, Point

WIDTH = 960.0
LEAST_HEIGHT, MOST_HEIGHT = 400.0, 600.0
MARGIN = 0.14
"""Of the width and height of what is shown, on each side."""
LEAST_DEGREES = 7.0
"""Shown from south to north at least: a coast or a border should be in view."""
POLAR = 84.0
"""No farther to a pole: there this projection stretches everything."""
KM_A_DEGREE = 111.32
"""Of latitude; along a parallel it is this times the cosine of the latitude."""


@dataclass(frozen=True, slots=True)
class View:
    """An equirectangular drawing: a degree of latitude is ``scale`` units, one of longitude less.

    ``squeeze`` is by how much less: the cosine of the middle latitude.

    ``box`` is what is shown, in degrees; the origin is its north-western corner, y runs down.
    """

    box: Box
    width: float
    height: float
    scale: float
    squeeze: float

    @property
    def middle(self) -> float:
        """The latitude on which distances along the parallel are true."""
        return (self.box[1] + self.box[3]) / 2

    def place(self, point: Point) -> Point:
        """Return where a point (lon, lat) falls, turned round the globe into the box."""
        lon = self.box[0] + (point[0] - self.box[0]) % ROUND
        return self.project((lon, point[1]))

    def project(self, point: Point) -> Point:
        """Return x and y of a point (lon, lat) whose longitude is the box's."""
        x = (point[0] - self.box[0]) * self.scale * self.squeeze
        return x, (self.box[3] - point[1]) * self.scale


def choose_view(boxes: Sequence[Box]) -> View:
    """Return the view that shows all boxes, with a margin; the whole world where there are none.

    Points are boxes without size. The shortest way round the globe is shown, be it across the
    antimeridian.
    """
    if not boxes:
        return _world(-56.0, POLAR)
    west, east = _arc(boxes)
    south, north = min(b[1] for b in boxes), max(b[3] for b in boxes)
    pad = max(MARGIN * (north - south), (LEAST_DEGREES - (north - south)) / 2)
    south, north = max(south - pad, -POLAR), min(north + pad, POLAR)
    squeeze = _squeeze(south, north)
    across = (east - west) * (1 + 2 * MARGIN) * squeeze
    down = north - south
    # The drawing is as wide as the page; the side that is too short for it is widened.
    across = max(across, down * WIDTH / MOST_HEIGHT)
    down = max(down, across * LEAST_HEIGHT / WIDTH)
    middle = min(max((south + north) / 2, down / 2 - POLAR), POLAR - down / 2)
    south, north = middle - down / 2, middle + down / 2
    wide = across / squeeze
    if wide >= ROUND:
        return _world(max(south, -POLAR), min(north, POLAR))
    centre = (west + east) / 2
    box = (centre - wide / 2, south, centre + wide / 2, north)
    scale = WIDTH / across
    return View(box, WIDTH, down * scale, scale, squeeze)


def _world(south: float, north: float) -> View:
    squeeze = _squeeze(south, north)
    scale = WIDTH / (ROUND * squeeze)
    return View((-180.0, south, 180.0, north), WIDTH, (north - south) * scale, scale, squeeze)


def _squeeze(south: float, north: float) -> float:
    return cos(radians((south + north) / 2))


def _arc(boxes: Sequence[Box]) -> tuple[float, float]:
    """Return the shortest arc that holds all boxes: all but the widest gap between them."""
    spans = sorted((b[0] % ROUND, b[0] % ROUND + min(b[2] - b[0], ROUND)) for b in boxes)
    start, end = spans[0][0], spans[0][1]
    widest, west, east = -1.0, start, end
    for after, until in spans[1:]:
        if after - end > widest:
            widest, west, east = after - end, after, end + ROUND
        end = max(end, until)
    if start + ROUND - end >= widest:
        west, east = start, end
    east = min(east, west + ROUND)
    middle = (west + east) / 2
    turn = ROUND * round(middle / ROUND)
    return west - turn, east - turn
