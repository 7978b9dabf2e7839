"""By what the derived rows were made."""

from __future__ import annotations

from sqlmodel import Field

from claims.store.rows.base import Row, table


class MadeRow(Row, table=True):
    """`by` names what last made all rows of one kind: "checks" and their names (see `claims.keying`)."""

    __tablename__ = "made"
    __table_args__ = ({"sqlite_with_rowid": False},)

    kind: str = Field(primary_key=True)
    by: str


MADE = table(MadeRow)
