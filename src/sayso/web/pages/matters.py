"""The first screen: the matters, most contested first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response

from sayso.errors import UsageError
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

    def _part(request: Request, asked: Asked) -> Response:
        """Return the list alone, or in its place what is wrong with the filters."""
        try:
            which = asked.which(site)
        except UsageError as error:
            return site.page(request, "matters_refused.html", 400, error=error)
        found = first_page(site.ledger, which, page=asked.page, size=PAGE_SIZE)
        answer = site.page(request, "matters_list.html", found=found, asked=asked, part=True)
        answer.headers["HX-Push-Url"] = asked.address(page=asked.page)
        return answer

    @router.get("/")
    def matters(request: Request, asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        # A page that the browser goes back to is asked for whole.
        part = "HX-Request" in request.headers and (
            "HX-History-Restore-Request" not in request.headers
        )
        answer = _part(request, asked) if part else site.show(request, matters_view(site, asked))
        answer.headers["Vary"] = "HX-Request, HX-History-Restore-Request"
        return answer

    return router
