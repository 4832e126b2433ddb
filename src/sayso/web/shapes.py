"""The shapes of a timeline's marks as SVG: there may be thousands, and a template takes long."""

from __future__ import annotations

from markupsafe import Markup

from sayso.views.dated import Kind
from sayso.views.marks import Mark
from sayso.web.words import ICONS

_POINT = 6
"""Half the width of a mark: where the line of an open end begins."""


def mark_shape(mark: Mark) -> Markup:
    """Return what stands for a mark, without its words: nothing in it is anybody's text."""
    # Numbers and icons of ours alone: nothing needs to be escaped.
    return Markup("".join((*_open_ends(mark), _shape(mark))))


def _open_ends(mark: Mark) -> list[str]:
    found = []
    if mark.before:
        path = f"M{mark.x - _POINT:.1f} {mark.y}H{mark.left:.1f}m5 -4l-5 4l5 4"
        found.append(f'<path class="tail" d="{path}"/>')
    if mark.after:
        path = f"M{mark.x + _POINT:.1f} {mark.y}H{mark.right:.1f}m-5 -4l5 4l-5 4"
        found.append(f'<path class="tail" d="{path}"/>')
    return found


def _shape(mark: Mark) -> str:
    dated, x, y = mark.dated, f"{mark.x:.1f}", mark.y
    long = dated.start and dated.end and dated.start != dated.end and mark.right > mark.left
    bar = f'x="{mark.left:.1f}" width="{mark.right - mark.left:.1f}"'
    match dated.kind:
        case Kind.EVENT if long:
            return f'<rect class="shape" {bar} y="{y - 5}" height="10"/>'
        case Kind.EVENT:
            return f'<path class="shape" d="M{x} {y - 7}l7 7l-7 7l-7 -7z"/>'
        case Kind.SAID:
            band = f'<rect class="span" {bar} y="{y - 6}" height="12" rx="6"/>' if long else ""
            circle = f'<circle class="shape" cx="{x}" cy="{y}" r="7.5"/>'
            icon = ICONS[dated.stance] if dated.stance else ""
            at = f'class="icon" x="{x}" y="{y + 3.5}" text-anchor="middle"'
            return f"{band}{circle}<text {at}>{icon}</text>" if icon else f"{band}{circle}"
        case Kind.PUBLISHED:
            return f'<rect class="shape" x="{mark.x - 5:.1f}" y="{y - 5}" width="10" height="10"/>'
