"""Where a map's names go: beside their marks, and within their countries, none over another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.views.outlines import Point

LETTER = 0.56
"""Width of a letter in a sans-serif, of its size: about, since fonts differ."""
MARK_SIZE, COUNTRY_SIZE = 14.0, 12.0
LONGEST = 28
"""Letters of a name that are shown; the list beside the map has all of it."""

Frame = tuple[float, float, float, float]
"""Left, top, right and bottom of what a name must not cover."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name and its place on the baseline; ``anchor`` is SVG's start, middle or end."""

    x: float
    y: float
    anchor: str
    text: str


def mark_labels(
    marks: Sequence[tuple[float, float, float, str]],
    width: float,
    height: float,
    *,
    free: Frame,
) -> tuple[Label, ...]:
    """Return the labels of marks (x, y, radius, name); one that finds no room is left out.

    ``free`` is kept free.
    """
    taken: list[Frame] = [free, *((x - r, y - r, x + r, y + r) for x, y, r, _ in marks)]
    labels = []
    for x, y, r, name in marks:
        text = shortened(name)
        for label in _beside(x, y, r, text):
            frame = _frame(label, MARK_SIZE)
            if _fits(frame, taken, width, height):
                labels.append(label)
                taken.append(frame)
                break
    return tuple(labels)


def country_labels(
    countries: Iterable[tuple[str, Sequence[Point]]],
    names: Iterable[Label],
    marks: Iterable[tuple[float, float, float]],
    width: float,
    height: float,
    *,
    free: Frame,
) -> tuple[Label, ...]:
    """Return the labels of countries (name, closed line) that are wide enough for their names.

    They keep clear of ``names`` and ``marks`` (x, y, radius), which stand already, and of ``free``.
    """
    taken = [free, *(_frame(label, MARK_SIZE) for label in names)]
    taken += [(x - r, y - r, x + r, y + r) for x, y, r in marks]
    labels = []
    for name, ring in countries:
        row = _widest_row(ring, width, height)
        if row is None:
            continue
        x, y, room = row
        label = Label(round(x, 1), round(y + COUNTRY_SIZE / 3, 1), "middle", name)
        frame = _frame(label, COUNTRY_SIZE)
        if frame[2] - frame[0] <= room and _fits(frame, taken, width, height):
            labels.append(label)
            taken.append(frame)
    return tuple(labels)


def shortened(name: str) -> str:
    """Return a name, cut where it is too long for a drawing."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"


def _beside(x: float, y: float, r: float, text: str) -> Iterable[Label]:
    low = round(y + MARK_SIZE / 3, 1)
    yield Label(round(x + r + 4, 1), low, "start", text)
    yield Label(round(x - r - 4, 1), low, "end", text)
    yield Label(x, round(y - r - 5, 1), "middle", text)
    yield Label(x, round(y + r + MARK_SIZE, 1), "middle", text)


def _frame(label: Label, size: float) -> Frame:
    wide = len(label.text) * size * LETTER
    left = {"start": label.x, "middle": label.x - wide / 2, "end": label.x - wide}[label.anchor]
    return left, label.y - size, left + wide, label.y + size / 4


def _fits(frame: Frame, taken: Iterable[Frame], width: float, height: float) -> bool:
    left, top, right, bottom = frame
    if left < 2 or top < 2 or right > width - 2 or bottom > height - 2:
        return False
    return not any(left < r and a < right and top < d and b < bottom for a, b, r, d in taken)


def _widest_row(
    ring: Sequence[Point], width: float, height: float
) -> tuple[float, float, float] | None:
    """Return the middle and width of the widest stretch inside a closed line, of a few tried."""
    ys = [min(max(y, 0.0), height) for _, y in ring]
    top, bottom = min(ys), max(ys)
    best: tuple[float, float, float] | None = None
    for part in (0.5, 0.4, 0.6, 0.3, 0.7):
        y = top + (bottom - top) * part
        edges = sorted(
            min(max(ax + (bx - ax) * (y - ay) / (by - ay), 0.0), width)
            for (ax, ay), (bx, by) in pairwise((*ring, ring[0]))
            if (ay > y) != (by > y)
        )
        for left, right in zip(edges[::2], edges[1::2], strict=False):
            if best is None or right - left > best[2] * 1.15:
                best = ((left + right) / 2, y, right - left)
    return best
