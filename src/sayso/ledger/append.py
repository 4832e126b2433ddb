"""Put an article with its statements into the ledger, or refuse it whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, func, insert, select

from sayso.errors import LedgerError, SpanMismatchError
from sayso.ledger import encode
from sayso.ledger.articles import has_article
from sayso.ledger.index import ARTICLE_WORDS, STATEMENT_WORDS, Entry, add_entries
from sayso.ledger.schema import (
    article,
    party,
    run,
    statement,
    statement_channel,
    statement_date,
    statement_place,
)
from sayso.ledger.search import statement_text
from sayso.ledger.upsert import insert_new
from sayso.model import Article, Run, Span, Statement

_LOOKED_AT = frozenset(10**power for power in range(2, 9))
"""Numbers of articles at which SQLite looks at its tables anew."""

Batch = list[tuple[Table, list[encode.Values]]]


def append(
    connection: Connection, added: Article, statements: Sequence[Statement], by: Run
) -> bool:
    """Add an article with its statements; False if it is there already.

    Everything is checked before anything is written. Raises SpanMismatchError for a span that is
    not the article's, LedgerError for text that a store can't hold or statements that don't fit
    together.
    """
    what = f"The article {added.name}"
    encode.check_storable([{"id": added.id}], what)
    if has_article(connection, added.id):
        return False
    check_spans(added, statements)
    _check_whole(added, statements, by)
    number = _next(connection, article)
    first = _next(connection, statement)
    numbers = {s.id: first + i for i, s in enumerate(statements)}
    batch = _batch(added, number, statements, numbers, by)
    for _, rows in batch:
        encode.check_storable(rows, what)
    _write(connection, batch)
    add_entries(connection, ARTICLE_WORDS, [Entry(number, added.title or "", added.text)])
    add_entries(
        connection,
        STATEMENT_WORDS,
        [
            Entry(numbers[s.id], "", statement_text((*s.source, *s.cue, *s.content)))
            for s in statements
        ],
    )
    if number in _LOOKED_AT:
        _look_at_tables(connection)
    return True


def check_spans(added: Article, statements: Iterable[Statement]) -> None:
    """Raise SpanMismatchError for the first span whose text is not the article's."""
    for told in statements:
        for role, span in _spans(told):
            if not span.quotes(added.text):
                raise SpanMismatchError(
                    f"The article {added.name} does not hold {span.text[:60]!r} "
                    f"at {span.start}:{span.end} ({role} of statement {told.id})",
                    remedy="Nothing of it was stored; report this with the article, "
                    "the tagger or resolver misplaced a span",
                )


def _spans(told: Statement) -> Iterator[tuple[str, Span]]:
    for role, pieces in (("source", told.source), ("cue", told.cue), ("content", told.content)):
        yield from ((role, span) for span in pieces)
    yield from (("place", place.span) for place in told.places)
    yield from (("date", when.span) for when in told.dates)
    yield from (("channel", channel.span) for channel in told.channel)


def _check_whole(added: Article, statements: Sequence[Statement], by: Run) -> None:
    ids = {told.id for told in statements}
    faults = (
        (len(ids) < len(statements), "two statements with the same id"),
        (any(t.article_id != added.id for t in statements), "a statement of another article"),
        (any(t.run != by.id for t in statements), "a statement of another run"),
        (any(not t.content for t in statements), "a statement without content"),
        (
            any(t.inside is not None and t.inside not in ids for t in statements),
            "a statement inside one that it does not have",
        ),
    )
    for wrong, what in faults:
        if wrong:
            raise LedgerError(
                f"The article {added.name} comes with {what}",
                remedy="Nothing of it was stored; report this with the article",
            )


def _next(connection: Connection, table: Table) -> int:
    # Safe because there is one writer at a time, and read from the end of the index.
    return (connection.scalar(select(func.max(table.c.number))) or 0) + 1


def _look_at_tables(connection: Connection) -> None:
    """Let SQLite count what its indexes tell apart; PostgreSQL does so by itself.

    Without it, SQLite sorts all rows to list the first ones. It looks at a sample only: 10 ms.
    """
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA analysis_limit = 400")
        connection.exec_driver_sql("ANALYZE")


def _batch(
    added: Article,
    number: int,
    statements: Sequence[Statement],
    numbers: Mapping[str, int],
    by: Run,
) -> Batch:
    parties = {told.party.id: told.party for told in statements if told.party is not None}
    numbered = [(told, numbers[told.id]) for told in statements]
    return [
        (run, [encode.run_values(by)]),
        (party, [encode.party_row(p) for p in parties.values()]),
        (article, [encode.article_values(added, number)]),
        (
            statement,
            [encode.statement_values(t, article=number, numbers=numbers) for t in statements],
        ),
        (statement_place, [r for t, n in numbered for r in encode.place_rows(t, n)]),
        (statement_date, [r for t, n in numbered for r in encode.date_rows(t, n)]),
        (statement_channel, [r for t, n in numbered for r in encode.channel_rows(t, n)]),
    ]


def _write(connection: Connection, batch: Batch) -> None:
    for table, rows in batch:
        if table is run or table is party:
            insert_new(connection, table, rows)
        elif rows:
            connection.execute(insert(table), rows)
