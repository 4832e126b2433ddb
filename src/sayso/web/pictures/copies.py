"""Two copies of one text as a picture: the paragraphs in which they differ, side by side."""

from __future__ import annotations

from itertools import groupby

from sayso.model import Article
from sayso.views.copies import CopiesPage, Pair, Paragraph
from sayso.views.wording import counted
from sayso.web.pictures.setting import MORE, Ink
from sayso.web.pictures.sheet import BODY, NAME, SMALL, TALLEST, Picture, Sheet
from sayso.web.words import period

WIDTH = 1080.0
GAP = 32.0
COLUMN = (WIDTH - GAP) / 2
_MOST_LINES = 60
_ONLY = ("only-left", "only-right")
"""Marks of words that one text alone has."""


def draw_copies(page: CopiesPage) -> Picture:
    """Return the picture of two copies; it tells what it leaves out."""
    sheet = Sheet()
    y = max(_head(sheet, a, i * (COLUMN + GAP)) for i, a in enumerate((page.left, page.right)))
    legend = [
        Ink("only in the left text", _ONLY[:1]),
        Ink("  "),
        Ink("only in the right", _ONLY[1:]),
    ]
    y = sheet.text(0, y + 4, WIDTH, legend, SMALL)
    y = sheet.text(0, y, WIDTH, _counts(page), SMALL, colour="soft") + 6
    left = 0
    for differs, group in groupby(page.pairs, key=_differs):
        pairs = list(group)
        if y > TALLEST:
            left += len(pairs) if differs else 0
        elif not differs:
            told = f"{MORE} {counted(len(pairs), 'paragraph')} the same"
            y = sheet.text(0, y + 4, WIDTH, told, SMALL, colour="soft") + 4
        else:
            for pair in pairs:
                y = _pair(sheet, pair, y)
    if left:
        y = sheet.text(0, y + 8, WIDTH, f"Left out: {counted(left, 'more paragraph')}.", SMALL)
    return sheet.picture(WIDTH, y + 4, "Two copies of one text, paragraph by paragraph")


def _head(sheet: Sheet, article: Article, x: float) -> float:
    y = sheet.text(x, 0, COLUMN, article.outlet or "outlet unknown", NAME, most=2)
    day = period(article.published, article.published) or "undated"
    return sheet.text(x, y, COLUMN, day, SMALL, colour="soft")


def _counts(page: CopiesPage) -> str:
    told = [
        f"{counted(page.both, 'word')} in both",
        f"{counted(page.only_left, 'word')} only on the left",
        f"{counted(page.only_right, 'word')} only on the right",
    ]
    told += ["longer than what is compared"] if page.cut else []
    told += ["passages that differ much are marked as a whole"] if page.coarse else []
    return " · ".join(told)


def _differs(pair: Pair) -> bool:
    paragraphs = (pair.left, pair.right)
    return None in paragraphs or any(s.own for p in paragraphs if p for s in p.stretches)


def _pair(sheet: Sheet, pair: Pair, y: float) -> float:
    sheet.stroke(0, y, WIDTH, y)
    return (
        max(
            _paragraph(sheet, paragraph, mark, i * (COLUMN + GAP), y + 4)
            for i, (paragraph, mark) in enumerate(zip((pair.left, pair.right), _ONLY, strict=True))
        )
        + 5
    )


def _paragraph(sheet: Sheet, paragraph: Paragraph | None, mark: str, x: float, y: float) -> float:
    if paragraph is None:
        return sheet.text(x, y, COLUMN, "not in this text", SMALL, colour="soft")
    inks = [Ink(s.text, (mark,) if s.own else ()) for s in paragraph.stretches]
    return sheet.text(x, y, COLUMN, inks, BODY, most=_MOST_LINES)
