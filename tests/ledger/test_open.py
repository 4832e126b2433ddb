"""A ledger that can't be opened or written: one clear line each, with the remedy."""

from __future__ import annotations

import multiprocessing
import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from ledger_builders import RUN, dam, make_article, store_dam

from sayso.errors import LedgerError
from sayso.ledger import RowFilter, open_ledger
from sayso.ledger.engines import parse_address

NOBODY = 65_534
FORK = multiprocessing.get_context("fork")


def refusal(where: str, *, create: bool = True) -> LedgerError:
    with pytest.raises(LedgerError) as refused:
        open_ledger(where, create=create)
    assert "\n" not in str(refused.value)
    assert refused.value.remedy
    return refused.value


def test_a_path_and_its_url_are_one_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "50% of #1?.db"
    ledger = open_ledger(str(path))
    with ledger.writing() as book:
        article, _ = store_dam(book)
    ledger.close()
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    for where in (f"sqlite:///{path}", "50% of #1?.db", "sqlite:///50% of #1?.db"):
        again = open_ledger(where, create=False)
        assert again.has_article(article.id)
        again.close()


@pytest.mark.parametrize("name", ["nothing.db", "empty.db"])
def test_no_ledger_is_made_to_be_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty.db").touch()
    error = refusal(str(tmp_path / name), create=False)
    assert name in error.problem
    assert "sayso read" in error.remedy
    assert "sayso demo" in error.remedy
    assert [p.name for p in tmp_path.iterdir()] == ["empty.db"]
    assert (tmp_path / "empty.db").stat().st_size == 0


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    open_ledger(str(path)).close()
    open_ledger(str(path), create=False).close()


@pytest.mark.parametrize("content", [b"not a database" * 100, b"\0" * 4096, b"SQLite format 3\0"])
def test_a_file_that_is_no_database(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for create in (True, False):
        assert "not a sayso ledger" in refusal(str(path), create=create).problem
    assert path.read_bytes() == content


def test_a_folder_and_a_missing_folder(tmp_path: Path) -> None:
    assert "is a folder" in refusal(str(tmp_path)).problem
    error = refusal(str(tmp_path / "no" / "ledger.db"))
    assert "does not exist" in error.problem
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("where", ["", "  ", "a\0b", "sqlite://", "sqlite:///", "sqlite://a.db"])
def test_a_ledger_without_a_name(where: str) -> None:
    refusal(where)


@pytest.mark.parametrize("where", ["mysql://u:secret@h/d", "http://u:secret@h/d", "x://secret"])
def test_another_kind_of_database(where: str) -> None:
    error = refusal(where)
    assert "postgresql://" in error.remedy
    assert "secret" not in str(error)


@pytest.mark.parametrize(
    "where",
    [
        "postgresql://u:secret@h:port/d",
        "postgresql://u:sec@ret@h:1:2/d",
        "postgresql://u:secret@h:99999999999/d",
    ],
)
def test_a_malformed_url(where: str) -> None:
    assert "sec" not in str(refusal(where))


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        ("postgresql://u:secret@h:5433/d", "postgresql://h:5433/d"),
        ("postgres://u:secret@h/d?password=secret", "postgresql://h/d"),
        ("postgresql+psycopg://:secret@h/d?options=x", "postgresql://h/d"),
        ("postgresql:///d", "postgresql://local socket/d"),
        ("sqlite:///a/b.db", "a/b.db"),
        ("sqlite:////a/b.db", "/a/b.db"),
        ("C:\\news\\a.db", "C:\\news\\a.db"),
    ],
)
def test_messages_name_a_ledger_without_its_password(where: str, shown: str) -> None:
    assert parse_address(where).shown == shown


def test_an_unreachable_server() -> None:
    error = refusal("postgresql://u:secret@127.0.0.1:9/d")
    assert "can't be reached" in error.problem
    assert "127.0.0.1:9/d" in error.problem
    assert "secret" not in str(error)


def test_a_missing_database_and_user(postgres: str) -> None:
    server = postgres.rpartition("/")[0]
    error = refusal(f"{server}/no_such_database")
    assert "no database" in error.problem
    assert "createdb" in error.remedy


