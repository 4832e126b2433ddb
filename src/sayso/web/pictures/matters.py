"""The list of matters as a picture: a card each, the most contested first."""

from __future__ import annotations

from sayso.views.first import FirstPage, MatterCard, SideCard
from sayso.views.wording import counted, side_words
from sayso.web.pictures.sheet import BODY, HEAD, LABEL, NAME, SMALL, Picture, Sheet
from sayso.web.words import CONFLICTS, period, sides_words, stance_words

WIDTH = 1080.0
GAP = 16.0
INSET = 14.0
CARD = (WIDTH - GAP) / 2


def draw_matters(page: FirstPage) -> Picture:
    """Return the picture of one screen of matters."""
    sheet = Sheet()
    y = 0.0
    for start in range(0, len(page.cards), 2):
        pair = page.cards[start : start + 2]
        bottom = max(_card(sheet, c, i * (CARD + GAP), y) for i, c in enumerate(pair))
        for i in range(len(pair)):
            sheet.box(i * (CARD + GAP), y, CARD, bottom - y, "panel")
        y = bottom + GAP
    if not page.cards:
        y = sheet.text(0, y, WIDTH, "No matter fits these filters.", BODY, colour="soft")
    if page.more:
        y = sheet.text(0, y, WIDTH, "Left out: matters that are less contested.", SMALL)
    last = page.first + len(page.cards) - 1
    return sheet.picture(WIDTH, y, f"Matters {page.first} to {last}, the most contested first")


def _card(sheet: Sheet, card: MatterCard, left: float, top: float) -> float:
    x, width = left + INSET, CARD - 2 * INSET
    matter = card.matter
    place = matter.place.name if matter.place else "place unknown"
    when = period(matter.start, matter.end) or "period unknown"
    y = sheet.text(x, top + 8, width, f"{place} · {when}", SMALL, colour="soft", most=1)
    y = sheet.text(x, y + 1, width, matter.title, HEAD, most=4) + 3
    for conflict in card.conflicts:
        told = f"⚡ conflict of {CONFLICTS[conflict.kind]}: {sides_words(conflict.sides)}"
        y = sheet.text(x, y, width, told, LABEL, colour="conflict", most=2)
    if card.more_conflicts:
        told = f"⚡ {counted(card.more_conflicts, 'more conflict')}"
        y = sheet.text(x, y, width, told, LABEL, colour="conflict")
    for shift in card.shifts:
        told = f"⇄ {shift.party.name}: {shift.from_stance.value} → {shift.to_stance.value}"
        y = sheet.text(x, y, width, told, LABEL, colour="shift", most=2)
    if card.more_shifts:
        told = f"⇄ {counted(card.more_shifts, 'more shift')}"
        y = sheet.text(x, y, width, told, LABEL, colour="shift")
    for side in card.sides:
        sheet.stroke(x, y + 4, x + width, y + 4)
        y = _side(sheet, side, x, y + 6, width)
    if card.more_sides:
        told = f"and {counted(card.more_sides, 'more side')}"
        y = sheet.text(x, y + 4, width, told, SMALL, colour="soft")
    if not card.sides:
        told = "No named party has a position on it."
        y = sheet.text(x, y + 4, width, told, BODY, colour="soft")
    told = f"{counted(card.articles, 'article')}, {counted(card.origins, 'origin')}"
    return sheet.text(x, y + 6, width, told, SMALL, colour="soft") + 10


def _side(sheet: Sheet, side: SideCard, x: float, y: float, width: float) -> float:
    latest = side.latest
    differ = f"{counted(side.others, 'other')} {'differs' if side.others == 1 else 'differ'}"
    return sheet.pieces(
        x,
        y,
        width,
        [
            (stance_words(latest.stance), LABEL, latest.stance.value),
            (side_words(side.name) if side.name != side.party.name else "", NAME, ""),
            (side.party.name, BODY, ""),
            (differ if side.others else "", SMALL, "soft"),
            (period(latest.start, latest.end) or "undated", SMALL, "soft"),
        ],
    )
