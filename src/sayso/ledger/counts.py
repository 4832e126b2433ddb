"""How much a ledger holds."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from sayso.ledger.decode import run_of
from sayso.ledger.protocol import Counts, RunCount
from sayso.ledger.schema import article, matter, run, shift, sketch, statement


def counts(connection: Connection) -> Counts:
    """Return how much the ledger holds; matters that no statement is about don't count."""
    articles = _count(article.c.id)
    return Counts(
        *connection.execute(
            select(
                articles,
                # Copies are few: only they are looked at, every other article is an origin.
                articles - _count(sketch.c.article, sketch.c.origin != sketch.c.article),
                _count(statement.c.id),
                _count(matter.c.id, matter.c.statements > 0),
                _count(matter.c.id, matter.c.conflicts > 0, matter.c.statements > 0),
                _count(shift.c.ordinal),
            )
        ).one()
    )


def newest(connection: Connection) -> int:
    """Return the number of the statement that came in last, 0 where there is none."""
    return connection.scalar(select(func.max(statement.c.number))) or 0


def runs(connection: Connection) -> tuple[RunCount, ...]:
    """Return the runs with the number of their statements: the most first, then by id."""
    inferred = func.count(statement.c.id).label("statements")
    found = connection.execute(
        select(run, inferred)
        .join_from(run, statement, isouter=True)
        .group_by(*run.c)
        .order_by(inferred.desc(), run.c.id)
    )
    return tuple(RunCount(run_of(row), row.statements) for row in found)


def _count(column: ColumnElement[Any], *where: ColumnElement[bool]) -> ColumnElement[int]:
    return select(func.count(column)).where(*where).scalar_subquery()
