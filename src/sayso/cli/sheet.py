"""Sheets: rows under named columns, shown as a grid where the terminal is wide enough."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.console import plain

LONGEST_CELL = 160
NARROWEST = 12
"""Columns of the terminal that each column of a grid needs; with fewer, words fall apart."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows for people: a grid, or on a narrow terminal each row as a list of its cells."""

    title: str | None
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """Yield the grid, or the lists, for a terminal (rich's protocol)."""
        if options.max_width >= NARROWEST * len(self.columns):
            yield self._grid()
        else:
            yield from self._lists()

    def _grid(self) -> Table:
        made = Table(title=self.title, title_justify="left", header_style="bold")
        for column in self.columns:
            # A broken id can't be copied.
            made.add_column(column, overflow="fold", no_wrap=column == "id")
        for row in self.rows:
            made.add_row(*row)
        return made

    def _lists(self) -> Iterator[Text]:
        if self.title:
            yield Text(self.title, style="italic")
        for row in self.rows:
            for column, cell in zip(self.columns, row, strict=True):
                if cell:
                    yield Text.assemble((f"{column}: ", "bold"), cell)
            yield Text()


def table(title: str | None, columns: Sequence[str], rows: Iterable[Sequence[str | Text]]) -> Sheet:
    """Return a sheet; cells are one short line of text, never markup."""
    cells = (
        tuple(Text(short(cell)) if isinstance(cell, str) else cell for cell in row) for row in rows
    )
    return Sheet(title, tuple(columns), tuple(cells))


def short(text: str) -> str:
    """Return text on one line, cut where it is longer than a cell should be."""
    flat = " ".join(plain(text).split())
    return flat if len(flat) <= LONGEST_CELL else flat[: LONGEST_CELL - 1] + "…"
