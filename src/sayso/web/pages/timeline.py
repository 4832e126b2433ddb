"""One matter by time: what is told of, said and published when."""

from __future__ import annotations

from collections import defaultdict
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response

from sayso.views.timeline import timeline_page
from sayso.web.site import Site, View

MOST_ZOOM = 16
Zoom = Annotated[int, Query(ge=1, le=MOST_ZOOM)]


def timeline_view(site: Site, ref: str, zoom: int = 1) -> View:
    """Return one matter by time as a page shows it. Raises NotFoundError."""
    found = timeline_page(site.ledger, ref, site.merges, zoom=zoom)
    turns: dict[str, list[str]] = defaultdict(list)
    for turn in found.page.shifts:
        if turn.after:
            words = f"{turn.shift.from_stance.value}, then {turn.shift.to_stance.value}"
            turns[turn.after.row.statement.id].append(words)
    zooms = (
        ("in", "Zoom in", "+", min(zoom * 2, MOST_ZOOM)),
        ("out", "Zoom out", "−", max(zoom // 2, 1)),
    )
    data = {"page": found.page, "t": found.timeline, "turns": turns, "zooms": zooms}
    return View("timeline.html", {**data, "view": "timeline"})


def routes(site: Site) -> APIRouter:
    """Return the router of the timelines."""
    router = APIRouter(default_response_class=HTMLResponse)

    @router.get("/matters/{ref}/timeline")
    def timeline(request: Request, ref: str, zoom: Zoom = 1) -> Response:
        return site.show(request, timeline_view(site, ref, zoom))

    return router
