"""Names to choose from while a filter is typed: parties, places and outlets of the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from sayso.web.asked import Asked, read_asked
from sayso.web.site import Site

MOST_NAMES = 20


class Named(StrEnum):
    """The filters whose names are suggested."""

    PARTY = "party"
    PLACE = "place"
    OUTLET = "outlet"


def routes(site: Site) -> APIRouter:
    """Return the router of the suggestions; what is typed comes under the filter's own name."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/suggestions/{named}")
    def suggestions(
        request: Request, named: Named, asked: Annotated[Asked, Depends(read_asked)]
    ) -> Response:
        return site.page(request, "suggestions.html", names=_names(site, named, asked))

    return router


def _names(site: Site, named: Named, asked: Asked) -> Sequence[str]:
    match named:
        case Named.PARTY:
            return site.census.names(asked.party, limit=MOST_NAMES)
        case Named.PLACE:
            return site.ledger.places(asked.place, limit=MOST_NAMES)
        case Named.OUTLET:
            return site.ledger.outlets(asked.outlet, limit=MOST_NAMES)
