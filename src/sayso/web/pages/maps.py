"""Maps: where one matter's statements place it, and where all matters that are asked for are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from sayso.model import Act, Precision
from sayso.views import load_outlines, matter_map, matters_map
from sayso.web.asked import Asked, read_asked
from sayso.web.site import STATIC, Site, View

OUTLINES = STATIC / "built" / "outlines.json"
MOST_MATTERS = 300
SHOWN = 4
"""Events of a place that its list shows at once; the others open."""

PRECISION_WORDS: Mapping[Precision, str] = {
    Precision.POINT: "a point",
    Precision.TOWN: "a town",
    Precision.REGION: "an area",
    Precision.COUNTRY: "a country, no more is known",
}


def map_view(site: Site, ref: str) -> View:
    """Return the map of one matter as a page shows it. Raises NotFoundError."""
    page = matter_map(site.ledger, ref, load_outlines(OUTLINES))
    return View("map.html", {"page": page, "precision_words": PRECISION_WORDS, "shown": SHOWN})


def matters_map_view(site: Site, asked: Asked, query: str) -> View:
    """Return the map of all matters that are asked for; ``query`` is the address's own."""
    which = asked.which(site, limit=MOST_MATTERS)
    page = matters_map(site.ledger, which, load_outlines(OUTLINES))
    data = {
        "page": page,
        "precision_words": PRECISION_WORDS,
        "shown": SHOWN,
        "asked": asked,
        "acts": list(Act),
        "query_string": query,
    }
    return View("map.html", data)


def routes(site: Site) -> APIRouter:
    """Return the router of the maps."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}/map")
    def matter(request: Request, ref: str) -> Response:
        return site.show(request, map_view(site, ref))

    @router.get("/map")
    def matters(request: Request, asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        return site.show(request, matters_map_view(site, asked, request.url.query))

    return router
