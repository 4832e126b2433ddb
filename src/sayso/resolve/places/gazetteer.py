"""The gazetteer at run time: names looked up in the file that the build made."""

from __future__ import annotations

import sqlite3
import sys
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from sayso.errors import MissingPartError
from sayso.model import Precision
from sayso.resolve.places.build import MAIN, PEOPLE, SCHEMA_VERSION, key_hash
from sayso.resolve.places.fold import fold

DEFAULT_PATH = Path(__file__).with_name("data") / "gazetteer.sqlite"
REMEDY = (
    "Install sayso again with 'make setup', or build the file with "
    "'pip install --no-build-isolation --no-deps -e .'"
)
MAX_ENTRIES = 60
"""Places kept of one name, most inhabitants first: some names have hundreds."""
_CACHE_SIZE = 50_000
_QUERY = """
SELECT p.id, p.geonameid, p.name, p.kind, p.precision, p.country, p.admin1, p.admin2,
       p.lat, p.lon, p.population, p.fame, n.sort
FROM name AS n JOIN place AS p ON p.id = n.place
WHERE n.key = ? ORDER BY p.population DESC, p.id LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that a name can mean; ``lat`` and ``lon`` are degrees WGS 84, or both None.

    ``kind`` is continent, country, state, province, county, region, capital or town; ``country``
    ISO 3166-1 alpha-3; ``admin1`` GeoNames' code of the first-order region and ``admin2`` of the
    second, or empty; ``fame`` the number of its names in all languages. ``main`` says that the name
    looked up is the place's own, ``people`` that it is the word for its people ("Syrian").
    """

    id: int
    geonameid: int | None
    name: str
    kind: str
    precision: Precision
    country: str | None
    admin1: str
    admin2: str
    lat: float | None
    lon: float | None
    population: int
    fame: int
    main: bool
    people: bool

    @property
    def is_town(self) -> bool:
        """Whether the place is a settlement."""
        return self.kind in ("town", "capital")

    @property
    def is_division(self) -> bool:
        """Whether the place is a region of a country, with borders that hold towns."""
        return self.kind in ("state", "province", "county")


class Gazetteer:
    """Read-only lookups by name; safe to share between threads, not between processes."""

    def __init__(self, connection: sqlite3.Connection, hashes: array[int]) -> None:
        self._connection = connection
        self._hashes = hashes
        self._lock = Lock()
        self._cache: dict[str, tuple[Entry, ...]] = {}

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """Return the places that a name can mean, most inhabitants first; case is ignored.

        Raises MissingPartError when the file turns out damaged.
        """
        key = fold(name)
        if not self._may_hold(key):
            return ()
        found = self._cache.get(key)
        if found is None:
            found = self._ask(key)
            if len(self._cache) >= _CACHE_SIZE:
                self._cache.clear()
            self._cache[key] = found
        return found

    def close(self) -> None:
        """Close the file; lookups fail afterwards."""
        self._connection.close()

    def _may_hold(self, key: str) -> bool:
        """Whether the file can hold the key: nearly all words of a text end here, in memory."""
        wanted = key_hash(key)
        place = bisect_left(self._hashes, wanted)
        return place < len(self._hashes) and self._hashes[place] == wanted

    def _ask(self, key: str) -> tuple[Entry, ...]:
        try:
            with self._lock:
                rows = self._connection.execute(_QUERY, (key, MAX_ENTRIES)).fetchall()
        except sqlite3.DatabaseError as exc:
            raise MissingPartError(f"The gazetteer is damaged: {exc}", remedy=REMEDY) from exc
        return tuple(_entry(row) for row in rows)


def _entry(row: tuple[Any, ...]) -> Entry:
    number, geonameid, name, kind, precision, country, *rest = row
    admin1, admin2, lat, lon, population, fame, sort = rest
    return Entry(
        id=number,
        geonameid=geonameid,
        name=name,
        kind=kind,
        precision=Precision(precision),
        country=country,
        admin1=admin1,
        admin2=admin2,
        lat=lat,
        lon=lon,
        population=population,
        fame=fame,
        main=sort == MAIN,
        people=sort == PEOPLE,
    )


def open_gazetteer(path: Path | None = None) -> Gazetteer:
    """Open the gazetteer, by default the one that comes with sayso; each process opens its own.

    Raises MissingPartError when the file is missing or damaged.
    """
    path = path or DEFAULT_PATH
    if not path.is_file():
        raise MissingPartError(f"The gazetteer {path} is missing", remedy=REMEDY)
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        meta = dict(connection.execute("SELECT key, value FROM meta"))
    except sqlite3.DatabaseError as exc:
        raise MissingPartError(f"The gazetteer {path} is damaged: {exc}", remedy=REMEDY) from exc
    if meta.get("schema") != SCHEMA_VERSION:
        raise MissingPartError(f"The gazetteer {path} is of another version", remedy=REMEDY)
    hashes = array("I", meta["hashes"])
    if sys.byteorder == "big":
        hashes.byteswap()
    return Gazetteer(connection, hashes)
