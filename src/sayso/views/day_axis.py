"""Days that contradict each other as ranges on one axis of time: geometry alone, no drawing.

Lengths are in units of the drawing, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sayso.views.figures import (
    AXIS,
    BAR_BELOW,
    MARGIN,
    ROW,
    WIDTH,
    FigureAxis,
    FigureBar,
    Tick,
    Told,
)
from sayso.views.timescale import ticks, timescale

ASKS = "On which day"


def day_axis(told: Sequence[Told]) -> FigureAxis:
    """Return the geometry of closed intervals of days over one axis, the earliest first.

    ``told`` is not empty; its ``low`` and ``high`` are days by their numbers in the calendar
    (``date.toordinal``), and no ``high`` is missing. Ticks stand in the middle of their day.
    """
    ordered = sorted(told, key=lambda t: (t.low, t.high or t.low, t.who))
    days = [
        (date.fromordinal(t.low), date.fromordinal(t.low if t.high is None else t.high))
        for t in ordered
    ]
    ends = [day for pair in days for day in pair]
    scale = timescale(ends, (), left=MARGIN, width=WIDTH - 2 * MARGIN)
    bars = []
    for i, (one, (start, end)) in enumerate(zip(ordered, days, strict=True)):
        y = i * ROW + BAR_BELOW
        left = scale.begin(start)
        bars.append(FigureBar(one, left, scale.end(end) - left, y, y - 6, endless=False))
    axis_y = len(ordered) * ROW + 6
    half = scale.per_day / 2
    marks = tuple(
        Tick(tick.x + half, f"{tick.label} {tick.year}".strip() if not i else tick.label)
        for i, tick in enumerate(ticks(scale))
    )
    return FigureAxis("days", ASKS, WIDTH, axis_y + AXIS, axis_y, False, tuple(bars), marks)
