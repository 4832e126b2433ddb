"""The conflicts of a matter as a picture: camps side by side, ranges over their axes."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import joined_text
from sayso.views.conflict import CampView, ConflictView, VoiceView
from sayso.views.wording import counted, side_words
from sayso.web.pictures.setting import Ink
from sayso.web.pictures.sheet import BODY, HEAD, LABEL, NAME, SMALL, TALLEST, Picture, Sheet
from sayso.web.words import said_words, sides_words, source_words, stance_words, who

WIDTH = 1040.0
INSET = 16.0
ABREAST = 3
"""Camps that stand side by side; more begin another row."""
MOST_VOICES = 10
_QUOTED = 6


def draw_conflicts(conflicts: Sequence[ConflictView]) -> Picture:
    """Return the picture of a matter's conflicts; it tells how much it leaves out."""
    sheet = Sheet()
    y, drawn = 0.0, 0
    for conflict in conflicts:
        if y > TALLEST:
            break
        y = _conflict(sheet, conflict, y) + 14
        drawn += 1
    if not conflicts:
        y = sheet.text(0, y, WIDTH, "No conflict found in this collection.", BODY, colour="soft")
    more = len(conflicts) - drawn
    if more > 0:
        left_out = f"Left out: {counted(more, 'conflict')}. The matter’s page has them."
        y = sheet.text(0, y, WIDTH, left_out, SMALL)
    says = f"{counted(len(conflicts), 'conflict')}, the camps of each side by side"
    return sheet.picture(WIDTH, y, says)


def _conflict(sheet: Sheet, view: ConflictView, top: float) -> float:
    room = WIDTH - 2 * INSET
    title = f"⚡ Conflict of {view.about.value}: {sides_words(view.conflict.sides)}"
    y = sheet.text(INSET, top + 8, room, title, HEAD, colour="conflict", most=2) + 4
    for axis in view.axes:
        y = sheet.text(INSET, y + 4, room, axis.asks, SMALL, colour="soft") + 4
        y = sheet.inset(INSET, y, axis)
    for start in range(0, len(view.camps), ABREAST):
        camps = view.camps[start : start + ABREAST]
        column = room / len(camps)
        y = max(
            _camp(sheet, camp, INSET + i * column, y + 4, column - INSET)
            for i, camp in enumerate(camps)
        )
    sheet.box(0, top, WIDTH, y + 10 - top, "panel")
    return y + 10


def _camp(sheet: Sheet, camp: CampView, x: float, y: float, width: float) -> float:
    stance = camp.stance
    name = f"{stance_words(stance)}: {sides_words(camp.sides)}" if stance else side_words(camp.name)
    y = sheet.text(x, y, width, name, HEAD, colour=stance.value if stance else "soft", most=2)
    if camp.places:
        told = [Ink("place named: "), *(Ink(f"{name} ", ("place",)) for name in camp.places)]
        y = sheet.text(x, y + 2, width, told, BODY, most=2)
    for voice in camp.voices[:MOST_VOICES]:
        y = _voice(sheet, voice, x, y + 5, width)
    more = len(camp.voices) - MOST_VOICES
    if more > 0:
        y = sheet.text(x, y + 5, width, f"and {counted(more, 'more voice')}", SMALL, colour="soft")
    return y


def _voice(sheet: Sheet, voice: VoiceView, x: float, y: float, width: float) -> float:
    view = voice.latest
    statement = view.row.statement
    sheet.stroke(x, y, x + width, y)
    counts_as = f"{'speaks for' if view.speaks else 'counts as'} {view.counts_as}"
    y = sheet.pieces(
        x,
        y + 4,
        width,
        [
            (
                stance_words(view.row.stance),
                LABEL,
                view.row.stance.value if view.row.stance else "",
            ),
            (who(view.row), NAME, ""),
            (counts_as if view.counts_as else "", SMALL, "soft"),
            (statement.act.value, SMALL, "soft"),
            (said_words(statement.said), SMALL, "soft"),
        ],
    )
    y = sheet.text(x + 8, y + 1, width - 8, joined_text(statement.content), BODY, most=_QUOTED)
    told = [source_words(view.row)]
    if view.is_copy:
        told.append("a copy")
    if voice.earlier:
        told.append(f"{len(voice.earlier)} more of {view.who}")
    return sheet.text(x, y + 1, width, " · ".join(told), SMALL, colour="soft", most=2)
