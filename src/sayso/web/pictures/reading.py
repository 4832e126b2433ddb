"""An article as a picture: its passages that hold statements, the rows beside them.

Paragraphs without a statement are left out, and what stands far from any mark: the picture says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from sayso.model import joined_text
from sayso.views.reading import BlockView, ReadingPage, RowView, Segment
from sayso.views.wording import counted
from sayso.web.pictures.setting import MORE, Ink
from sayso.web.pictures.sheet import BODY, HEAD, LABEL, NAME, SMALL, TALLEST, Picture, Sheet, Style
from sayso.web.words import period, said_words, stance_words, who

WIDTH = 1080.0
TEXT = 600.0
GAP = 30.0
MOST_ROWS = 60
"""Rows of a picture; the passages end with the last of them."""
CONTEXT = 200
"""Code points that are kept beside a mark; more than twice as many between two are cut."""
MARKED = 1_500
"""Code points of one mark's stretch that are kept."""
READ = Style("body", 13.0)
_MARKS = ("source", "cue", "content", "place", "date")
_QUOTED = 3


def draw_reading(page: ReadingPage) -> Picture:
    """Return the picture of an article, or of one part of it; it tells how much it leaves out."""
    sheet = Sheet()
    y = _head(sheet, page)
    rows = {view.row.statement.id: view for view in page.rows}
    drawn = 0
    for held, blocks in groupby(page.blocks, key=_holds):
        group = list(blocks)
        if _is_full(y, drawn):
            break
        if not held:
            told = f"{MORE} {counted(len(group), 'paragraph')} without a statement"
            y = sheet.text(0, y + 6, TEXT, told, SMALL, colour="soft")
            continue
        for block in group:
            if _is_full(y, drawn):
                break
            begun = [t.statement for s in block.segments for t in s.begins]
            beside = [rows[one] for one in begun if one in rows][: MOST_ROWS - drawn]
            drawn += len(beside)
            y = _passage(sheet, block, beside, y + 8)
    if not page.rows:
        y = sheet.text(0, y + 8, TEXT, "No statement found in this article.", BODY, colour="soft")
    more = len(page.rows) - drawn
    if more > 0:
        told = f"Left out: {counted(more, 'statement')}, from number {drawn + 1} on."
        y = sheet.text(0, y + 10, WIDTH, told, SMALL)
    return sheet.picture(WIDTH, y + 4, "An article with its statements marked, a row for each")


def _is_full(y: float, rows: int) -> bool:
    return y > TALLEST or rows >= MOST_ROWS


def _head(sheet: Sheet, page: ReadingPage) -> float:
    article = page.article
    told = [article.outlet or "outlet unknown"]
    told.append(period(article.published, article.published) or "undated")
    told += [article.byline] if article.byline else []
    told.append(counted(len(page.rows), "statement"))
    if page.parts > 1:
        told.append(f"part {page.part} of {page.parts}")
    y = sheet.text(0, 0, WIDTH, " · ".join(told), SMALL, colour="soft", most=2)
    legend = [Ink("Marks: ")]
    for mark in _MARKS:
        legend += [Ink(mark, (mark,)), Ink("  ")]
    return sheet.text(0, y + 2, WIDTH, legend, SMALL) + 4


def _holds(block: BlockView) -> bool:
    return any(segment.touches for segment in block.segments)


def _passage(sheet: Sheet, block: BlockView, rows: Sequence[RowView], top: float) -> float:
    sheet.stroke(0, top, WIDTH, top)
    style = HEAD if block.kind == "title" else READ
    left = sheet.text(0, top + 6, TEXT, list(_inks(block.segments)), style)
    y = top + 6
    for i, view in enumerate(rows):
        y = _row(sheet, view, TEXT + GAP, y + (7 if i else 0), WIDTH - TEXT - GAP)
    return max(left, y)


def _inks(segments: Sequence[Segment]) -> Iterator[Ink]:
    last = len(segments) - 1
    for i, segment in enumerate(segments):
        for touch in segment.begins:
            if touch.number:
                yield Ink(f"[{touch.number}] ", ("number",))
        roles = tuple(role for role in _MARKS if role in segment.roles)
        if roles:
            yield Ink(_middle_cut(segment.text, MARKED), roles)
        else:
            yield Ink(_kept(segment.text, first=not i, last=i == last))


def _kept(text: str, *, first: bool, last: bool) -> str:
    """Return an unmarked stretch: what stands near the marks before and after it."""
    if len(text) <= 2 * CONTEXT or first is last:
        return _middle_cut(text, 2 * CONTEXT)
    if first:
        return f"{MORE} {text[-CONTEXT:].split(None, 1)[-1]}"
    return f"{text[:CONTEXT].rsplit(None, 1)[0]} {MORE}"


def _middle_cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    half = most // 2
    return f"{text[:half].rsplit(None, 1)[0]} {MORE} {text[-half:].split(None, 1)[-1]}"


def _row(sheet: Sheet, view: RowView, x: float, y: float, width: float) -> float:
    statement = view.row.statement
    stance = view.row.stance
    y = sheet.pieces(
        x,
        y,
        width,
        [
            (f"[{view.number}]", LABEL, ""),
            (who(view.row), NAME, ""),
            (statement.act.value, SMALL, "soft"),
            (stance_words(stance), LABEL, stance.value if stance else ""),
        ],
    )
    y = sheet.text(x, y, width, joined_text(statement.content), BODY, most=_QUOTED)
    facts = [f"said {said_words(statement.said)}"]
    if view.title:
        facts.append(f"on: {view.title}")
    if statement.channel:
        facts.append("through " + ", ".join(c.span.text for c in statement.channel))
    if statement.places:
        facts.append("places: " + ", ".join(dict.fromkeys(p.name for p in statement.places)))
    dates = [period(d.start, d.end) for d in statement.dates]
    if any(dates):
        facts.append("dates: " + ", ".join(dict.fromkeys(filter(None, dates))))
    return sheet.text(x, y + 1, width, " · ".join(facts), SMALL, colour="soft", most=4)
