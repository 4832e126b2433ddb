"""Zoomed, with larger letters, spaced out and on paper: nothing is cut, nothing runs out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, Page

from sayso.assemble import build_ledger
from sayso.ledger.protocol import MatterFilter
from sayso.settings import Settings
from sayso.web import make_app
from sayso.weigh import NO_MERGES

# WCAG 2.2, 1.4.12: what readers may set without losing anything.
SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }
"""
LARGE = "html { font-size: 200%; }"

# Paper does not scroll.
OUT_OF_REACH = """(paper) => {
  const wide = document.documentElement.clientWidth, found = [];
  const cuts = paper ? /hidden|clip|auto|scroll/ : /hidden|clip/;
  const scrolls = (e) => {
    for (let p = e.parentElement; p; p = p.parentElement)
      if (/auto|scroll/.test(getComputedStyle(p).overflowX)) return true;
    return false;
  };
  if (document.documentElement.scrollWidth > wide) found.push("the page scrolls sideways");
  for (const e of document.querySelectorAll("body *")) {
    const s = getComputedStyle(e), r = e.getBoundingClientRect();
    const shut = e.closest("details:not([open])");
    if (!r.width || !r.height || s.visibility === "hidden") continue;
    if (e.closest(".hidden, .skip, svg *") || (shut && !e.closest("summary"))) continue;
    const told = `${e.tagName} ${e.className} ${e.textContent.trim().slice(0, 40)}`;
    if (r.right > wide + 1 && (paper || !scrolls(e))) found.push(`beyond the edge: ${told}`);
    if (cuts.test(s.overflowX) && e.scrollWidth > e.clientWidth + 1) found.push(`cut: ${told}`);
  }
  return found.slice(0, 5);
}"""


@dataclass(frozen=True)
class Shown:
    """How a page is shown: its width in CSS pixels, pixels for each of them, and a reader's style.

    A browser that zooms to 200% shows half as many CSS pixels, each of twice the size.
    """

    width: int
    dots: float = 1
    style: str = ""
    paper: bool = False


SHOWN = {
    "200%": Shown(640, 2),
    "400%": Shown(320, 4),
    "large letters": Shown(1280, style=LARGE),
    "spaced": Shown(1280, style=SPACED),
    "spaced at 200%": Shown(640, 2, style=SPACED),
    # A4 with margins of 12 mm.
    "on paper": Shown(703, paper=True),
}


@contextmanager
def shown_as(browser: Browser, how: Shown) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": how.width, "height": 800}, device_scale_factor=how.dots, bypass_csp=True
    )
    page = context.new_page()
    if how.paper:
        page.emulate_media(media="print")
    yield page
    context.close()


def out_of_reach(page: Page, how: Shown) -> list[str]:
    if how.style:
        page.add_style_tag(content=how.style)
    found: list[str] = page.evaluate(OUT_OF_REACH, how.paper)
    return found


@pytest.fixture(scope="module")
def book(demo_ledger: Path):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as opened:
        yield opened


@pytest.fixture(scope="module")
def paths(book) -> list[str]:
    """The address of each view of the demo."""
    matter = next(iter(book.matters(MatterFilter())))
    article, copy = next((h.id, c[0].id) for h in book.articles() if (c := book.copies(h.id)))
    party = next(p.party.id for p in matter.weighing.positions if p.party)
    of_matter = f"/matters/{matter.matter.id}"
    return [
        *("/", "/?q=xyzzy&act=deny", "/map", "/search?q=dam", "/nowhere"),
        *(of_matter, f"{of_matter}/timeline", f"{of_matter}/map"),
        *(f"/articles/{article}", f"/articles/{article}/copies/{copy}", f"/parties/{party}"),
    ]


@pytest.mark.parametrize("name", SHOWN)
def test_every_view_holds_all_of_itself(browser: Browser, address, paths, name):
    how = SHOWN[name]
    with shown_as(browser, how) as page:
        found = {}
        for path in paths:
            page.goto(address + path)
            found[path] = out_of_reach(page, how)
    assert {path: told for path, told in found.items() if told} == {}


@pytest.mark.parametrize("name", SHOWN)
def test_a_report_holds_all_of_itself(browser: Browser, book, name, tmp_path):
    how = SHOWN[name]
    client = TestClient(make_app(book, NO_MERGES), base_url="http://127.0.0.1")
    matter = next(iter(book.matters(MatterFilter()))).matter.id
    file = tmp_path / "report.html"
    file.write_bytes(client.get(f"/matters/{matter}/report.html").content)
    with shown_as(browser, how) as page:
        page.goto(file.as_uri())
        assert out_of_reach(page, how) == []


def test_what_runs_out_is_found(browser: Browser):
    how = SHOWN["200%"]
    with shown_as(browser, how) as page:
        page.set_content("<main><p style='width: 900px'>too wide</p></main>")
        assert len(out_of_reach(page, how)) == 2
        page.set_content(
            "<p style='width: 90px; overflow: hidden; white-space: nowrap'>" + "O" * 90
        )
        assert [told.split(":")[0] for told in out_of_reach(page, how)] == ["cut"]


def test_headings_stay_with_what_they_head_on_paper(page: Page, address):
    page.goto(address)
    page.emulate_media(media="print")
    told = page.evaluate("getComputedStyle(document.querySelector('h1')).breakAfter")
    assert told == "avoid"
