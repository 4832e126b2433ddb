"""What the views show, as files to share: tables as CSV, a matter's report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response, StreamingResponse

from sayso.export import exporter_named, matter_json, row_json, search_json
from sayso.ledger.protocol import RowFilter
from sayso.views import copies_page, matter_page
from sayso.views.copies import Pair
from sayso.views.parties import ids_of
from sayso.web.asked import Asked, Text, read_asked
from sayso.web.files import as_file, file_headers
from sayso.web.pages.matter import conflict_in
from sayso.web.pages.searching import found
from sayso.web.report import ReportOrder, make_report
from sayso.web.site import Site

PIECE = 64_000
"""Characters of a table that are sent at once, about."""


def routes(site: Site) -> APIRouter:
    """Return the router of what can be shared; its addresses end in a file's ending."""
    router = APIRouter()

    @router.get("/matters.csv")
    def matters(asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        every = site.ledger.matters(asked.which(site))
        return _csv("matters", (matter_json(weighed) for weighed in every))

    @router.get("/matters/{ref}/report.html")
    def report_on(ref: str) -> Response:
        order = ReportOrder(
            matters=[ref], query=f"the page of matter {ref}", day=datetime.now(UTC).date()
        )
        return as_file(make_report(site, order).encode(), f"matter-{ref}", "html", "text/html")

    @router.get("/matters/{ref}.csv")
    def matter(ref: str) -> Response:
        own = site.ledger.matter(ref).matter
        return _csv(f"matter-{own.id}", _rows(site, RowFilter(matter=own.id)))

    @router.get("/matters/{ref}/conflicts/{number}.csv")
    def conflict(ref: str, number: int) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        own = set(conflict_in(page, number).conflict.statements)
        rows = (a.row for a in page.accounts if a.row.statement.id in own)
        return _csv(f"conflict-{page.weighed.matter.id}-{number}", map(row_json, rows))

    @router.get("/search.csv")
    def search(q: Text = "") -> Response:
        hits = (search_json(hit.article, hit.span, hit.statements) for hit in found(site, q))
        return _csv("search", hits)

    @router.get("/articles/{ref}/copies/{other}.csv")
    def copies(ref: str, other: str) -> Response:
        page = copies_page(site.ledger, ref, other)
        name = f"copies-{page.left.id}-{page.right.id}"
        return _csv(name, (_pair_json(pair) for pair in page.pairs))

    @router.get("/articles/{ref}.csv")
    def article(ref: str) -> Response:
        own = site.ledger.article(ref)
        return _csv(f"article-{own.id}", _rows(site, RowFilter(article=own.id)))

    @router.get("/parties/{ref}.csv")
    def party(ref: str) -> Response:
        view = site.census.view(ref)
        ids = ids_of(view.one) if view else (site.ledger.party(ref).id,)
        return _csv(f"party-{ids[0]}", _rows(site, RowFilter(party=ids[0], merged=ids)))

    return router


def _rows(site: Site, which: RowFilter) -> Iterable[dict[str, Any]]:
    return (row_json(row) for row in site.ledger.rows(which))


def _pair_json(pair: Pair) -> dict[str, Any]:
    """Return two paragraphs of copies with what each has alone; None where one is missing."""
    told: dict[str, Any] = {}
    for side, paragraph in (("left", pair.left), ("right", pair.right)):
        stretches = paragraph.stretches if paragraph else ()
        own = [s.text.strip() for s in stretches if s.own]
        told[side] = "".join(s.text for s in stretches) if paragraph else None
        told[f"only_{side}"] = " … ".join(own)
    return told


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
