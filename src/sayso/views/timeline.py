"""One matter as a timeline: what is told of, said and published when, a lane a side.

Geometry alone, no drawing: lengths are in units of the drawing, from its upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf

from sayso.ledger.protocol import Ledger
from sayso.model import Shift
from sayso.views.dated import MOST_SAYINGS, Dated, Kind, dated_in
from sayso.views.joins import MOST_SIGNS, TRACK, Frame, Join, frame_of, join
from sayso.views.marks import BESIDE, LETTER, RADIUS, Mark, placed, shortened
from sayso.views.matrix import by_side
from sayso.views.matter import MatterPage, matter_page
from sayso.views.timescale import TimeTick, ticks, timescale
from sayso.views.wording import side_words
from sayso.weigh import Merges

WIDTH = 1180.0
MARGIN = 44.0
LANE_HEAD = 28.0
LANE_FOOT = 10.0
TOP = 92.0
"""Room above the lanes, for the legend and the labels of the ticks."""
_GAP = 10.0
_MOST_NAMED = 12
"""Outlets are named on a lane with no more days of publishing than that; the list names all."""
_MOST_TEXTS = 300
"""Of a drawing with more marks none is named; the list names all, and so does each to who hears."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A side's marks; ``name`` is None for the parties on no known side."""

    name: str | None
    y: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole drawing; ``tray`` holds what has no day, below all lanes.

    ``crowded`` tells that its marks are too many to be named, ``left_out`` how many sides have no
    lane.
    """

    width: float
    height: float
    zoom: int
    left: float
    right: float
    ticks: tuple[TimeTick, ...]
    lanes: tuple[Lane, ...]
    joins: tuple[Join, ...]
    tray: Lane | None
    crowded: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """A matter with its timeline; ``page.accounts`` list the same by day of saying."""

    page: MatterPage
    timeline: Timeline


def timeline_page(ledger: Ledger, ref: str, merges: Merges, *, zoom: int = 1) -> TimelinePage:
    """Return the timeline of a matter, ``zoom`` times as wide. Raises NotFoundError."""
    return timeline_of(matter_page(ledger, ref, merges), zoom=zoom)


def timeline_of(page: MatterPage, *, zoom: int = 1, tallest: float = inf) -> TimelinePage:
    """Return the timeline of a matter's page, ``zoom`` times as wide.

    Where its lanes reach ``tallest``, no other is added.
    """
    sides = [(side.name, dated_in(side.accounts)) for side in by_side(page.accounts)]
    if sum(d.kind is Kind.SAID for _, of_side in sides for d in of_side) > MOST_SAYINGS:
        sides = [(s.name, dated_in(s.accounts, together=True)) for s in by_side(page.accounts)]
    turns = [
        (turn.shift, turn.before.row.statement.id, turn.after.row.statement.id)
        for turn in page.shifts
        if turn.before and turn.after
    ]
    return TimelinePage(page, timeline(sides, turns, zoom=zoom, tallest=tallest))


def timeline(
    sides: Sequence[tuple[str | None, Sequence[Dated]]],
    turns: Iterable[tuple[Shift, str, str]] = (),
    *,
    zoom: int = 1,
    tallest: float = inf,
) -> Timeline:
    """Return the geometry of what is dated, by side.

    ``turns`` are shifts with the ids of the last statement before and the first one after. No two
    marks of a lane overlap, and all of them stand within the drawing. Where the lanes reach
    ``tallest``, no other is added.
    """
    everything = [dated for _, of_side in sides for dated in of_side]
    width = WIDTH * zoom
    scale = timescale(
        [day for d in everything if d.kind is not Kind.EVENT for day in d.days],
        [day for d in everything if d.kind is Kind.EVENT for day in d.days],
        left=MARGIN,
        width=width - 2 * MARGIN,
    )
    crowded = len(everything) > _MOST_TEXTS * zoom
    lanes: list[Lane] = []
    y = TOP
    number = 0
    for name, of_side in sides:
        if y >= tallest:
            break
        with_days = [dated for dated in of_side if dated.days]
        many = sum(d.kind is Kind.PUBLISHED for d in with_days) > _MOST_NAMED
        marks = [
            placed(
                f"m{number + i}",
                d,
                scale,
                width,
                named=not (crowded or (many and d.kind is Kind.PUBLISHED)),
            )
            for i, d in enumerate(with_days)
        ]
        number += len(marks)
        lanes.append(_lane(name, marks, y))
        y += lanes[-1].height
    drawn = [dated for _, of_side in sides[: len(lanes)] for dated in of_side]
    undated = [dated for dated in drawn if not dated.days]
    tray = _tray(undated, y, number, width) if undated else None
    return Timeline(
        width=width,
        height=y + (tray.height if tray else 0.0) + LANE_FOOT,
        zoom=zoom,
        left=scale.left,
        right=scale.right,
        ticks=ticks(scale),
        lanes=tuple(lanes),
        joins=_joins(turns, lanes, width),
        tray=tray,
        crowded=crowded,
        left_out=len(sides) - len(lanes),
    )


def _lane(name: str | None, marks: Sequence[Mark], y: float) -> Lane:
    """Return a side's marks on as few tracks as hold them, each kind on tracks of its own."""
    on_tracks: list[Mark] = []
    tracks = 0
    for kind in Kind:
        ends: list[float] = []
        of_kind = [mark for mark in marks if mark.dated.kind is kind]
        for mark in sorted(of_kind, key=lambda m: m.extent):
            left, right = mark.extent
            free = next((i for i, end in enumerate(ends) if end + _GAP <= left), len(ends))
            ends[free : free + 1] = [right]
            on_tracks.append(replace(mark, y=y + LANE_HEAD + (tracks + free + 0.5) * TRACK))
        tracks += len(ends)
    return Lane(name, y, LANE_HEAD + tracks * TRACK + LANE_FOOT, tuple(on_tracks))


