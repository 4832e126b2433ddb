"""Views: the ledger as frozen page data, for the command line's tables and the web pages."""

from sayso.views.matter import AccountView, ConflictView, MatterPage, SideView, matter_page
from sayso.views.parties import PartyView, merged_with, party_list
from sayso.views.reading import BlockView, ReadingPage, Segment, reading_page
from sayso.views.wording import counted, other_names, period_words

__all__ = [
    "AccountView",
    "BlockView",
    "ConflictView",
    "MatterPage",
    "PartyView",
    "ReadingPage",
    "Segment",
    "SideView",
    "counted",
    "matter_page",
    "merged_with",
    "other_names",
    "party_list",
    "period_words",
    "reading_page",
]
