"""Marks of a timeline: where something dated stands from left to right, and its text beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.views.dated import Dated
from sayso.views.timescale import Timescale

RADIUS = 7.0
TAIL = 26.0
"""How far an open end is drawn beyond the day that is known."""
BESIDE = 5.0
LETTER = 6.9
"""How wide a letter of a text is reckoned, a little more than it is."""
_OFF = 10.0
"""How far from the axis stands what is off it."""
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
        text = self.text_x + len(self.text) * LETTER * (-1 if self.flipped else 1)
        ends = (self.left - RADIUS, self.right + RADIUS, self.text_x, text)
        return min(ends), max(ends)


def placed(name: str, dated: Dated, scale: Timescale, width: float, *, named: bool) -> Mark:
    """Return a mark at its place from left to right, on no track yet; ``named`` by its text."""
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
    text = shortened(dated.text) if named else ""
    mark = Mark(name, dated, x, 0.0, left, right, before, after, text, 0.0, False)
    return _with_text(mark, width)


def shortened(text: str) -> str:
    """Return a text as it fits beside a mark."""
    return text if len(text) <= _LONGEST_TEXT else f"{text[: _LONGEST_TEXT - 1]}…"


def _with_text(mark: Mark, width: float) -> Mark:
    """Return a mark with its text upon a bar that holds it, else after it, or else before it."""
    length = len(mark.text) * LETTER
    upon = mark.x + RADIUS + BESIDE
    if upon + length <= mark.right:
        return replace(mark, text_x=upon)
    after = max(mark.x + RADIUS, mark.right) + BESIDE
    before = min(mark.x - RADIUS, mark.left) - BESIDE
    if after + length <= width:
        return replace(mark, text_x=after)
    if before - length >= 0:
        return replace(mark, text_x=before, flipped=True)
    return replace(mark, text_x=upon)
