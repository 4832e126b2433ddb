"""An empty ledger on either store."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sayso.ledger import Ledger, open_ledger


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """An empty ledger on either store."""
    opened = open_ledger(where)
    yield opened
    opened.close()
