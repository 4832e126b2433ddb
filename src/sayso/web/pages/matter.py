"""One matter: its sides and parties by time, its conflicts and shifts, all its accounts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from sayso.errors import NotFoundError
from sayso.views.conflict import ConflictView, brief
from sayso.views.matrix import by_side, matrix_of
from sayso.views.matter import MatterPage, account_in_context, matter_page
from sayso.views.parts import LINES, ROWS, grouped, matrix_part
from sayso.web.asked import Page, Text
from sayso.web.site import Site, View


def matter_view(
    page: MatterPage,
    *,
    part: int = 1,
    statement: str = "",
    lines: int = 1,
    whole: bool = False,
) -> View:
    """Return one matter's accounts as a page shows them.

    Of many accounts it is the part in which ``statement`` stands, else the ``part``-th; ``lines``
    is the part of the matrix. ``whole`` shows all parts at once.
    """
    matrix, matrix_lines = matrix_part(
        matrix_of(page.accounts), lines, size=None if whole else LINES
    )
    sides = [(side.name, side.accounts) for side in by_side(page.accounts)]
    data = {
        "page": page,
        "matrix": matrix,
        "lines": matrix_lines,
        "conflicts": [brief(conflict) for conflict in page.conflicts],
        "listed": grouped(sides, part, statement, size=None if whole else ROWS),
        "view": "accounts",
    }
    return View("matter.html", data)


def conflict_in(page: MatterPage, number: int) -> ConflictView:
    """Return the ``number``-th conflict of a matter, from 1. Raises NotFoundError."""
    if not 1 <= number <= len(page.conflicts):
        raise NotFoundError(
            f"This matter has no conflict {number}", remedy="Open the matter to see its conflicts"
        )
    return page.conflicts[number - 1]


def conflict_view_of(page: MatterPage, number: int, part: int, statement: str) -> View:
    """Return all accounts of a matter's ``number``-th conflict. Raises NotFoundError."""
    conflict = conflict_in(page, number)
    camps = [(camp.name, camp.accounts) for camp in conflict.camps]
    listed = grouped(camps, part, statement)
    return View(
        "conflict.html",
        {"page": page, "c": conflict, "number": number, "listed": listed, "view": "accounts"},
    )


def need_account(site: Site, page: MatterPage, statement: str) -> None:
    """Check that a link's statement, "" for none, is one of the matter's. Raises NotFoundError."""
    if not statement or any(a.row.statement.id == statement for a in page.accounts):
        return
    row = site.ledger.row(statement)
    raise NotFoundError(
        f"Statement {statement!r} is not, or no longer, on this matter",
        remedy=f"Open it in its article, at /statements/{row.statement.id}",
    )


def routes(site: Site) -> APIRouter:
    """Return the router of one matter's accounts."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}")
    def matter(
        request: Request, ref: str, part: Page = 1, statement: Text = "", lines: Page = 1
    ) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        need_account(site, page, statement)
        return site.show(request, matter_view(page, part=part, statement=statement, lines=lines))

    @router.get("/matters/{ref}/conflicts/{number}")
    def conflict(
        request: Request, ref: str, number: int, part: Page = 1, statement: Text = ""
    ) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        need_account(site, page, statement)
        return site.show(request, conflict_view_of(page, number, part, statement))

    @router.get("/matters/{ref}/accounts/{statement}")
    def account(request: Request, statement: str) -> Response:
        """Return the paragraphs that hold a statement, for the page to put in place."""
        if "hx-request" not in request.headers:
            return RedirectResponse(f"/statements/{statement}")
        row, blocks = account_in_context(site.ledger, statement)
        return site.page(request, "matter_account.html", row=row, blocks=blocks)

    return router
