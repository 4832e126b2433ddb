"""Views: the ledger as frozen page data, for the command line's tables and the web pages."""

from sayso.views.days import period_words
from sayso.views.matter import AccountView, ConflictView, MatterPage, SideView, matter_page
from sayso.views.reading import BlockView, ReadingPage, Segment, reading_page

__all__ = [
    "AccountView",
    "BlockView",
    "ConflictView",
    "MatterPage",
    "ReadingPage",
    "Segment",
    "SideView",
    "matter_page",
    "period_words",
    "reading_page",
]
