"""The page in real Chromium: skipped, with a message, where there is none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page


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
    page.wait_for_url("**act=deny")
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
