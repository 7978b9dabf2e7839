"""Of whom or what a figure is told. Older rows have none until they are extracted again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("claim", sa.Column("subject", sa.String(), nullable=False, server_default=""))
    # What a claim was before people corrected it is kept as its columns.
    op.execute("UPDATE claim SET original = json_set(original, '$.subject', '') WHERE original IS NOT NULL")
