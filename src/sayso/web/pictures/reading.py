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
_TOGETHER = 3
"""Statements of a long paragraph that are drawn together with their rows."""


def draw_reading(page: ReadingPage) -> Picture:
    """Return the picture of an article, or of one part of it; it tells how much it leaves out."""
    sheet = Sheet()
    y = _head(sheet, page)
    matters = _matters(page.rows)
    rows = {one.row.statement.id: (one, matters[one.row.statement.id]) for one in page.rows}
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
            sheet.stroke(0, y + 8, WIDTH, y + 8)
            y += 8
            for stretch in stretches(block.segments):
                begun = [t.statement for s in stretch for t in s.begins]
                beside = [rows[one] for one in begun if one in rows][: MOST_ROWS - drawn]
                drawn += len(beside)
                style = HEAD if block.kind == "title" else READ
                y = _passage(sheet, stretch, beside, y + 6, style)
                if _is_full(y, drawn):
                    break
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


def stretches(segments: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    """Yield a block in stretches of few statements, none cut in two: rows stay near their text."""
    ends = {touch.statement: i for i, s in enumerate(segments) for touch in s.touches}
    first, begun, until = 0, 0, -1
    for i, segment in enumerate(segments):
        if begun >= _TOGETHER and segment.begins and until < i:
            yield segments[first:i]
            first, begun = i, 0
        begun += len(segment.begins)
        until = max([until, *(ends[statement] for statement in segment.statements)])
    yield segments[first:]


def _passage(
    sheet: Sheet,
    segments: Sequence[Segment],
    rows: Sequence[tuple[RowView, str]],
    top: float,
    style: Style,
) -> float:
    """Draw a stretch of text, beside it its rows, each with what it is on where that is told."""
    left = sheet.text(0, top, TEXT, list(_inks(segments)), style)
    y = top
    for i, (view, matter) in enumerate(rows):
        y = _row(sheet, view, matter, y + (7 if i else 0))
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
            yield Ink(kept(segment.text, first=not i, last=i == last))


def kept(text: str, *, first: bool, last: bool) -> str:
    """Return an unmarked stretch: what stands near the marks before and after it."""
    if len(text) <= 2 * CONTEXT or first is last:
        return _middle_cut(text, 2 * CONTEXT)
    return f"{MORE} {_tail(text, CONTEXT)}" if first else f"{_front(text, CONTEXT)} {MORE}"


def _middle_cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{_front(text, most // 2)} {MORE} {_tail(text, most // 2)}"


def _front(text: str, most: int) -> str:
    """Return the first words of a text."""
    return text[:most].rpartition(" ")[0] or text[:most]


def _tail(text: str, most: int) -> str:
    """Return the last words of a text."""
    return text[-most:].partition(" ")[2] or text[-most:]


def _matters(rows: Sequence[RowView]) -> dict[str, str]:
    """Return what each row is on, by statement id: only where that is not what the last one was."""
    found: dict[str, str] = {}
    last = ""
    for view in rows:
        words = f"on: {view.title}" if view.title else "on no matter"
        found[view.row.statement.id] = "" if words == last else words
        last = words
    return found


def _row(sheet: Sheet, view: RowView, matter: str, y: float) -> float:
    x, width = TEXT + GAP, WIDTH - TEXT - GAP
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
    facts += [matter] if matter else []
    if statement.channel:
        facts.append("through " + ", ".join(c.span.text for c in statement.channel))
    if statement.places:
        facts.append("places: " + ", ".join(dict.fromkeys(p.name for p in statement.places)))
    dates = [period(d.start, d.end) for d in statement.dates]
    if any(dates):
        facts.append("dates: " + ", ".join(dict.fromkeys(filter(None, dates))))
    return sheet.text(x, y + 1, width, " · ".join(facts), SMALL, colour="soft", most=4)
