"""Documents say where their pages or times begin, and what read them.

Those that were read before have neither until they are rebuilt, and no page or time was read then.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for column, default in (("locators", "[]"), ("read_with", "")):
        op.add_column("document", sa.Column(column, sa.String(), nullable=False, server_default=default))
