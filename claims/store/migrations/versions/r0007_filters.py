"""Filters of a search have their quotes in order of date from an index alone."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("member", "document_key"):
        op.drop_index(f"ix_quote_{column}")
        op.create_index(f"ix_quote_{column}", "quote", [column, "key"])
    op.execute("CREATE INDEX ix_quote_edited ON quote (key) WHERE original IS NOT NULL")
    op.execute("CREATE INDEX ix_quote_broad ON quote (last_day, key) WHERE last_day > key >> 22")
