"""What a search found as a picture: articles with the passage that fits best."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.ledger.protocol import SearchHit
from sayso.views.wording import counted
from sayso.web.pictures.sheet import BODY, HEAD, SMALL, TALLEST, Picture, Sheet
from sayso.web.words import head_words

WIDTH = 820.0
_TITLE = 3
_QUOTED = 6


def draw_search(hits: Sequence[SearchHit]) -> Picture:
    """Return the picture of what was found; it tells how much it leaves out."""
    sheet = Sheet()
    y, drawn = 0.0, 0
    for hit in hits:
        if y > TALLEST:
            break
        y = _hit(sheet, hit, y)
        drawn += 1
    if not hits:
        y = sheet.text(0, y, WIDTH, "No article holds all these words.", BODY, colour="soft")
    more = len(hits) - drawn
    if more:
        y = sheet.text(0, y + 4, WIDTH, f"Left out: {counted(more, 'more article')}.", SMALL)
    return sheet.picture(WIDTH, y + 4, f"{counted(len(hits), 'article')} with these words")


def _hit(sheet: Sheet, hit: SearchHit, top: float) -> float:
    sheet.stroke(0, top, WIDTH, top)
    y = sheet.text(0, top + 6, WIDTH, hit.article.title or "untitled", HEAD, most=_TITLE)
    y = sheet.text(0, y + 1, WIDTH, head_words(hit.article), SMALL, colour="soft", most=2)
    y = sheet.text(0, y + 2, WIDTH, hit.span.text, BODY, most=_QUOTED)
    if hit.statements:
        told = f"{counted(len(hit.statements), 'statement')} with these words"
        y = sheet.text(0, y + 2, WIDTH, told, SMALL, colour="soft")
    return y + 10
