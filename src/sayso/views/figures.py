"""What contradicts each other as ranges on one axis: geometry alone, no drawing.

Lengths are in units of the drawing, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10

WIDTH = 400.0
MARGIN = 14.0
ROW = 42.0
BAR_BELOW = 20.0
BAR = 12.0
AXIS = 30.0
ARROW = 18.0
"""Room right of the axis for bars that have no end."""
_LEAST = 5.0
"""A bar is never narrower: one number is seen too."""
_HEADROOM = 1.1
_FAR = 40
"""From this ratio of the highest to the lowest number on, the axis has steps of ten."""
_TICKS = 6


@dataclass(frozen=True, slots=True)
class Told:
    """A range of whole numbers that somebody tells; ``high`` is None where it has no end.

    On an axis of time the numbers are those of days in the calendar (``date.toordinal``).
    """

    low: int
    high: int | None
    words: str
    who: str
    side: str
    statement: str


@dataclass(frozen=True, slots=True)
class FigureBar:
    """A range as a bar; ``y`` is its upper edge, ``text_y`` the base line of its words."""

    told: Told
    x: float
    width: float
    y: float
    text_y: float
    endless: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A number or a day on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class FigureAxis:
    """All ranges of one kind ("killed") over one axis; ``stepped`` where it has steps of ten.

    ``asks`` is what the ranges answer: "How many killed".
    """

    kind: str
    asks: str
    width: float
    height: float
    axis_y: float
    stepped: bool
    bars: tuple[FigureBar, ...]
    ticks: tuple[Tick, ...]


def range_words(low: int, high: int | None) -> str:
    """Return a range of whole numbers in words: "at least 40", "up to 12", "24 to 199"."""
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def figure_axis(kind: str, told: Sequence[Told]) -> FigureAxis:
    """Return the geometry of ranges over one axis, the lowest first; ``told`` is not empty."""
    ordered = sorted(told, key=lambda t: (t.low, t.high is None, t.high or 0, t.who))
    ends = [n for t in ordered for n in (t.low, t.high) if n]
    top = max(ends, default=1)
    stepped = top > _FAR * min(ends, default=1)
    limit = top * _HEADROOM if not stepped else 10.0 ** (floor(log10(top)) + 1)
    room = WIDTH - 2 * MARGIN - ARROW

    def x_of(number: float) -> float:
        share = log10(1 + number) / log10(1 + limit) if stepped else number / limit
        return MARGIN + room * share

    bars = []
    for i, one in enumerate(ordered):
        left = x_of(one.low)
        right = WIDTH - MARGIN if one.high is None else x_of(one.high)
        short = max(0.0, _LEAST - (right - left))
        left = max(MARGIN, left - short / 2)
        y = i * ROW + BAR_BELOW
        width = max(right - left, _LEAST)
        bars.append(FigureBar(one, left, width, y, y - 6, one.high is None))
    axis_y = len(ordered) * ROW + 6
    ticks = tuple(Tick(x_of(n), f"{n:,}") for n in _ticks(limit, stepped=stepped))
    asks = f"How many {kind}"
    return FigureAxis(kind, asks, WIDTH, axis_y + AXIS, axis_y, stepped, tuple(bars), ticks)


def _ticks(limit: float, *, stepped: bool) -> list[int]:
    """Return round numbers from nought up to the limit."""
    if stepped:
        return [0, *(10**power for power in range(floor(log10(limit)) + 1))]
    step = next(s for s in _round_steps() if limit / s <= _TICKS)
    return list(range(0, int(limit) + 1, step))


def _round_steps() -> Sequence[int]:
    return [mantissa * 10**power for power in range(13) for mantissa in (1, 2, 5)]
