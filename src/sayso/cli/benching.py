"""``sayso bench``: what sayso gets right, how fast, and what a growing ledger costs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.corpora import BENCHES, BenchOptions, bench_named
from sayso.cli.options import TaggerOption
from sayso.cli.shipped import bench_shipped
from sayso.errors import UsageError


def bench(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME", help=f"Step to score on a corpus: {', '.join(sorted(BENCHES))}."
        ),
    ] = None,
    path: Annotated[
        Path | None,
        typer.Argument(help="The corpus: JSON Lines with gold; '-' for standard input."),
    ] = None,
    tagger: TaggerOption = None,
    drop_nested: Annotated[
        bool,
        typer.Option(
            "--drop-nested/--keep-nested",
            help="Leave out predictions inside another one's content.",
        ),
    ] = False,
    punct: Annotated[bool, typer.Option("--punct", help="Count punctuation marks too.")] = False,
    statements: Annotated[
        int,
        typer.Option(
            min=100, help="Statements up to which a ledger grows; the whole curve is 100000."
        ),
    ] = 3_000,
) -> int:
    """Print accuracy and speed, on the shipped dispatches or on a corpus with gold.

    Without NAME it also prints what a growing ledger costs; --statements is for that alone.
    """
    options = BenchOptions(tagger=tagger, drop_nested=drop_nested, punctuation=punct)
    if name is None:
        return bench_shipped(options, statements)
    run = bench_named(name)
    if path is None:
        raise UsageError(
            f"The bench {name!r} needs a corpus", remedy=f"Name its file: sayso bench {name} PATH"
        )
    return run(path, options)
