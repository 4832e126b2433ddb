"""Builds the gazetteer: one read-only SQLite file, made when sayso is packaged or installed.

Standard library and the data packages only: the build hook loads this module before sayso is
installed.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
import tempfile
import zlib
from array import array
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from sayso.resolve.places.fold import fold
from sayso.resolve.places.packages import inputs
from sayso.resolve.places.record import Record
from sayso.resolve.places.sources import gather

SCHEMA_VERSION = 5
MAIN, ALSO, PEOPLE = 0, 1, 2
"""How a name names its place: as its own name, as another name, as the word for its people."""

_CODE = ("areas.py", "build.py", "fold.py", "packages.py", "record.py", "sources.py")
_SCHEMA = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, kind TEXT NOT NULL,
    precision TEXT NOT NULL, country TEXT, admin1 TEXT NOT NULL,
    admin2 TEXT NOT NULL, lat REAL, lon REAL,
    population INTEGER NOT NULL, fame INTEGER NOT NULL
);
CREATE TABLE name (
    key TEXT NOT NULL, place INTEGER NOT NULL, sort INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
"""


def key_hash(key: str) -> int:
    """Return the 32-bit hash (CRC-32) by which a key is looked for before the file is asked."""
    return zlib.crc32(key.encode("utf-8", "surrogatepass"))


def fingerprint() -> str:
    """Return the SHA-256 of everything the file depends on: schema, code, data, own tables."""
    digest = hashlib.sha256(f"schema {SCHEMA_VERSION}".encode())
    for name in _CODE:
        digest.update(Path(__file__).with_name(name).read_bytes())
    for piece in inputs():
        digest.update(hashlib.sha256(piece).digest())
    return digest.hexdigest()


def is_current(target: Path) -> bool:
    """Whether ``target`` is a whole gazetteer made from the inputs as they are now."""
    if not target.is_file():
        return False
    try:
        with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro", uri=True)) as db:
            row = db.execute("SELECT value FROM meta WHERE key = 'fingerprint'").fetchone()
    except sqlite3.DatabaseError:
        return False  # half-written or another file: it is built anew
    return row is not None and row[0] == fingerprint()


def build_gazetteer(target: Path, records: Iterable[Record] | None = None) -> None:
    """Write the gazetteer to ``target``, whole or not at all; equal inputs give equal files.

    ``records`` stand for all sources where given.

    Raises OSError where the folder can't be written.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, draft = tempfile.mkstemp(dir=target.parent, suffix=".draft")
    os.close(handle)
    try:
        with closing(sqlite3.connect(draft)) as db:
            db.execute("PRAGMA journal_mode = OFF")
            db.execute("PRAGMA synchronous = OFF")
            db.executescript(_SCHEMA)
            _fill(db, gather() if records is None else records)
            db.commit()
        Path(draft).chmod(0o644)
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)


def _fill(db: sqlite3.Connection, records: Iterable[Record]) -> None:
    names: list[tuple[str, int, int]] = []
    places: list[tuple[object, ...]] = []
    for number, record in enumerate(records, 1):
        places.append((number, *_columns(record)))
        names.extend((key, number, sort) for key, sort in _names(record))
    names.sort()
    hashes = array("I", sorted({key_hash(key) for key, _, _ in names}))
    if sys.byteorder == "big":
        hashes.byteswap()
    db.executemany(f"INSERT INTO place VALUES ({', '.join('?' * 12)})", places)
    db.executemany("INSERT INTO name VALUES (?, ?, ?)", names)
    db.execute("INSERT INTO meta VALUES ('fingerprint', ?)", (fingerprint(),))
    db.execute("INSERT INTO meta VALUES ('schema', ?)", (SCHEMA_VERSION,))
    db.execute("INSERT INTO meta VALUES ('hashes', ?)", (hashes.tobytes(),))


def _columns(record: Record) -> tuple[object, ...]:
    lat, lon = record.point or (None, None)
    return (
        record.geonameid,
        record.name,
        record.kind,
        record.precision,
        record.country,
        record.admin1,
        record.admin2,
        lat,
        lon,
        record.population,
        record.fame,
    )


def _names(record: Record) -> Iterator[tuple[str, int]]:
    """Yield the record's keys, each once, with the best way in which it names the place."""
    seen = {""}
    for sort, names in ((MAIN, (record.name,)), (ALSO, record.also), (PEOPLE, record.people)):
        for name in names:
            key = fold(name)
            if key not in seen:
                seen.add(key)
                yield key, sort
