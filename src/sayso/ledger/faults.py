"""What goes wrong in a store, put as one LedgerError with its remedy."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from sayso.errors import LedgerError

WAIT = 60
"""Seconds that a writer waits for another one."""

Fault = tuple[str, str]
"""Problem, which ``{where}`` names the ledger in, and remedy."""

_BUSY: Fault = (
    f"Another program has been writing to the ledger {{where}} for {WAIT} seconds",
    "Wait until it is done, then run this again: what is stored already is not stored twice",
)
_DENIED: Fault = (
    "The ledger {where} can't be written: permission denied",
    "Give yourself write permission for the file and its folder, or name another --ledger",
)
_FULL: Fault = (
    "The ledger {where} can't grow: the disk or quota is full",
    "Free some space, then run this again: what is stored already is not stored twice",
)
_NOT_SQLITE: Fault = (
    "The file {where} is not a sayso ledger",
    "Name a ledger or a new file with --ledger",
)
_CANT_OPEN: Fault = (
    "The ledger {where} can't be opened",
    "Check that the path is right and that you may read the file and write to its folder",
)
_DAMAGED: Fault = (
    "The ledger {where} is damaged",
    "Put back a copy, or read the articles into a new ledger",
)

_SQLITE_FAULTS: dict[int, Fault] = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _DENIED,
    sqlite3.SQLITE_PERM: _DENIED,
    sqlite3.SQLITE_AUTH: _DENIED,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: (
        "The ledger {where} can't be read or written: the disk is full or failing",
        "Check the disk and its free space, then run this again",
    ),
    sqlite3.SQLITE_NOTADB: _NOT_SQLITE,
    sqlite3.SQLITE_CANTOPEN: _CANT_OPEN,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}

_POSTGRES_FAULTS: dict[str, Fault] = {
    "55P03": _BUSY,
    "42501": (
        "The ledger {where} can't be written: permission denied",
        "Have the database's owner grant you CREATE and USAGE on its schema",
    ),
    "3F000": (
        "The schema of the ledger {where} does not exist",
        "Create it with CREATE SCHEMA, or correct search_path in the ledger's URL",
    ),
    "25006": ("The ledger {where} is read-only", "Name a database that may be written"),
    "53100": _FULL,
    "53300": (
        "The server of the ledger {where} has no connection left",
        "Try again later, or raise max_connections",
    ),
}

# A refused connection has no code, only a message.
_CONNECTION_FAULTS: tuple[tuple[re.Pattern[str], Fault], ...] = (
    (
        re.compile("authentication failed|no password supplied"),
        (
            "The server of the ledger {where} refused the user name or password",
            "Correct them in the ledger's URL, or set PGUSER and PGPASSWORD",
        ),
    ),
    (
        re.compile('role ".*" does not exist'),
        (
            "The server of the ledger {where} does not know this user",
            "Correct the user name in the ledger's URL, or have the user created",
        ),
    ),
    (
        re.compile('database ".*" does not exist'),
        (
            "There is no database for the ledger {where}",
            "Create it with createdb --encoding UTF8, or correct the ledger's URL",
        ),
    ),
)

_UNREACHABLE: Fault = (
    "The server of the ledger {where} can't be reached",
    "Check that it runs and that host and port of the ledger's URL are right",
)


@contextmanager
def translated(where: str) -> Iterator[None]:
    """Turn errors of the store into LedgerErrors; ``where`` names the ledger, without password."""
    try:
        yield
    except SQLAlchemyError as exc:
        raise fault_of(exc, where) from exc


def fault_of(exc: SQLAlchemyError, where: str) -> LedgerError:
    """Return the LedgerError that says what an error of the store means for the user."""
    cause = exc.orig if isinstance(exc, DBAPIError) else None
    problem, remedy = _known(exc, cause) or (
        f"The ledger {{where}} failed: {_first_line(cause or exc)}",
        "Run this again; if it happens again, report it with this line",
    )
    return LedgerError(problem.replace("{where}", where), remedy=remedy)


def _known(exc: SQLAlchemyError, cause: BaseException | None) -> Fault | None:
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", None)
        if "no such module: fts5" in str(cause):
            return (
                "This Python's SQLite has no full-text search (FTS5)",
                "Use a Python with a complete SQLite, or a PostgreSQL ledger",
            )
        # The low byte is the error, the high ones tell its kinds apart.
        return None if code is None else _SQLITE_FAULTS.get(code & 0xFF)
    state = getattr(cause, "sqlstate", None)
    if state is not None:
        return _POSTGRES_FAULTS.get(state) or _by_message(str(cause))
    if isinstance(exc, OperationalError):
        return _by_message(str(cause)) or _UNREACHABLE
    return None


def _by_message(message: str) -> Fault | None:
    return next((f for sign, f in _CONNECTION_FAULTS if sign.search(message)), None)


def _first_line(exc: BaseException) -> str:
    return str(exc).strip().partition("\n")[0].rstrip(".") or type(exc).__name__
