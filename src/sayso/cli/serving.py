"""``sayso serve``: the page."""

from __future__ import annotations

import socket
from contextlib import closing
from typing import Annotated

import typer
import uvicorn

from sayso.assemble import build_ledger, build_merges
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
    settings = load_settings(ledger=ledger)
    merges = build_merges(settings)
    with closing(build_ledger(settings, create=False)) as book, closing(_listening(port)) as door:
        remark(f"http://{LOOPBACK}:{port}/   (Ctrl-C ends it)")
        app = make_app(book, merges)
        uvicorn.Server(uvicorn.Config(app, log_level="warning")).run(sockets=[door])


def _listening(port: int) -> socket.socket:
    """Return a socket on this machine's ``port``: uvicorn's own would end with its own words."""
    try:
        return socket.create_server((LOOPBACK, port))
    except OSError as exc:
        raise UsageError(
            f"Port {port} can't be used ({exc.strerror})", remedy="Choose another one with --port"
        ) from exc
