"""Full-text search over titles and texts of articles, and over statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, select

from sayso.ledger import decode
from sayso.ledger.index import ARTICLE_WORDS, ranked
from sayso.ledger.lookup import chunks
from sayso.ledger.protocol import SearchHit
from sayso.ledger.schema import article, statement
from sayso.ledger.selects import HEAD
from sayso.ledger.words import Query, best_passage, matches, parse_query
from sayso.model import Span, joined_text


def search(connection: Connection, text: str, *, limit: int) -> tuple[SearchHit, ...]:
    """Return the articles that hold all words of a query, best first."""
    query = parse_query(text)
    if not query or limit < 1:
        return ()
    numbers: Sequence[int] = connection.scalars(
        ranked(connection, ARTICLE_WORDS, query, limit=limit)
    ).all()
    told = _matching_statements(connection, numbers, query)
    hits: dict[int, SearchHit] = {}
    wanted = select(article.c.number, article.c.blocks, article.c.text, *HEAD)
    # Few at once: texts may be long.
    for chunk in chunks(numbers, 10):
        for record in connection.execute(wanted.where(article.c.number.in_(chunk))):
            passage = best_passage(record.text, decode.blocks_of(record.blocks), query)
            hits[record.number] = SearchHit(
                decode.head_of(record), passage, tuple(told[record.number])
            )
    return tuple(hits[number] for number in numbers)


def _matching_statements(
    connection: Connection, articles: Iterable[int], query: Query
) -> Mapping[int, Sequence[str]]:
    """Return the ids of statements that hold all terms by themselves, by article."""
    told: defaultdict[int, list[str]] = defaultdict(list)
    wanted = select(
        statement.c.article,
        statement.c.id,
        statement.c.source,
        statement.c.cue,
        statement.c.content,
    ).order_by(statement.c.article, statement.c.start, statement.c.number)
    for chunk in chunks(articles):
        for record in connection.execute(wanted.where(statement.c.article.in_(chunk))):
            pieces = decode.spans_of([*record.source, *record.cue, *record.content])
            if matches(query, statement_text(pieces)) == len(query):
                told[record.article].append(record.id)
    return told


def statement_text(pieces: Iterable[Span]) -> str:
    """Return what a statement is found by: its pieces of all roles, in text order."""
    return joined_text(sorted(pieces))
