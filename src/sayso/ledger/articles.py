"""Articles out of the ledger, their copies and origins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, or_, select

from sayso.ledger import decode
from sayso.ledger.lookup import CHUNK, chunks, full_id
from sayso.ledger.schema import article, sketch
from sayso.ledger.selects import HEAD
from sayso.ledger.words import plain
from sayso.model import Article, ArticleHead


def has_article(connection: Connection, article_id: str) -> bool:
    """Whether the article with this very id is there."""
    found = select(article.c.number).where(article.c.id == plain(article_id))
    return connection.scalar(found) is not None


def read_article(connection: Connection, ref: str) -> Article:
    """Return an article by its id, the beginning of it or its given id. Raises NotFoundError."""
    found = select(article).where(article.c.id == full_id(connection, "article", ref))
    return decode.article_of(connection.execute(found).one())


def heads(connection: Connection) -> Iterator[ArticleHead]:
    """Yield all articles by date of publication, then id; those without a date come first."""
    found = select(*HEAD).order_by(article.c.published.asc().nulls_first(), article.c.id)
    for row in connection.execute(found, execution_options={"yield_per": CHUNK}):
        yield decode.head_of(row)


def origins(connection: Connection, article_ids: Iterable[str]) -> Mapping[str, str]:
    """Return the origin id of each article; its own where nothing else is known."""
    wanted = tuple(dict.fromkeys(article_ids))
    original = article.alias("original")
    query = (
        select(article.c.id, original.c.id.label("origin_id"))
        .select_from(article)
        .join(sketch, sketch.c.article == article.c.number)
        .join(original, original.c.number == sketch.c.origin)
    )
    found = {article_id: article_id for article_id in wanted}
    for chunk in chunks(wanted):
        for row in connection.execute(query.where(article.c.id.in_(chunk))):
            found[row.id] = row.origin_id
    return found


def copies(connection: Connection, article_id: str) -> tuple[ArticleHead, ...]:
    """Return the other articles of the same origin, by date of publication."""
    origin = origins(connection, [article_id])[article_id]
    number = select(article.c.number).where(article.c.id == origin).scalar_subquery()
    same = select(sketch.c.article).where(sketch.c.origin == number)
    found = (
        select(*HEAD)
        .where(or_(article.c.number.in_(same), article.c.number == number))
        .where(article.c.id != article_id)
        .order_by(article.c.published.asc().nulls_first(), article.c.id)
    )
    return tuple(decode.head_of(row) for row in connection.execute(found))
