"""One matter: its sides and parties by time, its conflicts and shifts, all its accounts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.views.matrix import by_side, matrix_of
from sayso.views.matter import account_in_context, matter_page
from sayso.web.site import Site, View


def matter_view(site: Site, ref: str) -> View:
    """Return one matter's accounts as a page shows them. Raises NotFoundError."""
    page = matter_page(site.ledger, ref, site.merges)
    matrix, groups = matrix_of(page.accounts), by_side(page.accounts)
    data = {"page": page, "matrix": matrix, "groups": groups, "view": "accounts"}
    return View("matter.html", data)


def routes(site: Site) -> APIRouter:
    """Return the router of one matter's accounts."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}")
    def matter(request: Request, ref: str) -> Response:
        return site.show(request, matter_view(site, ref))

    @router.get("/matters/{ref}/accounts/{statement}")
    def account(request: Request, statement: str) -> Response:
        """Return the paragraphs that hold a statement, for the page to put in place."""
        if "hx-request" not in request.headers:
            return RedirectResponse(f"/statements/{statement}")
        row, blocks = account_in_context(site.ledger, statement)
        return site.page(request, "matter_account.html", row=row, blocks=blocks)

    return router
