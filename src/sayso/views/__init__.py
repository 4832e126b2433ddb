"""Views: the ledger as frozen page data, for the command line's tables and the web pages."""

from sayso.views.matter import AccountView, MatterPage, matter_page

__all__ = ["AccountView", "MatterPage", "matter_page"]
