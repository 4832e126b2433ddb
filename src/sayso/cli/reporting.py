"""``sayso report``: matters as one file to hand on."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from sayso.assemble import build_ledger, build_merges
from sayso.cli.console import remark
from sayso.cli.options import LedgerOption
from sayso.errors import UsageError
from sayso.settings import load_settings
from sayso.views import counted
from sayso.web.report import ReportOrder, make_report
from sayso.web.site import make_site


def report(
    matters: Annotated[list[str], typer.Argument(metavar="MATTER...", help="Ids of matters.")],
    output: Annotated[Path, typer.Option("--output", "-o", help="The HTML file to write.")],
    ledger: LedgerOption = None,
    full_text: Annotated[
        bool, typer.Option("--full-text", help="Quote in full, and add the articles' texts.")
    ] = False,
) -> None:
    """Write matters into one HTML file that needs no network: conflicts, shifts, all accounts."""
    settings = load_settings(ledger=ledger)
    order = ReportOrder(
        matters=tuple(dict.fromkeys(matters)),
        query=f"sayso report {' '.join(matters)}{' --full-text' if full_text else ''}",
        day=datetime.now(UTC).date(),
        full_text=full_text,
    )
    with closing(build_ledger(settings, create=False)) as book:
        document = make_report(make_site(book, build_merges(settings)), order)
    try:
        output.write_text(document, encoding="utf-8")
    except OSError as exc:
        raise UsageError(
            f"{output} can't be written ({exc.strerror})", remedy="Name another file with -o"
        ) from exc
    remark(f"{counted(len(order.matters), 'matter')} in {output}")
