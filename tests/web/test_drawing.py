"""Drawings of the page as files of their own."""

from __future__ import annotations

import re
import struct
from datetime import date

import pytest
from lxml import etree

from sayso.web.drawing import MOST_PIXELS, Caption, as_png, plain_style, standalone

DRAWING = """
<svg viewBox="0 0 200 80" role="img" aria-label="Two sides">
  <a href="/statements/1"><circle class="affirms" cx="20" cy="40" r="8"></circle></a>
  <text x="40" y="44">“Vrel” &lt;script&gt; سد ✕</text>
</svg>
"""


def test_colours_are_written_out():
    style = plain_style("style.css")
    assert "var(" not in style
    assert "@media" not in style
    assert re.search(r"\.affirms \{ color: #[0-9a-f]{6}", style)


def test_a_drawing_stands_alone():
    svg = standalone(DRAWING, "style.css")
    root = etree.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "".join(root.itertext()).count("“Vrel” <script> سد ✕") == 1
    assert not root.xpath("//*[local-name()='script' or local-name()='a']")
    assert b"href" not in svg


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_a_picture_has_twice_the_drawings_size():
    sized = DRAWING.replace("<svg ", '<svg width="200" height="80" ')
    assert size(as_png(standalone(sized, "style.css"))) == (400, 160)


def test_a_long_captioned_picture_has_fewer_pixels_a_unit():
    sized = DRAWING.replace("<svg ", '<svg width="200" height="40000" ')
    svg = standalone(sized, "style.css", caption=Caption("Long", "all", date(2026, 5, 5)))
    width, height = (float(etree.fromstring(svg).get(name)) for name in ("width", "height"))
    found = size(as_png(svg))
    assert found[0] * found[1] <= MOST_PIXELS * 1.01
    assert found[0] / found[1] == pytest.approx(width / height, rel=0.01)


@pytest.mark.parametrize(("clipped", "expected"), [(True, None), (False, "visible")])
def test_only_what_lies_beyond_its_edges_is_clipped(clipped, expected):
    sized = DRAWING.replace("<svg ", '<svg width="200" height="80" ')
    caption = Caption("Two", "all", date(2026, 5, 5))
    root = etree.fromstring(standalone(sized, "style.css", caption=caption, clipped=clipped))
    (inner,) = root.findall("{http://www.w3.org/2000/svg}svg")
    assert inner.get("overflow") == expected


def test_words_leave_marks_on_a_picture():
    sized = DRAWING.replace("<svg ", '<svg width="200" height="80" ')
    without = re.sub(r"<text.*?</text>", "", sized)
    assert len(as_png(standalone(sized, "style.css"))) > 2 * len(
        as_png(standalone(without, "style.css"))
    )


def test_what_is_no_drawing_is_refused():
    with pytest.raises(ValueError, match="substring"):
        standalone("<p>no drawing</p>", "style.css")
