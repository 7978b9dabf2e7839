"""Views for people who open the file with other programs; they hold no rows."""

from __future__ import annotations

from alembic import op

from claims.store.flat import REVISION_0012

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for statement in REVISION_0012:
        op.execute(statement)
