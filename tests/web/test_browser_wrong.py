"""In real Chromium: what is asked wrongly is told in place; words and names stay whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import sayso.web

AXE = Path(sayso.web.__file__).parent / "front/node_modules/axe-core/axe.min.js"

# Words of cells that stand on two lines, and headings whose letters are not as they were written.
BROKEN = """() => {
  const found = [];
  for (const cell of document.querySelectorAll(".listed td:nth-child(3), .map-table .day")) {
    const text = [...cell.childNodes].find((n) => n.nodeType === 3);
    for (const word of text ? text.data.matchAll(/\\S+/g) : []) {
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(word[0]);
    }
  }
  for (const h of document.querySelectorAll("h1, h2, h3, h4, h5"))
    if (getComputedStyle(h).textTransform !== "none") found.push(h.textContent.trim());
  return found;
}"""


def contested(page: Page, address: str) -> list[str]:
    page.goto(f"{address}/?conflict=true")
    return [a.get_attribute("href") or "" for a in page.locator(".card h2 a").all()]


def test_days_the_wrong_way_round_are_told_in_place(page: Page, address):
    page.goto(address)
    assert page.locator(".card").count()
    page.get_by_label("From", exact=True).fill("2026-06-01")
    page.get_by_label("To", exact=True).fill("2026-05-01")
    expect(page.locator("#found-told")).to_contain_text("Swap the two days")
    assert page.locator(".card").count() == 0
    page.get_by_label("To", exact=True).fill("2026-07-01")
    expect(page.locator("#found-told")).not_to_contain_text("Swap")


def test_names_and_days_stay_whole(page: Page, address):
    for matter in contested(page, address):
        for view in ("", "/timeline", "/map"):
            page.goto(f"{address}{matter}{view}")
            assert page.evaluate(BROKEN) == []


def test_what_is_broken_is_found(page: Page):
    page.set_content(
        "<h4 style='text-transform: capitalize'>x</h4><h4>y</h4>"
        "<table class=map-table><tr><td class=day>4 June"
        "<td class=day style='display:block;width:9px;overflow-wrap:anywhere'>May</table>"
    )
    assert page.evaluate(BROKEN) == ["May", "x"]


def test_a_day_stands_on_one_line_in_the_maps_table(page: Page, address):
    page.goto(address + contested(page, address)[0] + "/map")
    one_line = "e => e.getClientRects().length && e.firstChild.data.length < 15"
    short = [cell for cell in page.locator(".map-table .day").all() if cell.evaluate(one_line)]
    assert short
    lines = """e => { const r = document.createRange(); r.selectNodeContents(e);
                      return r.getClientRects().length; }"""
    assert {cell.evaluate(lines) for cell in short} == {1}


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_a_map_without_marks_can_be_scrolled_by_keys(page: Page, address, width):
    if not AXE.exists():
        pytest.skip("no axe-core: npm ci in src/sayso/web/front")
    page.set_viewport_size({"width": width, "height": 450})
    page.goto(address + contested(page, address)[0] + "/map")
    assert page.locator(".map a").count() == 0
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate("axe.run()")["violations"] == []
