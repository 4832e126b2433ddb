"""Bring a ledger's tables to this version of sayso, or say why that can't be done."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import Connection, Engine, column, inspect, select, table, text
from sqlalchemy.exc import OperationalError

from sayso.errors import LedgerError
from sayso.ledger.engines import lock, no_ledger, writer
from sayso.ledger.schema import REVISION

VERSION_TABLE = "sayso_version"
SCRIPTS = Path(__file__).parent / "migrations"

_WAL_TRIES = 100
_WAL_PAUSE = 0.05


def prepare(engine: Engine, shown: str, *, create: bool) -> None:
    """Make sure that the store holds a ledger of this version; ``shown`` names it in messages.

    An empty store becomes a ledger if ``create``. Raises LedgerError when the store holds
    something else, or a ledger of a newer version.
    """
    with engine.connect() as connection:
        found = _revision(connection, shown)
    if found == REVISION:
        return
    if found is None and not create:
        raise no_ledger(shown)
    if engine.dialect.name == "sqlite":
        _log_ahead(engine)
    with writer(engine).begin() as connection:
        lock(connection)
        # Another process may have made or updated it while this one waited.
        found = _revision(connection, shown)
        if found is None and engine.dialect.name == "postgresql":
            _check_encoding(connection, shown)
        if found != REVISION:
            _upgrade(connection, shown, found)


def _revision(connection: Connection, shown: str) -> str | None:
    """Return the revision of the ledger, or None for an empty store."""
    tables = inspect(connection).get_table_names()
    if VERSION_TABLE in tables:
        return connection.scalar(select(column("version_num")).select_from(table(VERSION_TABLE)))
    if tables:
        raise LedgerError(
            f"The database {shown} is not a sayso ledger: it holds other tables",
            remedy="Name another --ledger: a new file, or an empty database or schema",
        )
    return None


def _log_ahead(engine: Engine) -> None:
    """Let readers read while one process writes (SQLite's write-ahead log); this lasts."""
    raw = engine.raw_connection()
    try:
        for left in reversed(range(_WAL_TRIES)):
            try:
                raw.cursor().execute("PRAGMA journal_mode = WAL")
            except engine.dialect.loaded_dbapi.OperationalError as exc:
                # The change of mode does not wait for the lock by itself.
                if "locked" not in str(exc) or not left:
                    raise OperationalError("PRAGMA journal_mode", None, exc) from exc
                time.sleep(_WAL_PAUSE)
            else:
                return
    finally:
        raw.close()


def _check_encoding(connection: Connection, shown: str) -> None:
    encoding = connection.scalar(text("SHOW server_encoding"))
    if encoding != "UTF8":
        raise LedgerError(
            f"The database {shown} can't hold all characters: its encoding is {encoding}",
            remedy="Create it with createdb --encoding UTF8 --template template0",
        )


def _upgrade(connection: Connection, shown: str, found: str | None) -> None:
    # Imported here: it takes longer than a read command should wait.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config(attributes={"connection": connection, "version_table": VERSION_TABLE})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise LedgerError(
            f"The ledger {shown} was written by a newer version of sayso (its tables are {found})",
            remedy="Update sayso: pip install --upgrade sayso",
        )
    command.upgrade(config, REVISION)
