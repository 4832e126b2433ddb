"""Make docs/matter.png anew: the demo's most contested matter, its first denial opened in place.

Serve the demo's ledger (``sayso demo``, ``sayso serve --ledger sayso-demo.db``), and run this with
the page's address: ``.venv/bin/python docs/matter_picture.py http://127.0.0.1:8000``. It needs
Chromium.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

PICTURE = Path(__file__).with_name("matter.png")
SIZE = 1280, 900


def take(address: str, chromium: str) -> None:
    """Write the picture of the page that is served at ``address``."""
    with sync_playwright() as playwright:
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=chromium, args=flags)
        page = browser.new_page(viewport={"width": SIZE[0], "height": SIZE[1]})
        page.goto(address)
        page.locator(".card h2 a").first.click()
        page.locator(".matrix summary", has=page.locator(".denies")).first.click()
        page.locator(".opened .mk").first.wait_for()
        # The pointer and the focus would be seen on what was clicked.
        page.mouse.move(0, 0)
        page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        page.screenshot(path=PICTURE)


if __name__ == "__main__":
    found = shutil.which("chromium")
    if found is None or len(sys.argv) != 2:
        sys.exit("Give the page's address; Chromium must be installed: apt-get install chromium")
    take(sys.argv[1], found)
