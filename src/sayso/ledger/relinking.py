"""Taking statements out of their matters, and matters out of the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, delete, literal_column, select, update

from sayso.ledger import decode
from sayso.ledger.lookup import chunks
from sayso.ledger.protocol import Growth
from sayso.ledger.schema import (
    account,
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
from sayso.ledger.selects import GISTS, HEAD
from sayso.model import ArticleHead, Gist

_WEIGHED = (evidence, conflict, shift, position)


def unlink(connection: Connection) -> None:
    """Take all gists out of their matters; all matters are to be weighed."""
    connection.execute(delete(gist_key))
    connection.execute(update(gist).values(matter_id=None))
    connection.execute(update(matter).values(changed=matter.c.statements + 1))


def unlinked(connection: Connection) -> tuple[ArticleHead, ...]:
    """Return the articles with accounts of matters that their gists were taken out of."""
    out = (
        select(statement.c.article)
        .join(gist, gist.c.statement == statement.c.number)
        .join(account, account.c.statement == statement.c.number)
        .where(gist.c.matter_id.is_(None))
    )
    found = select(*HEAD).where(article.c.number.in_(out))
    in_order = found.order_by(article.c.published.asc().nulls_first(), article.c.id)
    return tuple(decode.head_of(row) for row in connection.execute(in_order))


def changed_matters(connection: Connection) -> tuple[str, ...]:
    """Return the matters on which something changed since they were weighed, by id."""
    # The index is of those whose number is above 0, and SQLite sees that in plain words only.
    some = matter.c.changed > literal_column("0")
    found = select(matter.c.id).where(some).order_by(matter.c.id)
    return tuple(connection.scalars(found))


def growth(connection: Connection, matter_ids: Iterable[str]) -> Mapping[str, Growth]:
    """Return how many statements matters hold, and how much changed since they were weighed."""
    asked = select(matter.c.id, matter.c.statements, matter.c.changed)
    return {
        row.id: Growth(row.statements, row.changed)
        for chunk in chunks(sorted(set(matter_ids)))
        for row in connection.execute(asked.where(matter.c.id.in_(chunk)))
    }


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
