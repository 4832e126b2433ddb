"""A matter's views in real Chromium: sentences in place, keys, print, and what axe finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

import sayso.web

AXE = Path(sayso.web.__file__).parent / "front/node_modules/axe-core/axe.min.js"
VIEWS = ("", "/timeline")


@pytest.fixture
def matter(page: Page, address) -> str:
    page.goto(address)
    return address + page.locator(".card h2 a").first.get_attribute("href")


@pytest.fixture
def plain_page(browser):
    """A page in which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def focused(page: Page) -> dict[str, float]:
    return page.evaluate(
        "(({dataset, id}) => ({id, lane: +dataset.lane, x: +dataset.x, y: +dataset.y}))"
        "(document.activeElement)"
    )


def marks(page: Page) -> list[dict[str, float]]:
    return page.evaluate(
        "[...document.querySelectorAll('svg a')].map(({dataset, id}) =>"
        " ({id, lane: +dataset.lane, x: +dataset.x, y: +dataset.y}))"
    )


def test_a_cell_opens_its_sentence_in_its_paragraph(page: Page, matter, problems):
    page.goto(matter)
    cell = page.locator("td.said details").first
    assert not cell.locator("blockquote").first.is_visible()
    cell.locator("summary").click()
    marked = cell.locator(".mk.content").first
    marked.wait_for()
    assert marked.is_visible()
    paragraph = cell.locator("blockquote").first.inner_text()
    assert len(paragraph) > len(marked.inner_text())
    assert problems == []


def test_without_a_script_a_cell_opens_its_words_and_marks_are_links(plain_page: Page, matter):
    plain_page.goto(matter)
    cell = plain_page.locator("td.said details").first
    cell.locator("summary").click()
    assert cell.locator("blockquote").is_visible()
    plain_page.goto(f"{matter}/timeline")
    mark = plain_page.locator("svg a").first
    assert plain_page.locator(mark.get_attribute("href")).count() == 1
    width = plain_page.locator("svg").bounding_box()["width"]
    plain_page.get_by_role("link", name="Zoom in").click()
    assert plain_page.locator("svg").bounding_box()["width"] == 2 * width


def test_one_mark_is_in_the_order_of_tab(page: Page, matter):
    page.goto(f"{matter}/timeline")
    assert page.locator("svg a[tabindex='0']").count() == 1
    page.locator("svg a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    assert page.locator("svg a[tabindex='0']").get_attribute("id") == focused(page)["id"]
    assert page.locator("svg a[tabindex='0']").count() == 1


def test_arrows_move_in_time_and_between_lines(page: Page, matter, problems):
    page.goto(f"{matter}/timeline")
    page.locator("svg a[tabindex='0']").focus()
    first = focused(page)
    page.keyboard.press("ArrowRight")
    second = focused(page)
    assert second["lane"] == first["lane"]
    assert (second["x"], second["y"]) > (first["x"], first["y"])
    page.keyboard.press("ArrowLeft")
    assert focused(page) == first
    page.keyboard.press("ArrowDown")
    below = focused(page)
    assert below["y"] == min(m["y"] for m in marks(page) if m["y"] > first["y"])
    page.keyboard.press("ArrowUp")
    assert focused(page)["y"] == first["y"]
    assert problems == []


def test_home_and_end_go_to_the_ends_of_the_lane(page: Page, matter):
    page.goto(f"{matter}/timeline")
    page.locator("svg a[tabindex='0']").focus()
    lane = focused(page)["lane"]
    places = [m["x"] for m in marks(page) if m["lane"] == lane]
    page.keyboard.press("End")
    assert (focused(page)["lane"], focused(page)["x"]) == (lane, max(places))
    page.keyboard.press("ArrowRight")
    assert focused(page)["x"] == max(places)
    page.keyboard.press("Home")
    assert (focused(page)["lane"], focused(page)["x"]) == (lane, min(places))


def test_all_marks_are_reached_by_arrows(page: Page, matter):
    page.goto(f"{matter}/timeline")
    page.locator("svg a[tabindex='0']").focus()
    reached = set()
    for _ in range(len({m["lane"] for m in marks(page)})):
        lane = focused(page)["lane"]
        page.keyboard.press("Home")
        for _ in range(sum(m["lane"] == lane for m in marks(page))):
            reached.add(focused(page)["id"])
            page.keyboard.press("ArrowRight")
        for _ in range(len(marks(page))):
            if focused(page)["lane"] != lane:
                break
            page.keyboard.press("ArrowDown")
    assert reached == {m["id"] for m in marks(page)}


def test_plus_and_minus_zoom_and_keep_the_mark(page: Page, matter, problems):
    page.goto(f"{matter}/timeline")
    width = page.locator("svg.timeline").bounding_box()["width"]
    page.locator("svg a[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    mark = focused(page)["id"]
    for key, times in (("+", 2), ("+", 4), ("-", 2), ("-", 1)):
        page.keyboard.press(key)
        page.locator(f"svg.timeline[width='{int(width * times)}']").wait_for()
        page.wait_for_function(f"document.activeElement.id === '{mark}'")
        assert page.locator("svg a[tabindex='0']").count() == 1
    assert "zoom=1" in page.url
    assert problems == []


def test_a_mark_shows_the_others_of_its_statements(page: Page, matter):
    page.goto(f"{matter}/timeline")
    assert page.locator("svg a.related").count() == 0
    page.locator("svg a[tabindex='0']").focus()
    rows = set(page.locator("svg a:focus").get_attribute("data-rows").split())
    related = page.locator("svg a.related")
    assert related.count()
    for i in range(related.count()):
        assert rows & set(related.nth(i).get_attribute("data-rows").split())


def test_a_mark_leads_to_its_line_in_the_list(page: Page, matter):
    page.goto(f"{matter}/timeline")
    page.locator("svg a[tabindex='0']").focus()
    page.keyboard.press("Enter")
    assert page.locator("tr:target").count() == 1


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (1280, "dark"), (400, "light")])
def test_axe_finds_nothing(page: Page, matter, view, width, scheme):
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(matter + view)
    page.evaluate(f"{AXE.read_text('utf-8')};0")
    found = page.evaluate("axe.run(document)")
    assert [(v["id"], v["nodes"][0]["html"]) for v in found["violations"]] == []
    assert found["passes"]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", [320, 400, 1280])
def test_only_tables_and_drawings_scroll_sideways(page: Page, matter, view, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(matter + view)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("view", VIEWS)
def test_paper_holds_the_whole_view(page: Page, matter, view):
    page.set_viewport_size({"width": 1000, "height": 900})
    page.emulate_media(media="print")
    page.goto(matter + view)
    hidden = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1"
        " && getComputedStyle(e).overflowX !== 'visible').length"
    )
    assert hidden == 0
    assert not page.locator(".views").is_visible()
    drawing = page.locator("svg").first.bounding_box()
    assert drawing["x"] + drawing["width"] <= 1000
