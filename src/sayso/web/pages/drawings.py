"""What the views show, as pictures to share: SVG and PNG, each with what it is of, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import Response

from sayso.errors import NotFoundError
from sayso.ledger.protocol import RowFilter
from sayso.model import WeighedMatter
from sayso.views import (
    MatterPage,
    copies_page,
    counted,
    first_page,
    matter_page,
    party_page,
    reading_part,
)
from sayso.views.figures import FigureAxis
from sayso.views.joins import MOST_SIGNS
from sayso.views.map import map_of as matter_map_of
from sayso.views.matrix import matrix_of
from sayso.views.timeline import timeline_of as timeline_page_of
from sayso.web.asked import Asked, Page, Text, read_asked
from sayso.web.drawing import Caption, as_png, standalone
from sayso.web.files import as_file
from sayso.web.pages.articles import Part
from sayso.web.pages.maps import MOST_MATTERS, map_view, matters_map_view, outlines
from sayso.web.pages.matter import conflict_in
from sayso.web.pages.matters import PAGE_SIZE
from sayso.web.pages.searching import found
from sayso.web.pictures import (
    Picture,
    draw_conflicts,
    draw_copies,
    draw_matrix,
    draw_matters,
    draw_party,
    draw_reading,
    draw_search,
)
from sayso.web.pictures.sheet import TALLEST
from sayso.web.site import Site, View

PICTURES = ("matter.css", "picture.css")
"""Style sheets of pictures; axes of figures follow the first one."""


class Ending(StrEnum):
    """What a drawing may be shared as."""

    SVG = "svg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of drawing: the style sheet that it follows.

    ``clipped`` tells that it is drawn a little beyond its edges.
    """

    sheet: str
    clipped: bool = False


@dataclass(frozen=True, slots=True)
class Share:
    """What a picture is shared as: its caption, the name of the file, and what kind of file."""

    caption: Caption
    name: str
    ending: Ending


MAP = Kind("map.css", clipped=True)
TIMELINE = Kind("timeline.css")
FIGURES = Kind("matter.css")


