"""A report in real Chromium: opened from disk, the network off."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sayso.assemble import build_ledger
from sayso.cli.app import run
from sayso.ledger.protocol import MatterFilter
from sayso.settings import Settings
from sayso.web.site import HERE

AXE = Path(HERE) / "front/node_modules/axe-core/axe.min.js"


@pytest.fixture(scope="module")
def report(demo_ledger, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("report") / "report.html"
    with closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book:
        ids = [w.matter.id for w in book.matters(MatterFilter(limit=2))]
    arguments = ["report", *ids, "--full-text", "-o", str(target), "--ledger", str(demo_ledger)]
    assert run(arguments) == 0
    return target


@pytest.fixture
def opened(browser: Browser, report: Path):
    context = browser.new_context(offline=True)
    page = context.new_page()
    asked: list[str] = []
    told: list[str] = []
    page.on("request", lambda r: asked.append(r.url))
    page.on("console", lambda m: told.append(m.text) if m.type == "error" else None)
    page.goto(report.as_uri())
    yield page, asked, told
    context.close()


def test_it_asks_for_nothing_and_draws_everything(opened, report):
    page, asked, told = opened
    assert asked == [report.as_uri()]
    assert told == []
    assert page.locator(".report-matter").count() == 2
    for drawing in ("svg.timeline", "svg.map"):
        assert page.locator(drawing).count() == 2
        box = page.locator(drawing).first.bounding_box()
        assert box
        assert box["width"] > 300
    assert page.locator("table.matrix .stance").first.is_visible()


def test_a_statement_leads_to_its_place_in_the_text(opened):
    page: Page = opened[0]
    link = page.locator(".accounts a[href^='#s-']").first
    target = link.get_attribute("href")
    link.click()
    assert page.url.endswith(target)
    assert page.locator(f"[id='{target[1:]}']").count() == 1


@pytest.mark.skipif(not AXE.exists(), reason="no axe-core: run `npm ci` in src/sayso/web/front")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, report: Path, scheme: str):
    # The report lets no script run: axe is put in past its policy.
    context = browser.new_context(offline=True, bypass_csp=True, color_scheme=scheme)
    page = context.new_page()
    page.goto(report.as_uri())
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run()")["violations"]
    context.close()
    assert [(v["id"], [n["html"][:120] for n in v["nodes"]][:3]) for v in found] == []
