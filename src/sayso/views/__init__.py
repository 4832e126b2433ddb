"""Views: the ledger as frozen page data, for the command line's tables and the web pages."""

from sayso.views.account import AccountView
from sayso.views.conflict import ConflictView
from sayso.views.copies import CopiesPage, copies_page
from sayso.views.first import FirstPage, MatterCard, SideCard, first_page
from sayso.views.map import Event, MapPage, PlaceView, Unplaced, matter_map, matters_map
from sayso.views.matter import MatterPage, SideView, matter_page
from sayso.views.outlines import load_outlines
from sayso.views.parties import Census, PartyView, merged_with, party_list
from sayso.views.party import PartyMatterView, PartyPage, SpokenView, party_page
from sayso.views.reading import BlockView, ReadingPage, RowView, Segment, reading_page, reading_part
from sayso.views.wording import counted, other_names, period_words

__all__ = [
    "AccountView",
    "BlockView",
    "Census",
    "ConflictView",
    "CopiesPage",
    "Event",
    "FirstPage",
    "MapPage",
    "MatterCard",
    "MatterPage",
    "PartyMatterView",
    "PartyPage",
    "PartyView",
    "PlaceView",
    "ReadingPage",
    "RowView",
    "Segment",
    "SideCard",
    "SideView",
    "SpokenView",
    "Unplaced",
    "copies_page",
    "counted",
    "first_page",
    "load_outlines",
    "matter_map",
    "matter_page",
    "matters_map",
    "merged_with",
    "other_names",
    "party_list",
    "party_page",
    "period_words",
    "reading_page",
    "reading_part",
]
