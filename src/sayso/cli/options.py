"""Options that several commands share."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from sayso.errors import UsageError

LedgerOption = Annotated[
    str | None,
    typer.Option(
        "--ledger", help="Path or database URL of the ledger [default: sayso.db].", metavar="WHERE"
    ),
]
FormatOption = Annotated[
    str, typer.Option("--format", help="table, jsonl, csv, or a plug-in's format.")
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", help="Write to this file [default: stdout].")
]
PartyOption = Annotated[str | None, typer.Option("--party", help="Party: id or part of its name.")]
SideOption = Annotated[str | None, typer.Option("--side", help="Side: ISO code or your own name.")]
PlaceOption = Annotated[str | None, typer.Option("--place", help="Place: part of its name.")]
OutletOption = Annotated[str | None, typer.Option("--outlet", help="Outlet: part of its name.")]
ActOption = Annotated[str | None, typer.Option("--act", help="Speech act: confirm, deny, evade …")]
SinceOption = Annotated[str | None, typer.Option("--since", help="First day, as 2026-05-04.")]
UntilOption = Annotated[str | None, typer.Option("--until", help="Last day, as 2026-05-04.")]
LimitOption = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many.")]
TaggerOption = Annotated[
    str | None,
    typer.Option("--tagger", help="Tagger that finds the statements [default: encoder]."),
]
InputArgument = Annotated[
    Path | None, typer.Argument(help="JSON Lines file; standard input when left out or '-'.")
]


def day(text: str | None, name: str) -> date | None:
    """Return the day that an option gives, None when it was left out. Raises UsageError."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as exc:
        raise UsageError(
            f"{name} {text!r} is no day", remedy="Write it as year-month-day: 2026-05-04"
        ) from exc


def days(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the first and the last day that two options give. Raises UsageError."""
    first, last = day(since, "--since"), day(until, "--until")
    if first and last and last < first:
        raise UsageError(
            f"--until {last} comes before --since {first}", remedy="Give the earlier day first"
        )
    return first, last
