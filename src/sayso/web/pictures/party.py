"""A party as a picture: what it said, by matter and time, with its shifts."""

from __future__ import annotations

from sayso.model import joined_text
from sayso.views.party import PartyMatterView, PartyPage, SpokenView
from sayso.views.wording import counted, other_names, side_words
from sayso.web.pictures.sheet import BODY, HEAD, LABEL, SMALL, TALLEST, Picture, Sheet
from sayso.web.words import period, said_words, source_words, stance_words

WIDTH = 1040.0
HEADS = 320.0
GAP = 28.0
MOST_ROWS = 8
"""Statements of one matter that a picture holds: the latest ones."""
MOST_SHIFTS = 12
_QUOTED = 5


def draw_party(page: PartyPage) -> Picture:
    """Return the picture of one screen of a party's page; it tells how much it leaves out."""
    sheet = Sheet()
    one = page.party.one
    sides = " / ".join(map(side_words, page.party.sides)) or "side unknown"
    facts = " · ".join((one.party.kind.value, sides, *page.roles))
    y = sheet.text(0, 0, WIDTH, facts, BODY, colour="soft", most=2)
    if one.merged:
        names = f"One party: {one.party.name}, also {other_names(one)}"
        y = sheet.text(0, y, WIDTH, names, SMALL, colour="soft", most=4)
    counts = (counted(page.party.total, "statement"), counted(len(page.shifts), "shift"))
    y = sheet.text(0, y, WIDTH, f"{counts[0]} of its own · {counts[1]}", SMALL, colour="soft")
    drawn = 0
    for view in page.matters:
        if y > TALLEST:
            break
        y = _matter(sheet, view, y + 12)
        drawn += 1
    if not page.matters:
        y = sheet.text(0, y + 8, WIDTH, "No statement found in this collection.", BODY)
    if page.more or drawn < len(page.matters):
        y = sheet.text(0, y + 10, WIDTH, "Left out: matters with earlier words.", SMALL)
    return sheet.picture(WIDTH, y + 4, f"What {one.party.name} said, by matter and time")


def _matter(sheet: Sheet, view: PartyMatterView, top: float) -> float:
    sheet.stroke(0, top, WIDTH, top, "edge")
    left = _head(sheet, view, top + 8)
    x, width = HEADS + GAP, WIDTH - HEADS - GAP
    y = top + 6
    for i, spoken in enumerate(view.rows[:MOST_ROWS]):
        if i:
            sheet.stroke(x, y + 4, WIDTH, y + 4)
        y = _spoken(sheet, spoken, x, y + (8 if i else 2), width)
    more = view.left_out + max(0, len(view.rows) - MOST_ROWS)
    if more:
        told = f"and {counted(more, 'earlier statement')}"
        y = sheet.text(x, y + 6, width, told, SMALL, colour="soft")
    return max(left, y)


def _head(sheet: Sheet, view: PartyMatterView, y: float) -> float:
    matter = view.counted.matter
    number = counted(view.counted.statements, "statement")
    if matter is None:
        y = sheet.text(0, y, HEADS, "Of no matter that others speak of", HEAD, most=3)
        return sheet.text(0, y + 2, HEADS, number, SMALL, colour="soft")
    place = matter.place.name if matter.place else "place unknown"
    when = period(matter.start, matter.end) or "period unknown"
    y = sheet.text(0, y, HEADS, f"{place} · {when}", SMALL, colour="soft", most=2)
    y = sheet.text(0, y + 1, HEADS, matter.title, HEAD, most=6)
    y = sheet.text(0, y + 2, HEADS, number, SMALL, colour="soft")
    for row in view.shifts[:MOST_SHIFTS]:
        turn = f"⇄ {row.shift.from_stance.value} → {row.shift.to_stance.value}"
        y = sheet.text(0, y + 2, HEADS, turn, LABEL, colour="shift")
    more = len(view.shifts) - MOST_SHIFTS
    if more > 0:
        y = sheet.text(0, y + 2, HEADS, counted(more, "more shift"), SMALL, colour="shift")
    return y


def _spoken(sheet: Sheet, view: SpokenView, x: float, y: float, width: float) -> float:
    row = view.row
    other = f"said by {view.by}" if view.by else f"as {view.called}" if view.called else ""
    y = sheet.pieces(
        x,
        y,
        width,
        [
            (said_words(row.statement.said), SMALL, "soft"),
            (stance_words(row.stance), LABEL, row.stance.value if row.stance else ""),
            (row.statement.act.value, SMALL, "soft"),
            (other, SMALL, "soft"),
            (source_words(row) + (" · a copy" if view.is_copy else ""), SMALL, "soft"),
        ],
    )
    words = joined_text(row.statement.content)
    return sheet.text(x, y + 1, width, words, BODY, most=_QUOTED)
