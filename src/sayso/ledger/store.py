"""The one ledger over SQL: opens transactions and hands them to the queries."""
# ruff: noqa: D102 - the protocols tell what the methods do.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine

from sayso.ledger import (
    append,
    articles,
    counts,
    links,
    matters,
    names,
    parties,
    relinking,
    rows,
    search,
    sketches,
    weighings,
)
from sayso.ledger.engines import lock, reader, writer
from sayso.ledger.faults import translated
from sayso.ledger.protocol import (
    Book,
    Counts,
    Growth,
    MatterCount,
    MatterFilter,
    PartyCount,
    PartyMatter,
    RowFilter,
    RunCount,
    SearchHit,
    ShiftRow,
)
from sayso.model import (
    Account,
    Article,
    ArticleHead,
    Gist,
    Matter,
    Party,
    Row,
    Run,
    Sketch,
    Statement,
    WeighedMatter,
    Weighing,
)


class SqlBook:
    """An open transaction; what its methods do is told by the Book protocol."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._gists: dict[int, Gist] = {}

    def append(self, article: Article, statements: Sequence[Statement], run: Run) -> bool:
        return append.append(self._connection, article, statements, run)

    def sketches(self, bands: Sequence[str]) -> tuple[Sketch, ...]:
        return sketches.sketches(self._connection, bands)

    def sketches_of(self, article_ids: Iterable[str]) -> tuple[Sketch, ...]:
        return sketches.sketches_of(self._connection, article_ids)

    def join_origins(self, origin_ids: Iterable[str]) -> tuple[str, ...]:
        return sketches.join_origins(self._connection, origin_ids)

    def save_sketch(self, sketch: Sketch) -> None:
        sketches.save_sketch(self._connection, sketch)

    def origins(self, article_ids: Iterable[str]) -> Mapping[str, str]:
        return articles.origins(self._connection, article_ids)

    def gists_by_key(self, keys: Sequence[str], *, per_key: int, most: int) -> tuple[Gist, ...]:
        return links.gists_by_key(
            self._connection, keys, per_key=per_key, most=most, known=self._gists
        )

    def gists_of_matter(self, matter_id: str, *, limit: int) -> tuple[Gist, ...]:
        return links.gists_of_matter(self._connection, matter_id, limit=limit, known=self._gists)

    def save_gists(self, gists: Iterable[Gist]) -> None:
        links.save_gists(self._connection, gists, self._gists)

    def save_matter(self, matter: Matter) -> None:
        links.save_matter(self._connection, matter)

    def save_accounts(self, accounts: Iterable[Account]) -> None:
        links.save_accounts(self._connection, accounts)

    def move_accounts(self, gists: Iterable[Gist]) -> None:
        links.move_accounts(self._connection, gists)

    def drop_empty(self, matter_ids: Iterable[str]) -> tuple[str, ...]:
        return relinking.drop_empty(self._connection, matter_ids)

    def gists_of_article(self, article_id: str) -> tuple[Gist, ...]:
        return relinking.gists_of_article(self._connection, article_id)

    def unlink(self) -> None:
        self._gists.clear()
        relinking.unlink(self._connection)

    def mark_changed(self, matter_ids: Iterable[str]) -> None:
        links.mark_changed(self._connection, matter_ids)

    def growth(self, matter_ids: Iterable[str]) -> Mapping[str, Growth]:
        return relinking.growth(self._connection, matter_ids)

    def matter(self, matter_id: str) -> Matter:
        return matters.read_matter(self._connection, matter_id)

    def rows_of_matter(self, matter_id: str) -> tuple[Row, ...]:
        return rows.rows_of_matter(self._connection, matter_id)

    def save_weighing(self, matter_id: str, weighing: Weighing) -> None:
        weighings.save_weighing(self._connection, matter_id, weighing)


class SqlLedger:
    """A ledger in a SQL store; what its methods do is told by the Ledger protocol.

    ``shown`` names the ledger in messages, without password.
    """

    def __init__(self, engine: Engine, shown: str) -> None:
        self._engine = engine
        self._reader = reader(engine)
        self._writer = writer(engine)
        self._shown = shown

    @contextmanager
    def writing(self) -> Iterator[Book]:
        with translated(self._shown), self._writer.begin() as connection:
            lock(connection)
            yield SqlBook(connection)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with translated(self._shown), self._reader.connect() as connection:
            yield connection

    def close(self) -> None:
        self._engine.dispose()

    def has_article(self, article_id: str) -> bool:
        with self._reading() as connection:
            return articles.has_article(connection, article_id)

    def article(self, ref: str) -> Article:
        with self._reading() as connection:
            return articles.read_article(connection, ref)

    def articles(self) -> Iterator[ArticleHead]:
        with self._reading() as connection:
            yield from articles.heads(connection)

    def unlinked(self) -> tuple[ArticleHead, ...]:
        with self._reading() as connection:
            return relinking.unlinked(connection)

    def changed_matters(self) -> tuple[str, ...]:
        with self._reading() as connection:
            return relinking.changed_matters(connection)

    def copies(self, article_id: str) -> tuple[ArticleHead, ...]:
        with self._reading() as connection:
            return articles.copies(connection, article_id)

    def origins(self, article_ids: Iterable[str]) -> Mapping[str, str]:
        with self._reading() as connection:
            return articles.origins(connection, article_ids)

    def row(self, ref: str) -> Row:
        with self._reading() as connection:
            return rows.row(connection, ref)

    def rows(self, which: RowFilter) -> Iterator[Row]:
        with self._reading() as connection:
            yield from rows.rows(connection, which)

    def matter(self, ref: str) -> WeighedMatter:
        with self._reading() as connection:
            return matters.weighed_matter(connection, ref)

    def matters(self, which: MatterFilter) -> Iterator[WeighedMatter]:
        with self._reading() as connection:
            yield from matters.matters(connection, which)

    def overview(self, which: MatterFilter) -> Iterator[WeighedMatter]:
        with self._reading() as connection:
            yield from matters.overview(connection, which)

    def matter_counts(self, which: MatterFilter) -> Iterator[MatterCount]:
        with self._reading() as connection:
            yield from matters.matter_counts(connection, which)

    def titles(self, matter_ids: Iterable[str]) -> Mapping[str, str]:
        with self._reading() as connection:
            return matters.titles(connection, matter_ids)

    def shifts(
        self, *, party: str | None, side: str | None, merged: Sequence[str] = ()
    ) -> Iterator[ShiftRow]:
        with self._reading() as connection:
            yield from matters.shifts(connection, party_named=party, side=side, merged=merged)

    def parties(self) -> tuple[PartyCount, ...]:
        with self._reading() as connection:
            return parties.parties(connection)

    def newest(self) -> int:
        with self._reading() as connection:
            return counts.newest(connection)

    def party(self, party_id: str) -> Party:
        with self._reading() as connection:
            return parties.party_of(connection, party_id)

    def outlets(self, part: str, *, limit: int) -> tuple[str, ...]:
        with self._reading() as connection:
            return names.outlets(connection, part, limit=limit)

    def places(self, part: str, *, limit: int) -> tuple[str, ...]:
        with self._reading() as connection:
            return names.places(connection, part, limit=limit)

    def party_matters(
        self, party_ids: Sequence[str], *, limit: int, offset: int = 0
    ) -> tuple[PartyMatter, ...]:
        with self._reading() as connection:
            return parties.party_matters(connection, party_ids, limit=limit, offset=offset)

    def rows_of_party(
        self, party_ids: Sequence[str], matter_id: str | None, *, limit: int
    ) -> tuple[Row, ...]:
        with self._reading() as connection:
            return parties.rows_of_party(connection, party_ids, matter_id, limit=limit)

    def search(self, query: str, *, limit: int) -> tuple[SearchHit, ...]:
        with self._reading() as connection:
            return search.search(connection, query, limit=limit)

    def runs(self) -> tuple[RunCount, ...]:
        with self._reading() as connection:
            return counts.runs(connection)

    def counts(self) -> Counts:
        with self._reading() as connection:
            return counts.counts(connection)
