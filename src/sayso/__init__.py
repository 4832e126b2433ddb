"""sayso keeps a ledger of who says what happened, read from news about contested events."""

__version__ = "0.1.0"
