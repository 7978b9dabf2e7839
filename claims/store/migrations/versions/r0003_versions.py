"""Versions of a page: where each arrival would be found again, which document replaced which, and what
became of the quotes and claims of a replaced one.

Arrivals of before have their document's address for their place, else an absolute
path; of a relative one nobody knows from where it was given. They came with the bytes
of their document, so their hash stays empty.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _arrivals()
    op.drop_index("ix_document_raw_sha256", "document")
    op.execute("CREATE INDEX ix_document_raw ON document (substr(raw_sha256, 1, 10))")
    op.create_table(
        "version",
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("work", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("previous", sa.String(), nullable=False),
        sa.Column("newer", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("document", name="pk_version"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_version_document"),
    )
    op.create_index("ix_version_work", "version", ["work"])
    op.create_index("ix_version_newer", "version", ["newer"])
    op.create_table(
        "anchor",
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("document", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("newer", sa.String(), nullable=False),
        sa.Column("spans", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("value", name="pk_anchor"),
        sa.ForeignKeyConstraint(["document"], ["document.id"], name="fk_anchor_document"),
    )
    op.create_index("ix_anchor_document", "anchor", ["document"])
    op.create_index("ix_anchor_newer", "anchor", ["newer"])


def _arrivals() -> None:
    """A text that stood at a place twice has two lines; SQLite drops a constraint only with its table,
    and the triggers go with it.
    """
    with op.batch_alter_table("arrival", recreate="always") as table:
        table.drop_constraint("uq_arrival_document_key_location", type_="unique")
        table.add_column(sa.Column("raw_sha256", sa.String(), nullable=True))
        table.add_column(sa.Column("place", sa.String(), nullable=True))
    op.execute(
        "UPDATE arrival SET place = coalesce((SELECT nullif(url, '') FROM document WHERE document.key ="
        " document_key), CASE WHEN location LIKE '/%' THEN location ELSE '' END)"
    )
    op.execute("UPDATE arrival SET place = NULL WHERE place = location")
    op.create_index("ix_arrival_document_key", "arrival", ["document_key"])
    op.execute("CREATE INDEX ix_arrival_place ON arrival (coalesce(place, location))")
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER arrival_no_{verb.lower()} BEFORE {verb} ON arrival BEGIN"
            " SELECT RAISE(ABORT, 'arrival rows are only ever added'); END"
        )
