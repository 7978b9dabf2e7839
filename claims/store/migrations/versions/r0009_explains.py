"""What would explain a finding and what would settle it. Older rows have neither until found again."""

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
