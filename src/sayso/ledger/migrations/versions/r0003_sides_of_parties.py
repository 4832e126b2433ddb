"""The index of statements by party holds the side too: parties are counted from it alone."""

from __future__ import annotations

from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Put an index of both in place of that of the party."""
    op.create_index("ix_statement_party_id_party_side", "statement", ["party_id", "party_side"])
    op.drop_index("ix_statement_party_id", "statement")
