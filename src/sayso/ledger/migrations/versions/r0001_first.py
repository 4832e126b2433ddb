"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sayso.ledger.index import create_indexes

revision = "0001"
down_revision = None

ID = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Create the tables and the word indexes."""
    op.create_table(
        "article",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("given_id", ID),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("outlet_key", sa.Text()),
        sa.Column("title", sa.Text()),
        sa.Column("byline", sa.Text()),
        sa.Column("published", sa.Date()),
        sa.Column("url", sa.Text()),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_article"),
    )
    op.create_index("ix_article_given_id", "article", ["given_id"])
    op.create_index("ix_article_id", "article", ["id"], unique=True)
    op.create_index("ix_article_outlet_key", "article", ["outlet_key"])
    op.create_index("ix_article_published_id", "article", ["published", "id"])
    op.create_table(
        "matter",
        sa.Column("id", ID, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.Column("place_start", sa.Integer()),
        sa.Column("place_stop", sa.Integer()),
        sa.Column("place_text", sa.Text()),
        sa.Column("place_name", sa.Text()),
        sa.Column("place_key", sa.Text()),
        sa.Column("place_geonameid", sa.Integer()),
        sa.Column("place_country", sa.Text()),
        sa.Column("place_lat", sa.Double()),
        sa.Column("place_lon", sa.Double()),
        sa.Column("place_precision", sa.Text()),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("shifts", sa.Integer(), nullable=False),
        sa.Column("origins", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("statements", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_matter"),
    )
    op.create_index(
        "ix_matter_contest",
        "matter",
        ["conflicts", "shifts", "origins", "articles", "statements", "id"],
    )
    op.create_table(
        "party",
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_party"),
    )
    op.create_table(
        "run",
        sa.Column("id", ID, nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("tagger", sa.Text(), nullable=False),
        sa.Column("model_digest", sa.Text(), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_run"),
    )
    op.create_table(
        "conflict",
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sides", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name="fk_conflict_matter_id"),
        sa.PrimaryKeyConstraint("matter_id", "ordinal", name="pk_conflict"),
    )
    op.create_table(
        "position",
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("party_id", ID),
        sa.Column("party_name", sa.Text()),
        sa.Column("party_side", sa.Text()),
        sa.Column("party_role", sa.Text()),
        sa.Column("party_acts_for", sa.Text()),
        sa.Column("side", sa.Text()),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name="fk_position_matter_id"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_position_party_id"),
        sa.PrimaryKeyConstraint("matter_id", "ordinal", name="pk_position"),
    )
    op.create_index("ix_position_party_id", "position", ["party_id"])
    op.create_index("ix_position_side", "position", ["side"])
    op.create_table(
        "shift",
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("party_id", ID),
        sa.Column("party_name", sa.Text()),
        sa.Column("party_side", sa.Text()),
        sa.Column("party_role", sa.Text()),
        sa.Column("party_acts_for", sa.Text()),
        sa.Column("side", sa.Text()),
        sa.Column("from_stance", sa.Text(), nullable=False),
        sa.Column("to_stance", sa.Text(), nullable=False),
        sa.Column("day", sa.Date()),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name="fk_shift_matter_id"),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_shift_party_id"),
        sa.PrimaryKeyConstraint("matter_id", "ordinal", name="pk_shift"),
    )
    op.create_index("ix_shift_party_id", "shift", ["party_id"])
    op.create_table(
        "sketch",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("origin", sa.Integer(), nullable=False),
        sa.Column("bands", sa.JSON(), nullable=False),
        sa.Column("signature", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name="fk_sketch_article"),
        sa.ForeignKeyConstraint(["origin"], ["article.number"], name="fk_sketch_origin"),
        sa.PrimaryKeyConstraint("article", name="pk_sketch"),
    )
    op.create_index("ix_sketch_origin", "sketch", ["origin"])
    op.create_table(
        "statement",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("manner", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("party_id", ID),
        sa.Column("party_name", sa.Text()),
        sa.Column("party_side", sa.Text()),
        sa.Column("party_role", sa.Text()),
        sa.Column("party_acts_for", sa.Text()),
        sa.Column("said_text", sa.Text()),
        sa.Column("said_since", sa.Date()),
        sa.Column("said_until", sa.Date()),
        sa.Column("said_basis", sa.Text()),
        sa.Column("inside", sa.Integer()),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("run_id", ID, nullable=False),
        sa.Column("source", sa.JSON(), nullable=False),
        sa.Column("cue", sa.JSON(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name="fk_statement_article"),
        sa.ForeignKeyConstraint(
            ["inside"],
            ["statement.number"],
            name="fk_statement_inside",
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name="fk_statement_party_id"),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name="fk_statement_run_id"),
        sa.PrimaryKeyConstraint("number", name="pk_statement"),
    )
    op.create_index("ix_statement_article_start", "statement", ["article", "start"])
    op.create_index("ix_statement_id", "statement", ["id"], unique=True)
    op.create_index("ix_statement_party_id", "statement", ["party_id"])
    op.create_index("ix_statement_party_side", "statement", ["party_side"])
    op.create_table(
        "account",
        sa.Column("statement", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("run_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name="fk_account_matter_id"),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name="fk_account_run_id"),
        sa.ForeignKeyConstraint(["statement"], ["statement.number"], name="fk_account_statement"),
        sa.PrimaryKeyConstraint("statement", name="pk_account"),
    )
    op.create_index("ix_account_matter_id_statement", "account", ["matter_id", "statement"])
    op.create_table(
        "band",
        sa.Column("key", ID, nullable=False),
        sa.Column("article", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["sketch.article"], name="fk_band_article"),
        sa.PrimaryKeyConstraint("key", "article", name="pk_band"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_band_article", "band", ["article"])
    op.create_table(
        "evidence",
        sa.Column("matter_id", ID, nullable=False),
        sa.Column("shows", sa.Text(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name="fk_evidence_matter_id"),
        sa.ForeignKeyConstraint(["statement"], ["statement.number"], name="fk_evidence_statement"),
        sa.PrimaryKeyConstraint("matter_id", "shows", "ordinal", "place", name="pk_evidence"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "gist",
        sa.Column("statement", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("matter_id", ID),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.Column("phrase", sa.Text()),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name="fk_gist_matter_id"),
        sa.ForeignKeyConstraint(["statement"], ["statement.number"], name="fk_gist_statement"),
        sa.PrimaryKeyConstraint("statement", name="pk_gist"),
    )
    op.create_index("ix_gist_matter_id_statement", "gist", ["matter_id", "statement"])
    op.create_table(
        "statement_channel",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["statement.number"], name="fk_statement_channel_statement"
        ),
        sa.PrimaryKeyConstraint("statement", "ordinal", name="pk_statement_channel"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement_date",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("since", sa.Date()),
        sa.Column("until", sa.Date()),
        sa.ForeignKeyConstraint(
            ["statement"], ["statement.number"], name="fk_statement_date_statement"
        ),
        sa.PrimaryKeyConstraint("statement", "ordinal", name="pk_statement_date"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "statement_place",
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("geonameid", sa.Integer()),
        sa.Column("country", sa.Text()),
        sa.Column("lat", sa.Double()),
        sa.Column("lon", sa.Double()),
        sa.Column("precision", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["statement"], ["statement.number"], name="fk_statement_place_statement"
        ),
        sa.PrimaryKeyConstraint("statement", "ordinal", name="pk_statement_place"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "gist_key",
        sa.Column("key", ID, nullable=False),
        sa.Column("statement", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["statement"], ["gist.statement"], name="fk_gist_key_statement"),
        sa.PrimaryKeyConstraint("key", "statement", name="pk_gist_key"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_gist_key_statement", "gist_key", ["statement"])
    create_indexes(op.get_bind())
