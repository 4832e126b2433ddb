"""Shifts on a timeline: lines between two marks that keep clear of every mark and text.

Lines run between the tracks, and cross tracks where nothing stands. Lengths are in units of the
drawing, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.model import Shift
from sayso.views.marks import RADIUS, Mark

Point = tuple[float, float]
Frame = tuple[float, float, float, float]
"""Left, top, right and bottom of what a line is to keep clear of."""
TRACK = 24.0
"""Marks are links: none is lower than a finger or an unsteady hand needs."""
CLEAR = 4.0
"""Room on either side of a line that crosses tracks."""
_BODY = 8.0
"""Half the height of a mark with its text."""
_BESIDE = (1.0, 3.2, -1.2)
"""Lines between the same tracks run beside each other."""
MOST_SIGNS = 12
"""Of more lines none has a sign: they would hide the marks."""
_SIGN = 9.0
"""Half the width and height of the sign on a line."""


@dataclass(frozen=True, slots=True)
class Join:
    """A shift as a line from the last mark before it to the first one after.

    ``points`` are its corners; ``sign`` is where it has room for the sign of a shift, if anywhere.
    """

    shift: Shift
    before: Mark
    after: Mark
    points: tuple[Point, ...]
    sign: Point | None


def frame_of(mark: Mark) -> Frame:
    """Return what a mark with its text covers."""
    left, right = mark.extent
    return left, mark.y - _BODY, right, mark.y + _BODY


def join(
    shift: Shift,
    before: Mark,
    after: Mark,
    frames: Sequence[Frame],
    *,
    number: int,
    width: float,
    signed: bool = True,
) -> Join:
    """Return a shift's line; ``frames`` is what it keeps clear of, in a drawing of ``width``.

    ``frames`` are sorted. ``number`` is its place among all lines, ``signed`` whether it has a
    sign. Only where every column is taken it crosses a frame.
    """
    beside = _BESIDE[number % len(_BESIDE)]
    half = TRACK / 2
    down = after.y > before.y
    leave = before.y + (half if down else -half) + beside
    arrive = after.y + (-half if down or after.y == before.y else half) + beside
    across = before.x
    if leave != arrive:
        across = _column(before.x, after.x, _crossed(frames, leave, arrive), width)
    corners = [
        (before.x, before.y + (RADIUS if leave > before.y else -RADIUS)),
        (before.x, leave),
        (across, leave),
        (across, arrive),
        (after.x, arrive),
        (after.x, after.y + (RADIUS if arrive > after.y else -RADIUS)),
    ]
    points = tuple(a for a, b in pairwise([*corners, None]) if a != b and a is not None)
    return Join(shift, before, after, points, _sign(points, frames) if signed else None)


def _crossed(frames: Iterable[Frame], one: float, other: float) -> list[tuple[float, float]]:
    """Return from where to where nothing can cross, in order, for a line between two heights."""
    top, bottom = sorted((one, other))
    taken: list[tuple[float, float]] = []
    for left, above, right, below in frames:
        if above >= bottom or below <= top:
            continue
        if taken and left - CLEAR <= taken[-1][1]:
            taken[-1] = (taken[-1][0], max(taken[-1][1], right + CLEAR))
        else:
            taken.append((left - CLEAR, right + CLEAR))
    return taken


def _column(x1: float, x2: float, taken: Sequence[tuple[float, float]], width: float) -> float:
    """Return where a line from ``x1`` to ``x2`` crosses: the least way round, then the middle."""
    middle = (x1 + x2) / 2
    edges = [edge for pair in taken for edge in pair if 0 < edge < width]
    free = [x for x in (x1, x2, middle, *edges) if not any(a < x < b for a, b in taken)]
    return min(free, key=lambda x: (abs(x - x1) + abs(x - x2), abs(x - middle)), default=middle)


def _sign(points: Sequence[Point], frames: Iterable[Frame]) -> Point | None:
    """Return the middle of a line's longest stretch that has room for a sign."""
    boxes = list(frames)
    stretches = sorted(
        pairwise(points), key=lambda ab: -abs(ab[0][0] - ab[1][0] + ab[0][1] - ab[1][1])
    )
    for (ax, ay), (bx, by) in stretches:
        x, y = (ax + bx) / 2, (ay + by) / 2
        if abs(ax - bx) + abs(ay - by) > 2 * _SIGN and not any(
            left < x + _SIGN and right > x - _SIGN and top < y + _SIGN and bottom > y - _SIGN
            for left, top, right, bottom in boxes
        ):
            return x, y
    return None
