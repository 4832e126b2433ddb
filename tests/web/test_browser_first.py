"""The first screen, the ways to begin and the party's page in real Chromium."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.assemble import build_ledger
from sayso.cli.serving import make_read
from sayso.settings import Settings
from sayso.web import make_app
from sayso.weigh import NO_MERGES

AXE = Path(__file__).parents[2] / "src/sayso/web/front/node_modules/axe-core/axe.min.js"
TEXT = (
    "Dam shelled, minister says\n\nRebel forces have shelled the Orlitsa dam since late April, "
    "Interior Minister Hana Vrel said on Monday. The Southern Front denied the shelling."
)


@pytest.fixture
def book(tmp_path):
    with closing(build_ledger(Settings(ledger=str(tmp_path / "new.db")), create=True)) as opened:
        yield opened


@pytest.fixture
def begun(book, serve):
    """Where an empty ledger is served, into which articles can be read."""
    return serve(
        make_app(book, NO_MERGES, read=make_read(Settings(tagger="rules"), book, NO_MERGES))
    )


def cards(page: Page) -> list[str]:
    return page.locator(".card h2").all_inner_texts()


def test_a_filter_swaps_the_list_alone_and_stands_in_the_address(page: Page, address, problems):
    page.goto(address)
    whole = cards(page)
    page.evaluate("document.querySelector('h1').dataset.same = 'yes'")
    page.get_by_label("Act", exact=True).select_option("deny")
    expect(page).to_have_url(f"{address}/?act=deny")
    narrowed = cards(page)
    assert 0 < len(narrowed) < len(whole)
    # The page is the same one: only the list was sent.
    assert page.locator("h1").get_attribute("data-same") == "yes"
    expect(page.get_by_role("status")).to_contain_text("that fit")
    page.get_by_label("Outlet").press_sequentially("coast daily")
    expect(page).to_have_url(f"{address}/?act=deny&outlet=coast+daily")
    assert page.evaluate("document.activeElement.id") == "f-outlet"
    page.go_back()
    expect(page.get_by_label("Outlet")).to_have_value("")
    assert cards(page) == narrowed
    page.reload()
    assert cards(page) == narrowed
    expect(page.get_by_label("Act", exact=True)).to_have_value("deny")
    assert problems == []


def test_a_filter_that_nothing_fits_says_so(page: Page, address, problems):
    page.goto(address)
    page.get_by_label("Words").fill("xyzzy")
    expect(page.get_by_role("status")).to_have_text("No matter fits these filters. See all matters")
    assert cards(page) == []
    page.get_by_role("link", name="Clear").click()
    expect(page.locator(".card").first).to_be_visible()
    assert problems == []


def test_filters_work_without_a_script(browser: Browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    whole = len(cards(page))
    page.get_by_label("Act", exact=True).select_option("deny")
    page.get_by_role("button", name="Show").click()
    assert "act=deny" in page.url
    assert 0 < len(cards(page)) < whole
    context.close()


def test_names_are_suggested_while_one_is_typed(page: Page, address, problems):
    page.goto(address)
    offered = page.locator("#l-outlet option")
    assert offered.count() == 0
    page.get_by_label("Outlet").focus()
    expect(offered).not_to_have_count(0)
    page.get_by_label("Outlet").press_sequentially("coast")
    expect(offered).to_have_count(1)
    assert offered.first.get_attribute("value") == "Coast Daily"
    # What is typed filters as well, and what is chosen stays in its field.
    expect(page).to_have_url(f"{address}/?outlet=coast")
    page.get_by_label("Outlet").fill("Coast Daily")
    expect(page).to_have_url(f"{address}/?outlet=Coast+Daily")
    page.get_by_label("Party").press_sequentially("southern")
    expect(page.locator("#l-party option").first).to_have_attribute("value", "Southern Front")
    expect(page).to_have_url(f"{address}/?party=southern&outlet=Coast+Daily")
    assert page.locator("#l-outlet option").count() == 1
    assert problems == []


@pytest.mark.parametrize("path", ["/", "/map"])
@pytest.mark.parametrize("script", [True, False])
def test_filters_fold_where_the_window_is_narrow(browser: Browser, address, path, script):
    context = browser.new_context(
        viewport={"width": 400, "height": 800}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(f"{address}{path}?act=deny&outlet=coast")
    fold = page.locator("summary", has_text="Filters")
    expect(fold).to_have_text("Filters: outlet coast, act deny")
    expect(page.get_by_label("Outlet")).to_be_hidden()
    fold.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Outlet")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Words")).to_be_focused()
    fold.focus()
    page.keyboard.press("Space")
    expect(page.get_by_label("Outlet")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(fold).to_be_hidden()
    expect(page.get_by_label("Outlet")).to_be_visible()
    context.close()


def test_the_fold_tells_of_a_filter_that_was_just_set(browser: Browser, address):
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.goto(address)
    fold = page.locator("summary", has_text="Filters")
    expect(fold).to_have_text("Filters")
    fold.click()
    page.get_by_label("Act", exact=True).select_option("deny")
    expect(fold).to_have_text("Filters: act deny")
    expect(page.get_by_label("Outlet")).to_be_visible()
    page.close()


def test_from_a_card_to_its_party_and_the_sentence(page: Page, address, problems):
    page.goto(address)
    link = page.locator(".stands .party").first
    name = link.inner_text()
    link.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    quoted = page.locator(".said blockquote").first.inner_text()
    page.locator(".said .from a").first.click()
    assert "/articles/" in page.url
    marked = " ".join("".join(page.locator(".mk.chosen").all_inner_texts()).split())
    assert quoted.split(" … ")[0][:20] in marked
    assert problems == []


def test_a_text_is_pasted_and_its_matter_seen(page: Page, begun, problems):
    page.goto(begun)
    page.get_by_label("An article’s text").fill(TEXT)
    page.get_by_label("Outlet").first.fill("Northern Wire")
    page.get_by_role("button", name="Read it").click()
    expect(page).to_have_url(re.compile("/readings/1$"))
    expect(page.get_by_role("heading", name="In the ledger now")).to_be_visible(timeout=120_000)
    page.get_by_role("link", name="See the matters").click()
    expect(page.locator(".card").first).to_be_visible()
    page.get_by_role("link", name="Add articles").click()
    expect(page.get_by_role("link", name="the pasted text")).to_be_visible()
    assert problems == []


def test_files_are_opened_without_a_script(browser: Browser, begun, tmp_path):
    (tmp_path / "dam.txt").write_text(TEXT)
    (tmp_path / "none.txt").write_text(" ")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(begun)
    page.set_input_files("#u-files", [tmp_path / "dam.txt", tmp_path / "none.txt"])
    page.get_by_role("button", name="Read the files").click()
    for _ in range(1000):
        again = page.get_by_role("link", name="Look again")
        if not again.count():
            break
        again.click()
    expect(page.get_by_text("Dam shelled, minister says")).to_be_visible()
    expect(page.get_by_text("none.txt holds nothing but white space")).to_be_visible()
    context.close()


def test_a_form_on_another_site_changes_nothing(page: Page, begun, book, serve, tmp_path):
    other = tmp_path / "other.html"
    other.write_text(
        f'<form method="post" action="{begun}/add/text"><textarea name="text">It rained today.'
        "</textarea><button>Win</button></form>"
    )
    page.goto(other.as_uri())
    with page.expect_navigation() as led:
        page.get_by_role("button", name="Win").click()
    assert led.value.status == 403
    page.goto(f"{begun}/add")
    assert page.get_by_role("link", name="the pasted text").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("path", ["/", "/?q=xyzzy", "party"])
def test_nothing_is_out_of_reach(browser: Browser, address, path, width, scheme):
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    page.goto(address)
    if path == "party":
        path = page.locator(".stands .party").first.get_attribute("href") or ""
    page.goto(address + path)
    check_reach(page, width)
    context.close()


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("path", ["/", "/add", "/readings/1"])
def test_nothing_is_out_of_reach_where_one_begins(browser: Browser, begun, path, width):
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    if path == "/readings/1":
        page.goto(begun)
        page.get_by_label("An article’s text").fill("It rained today and " + "O" * 500)
        page.get_by_role("button", name="Read it").click()
        expect(page.get_by_text("Done.")).to_be_visible(timeout=120_000)
    page.goto(begun + path)
    check_reach(page, width)
    context.close()


def check_reach(page: Page, width: int) -> None:
    """Check that nothing runs out of the window, and that axe finds nothing to complain of."""
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    if not AXE.exists():
        pytest.skip("no axe-core: npm ci in src/sayso/web/front")
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    assert [(v["id"], [n["target"] for n in v["nodes"]]) for v in found] == []
