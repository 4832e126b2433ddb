"""Find rows by their ids: short ones, lists of them, and ids filed under keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Subquery,
    bindparam,
    func,
    select,
    union_all,
)

from sayso.errors import LedgerError, NotFoundError
from sayso.ledger.schema import article, band, gist_key, matter, statement
from sayso.ledger.words import plain

SHORTEST = 4
"""Digits of an id that a user has to give at least."""
CHUNK = 500
"""Ids asked for in one query at most."""
KEYS_AT_ONCE = 8

_HEX = frozenset("0123456789abcdef")
_AFTER_HEX = "g"
_TABLES = {"article": article, "statement": statement, "matter": matter}

T = TypeVar("T")


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[tuple[T, ...]]:
    """Yield the items in tuples of ``size``, the last one shorter."""
    pending = iter(items)
    while chunk := tuple(islice(pending, size)):
        yield chunk


def full_id(connection: Connection, what: str, ref: str) -> str:
    """Return the id that ``ref`` is or begins.

    ``what`` is "article", "statement" or "matter"; an article is found by its given id too.
    Raises NotFoundError when nothing or several things fit.
    """
    table = _TABLES[what]
    wanted = plain(ref.strip())
    exact = connection.scalar(select(table.c.id).where(table.c.id == wanted))
    if exact is not None:
        return str(exact)
    if what == "article":
        given = _two(connection, table.c.id, table.c.given_id == wanted)
        if given:
            return _only(given, what, ref)
    start = wanted.lower()
    if len(start) < SHORTEST or not _HEX.issuperset(start):
        raise _none(what, ref)
    # A range of the index: LIKE would not use it everywhere, and would take % from the user.
    begins = (table.c.id >= start) & (table.c.id < start + _AFTER_HEX)
    return _only(_two(connection, table.c.id, begins), what, ref)


def _two(connection: Connection, ids: Column[str], where: ColumnElement[bool]) -> Sequence[str]:
    return connection.scalars(select(ids).where(where).order_by(ids).limit(2)).all()


def _only(found: Sequence[str], what: str, ref: str) -> str:
    if not found:
        raise _none(what, ref)
    if len(found) > 1:
        raise NotFoundError(
            f"Several {what}s fit {ref!r}, {found[0]} and {found[1]} among them",
            remedy="Give more of the id",
        )
    return found[0]


def _none(what: str, ref: str) -> NotFoundError:
    return NotFoundError(
        f"The ledger holds no {what} {ref[:80]!r}",
        remedy=f"Give its id or the first {SHORTEST} or more digits of it",
    )


def numbers_of(connection: Connection, what: str, ids: Iterable[str]) -> Mapping[str, int]:
    """Return the numbers of articles or statements. Raises LedgerError if one is not there."""
    table = _TABLES[what]
    wanted = tuple(dict.fromkeys(ids))
    found: dict[str, int] = {}
    for chunk in chunks(wanted):
        for row in connection.execute(
            select(table.c.id, table.c.number).where(table.c.id.in_(chunk))
        ):
            found[row.id] = row.number
    missing = next((i for i in wanted if i not in found), None)
    if missing is not None:
        raise LedgerError(
            f"The ledger holds no {what} {missing}",
            remedy=f"Append the {what} before what is said about it",
        )
    return found


def _by_key(key: Column[str], number: Column[int], *, newest: bool) -> Subquery:
    """Return the keys and first numbers of ``KEYS_AT_ONCE`` keys, ``per_key`` of each.

    One LIMIT a key reads so many entries of the index however many there are; a window function
    would read them all.
    """
    parts = []
    for i in range(KEYS_AT_ONCE):
        part = select(key.label("key"), number.label("number"))
        part = part.where(key == bindparam(f"key{i}"))
        part = part.order_by(number.desc() if newest else number.asc()).limit(bindparam("per_key"))
        parts.append(select(part.subquery()))
    return union_all(*parts).subquery()


_newest = _by_key(gist_key.c.key, gist_key.c.statement, newest=True)
_oldest = _by_key(band.c.key, band.c.article, newest=False)
_NEWEST_GISTS = select(_newest.c.number, func.count(_newest.c.key.distinct())).group_by(
    _newest.c.number
)
_OLDEST_BANDS = select(_oldest.c.number, func.count(_oldest.c.key.distinct())).group_by(
    _oldest.c.number
)


def newest_gists(connection: Connection, keys: Sequence[str], *, per_key: int) -> Counter[int]:
    """Return the numbers of the ``per_key`` newest statements under each key: under how many."""
    return _counted(connection, _NEWEST_GISTS, keys, per_key)


def oldest_in_bands(connection: Connection, bands: Sequence[str], *, per_band: int) -> Counter[int]:
    """Return the numbers of the ``per_band`` oldest articles in each band: in how many they are."""
    return _counted(connection, _OLDEST_BANDS, bands, per_band)


def _counted(
    connection: Connection, query: Select[Any], keys: Sequence[str], per_key: int
) -> Counter[int]:
    found: Counter[int] = Counter()
    for values in _by_few(keys, per_key):
        for number, times in connection.execute(query, values):
            found[number] += times
    return found


def _by_few(keys: Sequence[str], per_key: int) -> Iterator[dict[str, Any]]:
    """Yield the values of the queries that ask for all keys, a few at once."""
    for chunk in chunks(dict.fromkeys(keys), KEYS_AT_ONCE):
        # The last keys are asked for twice, so that there is one query to prepare.
        padded = (*chunk, *chunk[-1:] * (KEYS_AT_ONCE - len(chunk)))
        values: dict[str, Any] = {f"key{i}": key for i, key in enumerate(padded)}
        yield {**values, "per_key": per_key}
