"""``sayso weigh``: the settings as they are now, for what was read before."""

from __future__ import annotations

from contextlib import closing

from sayso.assemble import build_ledger, build_merges
from sayso.cli.console import remark
from sayso.cli.options import LedgerOption
from sayso.cli.progress import followed
from sayso.jobs import weigh_again
from sayso.settings import load_settings
from sayso.views import counted


def weigh(ledger: LedgerOption = None) -> None:
    """Weigh every matter anew, after a change of [parties] in the settings. Reads no article."""
    settings = load_settings(ledger=ledger)
    merges = build_merges(settings)
    with closing(build_ledger(settings, create=False)) as book:
        total = book.counts().matters
        weighed = sum(1 for _ in followed(weigh_again(book, merges), "Weighing", total=total))
    remark(f"{counted(weighed, 'matter')} weighed anew.")
