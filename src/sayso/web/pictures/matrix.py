"""The matrix of a matter as a picture: sides and parties by time, the latest words of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sayso.model import joined_text
from sayso.views.matrix import Cell, Matrix, PartyLine, Period, SideBlock
from sayso.views.wording import counted, side_words
from sayso.web.pictures.sheet import BODY, LABEL, NAME, SMALL, TALLEST, Picture, Sheet
from sayso.web.words import period_heading, said_briefly, stance_words

NAMES = 150.0
COLUMN = 168.0
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
    width = NAMES + COLUMN * max(len(periods), 2)
    sheet = Sheet()
    y = _heads(sheet, matrix, periods)
    drawn = 0
    for side in matrix.sides:
        if y > TALLEST or drawn >= MOST_LINES:
            break
        y = _band(sheet, side, y, width)
        for line in side.lines:
            if y > TALLEST or drawn >= MOST_LINES:
                break
            y = _line(sheet, line, y, width, dropped)
            drawn += 1
    lines = sum(len(side.lines) for side in matrix.sides) - drawn
    told = ", ".join(_left_out(matrix, dropped, lines))
    if told:
        y = sheet.text(0, y + 8, width, f"Left out: {told}.", SMALL)
    says = f"Who said what, by {matrix.unit.value}: parties by side, the latest statement of each"
    return sheet.picture(width, y + 4, says)


def _left_out(matrix: Matrix, columns: int, lines: int) -> Iterator[str]:
    if columns:
        yield f"{counted(columns, matrix.unit.value)} before these"
    if lines > 0:
        yield f"{lines} more {'party' if lines == 1 else 'parties'}"


def _heads(sheet: Sheet, matrix: Matrix, periods: Sequence[Period]) -> float:
    """Set what stands over the columns, the lower edges level."""
    room = COLUMN - 2 * INSET
    notes = [
        f"{counted(p.skipped, matrix.unit.value)} without a statement, then" if p.skipped else ""
        for p in periods
    ]
    top = 2 * SMALL.leading if any(notes) else 0.0
    for i, (period, note) in enumerate(zip(periods, notes, strict=True)):
        x = NAMES + i * COLUMN + INSET
        sheet.text(x, 0, room, note, SMALL, colour="soft", most=2)
        sheet.text(x, top, room, period_heading(period, matrix.unit), LABEL, most=1)
    sheet.text(INSET, top, NAMES - INSET, "Party", LABEL)
    y = top + LABEL.leading + 4
    sheet.stroke(0, y, NAMES + COLUMN * max(len(periods), 2), y, "edge")
    return y


def _band(sheet: Sheet, side: SideBlock, y: float, width: float) -> float:
    name = side_words(side.name) if side.name else "No known side"
    end = sheet.text(INSET, y + 4, width - 2 * INSET, name, LABEL, colour="soft", most=1) + 4
    sheet.box(0, y, width, end - y, "band")
    return end


def _line(sheet: Sheet, line: PartyLine, y: float, width: float, dropped: int) -> float:
    bottom = sheet.text(INSET, y + 4, NAMES - 2 * INSET, line.name, NAME, most=4)
    at = 0
    for cell in line.cells:
        first, at = max(at, dropped), at + cell.columns
        if at > first:
            x = NAMES + (first - dropped) * COLUMN + INSET
            room = (at - first) * COLUMN - 2 * INSET
            bottom = max(bottom, _cell(sheet, cell, x, y + 4, room))
    y = bottom + 6
    sheet.stroke(0, y, width, y)
    return y


def _cell(sheet: Sheet, cell: Cell, x: float, y: float, width: float) -> float:
    latest = cell.latest
    if latest is None:
        return sheet.text(x, y, width, NOTHING, SMALL, colour="soft", most=2)
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
