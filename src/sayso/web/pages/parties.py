"""One party with all that it said, by matter and time."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from sayso.views import party_page
from sayso.web.asked import Page
from sayso.web.site import Site

SHIFTS_SHOWN = 12
"""Shifts that are listed at the head of the page; each stands with its matter, too."""


def routes(site: Site) -> APIRouter:
    """Return the router of the parties."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/parties/{ref}")
    def party(request: Request, ref: str, page: Page = 1) -> Response:
        found = party_page(site.ledger, ref, site.census, page=page)
        return site.page(request, "party.html", page=found, number=page, shifts_shown=SHIFTS_SHOWN)

    return router
