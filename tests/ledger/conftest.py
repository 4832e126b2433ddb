"""Both stores for the ledger's contract: a new file, a new schema for every test."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from sayso.ledger import Ledger, open_ledger

POSTGRES = os.environ.get("SAYSO_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")


def _answers() -> bool:
    try:
        psycopg.connect(POSTGRES, connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.fixture(scope="session")
def postgres() -> str:
    """The URL of a PostgreSQL server; the test is skipped where none answers."""
    if not _answers():
        pytest.skip("no PostgreSQL server answers: set SAYSO_TEST_POSTGRES to the URL of one")
    return POSTGRES


@pytest.fixture
def postgres_schema(postgres: str) -> Iterator[str]:
    """The URL of an empty schema that is dropped after the test."""
    schema = f"sayso_test_{secrets.token_hex(6)}"
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {schema}".encode())
        try:
            mark = "&" if "?" in postgres else "?"
            yield f"{postgres}{mark}options={quote(f'-csearch_path={schema}')}"
        finally:
            connection.execute("SET client_min_messages = warning")
            connection.execute(f"DROP SCHEMA {schema} CASCADE".encode())


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An address at which there is no ledger yet, on either store."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return str(request.getfixturevalue("postgres_schema"))


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """An empty ledger on either store."""
    opened = open_ledger(where)
    yield opened
    opened.close()
