"""``sayso relink``: all statements of a ledger into matters again, from scratch."""

from __future__ import annotations

from contextlib import closing

from sayso.assemble import build_ledger, build_merges
from sayso.cli.console import remark
from sayso.cli.options import LedgerOption
from sayso.cli.progress import followed
from sayso.jobs import relink as relink_all
from sayso.settings import load_settings
from sayso.views import counted


def relink(ledger: LedgerOption = None) -> None:
    """Link all statements into matters anew; goes on where it was stopped. Reads no article."""
    settings = load_settings(ledger=ledger)
    merges = build_merges(settings)
    with closing(build_ledger(settings, create=False)) as book:
        total = book.counts().articles
        linked = sum(1 for _ in followed(relink_all(book, merges), "Linking", total=total))
        matters = book.counts().matters
    remark(f"{counted(linked, 'article')} linked anew into {counted(matters, 'matter')}.")
