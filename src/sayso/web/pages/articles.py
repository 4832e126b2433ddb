"""One article with its statements marked, its copies, and each statement's permanent link to it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.views.copies import MOST_WORDS, copies_page
from sayso.views.reading import reading_part
from sayso.web.asked import Text
from sayso.web.site import Site

Part = Annotated[int, Query(ge=1, le=1_000_000)]


def routes(site: Site) -> APIRouter:
    """Return the router of articles and statements."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/articles/{ref}")
    def article(request: Request, ref: str, statement: Text = "", part: Part = 1) -> Response:
        page = reading_part(site.ledger, ref, part=part, statement=statement or None)
        return site.page(request, "article.html", page=page, chosen=statement)

    @router.get("/articles/{ref}/copies/{other}")
    def copies(request: Request, ref: str, other: str) -> Response:
        page = copies_page(site.ledger, ref, other)
        return site.page(request, "copies.html", page=page, most_words=MOST_WORDS)

    @router.get("/statements/{ref}")
    def statement(ref: str) -> Response:
        row = site.ledger.row(ref)
        where = f"/articles/{row.article.id}?statement={row.statement.id}#s-{row.statement.id}"
        return RedirectResponse(where)

    return router
