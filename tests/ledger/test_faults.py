"""Errors of a store, put for the user: the line names the ledger and the remedy."""

from __future__ import annotations

import sqlite3

import psycopg
import pytest
from psycopg import errors
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from sayso.errors import LedgerError
from sayso.ledger.faults import fault_of, translated


def sqlite_error(code: int, message: str) -> DBAPIError:
    cause = sqlite3.OperationalError(message)
    cause.sqlite_errorcode = code
    return OperationalError("SELECT secret", {"password": "secret"}, cause)


def refused(message: str) -> DBAPIError:
    return OperationalError("", None, psycopg.OperationalError(message))


CASES = [
    (sqlite_error(sqlite3.SQLITE_BUSY, "database is locked"), "Another program", "Wait until"),
    (sqlite_error(sqlite3.SQLITE_BUSY_SNAPSHOT, "locked"), "Another program", "Wait until"),
    (sqlite_error(sqlite3.SQLITE_READONLY, "readonly"), "permission denied", "permission"),
    (sqlite_error(sqlite3.SQLITE_READONLY_DBMOVED, "moved"), "permission denied", "permission"),
    (sqlite_error(sqlite3.SQLITE_FULL, "full"), "the disk or quota is full", "Free some space"),
    (sqlite_error(sqlite3.SQLITE_IOERR_WRITE, "disk I/O"), "full or failing", "Check the disk"),
    (sqlite_error(sqlite3.SQLITE_NOTADB, "not"), "not a sayso ledger", "--ledger"),
    (sqlite_error(sqlite3.SQLITE_CORRUPT_INDEX, "malformed"), "damaged", "copy"),
    (sqlite_error(sqlite3.SQLITE_CANTOPEN_ISDIR, "unable"), "can't be opened", "path"),
    (sqlite_error(sqlite3.SQLITE_ERROR, "no such module: fts5"), "full-text", "complete SQLite"),
    (sqlite_error(sqlite3.SQLITE_ERROR, "odd.\nmore"), "failed: odd", "report it"),
    (
        refused('FATAL:  password authentication failed for user "ann"'),
        "refused the user name or password",
        "PGPASSWORD",
    ),
    (refused("fe_sendauth: no password supplied"), "refused the user name", "PGUSER"),
    (refused('FATAL:  role "ann" does not exist'), "does not know this user", "user name"),
    (refused('FATAL:  database "news" does not exist'), "no database", "createdb"),
    (refused("Connection refused\n\tIs the server running?"), "can't be reached", "host and port"),
    (refused("connection timeout expired"), "can't be reached", "host and port"),
    (DBAPIError("", None, errors.LockNotAvailable("lock")), "Another program", "Wait until"),
    (DBAPIError("", None, errors.DiskFull("full")), "disk or quota is full", "Free some space"),
    (DBAPIError("", None, errors.InsufficientPrivilege("no")), "permission denied", "grant"),
    (DBAPIError("", None, errors.ReadOnlySqlTransaction("no")), "read-only", "may be written"),
    (DBAPIError("", None, errors.TooManyConnections("no")), "no connection left", "later"),
    (DBAPIError("", None, errors.UniqueViolation("twice")), "failed: twice", "report it"),
    (SQLAlchemyError("queue pool limit"), "failed: queue pool limit", "report it"),
]


@pytest.mark.parametrize(("error", "problem", "remedy"), CASES)
def test_each_fault_has_its_line(error: SQLAlchemyError, problem: str, remedy: str) -> None:
    fault = fault_of(error, "my {ledger}.db")
    assert problem in fault.problem
    assert remedy in fault.remedy
    assert "\n" not in str(fault)
    assert "secret" not in str(fault)
    assert "{where}" not in str(fault)
    assert ".." not in str(fault)


def test_only_errors_of_the_store_are_translated() -> None:
    with pytest.raises(LedgerError) as caught, translated("a.db"):
        raise SQLAlchemyError("odd")
    assert isinstance(caught.value.__cause__, SQLAlchemyError)
    with pytest.raises(ValueError, match="mine"), translated("a.db"):
        raise ValueError("mine")
