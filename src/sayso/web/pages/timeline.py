"""One matter by time: what is told of, said and published when."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from sayso.views.joins import MOST_SIGNS
from sayso.views.matter import MatterPage, matter_page
from sayso.views.parts import rows_part
from sayso.views.timeline import timeline_of
from sayso.web.asked import Page, Text
from sayso.web.pages.matter import need_account
from sayso.web.site import Site, View

MOST_ZOOM = 16
Zoom = Annotated[int, Query(ge=1, le=MOST_ZOOM)]


def timeline_view(page: MatterPage, *, zoom: int = 1, part: int = 1, statement: str = "") -> View:
    """Return one matter by time as a page shows it.

    Of a long list it is the part in which ``statement`` stands, else the ``part``-th.
    """
    found = timeline_of(page, zoom=zoom)
    listed = rows_part(page.accounts, part, statement)
    turns: dict[str, list[str]] = defaultdict(list)
    for turn in page.shifts:
        if turn.after:
            words = f"{turn.shift.from_stance.value}, then {turn.shift.to_stance.value}"
            turns[turn.after.row.statement.id].append(words)
    zooms = (
        ("in", "Zoom in", "+", min(zoom * 2, MOST_ZOOM)),
        ("out", "Zoom out", "−", max(zoom // 2, 1)),
    )
    data = {
        "page": page,
        "t": found.timeline,
        "turns": turns,
        "zooms": zooms,
        "listed": listed,
        "shown": frozenset(view.row.statement.id for view in listed.entries),
        "most_signs": MOST_SIGNS,
        "view": "timeline",
    }
    return View("timeline.html", data)


def routes(site: Site) -> APIRouter:
    """Return the router of the timelines."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}/timeline")
    def timeline(
        request: Request, ref: str, zoom: Zoom = 1, part: Page = 1, statement: Text = ""
    ) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        need_account(site, page, statement)
        view = timeline_view(page, zoom=zoom, part=part, statement=statement)
        return site.show(request, view)

    return router
