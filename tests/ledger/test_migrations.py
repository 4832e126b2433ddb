"""The migrations make the tables that the code knows, and a newer ledger is refused."""

from __future__ import annotations

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from ledger_builders import store_dam
from sqlalchemy import Engine, text

from sayso.errors import LedgerError
from sayso.ledger import open_ledger
from sayso.ledger.engines import connect_to, parse_address
from sayso.ledger.index import INDEXES
from sayso.ledger.migrate import SCRIPTS, VERSION_TABLE
from sayso.ledger.schema import REVISION, metadata


@pytest.fixture
def engine(where: str) -> Engine:
    """A connection of its own to a new ledger."""
    open_ledger(where).close()
    return connect_to(parse_address(where))


def _of_schema(_: object, name: str | None, kind: str, *rest: Any) -> bool:
    del rest
    # The word indexes differ by store; FTS5 keeps tables of its own.
    return not (kind == "table" and name is not None and name.startswith(INDEXES))


def test_migrated_tables_are_those_of_the_schema(engine: Engine) -> None:
    options = {
        "version_table": VERSION_TABLE,
        "compare_type": True,
        "compare_server_default": True,
        "include_object": _of_schema,
    }
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_schema_names_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    assert ScriptDirectory.from_config(config).get_heads() == [REVISION]


def test_without_rowid_tables_are_migrated_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("tables") / "ledger.db"
    open_ledger(str(path)).close()
    engine = connect_to(parse_address(str(path)))
    with engine.connect() as connection:
        made = {
            name
            for name, sql in connection.execute(text("SELECT name, sql FROM sqlite_master"))
            if sql and "WITHOUT ROWID" in sql and not name.startswith(INDEXES)
        }
    engine.dispose()
    wanted = {
        table.name
        for table in metadata.sorted_tables
        if table.dialect_options["sqlite"]["with_rowid"] is False
    }
    assert made == wanted


@pytest.mark.parametrize("create", [True, False])
def test_a_ledger_of_a_newer_version_is_refused(engine: Engine, where: str, create: bool) -> None:
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))
    with pytest.raises(LedgerError) as refused:
        open_ledger(where, create=create)
    engine.dispose()
    assert "newer version" in refused.value.problem
    assert "9999" in refused.value.problem
    assert "pdate sayso" in refused.value.remedy


def test_a_database_of_something_else_is_refused_and_left_alone(where: str) -> None:
    engine = connect_to(parse_address(where))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipe (id INTEGER)"))
    for create in (True, False):
        with pytest.raises(LedgerError, match="not a sayso ledger"):
            open_ledger(where, create=create)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT * FROM recipe")).all() == []
        if engine.dialect.name == "sqlite":
            assert connection.scalar(text("PRAGMA journal_mode")) == "delete"
            tables = connection.scalars(text("SELECT name FROM sqlite_master")).all()
            assert tables == ["recipe"]
    engine.dispose()


def test_a_failed_migration_leaves_nothing(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.ledger.index._DDL", {"sqlite": ["SELEC"], "postgresql": ["SELEC"]})
    with pytest.raises(LedgerError):
        open_ledger(where)
    monkeypatch.undo()
    ledger = open_ledger(where)
    with ledger.writing() as book:
        store_dam(book)
    ledger.close()


def test_opening_again_changes_nothing(where: str) -> None:
    first = open_ledger(where)
    with first.writing() as book:
        article, _ = store_dam(book)
    first.close()
    for create in (True, False):
        again = open_ledger(where, create=create)
        assert again.article(article.id) == article
        again.close()
