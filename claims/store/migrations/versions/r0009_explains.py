"""What would explain a finding and what would settle it, and by which checks the record was compared.

Older findings have neither until found again; a record that does not say which checks it was compared
by was compared by older ones.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column in ("explains", "settles"):
        op.add_column("finding", sa.Column(column, sa.String(), nullable=False, server_default="[]"))
    op.create_table(
        "made",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_made"),
        sqlite_with_rowid=False,
    )
