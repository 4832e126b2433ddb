"""One matter: its sides and parties by time, its conflicts and shifts, all its accounts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from sayso.views import matter_page
from sayso.web.site import Site


def routes(site: Site) -> APIRouter:
    """Return the router of one matter's accounts."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}")
    def matter(request: Request, ref: str) -> Response:
        return site.page(request, "matter.html", page=matter_page(site.ledger, ref, site.merges))

    return router
