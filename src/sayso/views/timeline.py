"""One matter as a timeline: what is told of, said and published when, a lane a side.

Geometry alone, no drawing: lengths are in units of the drawing, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.ledger.protocol import Ledger
from sayso.model import Shift
from sayso.views.dated import Dated, Kind, dated_in
from sayso.views.matrix import by_side
from sayso.views.matter import MatterPage, matter_page
from sayso.views.timescale import Timescale, TimeTick, ticks, timescale
from sayso.weigh import Merges

WIDTH = 1180.0
MARGIN = 44.0
TRACK = 24.0
"""Marks are links: none is lower than a finger or an unsteady hand needs."""
LANE_HEAD = 28.0
LANE_FOOT = 10.0
TOP = 92.0
"""Room above the lanes, for the legend and the labels of the ticks."""
RADIUS = 7.0
TAIL = 26.0
"""How far an open end is drawn beyond the day that is known."""
_OFF = 10.0
"""How far from the axis stands what is off it."""
_BESIDE = 5.0
_GAP = 10.0
_LETTER = 6.9
_LONGEST_TEXT = 44


@dataclass(frozen=True, slots=True)
class Mark:
    """Something dated at its place: a point at ``x`` where ``left`` is ``right``, else a bar.

    ``before`` and ``after`` tell whether its ends are open, or off the axis: they are drawn as
    arrows. ``text`` stands at ``text_x``, before that place where ``flipped``.
    """

    id: str
    dated: Dated
    x: float
    y: float
    left: float
    right: float
    before: bool
    after: bool
    text: str
    text_x: float
    flipped: bool

    @property
    def extent(self) -> tuple[float, float]:
        """From where to where nothing else can stand beside it."""
        text = self.text_x + len(self.text) * _LETTER * (-1 if self.flipped else 1)
        ends = (self.left - RADIUS, self.right + RADIUS, self.text_x, text)
        return min(ends), max(ends)


@dataclass(frozen=True, slots=True)
class Lane:
    """A side's marks; ``name`` is None for the parties on no known side."""

    name: str | None
    y: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Join:
    """A shift as a line from the last mark before it to the first one after."""

    shift: Shift
    before: Mark
    after: Mark


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing; ``tray`` holds what has no day, below all lanes."""

    width: float
    height: float
    zoom: int
    left: float
    right: float
    ticks: tuple[TimeTick, ...]
    lanes: tuple[Lane, ...]
    joins: tuple[Join, ...]
    tray: Lane | None


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A matter with its timeline; ``page.accounts`` list the same by day of saying."""

    page: MatterPage
    timeline: Timeline


def timeline_page(ledger: Ledger, ref: str, merges: Merges, *, zoom: int = 1) -> TimelinePage:
    """Return the timeline of a matter, ``zoom`` times as wide. Raises NotFoundError."""
    page = matter_page(ledger, ref, merges)
    sides = [(side.name, dated_in(side.accounts)) for side in by_side(page.accounts)]
    turns = [
        (turn.shift, turn.before.row.statement.id, turn.after.row.statement.id)
        for turn in page.shifts
        if turn.before and turn.after
    ]
    return TimelinePage(page, timeline(sides, turns, zoom=zoom))


def timeline(
    sides: Sequence[tuple[str | None, Sequence[Dated]]],
    turns: Iterable[tuple[Shift, str, str]] = (),
    *,
    zoom: int = 1,
) -> Timeline:
    """Return the geometry of what is dated, by side.

    ``turns`` are shifts with the ids of the last statement before and the first one after. No two
    marks of a lane overlap, and all of them stand within the drawing.
    """
    everything = [dated for _, of_side in sides for dated in of_side]
    width = WIDTH * zoom
    scale = timescale(
        [day for d in everything if d.kind is not Kind.EVENT for day in d.days],
        [day for d in everything if d.kind is Kind.EVENT for day in d.days],
        left=MARGIN,
        width=width - 2 * MARGIN,
    )
    lanes: list[Lane] = []
    y = TOP
    number = 0
    for name, of_side in sides:
        with_days = [dated for dated in of_side if dated.days]
        placed = [_placed(f"m{number + i}", d, scale, width) for i, d in enumerate(with_days)]
        number += len(placed)
        lanes.append(_lane(name, placed, y))
        y += lanes[-1].height
    undated = [dated for dated in everything if not dated.days]
    tray = _tray(undated, y, number, width) if undated else None
    return Timeline(
        width=width,
        height=y + (tray.height if tray else 0.0) + LANE_FOOT,
        zoom=zoom,
        left=scale.left,
        right=scale.right,
        ticks=ticks(scale),
        lanes=tuple(lanes),
        joins=_joins(turns, lanes),
        tray=tray,
    )


