"""Arrivals say how they were fetched: the address that answered, what sent on to it, its headers.

Nothing was fetched before.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("arrival", sa.Column("fetched", sa.String()))
