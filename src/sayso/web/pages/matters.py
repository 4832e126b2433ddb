"""The first screen: the matters, most contested first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from sayso.model import Act
from sayso.web.asked import Asked, read_asked
from sayso.web.site import Site

PAGE_SIZE = 100


def routes(site: Site) -> APIRouter:
    """Return the router of the matters."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/")
    def matters(request: Request, asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        found = list(site.ledger.matters(asked.which(site, limit=PAGE_SIZE)))
        return site.page(
            request,
            "matters.html",
            found=found,
            counts=site.ledger.counts(),
            asked=asked,
            limit=PAGE_SIZE,
            acts=list(Act),
        )

    return router
