"""One article with its statements marked, and each statement's permanent link to it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.views import reading_page
from sayso.web.asked import Text
from sayso.web.site import Site


def routes(site: Site) -> APIRouter:
    """Return the router of articles and statements."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/articles/{ref}")
    def article(request: Request, ref: str, statement: Text = "") -> Response:
        page = reading_page(site.ledger, ref)
        return site.page(request, "article.html", page=page, chosen=statement)

    @router.get("/statements/{ref}")
    def statement(ref: str) -> Response:
        row = site.ledger.row(ref)
        where = f"/articles/{row.article.id}?statement={row.statement.id}#s-{row.statement.id}"
        return RedirectResponse(where)

    return router
