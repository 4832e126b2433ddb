"""Matters note how much has changed on them since they were weighed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the number of changes and an index of the matters that have some."""
    op.add_column(
        "matter", sa.Column("changed", sa.Integer(), nullable=False, server_default=sa.text("0"))
    )
    some = sa.text("changed > 0")
    op.create_index("ix_matter_changed", "matter", ["id"], sqlite_where=some, postgresql_where=some)
