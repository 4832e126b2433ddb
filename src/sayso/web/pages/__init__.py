"""The pages of the web application, each a router over one site."""

from collections.abc import Callable

from fastapi import APIRouter

from sayso.web.pages import articles, maps, matter, matters, searching, shares
from sayso.web.site import Site

PAGES: tuple[Callable[[Site], APIRouter], ...] = (
    # Before the others: their addresses are those of the pages, with an ending.
    shares.routes,
    matters.routes,
    matter.routes,
    articles.routes,
    maps.routes,
    searching.routes,
)
"""What makes the router of each page."""
