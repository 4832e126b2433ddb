"""``sayso serve``: the page."""

from __future__ import annotations

from typing import Annotated

import typer
import uvicorn

from sayso.assemble import build_ledger
from sayso.cli.console import remark
from sayso.cli.options import LedgerOption
from sayso.errors import UsageError
from sayso.settings import load_settings
from sayso.web import make_app

LOOPBACK = "127.0.0.1"


def serve(
    ledger: LedgerOption = None,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port on this machine.")] = 8000,
) -> None:
    """Show the ledger in a browser, on this machine only."""
    book = build_ledger(load_settings(ledger=ledger), create=False)
    remark(f"http://{LOOPBACK}:{port}/   (Ctrl-C ends it)")
    config = uvicorn.Config(make_app(book), host=LOOPBACK, port=port, log_level="warning")
    try:
        uvicorn.Server(config).run()
    except SystemExit as exc:
        # uvicorn exits by itself when the port is taken; the user gets our line instead.
        raise UsageError(
            f"Port {port} can't be used", remedy="Choose another one with --port"
        ) from exc
    finally:
        book.close()
