"""The ledger: the only place that knows SQL."""

from sayso.ledger.open import open_ledger
from sayso.ledger.protocol import (
    Book,
    Counts,
    Growth,
    Ledger,
    MatterFilter,
    PartyCount,
    RowFilter,
    SearchHit,
    ShiftRow,
)

__all__ = [
    "Book",
    "Counts",
    "Growth",
    "Ledger",
    "MatterFilter",
    "PartyCount",
    "RowFilter",
    "SearchHit",
    "ShiftRow",
    "open_ledger",
]
