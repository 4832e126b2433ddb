"""The page's drawings as files of their own: SVG with its style inside, and PNG made from it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import resvg_py
from lxml import etree

from sayso.errors import MissingPartError, NotFoundError
from sayso.web.site import STATIC

SVG = "http://www.w3.org/2000/svg"
PAPER = "#ffffff"
FONT = "DejaVu Sans"
FACES = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf")
TOKENS = "style.css"
"""The style sheet whose first block names the colours, those of a light page."""
ZOOM = 2.0
"""Pixels of a picture for each unit of a drawing."""

_TOKEN = re.compile(r"--([\w-]+):\s*([^;}]+)")
_USED = re.compile(r"var\(--([\w-]+)(?:,\s*([^()]*))?\)")
_AT_RULE = re.compile(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


@lru_cache(maxsize=8)
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


def drawing_in(page: str, name: str, number: int = 1) -> str:
    """Return the ``number``-th ``<svg>`` of a class from a page. Raises NotFoundError."""
    opening = re.compile(rf'<svg class="{re.escape(name)}[ "]')
    found = [page[m.start() : page.index("</svg>", m.start()) + 6] for m in opening.finditer(page)]
    if not 1 <= number <= len(found):
        raise NotFoundError(
            f"This view holds no drawing {number} of the kind {name!r}",
            remedy="Open the view itself to see what it holds",
        )
    return found[number - 1]


def standalone(drawing: str, sheet: str) -> bytes:
    """Return a page's ``<svg>`` element as an SVG file; ``sheet`` is the style sheet it follows.

    Only the element itself is kept, less links: what they lead to is not there.
    """
    svg = "{" + SVG + "}"
    root = etree.fromstring(_namespaced(drawing).encode())
    for link in list(root.iter(f"{svg}a")):
        link.tag = f"{svg}g"
        link.attrib.clear()
    style = etree.Element(f"{svg}style")
    style.text = f"svg {{ font-family: '{FONT}', sans-serif; }}\n{plain_style(sheet)}"
    root.insert(0, style)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def as_png(svg: bytes) -> bytes:
    """Return an SVG file as a PNG, on white, with the fonts that ship with the page.

    Raises MissingPartError when these were not built.
    """
    faces = [STATIC / "built" / face for face in FACES]
    if not all(face.exists() for face in faces):
        raise MissingPartError("The page's fonts are missing", remedy="Build them with: make setup")
    picture: bytes = resvg_py.svg_to_bytes(
        svg_string=svg.decode(),
        background=PAPER,
        zoom=ZOOM,
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
