"""Fixtures that several rooms share: the demo's ledger, both stores, the command in process."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from sayso.cli.app import run

POSTGRES = os.environ.get("SAYSO_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")


@dataclass(frozen=True)
class Ran:
    """What a command printed and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


@pytest.fixture
def sayso(capfd: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Run one command in this process."""

    def command(*arguments: object) -> Ran:
        capfd.readouterr()
        code = run([str(a) for a in arguments])
        out, err = capfd.readouterr()
        return Ran(code, out, err)

    return command


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test runs in its own empty folder, without settings of the user's."""
    monkeypatch.chdir(tmp_path)
    for name in [n for n in os.environ if n.startswith("SAYSO_") and n != "SAYSO_TEST_POSTGRES"]:
        monkeypatch.delenv(name)
    return tmp_path


@pytest.fixture(scope="session")
def demo_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's dispatches, read once for the whole session."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    assert run(["demo", "--ledger", str(path)]) == 0
    return path


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
