"""The tables of a ledger, the same on SQLite and PostgreSQL.

Articles and statements are numbered in the order they come in: rows that hang on them are then
appended at the end of their tables, so that adding an article costs the same in a large ledger as
in a small one. Users see ids only. ``start`` and ``stop`` are code points, ``since`` and ``until``
days. The word indexes of the full-text search differ by store; see ``index``.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Column,
    Date,
    Double,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)

REVISION = "0003"
"""The newest migration: what a ledger of this version of sayso says of itself."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
    }
)

# Ids are compared byte by byte, so that the beginning of an id is a range of the index.
Id = Text().with_variant(Text(collation="C"), "postgresql")


def _party_columns() -> list[Column[str]]:
    """Return the columns of a party as one row sees it: people change sides and roles."""
    return [
        Column("party_id", Id, ForeignKey("party.id")),
        Column("party_name", Text),
        Column("party_side", Text),
        Column("party_role", Text),
        Column("party_acts_for", Text),
    ]


run = Table(
    "run",
    metadata,
    Column("id", Id, primary_key=True),
    Column("version", Text, nullable=False),
    Column("tagger", Text, nullable=False),
    Column("model_digest", Text, nullable=False),
    Column("settings", Text, nullable=False),
)

party = Table(
    "party",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("kind", Text, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False),
    Column("given_id", Id),
    Column("name", Text, nullable=False),
    Column("outlet", Text),
    Column("outlet_key", Text),
    Column("title", Text),
    Column("byline", Text),
    Column("published", Date),
    Column("url", Text),
    Column("language", Text, nullable=False),
    Column("raw_sha256", Text, nullable=False),
    # The long columns stand last: SQLite need not read past what is asked for.
    Column("blocks", JSON, nullable=False),
    Column("text", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Index(None, "id", unique=True),
    Index(None, "given_id"),
    Index(None, "published", "id"),
    Index(None, "outlet_key"),
)

statement = Table(
    "statement",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("id", Id, nullable=False),
    Column("article", Integer, ForeignKey("article.number"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("manner", Text, nullable=False),
    Column("act", Text, nullable=False),
    *_party_columns(),
    Column("said_text", Text),
    Column("said_since", Date),
    Column("said_until", Date),
    Column("said_basis", Text),
    Column(
        "inside", Integer, ForeignKey("statement.number", deferrable=True, initially="DEFERRED")
    ),
    Column("confidence", Double, nullable=False),
    Column("run_id", Id, ForeignKey("run.id"), nullable=False),
    # Spans as [[start, stop, text], …]: read whole, never searched by their parts.
    Column("source", JSON, nullable=False),
    Column("cue", JSON, nullable=False),
    Column("content", JSON, nullable=False),
    Index(None, "id", unique=True),
    Index(None, "article", "start"),
    # Who says something is counted from this one alone.
    Index(None, "party_id", "party_side"),
    Index(None, "party_side"),
)

statement_place = Table(
    "statement_place",
    metadata,
    Column("statement", Integer, ForeignKey("statement.number"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("geonameid", Integer),
    Column("country", Text),
    Column("lat", Double),
    Column("lon", Double),
    Column("precision", Text, nullable=False),
    PrimaryKeyConstraint("statement", "ordinal"),
    sqlite_with_rowid=False,
)

statement_date = Table(
    "statement_date",
    metadata,
    Column("statement", Integer, ForeignKey("statement.number"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("since", Date),
    Column("until", Date),
    PrimaryKeyConstraint("statement", "ordinal"),
    sqlite_with_rowid=False,
)

statement_channel = Table(
    "statement_channel",
    metadata,
    Column("statement", Integer, ForeignKey("statement.number"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", Text, nullable=False),
    PrimaryKeyConstraint("statement", "ordinal"),
    sqlite_with_rowid=False,
)

sketch = Table(
    "sketch",
    metadata,
    Column("article", Integer, ForeignKey("article.number"), primary_key=True, autoincrement=False),
    Column("origin", Integer, ForeignKey("article.number"), nullable=False),
    Column("bands", JSON, nullable=False),
    Column("signature", JSON, nullable=False),
    Index(None, "origin"),
)

band = Table(
    "band",
    metadata,
    Column("key", Id, nullable=False),
    Column("article", Integer, ForeignKey("sketch.article"), nullable=False),
    PrimaryKeyConstraint("key", "article"),
    Index(None, "article"),
    sqlite_with_rowid=False,
)

matter = Table(
    "matter",
    metadata,
    Column("id", Id, primary_key=True),
    Column("title", Text, nullable=False),
    Column("title_key", Text, nullable=False),
    Column("since", Date),
    Column("until", Date),
    Column("place_start", Integer),
    Column("place_stop", Integer),
    Column("place_text", Text),
    Column("place_name", Text),
    Column("place_key", Text),
    Column("place_geonameid", Integer),
    Column("place_country", Text),
    Column("place_lat", Double),
    Column("place_lon", Double),
    Column("place_precision", Text),
    # How much there is on the matter, kept up to date as it is written: lists are ordered by it.
    Column("conflicts", Integer, nullable=False),
    Column("shifts", Integer, nullable=False),
    Column("origins", Integer, nullable=False),
    Column("articles", Integer, nullable=False),
    Column("statements", Integer, nullable=False),
    # Statements that came or went, or got another origin, since the matter was weighed.
    Column("changed", Integer, nullable=False, server_default=text("0")),
    Index("ix_matter_contest", "conflicts", "shifts", "origins", "articles", "statements", "id"),
    Index(
        "ix_matter_changed",
        "id",
        sqlite_where=text("changed > 0"),
        postgresql_where=text("changed > 0"),
    ),
)

account = Table(
    "account",
    metadata,
    Column(
        "statement", Integer, ForeignKey("statement.number"), primary_key=True, autoincrement=False
    ),
    Column("matter_id", Id, ForeignKey("matter.id"), nullable=False),
    Column("stance", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("run_id", Id, ForeignKey("run.id"), nullable=False),
    Index(None, "matter_id", "statement"),
)

gist = Table(
    "gist",
    metadata,
    Column(
        "statement", Integer, ForeignKey("statement.number"), primary_key=True, autoincrement=False
    ),
    Column("matter_id", Id, ForeignKey("matter.id")),
    Column("since", Date),
    Column("until", Date),
    Column("phrase", Text),
    # All that linking compares, in one: hundreds are read for each article.
    Column("detail", JSON, nullable=False),
    Index(None, "matter_id", "statement"),
)

gist_key = Table(
    "gist_key",
    metadata,
    Column("key", Id, nullable=False),
    Column("statement", Integer, ForeignKey("gist.statement"), nullable=False),
    PrimaryKeyConstraint("key", "statement"),
    Index(None, "statement"),
    sqlite_with_rowid=False,
)

position = Table(
    "position",
    metadata,
    Column("matter_id", Id, ForeignKey("matter.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    *_party_columns(),
    Column("side", Text),
    Column("stance", Text, nullable=False),
    Column("since", Date),
    Column("until", Date),
    PrimaryKeyConstraint("matter_id", "ordinal"),
    Index(None, "party_id"),
    Index(None, "side"),
)

shift = Table(
    "shift",
    metadata,
    Column("matter_id", Id, ForeignKey("matter.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    *_party_columns(),
    Column("side", Text),
    Column("from_stance", Text, nullable=False),
    Column("to_stance", Text, nullable=False),
    # The day of the later position, by which shifts are listed.
    Column("day", Date),
    PrimaryKeyConstraint("matter_id", "ordinal"),
    Index(None, "party_id"),
)

conflict = Table(
    "conflict",
    metadata,
    Column("matter_id", Id, ForeignKey("matter.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("sides", JSON, nullable=False),
    PrimaryKeyConstraint("matter_id", "ordinal"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("matter_id", Id, nullable=False),
    # What it is evidence of: "position", "shift" or "conflict", with that row's ordinal.
    Column("shows", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("place", Integer, nullable=False),
    Column("statement", Integer, nullable=False),
    PrimaryKeyConstraint("matter_id", "shows", "ordinal", "place"),
    ForeignKeyConstraint(["matter_id"], ["matter.id"]),
    ForeignKeyConstraint(["statement"], ["statement.number"]),
    sqlite_with_rowid=False,
)
