"""Maps: where one matter's statements place it, and where all matters that are asked for are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from sayso.model import Precision
from sayso.views import load_outlines, matter_map, matters_map
from sayso.web.asked import Asked, read_asked
from sayso.web.site import STATIC, Site

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


def routes(site: Site) -> APIRouter:
    """Return the router of the maps."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}/map")
    def matter(request: Request, ref: str) -> Response:
        page = matter_map(site.ledger, ref, load_outlines(OUTLINES))
        return site.page(
            request, "map.html", page=page, precision_words=PRECISION_WORDS, shown=SHOWN
        )

    @router.get("/map")
    def matters(request: Request, asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        which = asked.which(site, limit=MOST_MATTERS)
        page = matters_map(site.ledger, which, load_outlines(OUTLINES))
        return site.page(
            request,
            "map.html",
            page=page,
            precision_words=PRECISION_WORDS,
            shown=SHOWN,
            asked_words=_words(asked),
            query_string=request.url.query,
            limited=page.total == MOST_MATTERS,
        )

    return router


def _words(asked: Asked) -> tuple[str, ...]:
    """Return the filters that are set, each with its value; one that is on has none."""
    values = [(field, getattr(asked, field.name)) for field in fields(asked)]
    return tuple(
        field.name if value is True else f"{field.name} “{value}”"
        for field, value in values
        if value != field.default
    )
