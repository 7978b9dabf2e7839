"""Authority files: their entries, and between which days a member is one of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "authority",
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("location", sa.String(), nullable=False),
        sa.Column("retrieved", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_authority"),
    )
    op.create_index("ix_authority_id", "authority", ["id"])
    op.create_index("ix_authority_subject", "authority", ["subject"])
    op.create_table(
        "term",
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["member"], ["member.id"], name="fk_term_member", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("member", "first", name="pk_term"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_term_speaker", "term", ["speaker"])
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER authority_no_{verb.lower()} BEFORE {verb} ON authority BEGIN"
            " SELECT RAISE(ABORT, 'authority rows are only ever added'); END"
        )
