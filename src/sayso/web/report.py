"""Matters as one file that stands alone: no network, no script, nothing but what is in it."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from markupsafe import Markup

from sayso.model import Row, joined_text
from sayso.views import MatterPage, ReadingPage, matter_page, reading_page
from sayso.web.drawing import sheets
from sayso.web.site import Site

SHEETS = ("style.css", "report.css")
EXCERPT = 160
"""Code points of a content that are quoted where the full text was not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """What a report is to hold: matters by id, and how it was asked for, in the user's words."""

    matters: Sequence[str]
    query: str
    day: date
    full_text: bool = False


def make_report(site: Site, order: ReportOrder) -> str:
    """Return the report as an HTML document. Raises NotFoundError for a matter that isn't there."""
    pages = [matter_page(site.ledger, ref, site.merges) for ref in order.matters]
    style = sheets(SHEETS)

    def quoted(row: Row) -> str:
        text = joined_text(row.statement.content)
        if order.full_text or len(text) <= EXCERPT:
            return text
        return text[:EXCERPT].rsplit(" ", 1)[0] + " …"

    return site.templates.get_template("report.html").render(
        pages=pages,
        articles=_articles(site, pages) if order.full_text else (),
        order=order,
        quoted=quoted,
        # In a style sheet of ours nothing is escaped: its digest is what the policy lets pass.
        style=Markup(style),
        digest=base64.b64encode(sha256(style.encode()).digest()).decode(),
    )


def _articles(site: Site, pages: Sequence[MatterPage]) -> list[ReadingPage]:
    """Return the articles that the matters' accounts are from, each once, in their order."""
    heads = {
        account.row.article.id: None
        for page in pages
        for side in page.sides
        for account in side.accounts
    }
    return [reading_page(site.ledger, ref) for ref in heads]
