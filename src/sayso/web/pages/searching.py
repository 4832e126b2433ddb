"""Full-text search over the articles."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from sayso.ledger.protocol import SearchHit
from sayso.web.asked import Text
from sayso.web.site import Site

MOST_HITS = 100


def found(site: Site, words: str) -> tuple[SearchHit, ...]:
    """Return the articles that hold all these words; without any word, none."""
    return site.ledger.search(words, limit=MOST_HITS) if words.strip() else ()


def routes(site: Site) -> APIRouter:
    """Return the router of the search."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/search")
    def search(request: Request, q: Text = "") -> Response:
        hits = found(site, q)
        return site.page(request, "search.html", query=q, hits=hits, most=MOST_HITS)

    return router
