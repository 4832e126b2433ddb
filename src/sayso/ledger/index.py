"""The word indexes behind full-text search: FTS5 on SQLite, tsvector with GIN on PostgreSQL.

Both are given words that ``words`` cut and folded, and keep nothing else of the text; the FTS5
tables are contentless. To take an article out of one, give it the same words with 'delete'.
Queries are made of folded words only, so no user input reaches a store's query language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import (
    Connection,
    Executable,
    Integer,
    Select,
    String,
    cast,
    column,
    func,
    select,
    table,
    text,
)
from sqlalchemy import insert as sql_insert
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR

from sayso.ledger.words import Query, within_index, words_of

ARTICLE_WORDS = "article_words"
STATEMENT_WORDS = "statement_words"
INDEXES = (ARTICLE_WORDS, STATEMENT_WORDS)


@dataclass(frozen=True, slots=True)
class Entry:
    """What one article or statement is found by."""

    number: int
    title: str
    text: str


def create_indexes(connection: Connection) -> None:
    """Create both word indexes in an empty ledger."""
    for name in INDEXES:
        for statement in _DDL[connection.dialect.name]:
            connection.execute(text(statement.format(name=name)))


_DDL: Mapping[str, Sequence[str]] = {
    # The ascii tokenizer takes every code point above 127 for a letter: it only splits at spaces.
    "sqlite": (
        "CREATE VIRTUAL TABLE {name} USING fts5(title, body, content='', tokenize='ascii')",
    ),
    "postgresql": (
        "CREATE TABLE {name} (number INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_{name}_words ON {name} USING gin (words)",
    ),
}


def add_entries(connection: Connection, index: str, entries: Sequence[Entry]) -> None:
    """File entries under their words."""
    if not entries:
        return
    if connection.dialect.name == "sqlite":
        target = table(index, column("rowid"), column("title"), column("body"))
        rows: list[dict[str, object]] = [_columns(entry) for entry in entries]
        connection.execute(sql_insert(target), rows)
        return
    vectors = table(index, column("number"), column("words", TSVECTOR))
    connection.execute(
        sql_insert(vectors), [{"number": e.number, "words": _vector(e)} for e in entries]
    )


def _cut(entry: Entry) -> tuple[Sequence[str], Sequence[str]]:
    title = words_of(entry.title)
    kept = within_index([*title, *words_of(entry.text)])
    return kept[: len(title)], kept[len(title) :]


def _columns(entry: Entry) -> dict[str, object]:
    title, body = _cut(entry)
    return {"rowid": entry.number, "title": " ".join(title), "body": " ".join(body)}


def _vector(entry: Entry) -> str:
    """Return the entry as a tsvector literal: words with places, those of the title weighted A."""
    title, body = _cut(entry)
    places: dict[str, list[str]] = {}
    for place, word in enumerate(title, start=1):
        places.setdefault(word, []).append(f"{place}A")
    # A place is left free, so that no phrase runs from the title into the text.
    for place, word in enumerate(body, start=len(title) + 2):
        places.setdefault(word, []).append(str(place))
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())


def matching(connection: Connection, index: str, query: Query) -> Select[int]:
    """Return the select of the numbers of entries that hold all terms. The query has terms."""
    if connection.dialect.name == "sqlite":
        rowid = column("rowid", Integer)
        hits = table(index, rowid)
        return select(rowid).select_from(hits).where(column(index).op("MATCH")(_fts5(query)))
    vectors = table(index, column("number"), column("words", TSVECTOR))
    return select(vectors.c.number).where(vectors.c.words.op("@@")(_tsquery(query)))


def ranked(connection: Connection, index: str, query: Query, *, limit: int) -> Executable:
    """Return the select of the numbers of the entries that hold all terms, best first."""
    found = matching(connection, index, query)
    if connection.dialect.name == "sqlite":
        rank = func.bm25(column(index), 4.0, 1.0)
        return found.order_by(rank, column("rowid")).limit(limit)
    words = column("words", TSVECTOR)
    rank = func.ts_rank(words, _tsquery(query), 1)
    return found.order_by(rank.desc(), column("number")).limit(limit)


def _fts5(query: Query) -> str:
    return " ".join(f'"{" ".join(term)}"' for term in query)


def _tsquery(query: Query) -> object:
    terms = (" <-> ".join(f"'{word}'" for word in term) for term in query)
    return cast(cast(" & ".join(f"({term})" for term in terms), String), TSQUERY)