def _tray(undated: Iterable[Dated], y: float, number: int, width: float) -> Lane:
    """Return what has no day, side by side in lines."""
    marks: list[Mark] = []
    left, line = MARGIN, 0
    for i, dated in enumerate(undated):
        text = shortened(dated.text)
        needed = 2 * RADIUS + BESIDE + len(text) * LETTER
        if left > MARGIN and left + needed > width:
            left, line = MARGIN, line + 1
        x = left + RADIUS
        at = y + LANE_HEAD + (line + 0.5) * TRACK
        text_x = x + RADIUS + BESIDE
        mark = Mark(f"m{number + i}", dated, x, at, x, x, False, False, text, text_x, False)
        marks.append(mark)
        left += needed + _GAP
    return Lane(None, y, LANE_HEAD + (line + 1) * TRACK + LANE_FOOT, tuple(marks))


def _joins(
    turns: Iterable[tuple[Shift, str, str]], lanes: Sequence[Lane], width: float
) -> tuple[Join, ...]:
    said = {
        view.row.statement.id: mark
        for lane in lanes
        for mark in lane.marks
        if mark.dated.kind is Kind.SAID
        for view in mark.dated.accounts
    }
    frames = [frame_of(mark) for lane in lanes for mark in lane.marks]
    frames += [_name_frame(lane) for lane in lanes]
    joined = [
        (shift, said[first], said[second])
        for shift, first, second in turns
        if first in said and second in said and said[first] is not said[second]
    ]
    few = len(joined) <= MOST_SIGNS
    # From left to right: each line looks for its way between them in this order.
    frames.sort()
    return tuple(
        join(shift, before, after, frames, number=number, width=width, signed=few)
        for number, (shift, before, after) in enumerate(joined)
    )


def _name_frame(lane: Lane) -> Frame:
    """Return what a lane's name covers, in its larger letters."""
    name = side_words(lane.name) if lane.name else "No known side"
    return 0.0, lane.y + 6, MARGIN + LETTER * len(name), lane.y + 24
