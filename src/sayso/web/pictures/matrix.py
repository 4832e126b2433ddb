"""The matrix of a matter as a picture: sides and parties by time, the latest words of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.model import joined_text
from sayso.views.matrix import Cell, Matrix, PartyLine, Period, SideBlock
from sayso.views.wording import counted, side_words
from sayso.web.pictures.sheet import BODY, LABEL, NAME, SMALL, TALLEST, Picture, Sheet
from sayso.web.words import period_heading, said_briefly, stance_words

NAMES = 150.0
COLUMN = 168.0
"""Width of a column, on average."""
NARROW = 120.0
"""Width of a column in which nobody says anything: what it saves goes to the busy ones."""
INSET = 8.0
MOST_COLUMNS = 12
"""Columns of a picture: the latest ones."""
MOST_LINES = 60
"""Rows of a picture: those of the parties with most to tell, side by side."""
_QUOTED = 4
NOTHING = "no statement found in this collection"


def draw_matrix(matrix: Matrix) -> Picture:
    """Return the picture of a matrix; it tells how much it leaves out."""
    dropped = max(0, len(matrix.periods) - MOST_COLUMNS)
    periods = matrix.periods[dropped:]
    # Who said something only before that has nothing to show here.
    sides = [(side, [n for n in side.lines if any(_shown(n, dropped))]) for side in matrix.sides]
    edges = _edges([line for _, lines in sides for line in lines], len(periods), dropped)
    width = edges[-1]
    sheet = Sheet()
    y = _heads(sheet, matrix, periods, edges)
    drawn = 0
    for side, lines in sides:
        if y > TALLEST or drawn >= MOST_LINES:
            break
        y = _band(sheet, side, y, width) if lines else y
        for line in lines:
            if y > TALLEST or drawn >= MOST_LINES:
                break
            y = _line(sheet, line, y, edges, dropped)
            drawn += 1
    more = sum(len(side.lines) for side in matrix.sides) - drawn
    told = ", ".join(_left_out(matrix, dropped, more))
    if told:
        y = sheet.text(0, y + 8, width, f"Left out: {told}.", SMALL)
    says = f"Who said what, by {matrix.unit.value}: parties by side, the latest statement of each"
    return sheet.picture(width, y + 4, says)


def _left_out(matrix: Matrix, columns: int, lines: int) -> Iterator[str]:
    if columns:
        yield f"{counted(columns, matrix.unit.value)} before these"
    if lines > 0:
        yield f"{lines} more {'party' if lines == 1 else 'parties'}"


def _shown(line: PartyLine, dropped: int) -> Iterator[bool]:
    """Yield, for each column that is drawn, whether the party says something in it."""
    full = [cell.latest is not None for cell in line.cells for _ in range(cell.columns)]
    yield from full[dropped:]


def _edges(lines: Sequence[PartyLine], columns: int, dropped: int) -> list[float]:
    """Return where columns begin, and where the last one ends; the busiest is the widest."""
    busy = [1] * columns
    for line in lines:
        busy = [n + said for n, said in zip(busy, _shown(line, dropped), strict=True)]
    spare = max(columns, 2) * COLUMN - columns * NARROW
    edges = [NAMES]
    for number in busy:
        edges.append(edges[-1] + NARROW + spare * number / sum(busy))
    return edges if columns else [NAMES, NAMES + 2 * COLUMN]


def _heads(
    sheet: Sheet, matrix: Matrix, periods: Sequence[Period], edges: Sequence[float]
) -> float:
    """Set what stands over the columns, the lower edges level."""
    notes = [
        f"{counted(p.skipped, matrix.unit.value)} without a statement, then" if p.skipped else ""
        for p in periods
    ]
    rooms = [(x + INSET, right - x - 2 * INSET) for x, right in pairwise(edges)]
    columns = list(zip(periods, notes, rooms, strict=False))
    top = max(
        (
            sheet.text(x, 0, room, note, SMALL, colour="soft", most=3)
            for _, note, (x, room) in columns
        ),
        default=0.0,
    )
    y = sheet.text(INSET, top, NAMES - INSET, "Party", LABEL)
    for period, _, (x, room) in columns:
        heading = period_heading(period, matrix.unit)
        y = max(y, sheet.text(x, top, room, heading, LABEL, most=2))
    y += 4
    sheet.stroke(0, y, edges[-1], y, "edge")
    return y


def _band(sheet: Sheet, side: SideBlock, y: float, width: float) -> float:
    name = side_words(side.name) if side.name else "No known side"
    end = sheet.text(INSET, y + 4, width - 2 * INSET, name, LABEL, colour="soft", most=1) + 4
    sheet.box(0, y, width, end - y, "band")
    return end


def _line(sheet: Sheet, line: PartyLine, y: float, edges: Sequence[float], dropped: int) -> float:
    bottom = sheet.text(INSET, y + 4, NAMES - 2 * INSET, line.name, NAME, most=4)
    at = 0
    for cell in line.cells:
        first, at = max(at, dropped), at + cell.columns
        if at > first:
            left, right = edges[first - dropped], edges[at - dropped]
            end = _cell(sheet, cell, left + INSET, y + 4, right - left - 2 * INSET)
            bottom = max(bottom, end)
    y = bottom + 6
    sheet.stroke(0, y, edges[-1], y)
    return y


def _cell(sheet: Sheet, cell: Cell, x: float, y: float, width: float) -> float:
    latest = cell.latest
    if latest is None:
        return sheet.text(x, y, width, NOTHING, SMALL, colour="soft", most=4)
    row = latest.row
    stance = row.stance.value if row.stance else ""
    act = row.statement.act.value
    y = sheet.pieces(x, y, width, [(stance_words(row.stance), NAME, stance), (act, SMALL, "soft")])
    told = [said_briefly(row), row.article.outlet or "outlet unknown"]
    told.append(counted(cell.origins, "origin"))
    if cell.copies:
        told.append("1 copy" if cell.copies == 1 else f"{cell.copies} copies")
    y = sheet.pieces(x, y, width, [(words, SMALL, "soft") for words in told])
    if cell.other_stances:
        also = [(stance_words(s), SMALL, s.value) for s in cell.other_stances]
        y = sheet.pieces(x, y, width, [("also", SMALL, "soft"), *also])
    return sheet.text(x, y + 2, width, joined_text(row.statement.content), BODY, most=_QUOTED)
