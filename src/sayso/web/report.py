"""Matters as one file that stands alone: no network, no script, nothing but what is in it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from markupsafe import Markup

from sayso.ledger.protocol import RowFilter
from sayso.model import WeighedMatter
from sayso.views import ReadingPage, matter_page, reading_page
from sayso.views.map import map_of
from sayso.web.drawing import sheets
from sayso.web.pages.maps import map_view, outlines
from sayso.web.pages.matter import matter_view
from sayso.web.pages.timeline import timeline_view
from sayso.web.site import Site, View
from sayso.web.standing import Standing, main_part

SHEETS = ("style.css", "matter.css", "timeline.css", "map.css", "reading.css", "report.css")
EXCERPT = 160
"""Code points of a quotation that are kept where the full text was not asked for."""
LEADING_ELSEWHERE = ("crumb", "views", "share", "zoom")
"""Classes of what only leads to other pages."""
HEADS = ("matter-title", "matter-facts", "one-party")
"""Classes of what tells a matter's name and numbers: once is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """What a report is to hold: matters by id, and how it was asked for, in the user's words."""

    matters: Sequence[str]
    query: str
    day: date
    full_text: bool = False


@dataclass(frozen=True, slots=True)
class Chapter:
    """One matter, with its views as HTML that stands alone."""

    weighed: WeighedMatter
    views: tuple[Markup, ...]


def make_report(site: Site, order: ReportOrder) -> str:
    """Return the report as an HTML document. Raises NotFoundError for a matter that isn't there."""
    chapters = [_chapter(site, ref, order) for ref in order.matters]
    style = sheets(SHEETS)
    return site.templates.get_template("report.html").render(
        chapters=chapters,
        articles=_articles(site, chapters) if order.full_text else (),
        order=order,
        # In a style sheet of ours nothing is escaped: its digest is what the policy lets pass.
        style=Markup(style),
        digest=base64.b64encode(sha256(style.encode()).digest()).decode(),
    )


def _chapter(site: Site, ref: str, order: ReportOrder) -> Chapter:
    page = matter_page(site.ledger, ref, site.merges)
    weighed = page.weighed
    matter = weighed.matter.id
    # What says the same again is not even written: of large matters that takes longest.
    views = (
        matter_view(page, whole=True),
        _standing(timeline_view(page)),
        _standing(map_view(map_of(weighed, (a.row for a in page.accounts), outlines()))),
    )
    parts = tuple(
        # What a template escaped is parsed and written again, escaped anew.
        Markup(_stood(site, view, f"{matter}-{number}-", HEADS if number else (), order))
        for number, view in enumerate(views)
    )
    return Chapter(weighed, parts)


def _standing(view: View) -> View:
    return View(view.template, {**view.data, "standing": True})


def _stood(
    site: Site, view: View, prefix: str, told_before: Sequence[str], order: ReportOrder
) -> str:
    how = Standing(
        prefix=prefix,
        dropped=(*LEADING_ELSEWHERE, *told_before),
        quote=None if order.full_text else EXCERPT,
        texts=order.full_text,
    )
    return main_part(site.drawn(view), how)


def _articles(site: Site, chapters: Sequence[Chapter]) -> Iterator[ReadingPage]:
    """Yield the articles that the matters' accounts are from, each once, in their order."""
    heads = {
        row.article.id: None
        for chapter in chapters
        for row in site.ledger.rows(RowFilter(matter=chapter.weighed.matter.id))
    }
    return (reading_page(site.ledger, ref) for ref in heads)