def test_a_schema_that_is_not_there(postgres: str) -> None:
    error = refusal(f"{postgres}?options=-csearch_path%3Dno_such_schema")
    assert "schema" in error.problem
    assert "CREATE SCHEMA" in error.remedy


# Permissions and disks. Root may write anywhere, so these run as nobody, in a process.


def _report(work: Callable[[str], object], where: str, uid: int, sent: Connection) -> None:
    os.chdir("/")
    if os.getuid() == 0:
        os.setuid(uid)
    try:
        sent.send(work(where))
    except LedgerError as error:
        sent.send(error)


def as_nobody(work: Callable[[str], object], where: Path, *, uid: int = NOBODY) -> object:
    received, sent = FORK.Pipe(duplex=False)
    process = FORK.Process(target=_report, args=(work, str(where), uid, sent))
    process.start()
    assert received.poll(60), "no answer"
    answer = received.recv()
    process.join(10)
    return answer


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others may read (those of pytest they may not), with a ledger in it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    ledger = open_ledger(str(folder / "ledger.db"))
    with ledger.writing() as book:
        store_dam(book)
    ledger.close()
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def _open(where: str) -> int:
    with closing(open_ledger(where)) as ledger:
        return sum(1 for _ in ledger.rows(RowFilter()))


def _write(where: str) -> None:
    with closing(open_ledger(where)) as ledger, ledger.writing() as book:
        book.append(make_article("more"), (), RUN)


def _fill(where: str) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    with closing(open_ledger(where)) as ledger:
        for i in range(100):
            with ledger.writing() as book:
                book.append(make_article("x", outlet=str(i), raw=os.urandom(50_000)), (), RUN)


def test_a_new_ledger_where_one_may_not_write(open_folder: Path) -> None:
    open_folder.chmod(0o555)
    error = as_nobody(_open, open_folder / "new.db")
    assert isinstance(error, LedgerError)
    assert "can't be opened" in error.problem
    assert "new.db" in error.problem


def test_a_ledger_that_one_may_only_read(open_folder: Path) -> None:
    (open_folder / "ledger.db").chmod(0o444)
    open_folder.chmod(0o555)
    assert as_nobody(_open, open_folder / "ledger.db") == 2
    error = as_nobody(_write, open_folder / "ledger.db")
    assert isinstance(error, LedgerError)
    assert "permission denied" in error.problem
    assert sorted(p.name for p in open_folder.iterdir()) == ["ledger.db"]


def test_a_ledger_that_one_may_not_read(open_folder: Path) -> None:
    (open_folder / "ledger.db").chmod(0o000)
    error = as_nobody(_open, open_folder / "ledger.db")
    assert isinstance(error, LedgerError)
    assert "can't be opened" in error.problem


def test_a_disk_that_is_full(open_folder: Path) -> None:
    error = as_nobody(_fill, open_folder / "ledger.db", uid=0)
    assert isinstance(error, LedgerError)
    assert "disk is full" in error.problem
    # What was stored before is whole.
    assert _open(str(open_folder / "ledger.db")) == 2


def test_a_damaged_ledger(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    ledger = open_ledger(str(path))
    with ledger.writing() as book:
        store_dam(book)
    ledger.close()
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    with pytest.raises(LedgerError, match="damaged"):
        _open(str(path))


def test_a_ledger_that_another_program_keeps_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.ledger.engines.WAIT", 0.1)
    path = tmp_path / "ledger.db"
    ledger = open_ledger(str(path))
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="Another program"), ledger.writing() as book:
            store_dam(book)
        assert list(ledger.articles()) == []
    with ledger.writing() as book:
        store_dam(book)
    ledger.close()


def test_a_postgres_ledger_that_another_program_keeps_locked(
    postgres_schema: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.ledger.engines.WAIT", 0.1)
    one, other = open_ledger(postgres_schema), open_ledger(postgres_schema)
    with one.writing() as book:
        with pytest.raises(LedgerError, match="Another program"), other.writing():
            pass
        store_dam(book)
    with other.writing() as book:
        assert not book.append(*dam(), RUN)
    one.close()
    other.close()
