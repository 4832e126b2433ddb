"""Insert rows that may be there already: both stores do it in one statement, each by its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

_INSERTS: Mapping[str, Callable[[Table], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


def insert_new(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert the rows whose primary key is not there yet."""
    if rows:
        insert = _INSERTS[connection.dialect.name](table)
        connection.execute(insert.on_conflict_do_nothing(), rows)


def insert_or_replace(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *, only: Sequence[str]
) -> None:
    """Insert the rows; where a primary key is there already, set the ``only`` columns anew."""
    if rows:
        insert = _INSERTS[connection.dialect.name](table)
        key = [column.name for column in table.primary_key]
        changed = {name: insert.excluded[name] for name in only}
        connection.execute(insert.on_conflict_do_update(index_elements=key, set_=changed), rows)
