"""The pages of the web application, each a router over one site."""

from collections.abc import Callable

from fastapi import APIRouter

from sayso.web.pages import (
    articles,
    begin,
    drawings,
    maps,
    matter,
    matters,
    parties,
    searching,
    shares,
    suggesting,
    timeline,
)
from sayso.web.site import Site

PAGES: tuple[Callable[[Site], APIRouter], ...] = (
    # Before the others: their addresses are those of the pages, with an ending.
    shares.routes,
    drawings.routes,
    matters.routes,
    begin.routes,
    parties.routes,
    matter.routes,
    timeline.routes,
    articles.routes,
    maps.routes,
    searching.routes,
    suggesting.routes,
)
"""What makes the router of each page."""
