"""Pictures of the views that are text: set in lines here, since no browser lays them out."""

from sayso.web.pictures.conflicts import draw_conflicts
from sayso.web.pictures.copies import draw_copies
from sayso.web.pictures.matrix import draw_matrix
from sayso.web.pictures.matters import draw_matters
from sayso.web.pictures.party import draw_party
from sayso.web.pictures.reading import draw_reading
from sayso.web.pictures.search import draw_search
from sayso.web.pictures.sheet import Picture

__all__ = [
    "Picture",
    "draw_conflicts",
    "draw_copies",
    "draw_matrix",
    "draw_matters",
    "draw_party",
    "draw_reading",
    "draw_search",
]
