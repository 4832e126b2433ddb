"""Open a ledger, wherever it is."""

from __future__ import annotations

from sayso.errors import LedgerError
from sayso.ledger.engines import check_file, connect_to, parse_address
from sayso.ledger.faults import translated
from sayso.ledger.migrate import prepare
from sayso.ledger.protocol import Ledger
from sayso.ledger.store import SqlLedger


def open_ledger(where: str, *, create: bool = True) -> Ledger:
    """Open the ledger at a path or a database URL, and bring its tables up to date.

    ``postgresql://USER@HOST/DATABASE`` names a PostgreSQL database, ``sqlite:///PATH`` or just a
    path a file. A ledger that is not there yet is made, unless ``create`` is false. Raises
    LedgerError, without the password, when that can't be done.
    """
    address = parse_address(where)
    if address.file is not None:
        check_file(address.file, create=create)
    engine = connect_to(address)
    try:
        with translated(address.shown):
            prepare(engine, address.shown, create=create)
    except LedgerError:
        engine.dispose()
        raise
    return SqlLedger(engine, address.shown)
