"""What the views show, as files to share: tables as CSV, a matter's report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response, StreamingResponse

from sayso.export import exporter_named, matter_json, row_json
from sayso.ledger.protocol import RowFilter
from sayso.views.parties import ids_of
from sayso.web.asked import Asked, read_asked
from sayso.web.files import as_file, file_headers
from sayso.web.report import ReportOrder, make_report
from sayso.web.site import Site

PIECE = 64_000
"""Characters of a table that are sent at once, about."""


def routes(site: Site) -> APIRouter:
    """Return the router of what can be shared; its addresses end in a file's ending."""
    router = APIRouter()

    @router.get("/matters.csv")
    def matters(asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        found = site.ledger.matters(asked.which(site))
        return _csv("matters", (matter_json(weighed) for weighed in found))

    @router.get("/matters/{ref}/report.html")
    def report_on(ref: str) -> Response:
        order = ReportOrder(
            matters=[ref], query=f"the page of matter {ref}", day=datetime.now(UTC).date()
        )
        return as_file(make_report(site, order).encode(), f"matter-{ref}", "html", "text/html")

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
        view = site.census.view(ref)
        ids = ids_of(view.one) if view else (site.ledger.party(ref).id,)
        return _csv(f"party-{ids[0]}", _rows(site, RowFilter(party=ids[0], merged=ids)))

    return router


def _rows(site: Site, which: RowFilter) -> Iterable[dict[str, Any]]:
    return (row_json(row) for row in site.ledger.rows(which))


def _csv(name: str, rows: Iterable[dict[str, Any]]) -> Response:
    return StreamingResponse(
        _in_pieces(exporter_named("csv")(rows)),
        media_type="text/csv; charset=utf-8",
        headers=file_headers(name, "csv"),
    )


def _in_pieces(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines joined: each piece goes from one thread to another, which costs more than it."""
    held: list[str] = []
    size = 0
    for line in lines:
        held.append(line)
        size += len(line)
        if size >= PIECE:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)
