"""Maps: where one matter's statements place it, and where all matters that are asked for are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from sayso.model import Act, Precision
from sayso.views import MapPage, counted, load_outlines, matter_map, matters_map
from sayso.views.outlines import Outline
from sayso.views.parts import part_of
from sayso.web.asked import Asked, Page, read_asked
from sayso.web.site import STATIC, Site, View

OUTLINES = STATIC / "built" / "outlines.json"
MOST_MATTERS = 300
SHOWN = 4
"""Events of a place that its list shows at once; others open."""
MOST_LISTED = 40
"""Events of a place that its list holds; the table has them all."""

PRECISION_WORDS: Mapping[Precision, str] = {
    Precision.POINT: "a point",
    Precision.TOWN: "a town",
    Precision.REGION: "an area",
    Precision.COUNTRY: "a country, no more is known",
}


def outlines() -> Sequence[Outline]:
    """Return the outlines that maps are drawn from. Raises MissingPartError."""
    return load_outlines(OUTLINES)


def matters_map_view(site: Site, asked: Asked, query: str) -> View:
    """Return the map of all matters that are asked for; ``query`` is the address's own."""
    which = asked.which(site, limit=MOST_MATTERS)
    page = matters_map(site.ledger, which, outlines())
    return map_view(page, asked=asked, acts=list(Act), query_string=query)


def map_view(page: MapPage, part: int = 1, **more: object) -> View:
    """Return a map as a page shows it, with the ``part``-th part of its table."""
    places = counted(len(page.places), "place")
    data = {
        "page": page,
        "d": page.drawing,
        "map_name": f"Map of {places}. The same is told in the table below.",
        "precision_words": PRECISION_WORDS,
        "shown": SHOWN,
        "most": MOST_LISTED,
        "listed": part_of(page.rows, part),
    }
    return View("map.html", {**data, **more})


def routes(site: Site) -> APIRouter:
    """Return the router of the maps."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}/map")
    def matter(request: Request, ref: str, part: Page = 1) -> Response:
        return site.show(request, map_view(matter_map(site.ledger, ref, outlines()), part))

    @router.get("/map")
    def matters(request: Request, asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        return site.show(request, matters_map_view(site, asked, request.url.query))

    return router
