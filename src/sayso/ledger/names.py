"""Names that the ledger holds, found by a part of them: what there is to ask for."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.ledger.rows import begins_words
from sayso.ledger.schema import article, matter
from sayso.ledger.words import key_of


def outlets(connection: Connection, part: str, *, limit: int) -> tuple[str, ...]:
    """Return outlets by (part of) their name, those with most articles first; "" is part of all."""
    number, first = func.count().label("number"), func.min(article.c.number).label("first")
    # Counted by the index of keys alone: the rows of articles are long.
    counted = (
        select(number, first)
        .where(_is_part(article.c.outlet_key, part))
        .group_by(article.c.outlet_key)
        .order_by(number.desc(), first)
        .limit(limit)
        .subquery()
    )
    found = (
        select(article.c.outlet)
        .join(counted, counted.c.first == article.c.number)
        .order_by(counted.c.number.desc(), counted.c.first)
    )
    return tuple(connection.scalars(found))


def places(connection: Connection, part: str, *, limit: int) -> tuple[str, ...]:
    """Return the places of matters by (part of) their name, those with most matters first."""
    name = func.min(matter.c.place_name)
    found = (
        select(name)
        .where(matter.c.statements > 0, _is_part(matter.c.place_key, part))
        .group_by(matter.c.place_key)
        .order_by(func.count().desc(), func.min(matter.c.id))
        .limit(limit)
    )
    return tuple(connection.scalars(found))


def _is_part(key: ColumnElement[str | None], part: str) -> ColumnElement[bool]:
    wanted = key_of(part)
    return begins_words(key, wanted) if wanted else key.is_not(None)
