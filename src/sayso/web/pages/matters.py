"""The first screen: the matters, most contested first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from sayso.model import Act
from sayso.views import first_page
from sayso.web.asked import Asked, read_asked
from sayso.web.site import Site, View

PAGE_SIZE = 30


def matters_view(site: Site, asked: Asked) -> View:
    """Return the first screen, or another one, of the matters that are asked for."""
    data = {
        "found": first_page(site.ledger, asked.which(site), page=asked.page, size=PAGE_SIZE),
        "asked": asked,
        "counts": site.ledger.counts(),
        "acts": list(Act),
    }
    return View("matters.html", data)


def routes(site: Site) -> APIRouter:
    """Return the router of the matters."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/")
    def matters(request: Request, asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        # A page that the browser goes back to is asked for whole.
        part = "HX-Request" in request.headers and (
            "HX-History-Restore-Request" not in request.headers
        )
        if part:
            found = first_page(site.ledger, asked.which(site), page=asked.page, size=PAGE_SIZE)
            answer = site.page(request, "matters_list.html", found=found, asked=asked, part=True)
            answer.headers["HX-Push-Url"] = asked.address(page=asked.page)
        else:
            answer = site.show(request, matters_view(site, asked))
        answer.headers["Vary"] = "HX-Request, HX-History-Restore-Request"
        return answer

    return router
