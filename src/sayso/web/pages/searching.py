"""Full-text search over the articles."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from sayso.web.asked import Text
from sayso.web.site import Site

MOST_HITS = 100


def routes(site: Site) -> APIRouter:
    """Return the router of the search."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/search")
    def search(request: Request, q: Text = "") -> Response:
        hits = site.ledger.search(q, limit=MOST_HITS) if q.strip() else ()
        return site.page(request, "search.html", query=q, hits=hits, most=MOST_HITS)

    return router