def routes(site: Site) -> APIRouter:
    """Return the router of pictures; their addresses are those of the views, with an ending."""
    router = APIRouter()

    @router.get("/matters.{ending}")
    def matters(asked: Annotated[Asked, Depends(read_asked)], ending: Ending) -> Response:
        screen = first_page(site.ledger, asked.which(site), page=asked.page, size=PAGE_SIZE)
        caption = _caption("Matters, the most contested first", _words(asked))
        return _picture(site, draw_matters(screen), Share(caption, "matters", ending))

    @router.get("/map.{ending}")
    def whole_map(asked: Annotated[Asked, Depends(read_asked)], ending: Ending) -> Response:
        title = f"Where the matters are, the {MOST_MATTERS} most contested at most"
        share = Share(_caption(title, _words(asked)), "map", ending)
        view = View("map.svg.html", matters_map_view(site, asked, "").data)
        return _drawing(site, view, MAP, share)

    @router.get("/matters/{ref}/map.{ending}")
    def map_of(ref: str, ending: Ending) -> Response:
        weighed = site.ledger.matter(ref)
        rows = site.ledger.rows(RowFilter(matter=weighed.matter.id))
        view = map_view(matter_map_of(weighed, rows, outlines()))
        share = _of_matter(weighed, "Map", ending)
        return _drawing(site, View("map.svg.html", view.data), MAP, share)

    @router.get("/matters/{ref}/timeline.{ending}")
    def timeline_of(ref: str, ending: Ending) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        drawn = timeline_page_of(page, tallest=TALLEST).timeline
        share = _of_matter(page.weighed, "Timeline", ending, more_sides=drawn.left_out)
        data = {"t": drawn, "shown": frozenset(), "most_signs": MOST_SIGNS}
        return _drawing(site, View("timeline.svg.html", data), TIMELINE, share)

    @router.get("/matters/{ref}/figures-{number}.{ending}")
    def figures_of(ref: str, number: int, ending: Ending) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        view = View("figures.svg.html", {"axis": _axis_in(page, number)})
        share = _of_matter(page.weighed, f"Figures {number}", ending)
        return _drawing(site, view, FIGURES, share)

    @router.get("/matters/{ref}/matrix.{ending}")
    def matrix(ref: str, ending: Ending) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        share = _of_matter(page.weighed, "Matrix", ending)
        return _picture(site, draw_matrix(matrix_of(page.accounts)), share)

    @router.get("/matters/{ref}/conflicts.{ending}")
    def conflicts(ref: str, ending: Ending) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        share = _of_matter(page.weighed, "Conflicts", ending)
        return _picture(site, draw_conflicts(page.conflicts), share)

    @router.get("/matters/{ref}/conflicts/{number}.{ending}")
    def conflict(ref: str, number: int, ending: Ending) -> Response:
        page = matter_page(site.ledger, ref, site.merges)
        share = _of_matter(page.weighed, f"Conflict {number}", ending)
        return _picture(site, draw_conflicts([conflict_in(page, number)]), share)

    @router.get("/search.{ending}")
    def search(ending: Ending, q: Text = "") -> Response:
        caption = _caption("Articles that hold these words", f"search {q}")
        return _picture(site, draw_search(found(site, q)), Share(caption, "search", ending))

    @router.get("/articles/{ref}.{ending}")
    def article(ref: str, ending: Ending, part: Part = 1) -> Response:
        page = reading_part(site.ledger, ref, part=part)
        own = page.article
        caption = _caption(own.title or "An article without a title", f"article {own.id}")
        return _picture(site, draw_reading(page), Share(caption, f"article-{own.id}", ending))

    @router.get("/articles/{ref}/copies/{other}.{ending}")
    def copies(ref: str, other: str, ending: Ending) -> Response:
        both = copies_page(site.ledger, ref, other)
        left, right = both.left, both.right
        caption = _caption(
            f"Two copies: {left.title or right.title or 'an article without a title'}",
            f"articles {left.id} and {right.id}",
        )
        share = Share(caption, f"copies-{left.id}-{right.id}", ending)
        return _picture(site, draw_copies(both), share)

    @router.get("/parties/{ref}.{ending}")
    def party(ref: str, ending: Ending, page: Page = 1) -> Response:
        told = party_page(site.ledger, ref, site.census, page=page)
        one = told.party.one.party
        query = f"party {one.id}" + (f", screen {page}" if page > 1 else "")
        share = Share(_caption(one.name, query), f"party-{one.id}", ending)
        return _picture(site, draw_party(told), share)

    return router


def _axis_in(page: MatterPage, number: int) -> FigureAxis:
    axes = [axis for conflict in page.conflicts for axis in conflict.axes]
    if not 1 <= number <= len(axes):
        raise NotFoundError(
            f"This matter has no axis {number}", remedy="Open the matter to see its conflicts"
        )
    return axes[number - 1]


def _caption(title: str, query: str) -> Caption:
    return Caption(title, query, datetime.now(UTC).date())


def _words(asked: Asked) -> str:
    screen = (f"screen {asked.page}",) if asked.page > 1 else ()
    return ", ".join((*(asked.words or ("all matters",)), *screen))


def _of_matter(weighed: WeighedMatter, what: str, ending: Ending, *, more_sides: int = 0) -> Share:
    matter = weighed.matter
    left_out = f", {counted(more_sides, 'side')} with less to tell left out" if more_sides else ""
    caption = _caption(f"{what}: {matter.title}", f"matter {matter.id}{left_out}")
    return Share(caption, f"{what.lower()}-{matter.id}", ending)


def _picture(site: Site, picture: Picture, share: Share) -> Response:
    drawing = site.drawn(View("picture.svg.html", {"p": picture}))
    return _shared(standalone(drawing, *PICTURES, caption=share.caption), share)


def _drawing(site: Site, view: View, kind: Kind, share: Share) -> Response:
    """Return a drawing as a page shows it; the view is the drawing alone."""
    svg = standalone(site.drawn(view), kind.sheet, caption=share.caption, clipped=kind.clipped)
    return _shared(svg, share)


def _shared(svg: bytes, share: Share) -> Response:
    if share.ending is Ending.SVG:
        return as_file(svg, share.name, "svg", "image/svg+xml")
    return as_file(as_png(svg), share.name, "png", "image/png")
