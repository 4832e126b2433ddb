"""The page in real Chromium: skipped, with a message, where there is none."""

from __future__ import annotations

import shutil
import threading
import time
from contextlib import closing

import pytest
import uvicorn
from playwright.sync_api import Page, sync_playwright

from sayso.assemble import build_ledger
from sayso.settings import Settings
from sayso.web import make_app
from sayso.weigh import NO_MERGES

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium: apt-get install chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="module")
def address(demo_ledger):
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book:
        config = uvicorn.Config(
            make_app(book, NO_MERGES), host="127.0.0.1", port=0, log_level="warning"
        )
        server = uvicorn.Server(config)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join()


@pytest.fixture(scope="module")
def page():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page()
        browser.close()


@pytest.fixture
def problems(page: Page):
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: found.append(str(e)))
    page.on("requestfailed", lambda r: found.append(r.url))
    return found


def test_from_the_list_to_the_marked_sentence(page: Page, address, problems):
    page.goto(address)
    assert page.title() == "Matters · sayso"
    page.locator(".card h2 a").first.click()
    assert page.locator(".conflict-box .account").count() >= 2
    quoted = page.locator(".conflict-box .account blockquote").first.inner_text()
    page.locator(".conflict-box .account .meta a").first.click()
    marked = "".join(page.locator(".mk.chosen.content").all_inner_texts())
    assert quoted.split(" … ")[0][:30] in " ".join(marked.split())
    assert page.locator(".mk.chosen").first.is_visible()
    assert problems == []


def test_the_style_sheet_passes_the_policy(page: Page, address):
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.querySelector('.card')).borderRadius") == "8px"


def test_filters_stay_in_the_address(page: Page, address):
    page.goto(address)
    page.get_by_label("Act", exact=True).select_option("deny")
    page.get_by_role("button", name="Show").click()
    assert "act=deny" in page.url
    assert page.get_by_label("Act", exact=True).input_value() == "deny"


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_runs_out_of_the_window(page: Page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    for path in [address, page.locator(".card h2 a").first.get_attribute("href")]:
        page.goto(path if path.startswith("http") else address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [360, 1280])
def test_no_endless_word_runs_out_of_the_window(page: Page, address, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/search?q={'O' * 2000}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
