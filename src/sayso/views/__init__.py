"""Views: the ledger as frozen page data, for the command line's tables and the web pages."""

from sayso.views.matter import AccountView, ConflictView, MatterPage, SideView, matter_page
from sayso.views.reading import BlockView, ReadingPage, Segment, reading_page
from sayso.views.wording import counted, period_words

__all__ = [
    "AccountView",
    "BlockView",
    "ConflictView",
    "MatterPage",
    "ReadingPage",
    "Segment",
    "SideView",
    "counted",
    "matter_page",
    "period_words",
    "reading_page",
]
