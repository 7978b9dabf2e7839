"""Documents that were stored in bulk, of which not all is derived yet. Older records have none."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "waiting",
        sa.Column("document_key", sa.Integer(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("document_key", name="pk_waiting"),
        sa.ForeignKeyConstraint(["document_key"], ["document.key"], name="fk_waiting_document_key"),
    )
    op.create_index("ix_waiting_step", "waiting", ["step"])