def _placed(name: str, dated: Dated, scale: Timescale, width: float) -> Mark:
    """Return a mark at its place from left to right, on no track yet."""
    start, end = dated.start, dated.end
    before = start is None or start < scale.first
    after = end is None or end > scale.last
    if all(day < scale.first for day in dated.days):
        x = left = right = scale.left - _OFF
    elif all(day > scale.last for day in dated.days):
        x = left = right = scale.right + _OFF
    elif start is None or end is None or start == end:
        (day,) = set(dated.days)
        x = left = right = (scale.begin(day) + scale.end(day)) / 2
    else:
        left, right = scale.begin(start), scale.end(end)
        x = (left + right) / 2
    if left == right:
        left, right = left - TAIL * before, right + TAIL * after
    mark = Mark(name, dated, x, 0.0, left, right, before, after, _short(dated.text), 0.0, False)
    return _with_text(mark, width)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"


def _with_text(mark: Mark, width: float) -> Mark:
    """Return a mark with its text after it; before it, or upon it, where there is no room."""
    length = len(mark.text) * _LETTER
    after = max(mark.x + RADIUS, mark.right) + _BESIDE
    before = min(mark.x - RADIUS, mark.left) - _BESIDE
    if after + length <= width:
        return replace(mark, text_x=after)
    if before - length >= 0:
        return replace(mark, text_x=before, flipped=True)
    return replace(mark, text_x=mark.x + RADIUS + _BESIDE)


def _lane(name: str | None, marks: Sequence[Mark], y: float) -> Lane:
    """Return a side's marks on as few tracks as hold them, each kind on tracks of its own."""
    placed: list[Mark] = []
    tracks = 0
    for kind in Kind:
        ends: list[float] = []
        of_kind = [mark for mark in marks if mark.dated.kind is kind]
        for mark in sorted(of_kind, key=lambda m: m.extent):
            left, right = mark.extent
            free = next((i for i, end in enumerate(ends) if end + _GAP <= left), len(ends))
            ends[free : free + 1] = [right]
            placed.append(replace(mark, y=y + LANE_HEAD + (tracks + free + 0.5) * TRACK))
        tracks += len(ends)
    return Lane(name, y, LANE_HEAD + tracks * TRACK + LANE_FOOT, tuple(placed))


def _tray(undated: Iterable[Dated], y: float, number: int, width: float) -> Lane:
    """Return what has no day, side by side in lines."""
    placed: list[Mark] = []
    left, line = MARGIN, 0
    for i, dated in enumerate(undated):
        text = _short(dated.text)
        needed = 2 * RADIUS + _BESIDE + len(text) * _LETTER
        if left > MARGIN and left + needed > width:
            left, line = MARGIN, line + 1
        x = left + RADIUS
        at = y + LANE_HEAD + (line + 0.5) * TRACK
        text_x = x + RADIUS + _BESIDE
        mark = Mark(f"m{number + i}", dated, x, at, x, x, False, False, text, text_x, False)
        placed.append(mark)
        left += needed + _GAP
    return Lane(None, y, LANE_HEAD + (line + 1) * TRACK + LANE_FOOT, tuple(placed))


def _joins(turns: Iterable[tuple[Shift, str, str]], lanes: Iterable[Lane]) -> tuple[Join, ...]:
    said = {
        view.row.statement.id: mark
        for lane in lanes
        for mark in lane.marks
        if mark.dated.kind is Kind.SAID
        for view in mark.dated.accounts
    }
    return tuple(
        Join(shift, said[first], said[second])
        for shift, first, second in turns
        if first in said and second in said and said[first] is not said[second]
    )
