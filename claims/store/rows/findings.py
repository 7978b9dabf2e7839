"""What the checks compare, and what they found."""

from __future__ import annotations

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from claims.store.rows.base import Row, table


class ValueKeyRow(Row, table=True):
    """Under which keys the checks compare a value: `key` is a mark (see `claims.keying`), `value` says
    which row (see `claims.store.filed`).
    """

    __tablename__ = "value_key"
    __table_args__ = ({"sqlite_with_rowid": False},)

    key: int = Field(primary_key=True)
    value: int = Field(primary_key=True, index=True)


class FindingRow(Row, table=True):
    """A finding, once for each key under which its check made it; `under` is the mark of the key."""

    __tablename__ = "finding"
    __table_args__ = (UniqueConstraint("under", "id"),)

    key: int | None = Field(default=None, primary_key=True)
    under: int
    id: str = Field(index=True)
    check: str
    kind: str
    severity: str
    anchors: str
    sentence: str
    why: str
    evidence: str
    explains: str = Field(default="[]", sa_column_kwargs={"server_default": "[]"})
    settles: str = Field(default="[]", sa_column_kwargs={"server_default": "[]"})


class EvidenceRow(Row, table=True):
    """Which values a finding rests on."""

    __tablename__ = "evidence"
    __table_args__ = ({"sqlite_with_rowid": False},)

    value: str = Field(primary_key=True)
    finding: int = Field(primary_key=True, foreign_key="finding.key", ondelete="CASCADE", index=True)


VALUE_KEY = table(ValueKeyRow)
FINDING = table(FindingRow)
EVIDENCE = table(EvidenceRow)
