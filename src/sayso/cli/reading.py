"""``sayso read`` and ``sayso demo``: articles into a ledger."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Annotated

import typer
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

from sayso.assemble import build_fetch, build_ledger, build_merges, build_run, build_spread
from sayso.cli.console import complain, console, error_console, remark
from sayso.cli.listing import print_overview
from sayso.cli.options import LedgerOption, TaggerOption, day
from sayso.demo import DEMO_LEDGER, demo_articles, demo_sides
from sayso.errors import InputError
from sayso.jobs import Failed, Known, Outcome, Spread, Stored, read_articles
from sayso.ledger.protocol import Ledger
from sayso.model import Article, Run
from sayso.read import Hints, count_inputs, read_inputs
from sayso.settings import Settings, load_settings
from sayso.views import counted
from sayso.weigh import Merges

BYTES_PER_MB = 1_000_000


def read(
    inputs: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, URLs, or '-' for standard input.")
    ],
    ledger: LedgerOption = None,
    input_format: Annotated[
        str | None,
        typer.Option("--format", help="text, html or jsonl [default: what each input looks like]."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(help="Outlet, where the input does not say.")
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Day of publication, where the input does not say.")
    ] = None,
    tagger: TaggerOption = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes that read.")] = None,
    engine: Annotated[str | None, typer.Option(help="How work is spread: pool, serial.")] = None,
    max_article_mb: Annotated[
        float | None, typer.Option(help="Largest article that is read, in MB [default: 4].")
    ] = None,
) -> int:
    """Read articles into the ledger. Reading the same again adds nothing."""
    settings = load_settings(
        ledger=ledger,
        tagger=tagger,
        workers=workers,
        engine=engine,
        max_article_mb=max_article_mb,
    )
    hints = Hints(
        outlet=outlet,
        published=day(published, "--published"),
        max_bytes=int(settings.max_article_mb * BYTES_PER_MB),
        format=input_format,
    )
    total = count_inputs(inputs, format=input_format)
    reading = _Reading.by(settings)
    with (
        closing(build_ledger(settings, create=True)) as book,
        build_fetch(hints.max_bytes) as fetch,
    ):
        found = read_inputs(inputs, hints=hints, stdin=sys.stdin.buffer, fetch=fetch)
        failures = _read_into(book, found, reading, total=total)
    return 1 if failures else 0


def demo(
    ledger: Annotated[
        str, typer.Option("--ledger", help="Where the demo's ledger goes.", metavar="WHERE")
    ] = DEMO_LEDGER,
) -> int:
    """Read the invented dispatches that ship with sayso and print their matters."""
    settings = load_settings(ledger=ledger, sides=demo_sides())
    reading = _Reading.by(settings)
    with closing(build_ledger(settings, create=True)) as book:
        failures = _read_into(book, demo_articles(), reading, total=None)
        print_overview(book, reading.merges)
    console().print(
        f"\nAll of it is invented. Look at it in a browser: sayso serve --ledger {ledger}",
        markup=False,
    )
    return 1 if failures else 0


@dataclass(frozen=True, slots=True)
class _Reading:
    """All that reading needs beside the ledger: made before that, which it may not leave empty."""

    run: Run
    spread: Spread
    merges: Merges
    where: str

    @classmethod
    def by(cls, settings: Settings) -> _Reading:
        """Load what the settings name; raises MissingPartError or UnknownNameError."""
        run = build_run(settings)
        return cls(run, build_spread(settings, run), build_merges(settings), settings.ledger)


def _read_into(
    ledger: Ledger,
    inputs: Iterable[Article | InputError],
    reading: _Reading,
    *,
    total: int | None,
) -> int:
    """Read all inputs, naming those that fail as they come; return how many failed."""
    counts: Counter[type[Outcome]] = Counter()
    statements = 0
    outcomes = read_articles(
        inputs,
        ledger=ledger,
        spread=reading.spread,
        run=reading.run,
        merges=reading.merges,
    )
    for outcome in _with_progress(outcomes, total):
        counts[type(outcome)] += 1
        if isinstance(outcome, Failed):
            complain(str(outcome.error))
        elif isinstance(outcome, Stored):
            statements += outcome.statements
    summary = (
        f"{counted(counts[Stored], 'article')} read, {counted(statements, 'statement')}; "
        f"{counts[Known]} were known; {counts[Failed]} failed. Ledger: {shown(reading.where)}"
    )
    remark(summary)
    return counts[Failed]


def shown(where: str) -> str:
    """Return a ledger's address without the password that a URL may hold."""
    if "://" not in where:
        return where
    scheme, rest = where.partition("?")[0].split("://", 1)
    if "@" not in rest:
        return f"{scheme}://{rest}"
    login, host = rest.rsplit("@", 1)
    return f"{scheme}://{login.split(':', 1)[0]}@{host}"


def _with_progress(outcomes: Iterator[Outcome], total: int | None) -> Iterator[Outcome]:
    bar = Progress(
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        console=error_console(),
        disable=not sys.stderr.isatty(),
        transient=True,
    )
    with bar:
        task = bar.add_task("read", total=total)
        for outcome in outcomes:
            yield outcome
            bar.advance(task)
