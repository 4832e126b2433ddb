"""What one more article costs while a ledger grows."""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter

from sayso.assemble import build_ledger, build_merges, build_run, make_work
from sayso.bench.generate import generated_articles
from sayso.cli.console import console
from sayso.cli.progress import followed
from sayso.cli.sheet import table
from sayso.jobs import Analysis, store_analysis
from sayso.settings import Settings, load_settings

CURVE_POINTS = 6


def print_curve(settings: Settings, count: int) -> None:
    """Store ``count`` generated articles in a ledger of its own and print what each point cost."""
    run, merges = build_run(settings), build_merges(settings)
    work = make_work(settings, run)
    analyses = [
        result
        for article in followed(generated_articles(count), "Reading", total=count)
        if isinstance(result := work(article), Analysis)
    ]
    size = max(1, len(analyses) // CURVE_POINTS)
    points: list[list[str]] = []
    first = 0.0
    with tempfile.TemporaryDirectory() as folder:
        ledger = build_ledger(load_settings(ledger=str(Path(folder) / "c.db")), create=True)
        for start in range(0, size * CURVE_POINTS, size):
            before = perf_counter()
            for analysis in analyses[start : start + size]:
                with ledger.writing() as book:
                    store_analysis(book, analysis, run, merges)
            each = 1000 * (perf_counter() - before) / size
            first = first or each
            held = ledger.counts().statements
            points.append([f"{held:,}", f"{each:.1f}", f"{each / first:.2f}"])
        ledger.close()
    console().print(
        table(
            "Adding one article to a growing ledger",
            ["statements held", "milliseconds an article", "times the first"],
            points,
        )
    )
