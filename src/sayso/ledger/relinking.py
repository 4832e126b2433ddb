"""Taking statements out of their matters, and matters out of the ledger."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, select, update

from sayso.ledger import decode
from sayso.ledger.lookup import chunks
from sayso.ledger.schema import (
    article,
    conflict,
    evidence,
    gist,
    gist_key,
    matter,
    position,
    shift,
    statement,
)
from sayso.ledger.selects import GISTS
from sayso.model import Gist

_WEIGHED = (evidence, conflict, shift, position)


def unlink(connection: Connection) -> tuple[str, ...]:
    """Take all gists out of their matters, forget all that was weighed; return all matters."""
    connection.execute(delete(gist_key))
    connection.execute(update(gist).values(matter_id=None))
    for table in _WEIGHED:
        connection.execute(delete(table))
    return tuple(connection.scalars(select(matter.c.id)))


def gists_of_article(connection: Connection, article_id: str) -> tuple[Gist, ...]:
    """Return the gists of an article's statements in the order of the text."""
    number = select(article.c.number).where(article.c.id == article_id).scalar_subquery()
    told = select(statement.c.number).where(statement.c.article == number)
    found = GISTS.where(gist.c.statement.in_(told)).order_by(gist.c.statement)
    return tuple(decode.gist_of(row) for row in connection.execute(found))


def drop_empty(connection: Connection, matter_ids: Iterable[str]) -> tuple[str, ...]:
    """Remove those of these matters that no account is of any more; return their ids."""
    gone: list[str] = []
    for chunk in chunks(sorted(set(matter_ids))):
        empty = select(matter.c.id).where(matter.c.id.in_(chunk), matter.c.statements == 0)
        found = connection.scalars(empty).all()
        for table in _WEIGHED:
            connection.execute(delete(table).where(table.c.matter_id.in_(found)))
        connection.execute(delete(matter).where(matter.c.id.in_(found)))
        gone.extend(found)
    return tuple(gone)
