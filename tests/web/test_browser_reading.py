"""The reading view and the maps in real Chromium: clicks, keys, scripts off, narrow, accessible."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sayso.ledger import open_ledger
from sayso.web import make_app
from sayso.web.site import HERE
from sayso.weigh import NO_MERGES
from told_articles import (
    NESTED,
    odd_article,
    placed,
    store,
    store_copies,
    store_matter,
    told,
    told_article,
)

AXE = Path(HERE) / "front/node_modules/axe-core/axe.min.js"
LATER = [f"Paragraph {i} tells of nothing that anybody said. " * 6 for i in range(40)]
ARTICLE, STATEMENTS = odd_article()
PLACED = told_article("Drones struck Odesa, Vrel said.", *LATER, "Suva was calm, Marr said.")
STRUCK = told(
    PLACED,
    "Drones struck Odesa",
    source="Vrel",
    places=[placed(PLACED, "Odesa", 46.49, 30.74, country="UKR")],
)
CALM = told(
    PLACED,
    "Suva was calm",
    source="Marr",
    places=[placed(PLACED, "Suva", -18.1, 178.4, country="FJI")],
)
COPY = told_article(NESTED.replace("Monday", "Tuesday"), outlet="Coast Daily")


@pytest.fixture
def reading(tmp_path, serve):
    with closing(open_ledger(str(tmp_path / "read.db"))) as book:
        with book.writing() as writing:
            store(writing, ARTICLE, STATEMENTS)
            store(writing, PLACED, [STRUCK, CALM])
            store(writing, COPY, [])
            store_copies(writing, ARTICLE, COPY)
            matter = store_matter(
                writing, "Whether Odesa was struck", [STRUCK, CALM], STRUCK.places[0]
            )
        address = serve(make_app(book, NO_MERGES))
        yield {
            "article": f"{address}/articles/{ARTICLE.id}",
            "long": f"{address}/articles/{PLACED.id}",
            "copies": f"{address}/articles/{ARTICLE.id}/copies/{COPY.id}",
            "map": f"{address}/matters/{matter.id}/map",
            "all": f"{address}/map",
        }


def current(page: Page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('.row[aria-current]')].map(r => r.id)")


def chosen(page: Page, role: str) -> str:
    return page.evaluate(
        "role => [...document.querySelectorAll('.mk.chosen.is-' + role)].map(m => m.textContent).join('')",
        role,
    )


def in_order():
    return sorted(STATEMENTS, key=lambda s: s.start)


def test_j_and_k_move_between_rows(page: Page, reading, problems):
    page.goto(reading["article"])
    assert current(page) == []
    rows = in_order()
    for s in rows:
        page.keyboard.press("j")
        assert current(page) == [f"r-{s.id}"]
        assert page.evaluate("document.activeElement.id") == f"r-{s.id}"
        assert chosen(page, "content") == "".join(span.text for span in s.content)
        assert chosen(page, "source") == "".join(span.text for span in s.source)
        assert page.url == f"{reading['article']}?statement={s.id}#s-{s.id}"
    page.keyboard.press("j")
    assert current(page) == [f"r-{rows[-1].id}"]
    page.keyboard.press("k")
    assert current(page) == [f"r-{rows[-2].id}"]
    assert problems == []


def test_k_begins_at_the_last_row(page: Page, reading):
    page.goto(reading["article"])
    page.keyboard.press("k")
    assert current(page) == [f"r-{in_order()[-1].id}"]


def test_the_keys_can_be_switched_off_for_good(page: Page, reading):
    page.goto(reading["article"])
    page.get_by_label("j and k move").uncheck()
    page.keyboard.press("j")
    assert current(page) == []
    page.reload()
    assert not page.get_by_label("j and k move").is_checked()
    page.keyboard.press("j")
    assert current(page) == []


def test_keys_in_a_field_and_with_control_are_left_alone(page: Page, reading):
    page.goto(reading["article"])
    page.keyboard.press("Control+j")
    assert current(page) == []
    page.get_by_role("searchbox").press_sequentially("jk")
    assert page.get_by_role("searchbox").input_value() == "jk"
    assert current(page) == []


def test_a_click_in_the_text_finds_the_innermost_row_then_the_outer(page: Page, reading):
    outer, inner = STATEMENTS[:2]
    page.goto(reading["article"])
    mark = page.locator("article .mk", has_text="Orlitsa").first
    for expected in (inner, outer, inner):
        mark.click()
        assert current(page) == [f"r-{expected.id}"]
        assert chosen(page, "content") == expected.content[0].text


def test_a_click_on_a_number_or_a_row_chooses_it(page: Page, reading):
    page.goto(reading["article"])
    s = STATEMENTS[2]
    page.locator(f"#s-{s.id}").click()
    assert current(page) == [f"r-{s.id}"]
    other = STATEMENTS[3]
    page.locator(f"#r-{other.id} blockquote").click()
    assert current(page) == [f"r-{other.id}"]
    page.locator(f"#r-{s.id} .row-number").click()
    assert current(page) == [f"r-{s.id}"]


def test_links_in_a_row_still_lead_where_they_say(page: Page, reading):
    page.goto(reading["long"])
    page.locator(f"#r-{CALM.id} .permanent").click()
    page.wait_for_url(f"**?statement={CALM.id}*")
    assert current(page) == [f"r-{CALM.id}"]


def test_what_is_chosen_comes_into_view(page: Page, reading):
    page.set_viewport_size({"width": 1280, "height": 700})
    page.goto(f"{reading['long']}?statement={CALM.id}#s-{CALM.id}")
    in_view = (
        "e => { const b = e.getBoundingClientRect(); return b.top >= 0 && b.bottom <= innerHeight }"
    )
    assert page.locator("article .mk.is-content").first.evaluate(in_view)
    page.keyboard.press("k")
    page.wait_for_function("scrollY < 200")
    assert page.locator("article .mk.is-content").first.evaluate(in_view)


def test_the_permanent_link_can_be_copied(browser: Browser, reading):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(reading["article"])
    s = STATEMENTS[0]
    button = page.locator(f"#r-{s.id} button.copy")
    button.click()
    page.wait_for_function("b => b.textContent === 'Copied'", arg=button.element_handle())
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(f"/statements/{s.id}")
    page.goto(copied)
    assert current(page) == [f"r-{s.id}"]
    context.close()


def test_every_marks_text_is_the_span_in_the_browser_too(page: Page, reading):
    page.goto(reading["article"])
    numbers = page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('.row')].map(r => [r.id, r.dataset.n]))"
    )
    read = "key => [...document.querySelectorAll('article [data-m]')].filter(m => m.dataset.m.trim().split(' ').includes(key)).map(m => m.textContent).join('')"
    for s in STATEMENTS:
        for role, spans in (("source", s.source), ("cue", s.cue), ("content", s.content)):
            key = f"{numbers[f'r-{s.id}']}:{role}"
            assert page.evaluate(read, key) == "".join(span.text for span in spans)


def test_all_works_without_a_script(browser: Browser, reading):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(reading["article"])
    s = STATEMENTS[2]
    page.locator(f"#r-{s.id} .row-number").click()
    assert page.locator(f"#r-{s.id}[aria-current=true]").count() == 1
    assert page.locator(".mk.is-content").inner_text() == s.content[0].text
    page.locator(f"#s-{s.id}").click()
    assert page.url.endswith(f"#r-{s.id}")
    assert page.locator("button.copy").count() == 0
    page.goto(reading["map"])
    page.locator("svg.map a").first.click()
    assert page.url.endswith("#place-1")
    context.close()


def test_a_mark_on_the_map_leads_to_its_place_in_the_list(page: Page, reading, problems):
    page.goto(reading["map"])
    for name in ("Odesa", "Suva"):
        page.locator(f"svg.map a[aria-label^='{name}']").press("Enter")
        assert name in page.locator("li:target h3").inner_text()
    assert problems == []


@pytest.mark.parametrize("view", ["article", "long", "copies", "map", "all"])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_runs_out_of_the_window(page: Page, reading, view, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(reading[view])
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: run `npm ci` in src/sayso/web/front")
@pytest.mark.parametrize("view", ["article", "long", "copies", "map", "all"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_barrier_is_found(browser: Browser, reading, view, scheme):
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(reading[view])
    if view == "article":
        page.keyboard.press("j")
    page.add_script_tag(path=str(AXE))
    found = page.evaluate(
        "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
    )
    assert [(v["id"], [n["target"] for n in v["nodes"]][:3]) for v in found["violations"]] == []
    context.close()
