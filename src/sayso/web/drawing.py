"""The page's drawings as files of their own: SVG with its style inside, and PNG made from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import sqrt
from pathlib import Path

import resvg_py
from lxml import etree

from sayso import __version__
from sayso.errors import MissingPartError
from sayso.web.pictures.sheet import TITLE, Sheet, Style, Words
from sayso.web.site import STATIC
from sayso.web.words import period

SVG = "http://www.w3.org/2000/svg"
PAPER = "#ffffff"
FONT = "DejaVu Sans"
FACES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
TOKENS = "style.css"
"""The style sheet whose first block names the colours, those of a light page."""
ZOOM = 2.0
"""Pixels of a picture for each unit of a drawing."""
MOST_PIXELS = 3e6
"""A picture of more pixels has fewer for each unit: it takes seconds to write."""
MARGIN = 20.0
INK = "#1d1d1f"
FOOT = Style("foot", 10.0)
FOOT_WORDS = "It lists who says what, never who is right. All rows were read by a machine."
_ABOVE = 12.0
_LEAST_ROOM = 320.0
"""Width of the lines above and below a narrow drawing."""
_SVG = "{" + SVG + "}"
_UNKNOWN = "\ufffd"
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_TOKEN = re.compile(r"--([\w-]+):\s*([^;}]+)")
_USED = re.compile(r"var\(--([\w-]+)(?:,\s*([^()]*))?\)")
_AT_RULE = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_SIZE = re.compile(rb'<svg\b[^>]*?\bwidth="([\d.]+)"[^>]*?\bheight="([\d.]+)"')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands beside a drawing: what it shows, what was asked for, and the day of making it."""

    title: str
    query: str
    day: date

    @property
    def foot(self) -> str:
        """The line below the drawing."""
        made = f"made on {period(self.day, self.day)} by sayso {__version__}"
        return f"Asked for: {self.query} · {made} · {FOOT_WORDS}"


@lru_cache(maxsize=16)
def plain_style(sheet: str) -> str:
    """Return a static style sheet with its colours written out, and none for other media.

    Programs that draw SVG know neither custom properties nor the page's own sheet.
    """
    tokens = dict(_TOKEN.findall(_read(TOKENS).split("}", 1)[0]))
    style = _AT_RULE.sub("", _COMMENT.sub("", _read(sheet)))

    def written_out(used: re.Match[str]) -> str:
        return str(tokens.get(used[1], used[2] or "inherit")).strip()

    return _USED.sub(written_out, style).strip()


def sheets(names: Sequence[str]) -> str:
    """Return static style sheets one after the other."""
    return "\n".join(map(_read, names))


def standalone(
    drawing: str, *names: str, caption: Caption | None = None, clipped: bool = False
) -> bytes:
    """Return an ``<svg>`` element as an SVG file; ``names`` are the style sheets it follows.

    Only the element itself is kept, less links: what they lead to is not there. ``caption`` is set
    above and below it; ``clipped`` tells that some of it lies beyond its edges, which is not to be
    seen. Characters that XML has not are replaced.
    """
    root = etree.fromstring(_namespaced(_NO_XML.sub(_UNKNOWN, drawing)).encode())
    for link in list(root.iter(f"{_SVG}a")):
        link.tag = f"{_SVG}g"
        link.attrib.clear()
    if caption is not None:
        root = _captioned(root, caption, clipped=clipped)
    style = etree.Element(f"{_SVG}style")
    sheets = "\n".join(map(plain_style, names))
    style.text = f"svg {{ font-family: '{FONT}', sans-serif; }}\n{sheets}"
    root.insert(0, style)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _captioned(inner: etree._Element, caption: Caption, *, clipped: bool) -> etree._Element:
    """Return a drawing on white, its title above it, below it what it was made from, and when."""
    width, height = (float(inner.get(name, "0")) for name in ("width", "height"))
    room = max(width, _LEAST_ROOM)
    title = _NO_XML.sub(_UNKNOWN, caption.title)
    head, foot = Sheet(), Sheet()
    top = head.text(MARGIN, MARGIN, room, title, TITLE, most=6) + _ABOVE
    bottom = top + height + _ABOVE
    end = foot.text(MARGIN, bottom, room, _NO_XML.sub(_UNKNOWN, caption.foot), FOOT) + MARGIN
    size = {"width": f"{room + 2 * MARGIN:.0f}", "height": f"{end:.0f}"}
    box = {"viewBox": f"0 0 {size['width']} {size['height']}", "role": "img"}
    # Without a prefix, as on a page.
    root = etree.fromstring(f'<svg xmlns="{SVG}"/>'.encode())
    for name, value in {**box, **size}.items():
        root.set(name, value)
    etree.SubElement(root, f"{_SVG}title").text = title
    etree.SubElement(root, f"{_SVG}rect", {**size, "fill": PAPER})
    for words in (*head.words, *foot.words):
        _put(root, words)
    inner.set("x", f"{MARGIN:.0f}")
    inner.set("y", f"{top:.1f}")
    if not clipped:
        # A clip makes a layer of the whole drawing: long ones took half as long again.
        inner.set("overflow", "visible")
    root.append(inner)
    return root


def _put(root: etree._Element, words: Words) -> None:
    """Add words to a drawing as the template of pictures does."""
    attributes = {
        "x": f"{words.anchored:.1f}",
        "y": f"{words.y:.1f}",
        "font-size": f"{words.style.size}",
        "font-weight": "700" if words.style.bold else "400",
        "fill": INK,
    }
    if words.backwards:
        attributes["text-anchor"] = "end"
    etree.SubElement(root, f"{_SVG}text", attributes).text = words.drawn


def as_png(svg: bytes) -> bytes:
    """Return an SVG file as a PNG, on white, with the fonts that ship with the page.

    Raises MissingPartError when these were not built.
    """
    faces = [STATIC / "built" / face for face in FACES]
    if not all(face.exists() for face in faces):
        raise MissingPartError("The page's fonts are missing", remedy="Build them with: make setup")
    opening = _SIZE.search(svg)
    pixels = float(opening[1]) * float(opening[2]) if opening else 0.0
    picture: bytes = resvg_py.svg_to_bytes(
        svg_string=svg.decode(),
        background=PAPER,
        zoom=min(ZOOM, sqrt(MOST_PIXELS / pixels)) if pixels else ZOOM,
        font_family=FONT,
        sans_serif_family=FONT,
        font_files=[str(face) for face in faces],
    )
    return bytes(picture)


def _namespaced(drawing: str) -> str:
    found = drawing[drawing.index("<svg") :].rstrip()
    opening = found[: found.index(">")]
    return found if "xmlns=" in opening else found.replace("<svg", f'<svg xmlns="{SVG}"', 1)


@lru_cache(maxsize=16)
def _read(sheet: str) -> str:
    return Path(STATIC / sheet).read_text("utf-8")
