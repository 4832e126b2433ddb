"""What the views show, as files to share: tables as CSV."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response, StreamingResponse

from sayso.export import exporter_named, matter_json, row_json
from sayso.ledger.protocol import RowFilter
from sayso.views import merged_with
from sayso.web.asked import Asked, read_asked
from sayso.web.site import Site

MOST_MATTERS = 10_000


def routes(site: Site) -> APIRouter:
    """Return the router of what can be shared; its addresses end in a file's ending."""
    router = APIRouter()

    @router.get("/matters.csv")
    def matters(asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        found = site.ledger.matters(asked.which(site, limit=MOST_MATTERS))
        return _csv("matters", (matter_json(weighed) for weighed in found))

    @router.get("/matters/{ref}.csv")
    def matter(ref: str) -> Response:
        found = site.ledger.matter(ref).matter
        return _csv(f"matter-{found.id}", _rows(site, RowFilter(matter=found.id)))

    @router.get("/articles/{ref}.csv")
    def article(ref: str) -> Response:
        found = site.ledger.article(ref)
        return _csv(f"article-{found.id}", _rows(site, RowFilter(article=found.id)))

    @router.get("/parties/{ref}.csv")
    def party(ref: str) -> Response:
        merged = merged_with(site.ledger, site.merges, ref)
        return _csv(f"party-{ref}", _rows(site, RowFilter(party=ref, merged=merged)))

    return router


def _rows(site: Site, which: RowFilter) -> Iterable[dict[str, Any]]:
    return (row_json(row) for row in site.ledger.rows(which))


def _csv(name: str, rows: Iterable[dict[str, Any]]) -> Response:
    # A name of ours: letters, digits and dashes need no quoting in the header.
    plain = "".join(c if c.isalnum() and c.isascii() else "-" for c in name)
    return StreamingResponse(
        exporter_named("csv")(rows),
        media_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="sayso-{plain}.csv"'},
    )
