"""What the views show, as files to share: tables as CSV, drawings as SVG and PNG."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends
from fastapi.responses import Response, StreamingResponse

from sayso.export import exporter_named, matter_json, row_json
from sayso.ledger.protocol import RowFilter
from sayso.views.parties import ids_of
from sayso.web.asked import Asked, read_asked
from sayso.web.drawing import as_png, drawing_in, standalone
from sayso.web.pages.maps import map_view, matters_map_view
from sayso.web.pages.matter import matter_view
from sayso.web.pages.timeline import timeline_view
from sayso.web.report import ReportOrder, make_report
from sayso.web.site import Site, View

MOST_MATTERS = 10_000


class Ending(StrEnum):
    """What a drawing may be shared as."""

    SVG = "svg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of drawing: the class of its ``<svg>``, and the style sheet that it follows."""

    name: str
    sheet: str


MAP = Kind("map", "map.css")
TIMELINE = Kind("timeline", "timeline.css")
FIGURES = Kind("figures", "matter.css")


def routes(site: Site) -> APIRouter:
    """Return the router of what can be shared; its addresses end in a file's ending."""
    router = APIRouter()

    @router.get("/matters.csv")
    def matters(asked: Annotated[Asked, Depends(read_asked)]) -> Response:
        found = site.ledger.matters(asked.which(site, limit=MOST_MATTERS))
        return _csv("matters", (matter_json(weighed) for weighed in found))

    @router.get("/map.{ending}")
    def whole_map(asked: Annotated[Asked, Depends(read_asked)], ending: Ending) -> Response:
        return _drawing(site, matters_map_view(site, asked, ""), MAP, "map", ending)

    @router.get("/matters/{ref}/map.{ending}")
    def map_of(ref: str, ending: Ending) -> Response:
        return _drawing(site, map_view(site, ref), MAP, f"map-{ref}", ending)

    @router.get("/matters/{ref}/timeline.{ending}")
    def timeline_of(ref: str, ending: Ending) -> Response:
        return _drawing(site, timeline_view(site, ref), TIMELINE, f"timeline-{ref}", ending)

    @router.get("/matters/{ref}/figures-{number}.{ending}")
    def figures_of(ref: str, number: int, ending: Ending) -> Response:
        name = f"figures-{ref}-{number}"
        return _drawing(site, matter_view(site, ref), FIGURES, name, ending, number=number)

    @router.get("/matters/{ref}/report.html")
    def report_on(ref: str) -> Response:
        order = ReportOrder(
            matters=[ref], query=f"the page of matter {ref}", day=datetime.now(UTC).date()
        )
        return _file(make_report(site, order).encode(), f"matter-{ref}", "html", "text/html")

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


def _drawing(
    site: Site, view: View, kind: Kind, name: str, ending: Ending, *, number: int = 1
) -> Response:
    """Return the drawing of a kind that a view's page holds, the ``number``-th of them."""
    svg = standalone(drawing_in(site.drawn(view), kind.name, number), kind.sheet)
    if ending is Ending.SVG:
        return _file(svg, name, "svg", "image/svg+xml")
    return _file(as_png(svg), name, "png", "image/png")


def _file(content: bytes, name: str, ending: str, media_type: str) -> Response:
    return Response(content, media_type=media_type, headers=_as_file(name, ending))


def _as_file(name: str, ending: str) -> dict[str, str]:
    # A name of ours: letters, digits and dashes need no quoting in the header.
    plain = "".join(c if c.isalnum() and c.isascii() else "-" for c in name)
    return {"Content-Disposition": f'attachment; filename="sayso-{plain}.{ending}"'}


def _rows(site: Site, which: RowFilter) -> Iterable[dict[str, Any]]:
    return (row_json(row) for row in site.ledger.rows(which))


def _csv(name: str, rows: Iterable[dict[str, Any]]) -> Response:
    return StreamingResponse(
        exporter_named("csv")(rows),
        media_type="text/csv; charset=utf-8",
        headers=_as_file(name, "csv"),
    )
