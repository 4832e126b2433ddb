"""In real Chromium: pictures laid out as they were measured, the matrix's head, conflicts of days."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

import sayso.web
from made_accounts import OneMatter
from made_conflicts import days_told, places_told
from sayso.web import make_app
from sayso.weigh import NO_MERGES

AXE = Path(sayso.web.__file__).parent / "front/node_modules/axe-core/axe.min.js"
SCROLLED = ".scroll:has(> .matrix)"


@pytest.fixture
def matter(page: Page, address) -> str:
    page.goto(address)
    return address + page.locator(".card h2 a").first.get_attribute("href")


def shared(page: Page, where: str) -> list[str]:
    """The pictures that a page offers as SVG."""
    page.goto(where)
    found = page.locator("a[download][href*='.svg']")
    return [found.nth(i).evaluate("a => a.href") for i in range(found.count())]


def test_words_of_pictures_stand_where_they_were_measured_to(page: Page, matter, address, tmp_path):
    page.goto(matter)
    article = page.locator(".accounts .meta a").first.get_attribute("href")
    party = page.locator(".matrix a.party").first.get_attribute("href")
    views = [
        address,
        matter,
        f"{matter}/timeline",
        f"{matter}/map",
        address + article,
        address + party,
    ]
    pictures = [one for view in views for one in shared(page, view)]
    # Conflicts are a picture, and so is each axis among them.
    axes = page.request.get(matter).text().count('<svg class="figures"')
    assert axes
    assert len(pictures) == len(views) + 1 + axes
    for number, one in enumerate(pictures):
        picture = tmp_path / f"{number}.svg"
        picture.write_bytes(page.request.get(one).body())
        page.goto(picture.as_uri())
        found = page.evaluate(
            "(() => { const all = document.documentElement.getBoundingClientRect();"
            " const boxes = [...document.querySelectorAll('text')].map(t => t.getBoundingClientRect());"
            " return [boxes.length, all.right - Math.max(...boxes.map(b => b.right)),"
            " Math.min(...boxes.map(b => b.left)) - all.left,"
            " all.bottom - Math.max(...boxes.map(b => b.bottom))]; })()"
        )
        assert found[0] > 3, one
        assert min(found[1:]) >= 0, (one, found)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_matrix_keeps_its_head_and_its_parties_in_sight(page: Page, matter, width):
    page.set_viewport_size({"width": width, "height": 600})
    page.goto(matter)
    page.evaluate(f"document.querySelector('{SCROLLED}').scrollTo(400, 300)")
    box = page.locator(SCROLLED).bounding_box()
    assert box["height"] < 600
    head = page.locator(".matrix thead th").first.bounding_box()
    assert head["y"] == pytest.approx(box["y"], abs=2)
    assert head["x"] == pytest.approx(box["x"], abs=2)
    party = page.locator(".matrix th[scope=row]").last.bounding_box()
    assert party["x"] == pytest.approx(box["x"], abs=2)


def test_on_paper_nothing_of_the_matrix_is_held_fast(page: Page, matter):
    page.emulate_media(media="print")
    page.goto(matter)
    for cell in (".matrix thead th", ".matrix th[scope=row]"):
        found = page.evaluate(f"getComputedStyle(document.querySelector('{cell}')).position")
        assert found == "static"
    assert page.evaluate(
        f"(e => e.scrollHeight <= e.clientHeight + 1)(document.querySelector('{SCROLLED}'))"
    )


@pytest.mark.parametrize(("told", "drawn"), [(days_told, 1), (places_told, 0)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_conflicts_of_days_and_places(page: Page, serve, told, drawn, scheme, problems):
    page.emulate_media(color_scheme=scheme)
    page.goto(serve(make_app(OneMatter(tuple(told())), NO_MERGES)) + "/matters/m")
    assert page.locator(".conflict-box svg.figures").count() == drawn
    assert page.locator(".camp-places").count() == (0 if drawn else 2)
    page.evaluate(f"{AXE.read_text('utf-8')};0")
    found = page.evaluate("axe.run(document)")["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert problems == []


def test_paper_is_light_whatever_the_screen_is(page: Page, matter):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(matter)
    colours = "(e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color])"
    ground, ink = page.evaluate(f"{colours}(document.querySelector('.conflict-box'))")
    assert ground == "rgb(255, 255, 255)"
    assert ink == "rgb(0, 0, 0)"
