"""``sayso article`` and ``sayso export``: what the ledger holds, whole, for other tools."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from sayso.cli.console import write
from sayso.cli.listing import opened
from sayso.cli.options import LedgerOption, OutputOption
from sayso.errors import UsageError
from sayso.export import article_json, exporter_named, matter_json, row_json, shift_json
from sayso.ledger.protocol import Ledger, MatterFilter, RowFilter
from sayso.settings import load_settings

Json = dict[str, Any]


def article(
    ref: Annotated[str, typer.Argument(metavar="ID", help="Article id, or its beginning.")],
    ledger: LedgerOption = None,
    output_format: Annotated[str, typer.Option("--format", help="text, json or jsonl.")] = "text",
) -> None:
    """Print an article's canonical text; offsets of all rows are code points into it."""
    if output_format not in {"text", "json", "jsonl"}:
        raise UsageError(
            f"There is no article format {output_format!r}", remedy="Use one of: json, jsonl, text"
        )
    with opened(load_settings(ledger=ledger)) as book:
        found = book.article(ref)
    if output_format == "text":
        write([found.text, "\n"])
    elif output_format == "json":
        write([json.dumps(article_json(found), ensure_ascii=False, indent=1), "\n"])
    else:
        write(exporter_named("jsonl")([article_json(found)]))


def export(
    what: Annotated[str, typer.Argument(help="statements, matters, shifts or articles.")] = (
        "statements"
    ),
    ledger: LedgerOption = None,
    output_format: Annotated[
        str, typer.Option("--format", help="jsonl, csv, or a plug-in's format.")
    ] = "jsonl",
    output: OutputOption = None,
) -> None:
    """Write everything of one kind to a file, for other tools."""
    exporter = exporter_named(output_format)
    with opened(load_settings(ledger=ledger)) as book:
        rows = _all_of(book, what)
        lines = exporter(rows)
        if output is None:
            write(lines)
            return
        _write_file(output, lines)


def _all_of(book: Ledger, what: str) -> Iterator[Json]:
    kinds: dict[str, Callable[[], Iterator[Json]]] = {
        "statements": lambda: map(row_json, book.rows(RowFilter())),
        "matters": lambda: map(matter_json, book.matters(MatterFilter())),
        "shifts": lambda: (
            shift_json(s.matter, s.shift) for s in book.shifts(party=None, side=None)
        ),
        "articles": lambda: (article_json(book.article(head.id)) for head in book.articles()),
    }
    if what not in kinds:
        raise UsageError(f"Can't export {what!r}", remedy=f"Use one of: {', '.join(kinds)}")
    return kinds[what]()


def _write_file(path: Path, lines: Iterable[str]) -> None:
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            file.writelines(lines)
    except OSError as exc:
        raise UsageError(
            f"{path} can't be written ({exc.strerror})", remedy="Name another file with -o"
        ) from exc
