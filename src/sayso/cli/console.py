"""Where commands print: tables and lines on standard output, all else on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

PIPE_WIDTH = 160
"""Columns of a table that goes to a file or pipe, where no terminal tells its width."""


def console() -> Console:
    """Return standard output for people: colour and the real width only on a terminal."""
    on_terminal = sys.stdout.isatty()
    return Console(file=sys.stdout, width=None if on_terminal else PIPE_WIDTH, highlight=False)


def error_console() -> Console:
    """Return standard error for people."""
    return Console(file=sys.stderr, stderr=True, highlight=False, soft_wrap=True)


def complain(message: str) -> None:
    """Print one line on standard error, with nothing in it that a terminal would obey."""
    line = "".join(c if c.isprintable() else " " for c in message)
    sys.stderr.write(f"sayso: {line}\n")
    sys.stderr.flush()


def write(lines: Iterable[str]) -> None:
    """Write lines for machines, in UTF-8 whatever the locale says."""
    out = sys.stdout.buffer
    for line in lines:
        out.write(line.encode("utf-8", "replace"))
    out.flush()


def table(title: str | None, columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> Table:
    """Return a table; cells are text, never markup."""
    made = Table(title=title, title_justify="left", header_style="bold", show_lines=False)
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*(Text(cell) if isinstance(cell, str) else cell for cell in row))
    return made
