"""Views: the ledger as frozen page data, for the command line's tables and the web pages."""

from sayso.views.map import Event, MapPage, PlaceView, Unplaced, matter_map, matters_map
from sayso.views.matter import AccountView, ConflictView, MatterPage, SideView, matter_page
from sayso.views.outlines import load_outlines
from sayso.views.parties import PartyView, merged_with, party_list
from sayso.views.reading import BlockView, ReadingPage, Segment, reading_page
from sayso.views.wording import counted, other_names, period_words

__all__ = [
    "AccountView",
    "BlockView",
    "ConflictView",
    "Event",
    "MapPage",
    "MatterPage",
    "PartyView",
    "PlaceView",
    "ReadingPage",
    "Segment",
    "SideView",
    "Unplaced",
    "counted",
    "load_outlines",
    "matter_map",
    "matter_page",
    "matters_map",
    "merged_with",
    "other_names",
    "party_list",
    "period_words",
    "reading_page",
]
