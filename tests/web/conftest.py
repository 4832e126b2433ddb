"""Real Chromium before the demo's page: tests that ask for it are skipped where there is none."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, Page, sync_playwright

from sayso.assemble import build_ledger
from sayso.settings import Settings
from sayso.web import make_app
from sayso.weigh import NO_MERGES

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@contextmanager
def _served(app: FastAPI) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="session")
def address(demo_ledger: Path) -> Iterator[str]:
    """Where the demo's ledger is served."""
    with (
        closing(build_ledger(Settings(ledger=str(demo_ledger)), create=False)) as book,
        _served(make_app(book, NO_MERGES)) as address,
    ):
        yield address


@pytest.fixture
def serve() -> Iterator[Callable[[FastAPI], str]]:
    """Serve an application until the test ends; its address is returned."""
    with ExitStack() as running:
        yield lambda app: running.enter_context(_served(app))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no Chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty page of its own for each test."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture
def problems(page: Page) -> list[str]:
    """What the browser complains of while the test runs."""
    found: list[str] = []
    page.on("console", lambda m: found.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: found.append(str(e)))
    page.on("requestfailed", lambda r: found.append(r.url))
    return found
