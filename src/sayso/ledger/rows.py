"""Rows out of the ledger: statements with their article, matter and stance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, false, or_, select

from sayso.ledger import decode
from sayso.ledger.decode import Record
from sayso.ledger.lookup import CHUNK, chunks, full_id
from sayso.ledger.protocol import RowFilter
from sayso.ledger.schema import (
    account,
    article,
    party,
    statement,
    statement_channel,
    statement_date,
    statement_place,
)
from sayso.ledger.selects import IN_SAYING_ORDER, IN_TEXT_ORDER, ROWS
from sayso.ledger.words import key_of, plain
from sayso.model import Row, name_key

T = TypeVar("T")


def row(connection: Connection, ref: str) -> Row:
    """Return a statement's row by its id or the beginning of it. Raises NotFoundError."""
    found = ROWS.where(statement.c.id == full_id(connection, "statement", ref))
    return with_children(connection, connection.execute(found).all())[0]


def rows(connection: Connection, which: RowFilter) -> Iterator[Row]:
    """Yield the rows that a filter lets through, in order of article date and text."""
    found = ROWS.where(*_conditions(connection, which)).order_by(*IN_TEXT_ORDER)
    if which.limit is not None:
        found = found.limit(max(0, which.limit))
    streamed = connection.execute(found, execution_options={"yield_per": CHUNK})
    for part in streamed.partitions():
        yield from with_children(connection, part)


def rows_of_matter(connection: Connection, matter_id: str) -> tuple[Row, ...]:
    """Return a matter's rows in order of saying."""
    found = ROWS.where(account.c.matter_id == matter_id).order_by(*IN_SAYING_ORDER)
    return with_children(connection, connection.execute(found).all())


def with_children(connection: Connection, found: Sequence[Record]) -> tuple[Row, ...]:
    """Return the rows of records of ``ROWS``, with their places, dates and channels."""
    numbers = [record.number for record in found]
    places = _children(connection, statement_place, numbers, decode.place_of)
    dates = _children(connection, statement_date, numbers, decode.when_of)
    channels = _children(connection, statement_channel, numbers, decode.channel_of)
    return tuple(
        decode.row_of(
            record,
            places=places[record.number],
            dates=dates[record.number],
            channels=channels[record.number],
        )
        for record in found
    )


def _children(
    connection: Connection, table: Table, numbers: Iterable[int], made: Callable[[Record], T]
) -> defaultdict[int, list[T]]:
    children: defaultdict[int, list[T]] = defaultdict(list)
    for chunk in chunks(numbers):
        query = select(table).where(table.c.statement.in_(chunk))
        for record in connection.execute(query.order_by(table.c.statement, table.c.ordinal)):
            children[record.statement].append(made(record))
    return children


def _conditions(connection: Connection, which: RowFilter) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if which.article is not None:
        wanted.append(article.c.id == full_id(connection, "article", which.article))
    if which.begins is not None:
        start, end = which.begins
        wanted.extend((statement.c.start >= start, statement.c.start < end))
    if which.matter is not None:
        wanted.append(account.c.matter_id == full_id(connection, "matter", which.matter))
    if which.party is not None:
        wanted.append(statement.c.party_id.in_(parties_named(which.party, which.merged)))
    if which.side is not None:
        wanted.append(on_side(statement.c.party_side, which.side))
    if which.act is not None:
        wanted.append(statement.c.act == which.act.value)
    if which.place is not None:
        at = in_place(statement_place.c.name_key, statement_place.c.country, which.place)
        wanted.append(exists().where(statement_place.c.statement == statement.c.number, at))
    if which.outlet is not None:
        wanted.append(begins_words(article.c.outlet_key, key_of(which.outlet)))
    wanted.extend(meets(statement.c.said_since, statement.c.said_until, which.since, which.until))
    return wanted


def parties_named(wanted: str, merged: Sequence[str]) -> Select[Any]:
    """Return the select of the ids of parties by id or by words that a name's words begin with.

    ``merged`` are ids of others.
    """
    return select(party.c.id).where(
        or_(
            party.c.id.in_((plain(wanted), *map(plain, merged))),
            begins_words(party.c.name_key, name_key(wanted)),
        )
    )


def on_side(side: ColumnElement[str], wanted: str) -> ColumnElement[bool]:
    """Return the condition that a side is the wanted one; country codes may be in small letters."""
    return side.in_((plain(wanted), plain(wanted).upper()))


def in_place(
    key: ColumnElement[str], country: ColumnElement[str], wanted: str
) -> ColumnElement[bool]:
    """Return the condition that a place has (part of) the wanted name, or lies in the country."""
    return or_(country == plain(wanted).upper(), begins_words(key, key_of(wanted)))


def begins_words(key: ColumnElement[Any], wanted: str) -> ColumnElement[bool]:
    """Return the condition that words of a key begin with the wanted ones, folded likewise.

    A key is a name's words parted by single spaces; nothing wanted is in no name.
    """
    return (" " + key).contains(f" {wanted}", autoescape=True) if wanted else false()


def meets(
    start: ColumnElement[date], end: ColumnElement[date], since: date | None, until: date | None
) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions under which a stored interval of days meets the one asked for.

    An open end reaches as far as need be; an interval that is open at both ends tells nothing and
    meets none.
    """
    if since is not None or until is not None:
        yield or_(start.is_not(None), end.is_not(None))
    if since is not None:
        yield or_(end.is_(None), end >= since)
    if until is not None:
        yield or_(start.is_(None), start <= until)
