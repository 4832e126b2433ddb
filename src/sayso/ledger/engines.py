"""Where a ledger is, and a connection to it."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from sayso.errors import LedgerError
from sayso.ledger.faults import WAIT

_WRITES = "sayso_writes"
_CONNECT_SECONDS = 10
_MAPPED_BYTES = 256 * 2**20
"""How much of a file is read as memory: what is linked lies all over it, and is read faster so."""
_ADVISORY_LOCK = 0x5A150
"""First half of the key of PostgreSQL's advisory lock; the second is the schema's name."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a ledger is: a file or a PostgreSQL URL. ``shown`` holds no password."""

    shown: str
    file: Path | None
    url: URL | None


def parse_address(where: str) -> Address:
    """Return the address that a path or a database URL stands for.

    Raises LedgerError for a URL that is malformed or of another kind of database.
    """
    scheme, mark, rest = where.partition("://")
    if not where.strip() or "\0" in where:
        raise LedgerError("The ledger has no name", remedy="Name a file or a database URL")
    if not mark:
        return _file_address(where)
    if scheme == "sqlite":
        # sqlite:///a.db is a relative path and sqlite:////a.db an absolute one.
        if not rest.startswith("/") or rest == "/":
            raise LedgerError(
                "The ledger's URL names no file", remedy="Write sqlite:///PATH or just the path"
            )
        return _file_address(rest[1:])
    if scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
        raise LedgerError(
            f"A ledger can't be kept in a database of the kind {scheme!r}",
            remedy="Name a file, sqlite:///PATH or postgresql://USER@HOST/DATABASE",
        )
    try:
        url = make_url(f"postgresql+psycopg://{rest}")
    except (ArgumentError, ValueError):
        # Without its cause, whose message may quote the password.
        raise LedgerError(
            "The ledger's URL is malformed",
            remedy="Write postgresql://USER:PASSWORD@HOST:PORT/DATABASE; put %40 for @ in it",
        ) from None
    host = f"{url.host or 'local socket'}{f':{url.port}' if url.port else ''}"
    return Address(f"postgresql://{host}/{url.database or ''}", None, url)


def _file_address(path: str) -> Address:
    file = Path(path).expanduser()
    return Address(str(file), file, None)


def check_file(file: Path, *, create: bool) -> None:
    """Raise LedgerError where there can't be a ledger, before a store says it less clearly."""
    if file.is_dir():
        raise LedgerError(
            f"The ledger {file} is a folder", remedy=f"Name a file, such as {file / 'sayso.db'}"
        )
    if not file.parent.is_dir():
        raise LedgerError(
            f"The folder {file.parent} of the ledger does not exist",
            remedy="Make the folder first, or name another --ledger",
        )
    if not file.exists() and not create:
        raise no_ledger(str(file))


def no_ledger(shown: str) -> LedgerError:
    """Return the error for a read of a ledger that is not there."""
    return LedgerError(
        f"There is no ledger at {shown}",
        remedy="Make one with: sayso read FILE…, or with: sayso demo; or name another --ledger",
    )


def connect_to(address: Address) -> Engine:
    """Return an engine for the address; nothing is opened yet."""
    if address.file is not None:
        engine = create_engine(
            "sqlite://",
            creator=_sqlite_opener(address.file),
            poolclass=QueuePool,
            json_serializer=_to_json,
        )
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    assert address.url is not None, "an address is a file or a URL"
    engine = create_engine(
        address.url,
        connect_args={"connect_timeout": _CONNECT_SECONDS, "client_encoding": "utf8"},
        pool_pre_ping=True,
        json_serializer=_to_json,
    )
    event.listen(engine, "connect", _set_up_postgres)
    return engine


def _set_up_postgres(connection: Any, _: object) -> None:
    connection.execute(f"SET lock_timeout = '{WAIT}s'")
    # A plan that is kept was made when the tables were small: by 30,000 statements, adding an
    # article took twice as long.
    connection.execute("SET plan_cache_mode = force_custom_plan")
    # To compile a plan takes longer than to run it: words, party and outlet at once, asked of
    # 100,000 statements, took 1,180 ms with it and 220 ms without.
    connection.execute("SET jit = off")
    connection.commit()


def _to_json(value: object) -> str:
    plain = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        plain.encode("utf-8")
    except UnicodeEncodeError:
        # Half a surrogate pair can only be stored escaped.
        return json.dumps(value, separators=(",", ":"))
    return plain


def _sqlite_opener(file: Path) -> Callable[[], sqlite3.Connection]:
    # A ledger on a read-only disk can be read as long as no log is left to be played back.
    frozen = (
        file.exists()
        and not os.access(file.parent, os.W_OK)
        and not file.with_name(f"{file.name}-wal").exists()
    )
    uri = f"{file.absolute().as_uri()}?{'immutable=1' if frozen else 'mode=rwc'}"

    def opened() -> sqlite3.Connection:
        # Transactions are begun by hand: the driver would begin them too late to read and write.
        connection = sqlite3.connect(
            uri, uri=True, timeout=WAIT, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA mmap_size = {_MAPPED_BYTES}")
        return connection

    return opened


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes the lock at once: one that read first could not wait for another writer.
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def reader(engine: Engine) -> Engine:
    """Return the engine for reading: each transaction sees the ledger as it was at its start."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def writer(engine: Engine) -> Engine:
    """Return the engine for writing; take ``lock`` first in each transaction."""
    options: dict[str, Any] = {_WRITES: True}
    return engine.execution_options(**options)


def lock(connection: Connection) -> None:
    """Wait for other writers of this ledger, up to ``WAIT`` seconds."""
    if connection.dialect.name == "sqlite":
        return  # BEGIN IMMEDIATE has waited.
    connection.execute(
        text("SELECT pg_advisory_xact_lock(:sayso, hashtext(current_schema()))"),
        {"sayso": _ADVISORY_LOCK},
    )
