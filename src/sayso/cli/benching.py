"""``sayso bench``: accuracy on the shipped dispatches, speeds, and the cost of a growing ledger."""

from __future__ import annotations

import tempfile
from collections import deque
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from sayso.assemble import (
    build_ledger,
    build_parser,
    build_resources,
    build_run,
    build_spread,
    build_tagger,
    make_work,
)
from sayso.bench.dispatches import score_dispatches
from sayso.bench.generate import generated_articles
from sayso.bench.matters import score_matters
from sayso.bench.speed import Speed, measure
from sayso.cli.console import console
from sayso.cli.sheet import table
from sayso.demo import demo_articles, demo_folder, demo_gold, demo_sides, read_matters
from sayso.errors import InputError
from sayso.export import matter_json, row_json
from sayso.jobs import Analysis, read_articles, store_analysis
from sayso.language.parsed import ParsedText
from sayso.ledger.protocol import MatterFilter, RowFilter
from sayso.model import Article
from sayso.resolve import resolve
from sayso.settings import Settings, load_settings
from sayso.weigh import Schedule

CURVE_POINTS = 6


def bench(
    articles: Annotated[
        int, typer.Option(min=60, help="Generated articles for the curve of a growing ledger.")
    ] = 600,
) -> None:
    """Print accuracy on the shipped dispatches, speeds, and what a growing ledger costs."""
    settings = load_settings(sides=demo_sides(), engine="serial")
    read = [item for item in demo_articles() if not isinstance(item, InputError)]
    _accuracy(settings, read)
    _speeds(settings, read)
    _curve(settings, articles)


def _accuracy(settings: Settings, articles: Sequence[Article]) -> None:
    run = build_run(settings)
    with tempfile.TemporaryDirectory() as folder:
        ledger = build_ledger(load_settings(ledger=str(Path(folder) / "b.db")), create=True)
        spread = build_spread(settings, run)
        deque(read_articles(articles, ledger=ledger, spread=spread, run=run), maxlen=0)
        rows = [row_json(row) for row in ledger.rows(RowFilter())]
        matters = [matter_json(matter) for matter in ledger.matters(MatterFilter())]
        ledger.close()
    gold = demo_gold()
    figures = (
        *score_dispatches(gold, rows),
        *score_matters(gold, read_matters(demo_folder()), rows, matters),
    )
    console().print(
        table(
            "Shipped dispatches",
            ["measure", "right", "of", "share"],
            ([f.name, str(f.right), str(f.total), f"{f.share:.3f}"] for f in figures),
        )
    )


def _speeds(settings: Settings, articles: Sequence[Article]) -> None:
    parser, tagger, resources = build_parser(), build_tagger(settings), build_resources(settings)
    parsed = [ParsedText(a.text, a.blocks, parser) for a in articles]
    tokens = sum(len(p.doc) for p in parsed)
    found = [tagger(p) for p in parsed]

    def parse_all() -> None:
        for article in articles:
            parser(article.text, article.blocks)

    def tag_all() -> None:
        for p in parsed:
            tagger(p)

    def resolve_all() -> None:
        for article, p, attributions in zip(articles, parsed, found, strict=True):
            resolve(
                p,
                attributions,
                resources,
                article_id=article.id,
                published=article.published,
                run="bench",
            )

    speeds = [
        measure("spaCy small pipeline", tokens, parse_all),
        measure(f"{settings.tagger} tagger over the parse", tokens, tag_all),
        measure("resolve over the parse", tokens, resolve_all),
    ]
    _print_speeds(speeds)


def _print_speeds(speeds: Sequence[Speed]) -> None:
    base = speeds[0].per_second
    console().print(
        table(
            "Speed",
            ["step", "tokens per CPU-second", "times spaCy's"],
            ([s.name, f"{s.per_second:,.0f}", f"{s.per_second / base:.2f}"] for s in speeds),
        )
    )


def _curve(settings: Settings, count: int) -> None:
    run = build_run(settings)
    work = make_work(settings, run)
    analyses = [
        result
        for article in generated_articles(count)
        if isinstance(result := work(article), Analysis)
    ]
    size = max(1, len(analyses) // CURVE_POINTS)
    points: list[list[str]] = []
    first = 0.0
    schedule = Schedule()
    with tempfile.TemporaryDirectory() as folder:
        ledger = build_ledger(load_settings(ledger=str(Path(folder) / "c.db")), create=True)
        for start in range(0, size * CURVE_POINTS, size):
            before = perf_counter()
            for analysis in analyses[start : start + size]:
                with ledger.writing() as book:
                    store_analysis(book, analysis, run, schedule)
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
