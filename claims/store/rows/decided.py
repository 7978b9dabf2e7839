"""What people decided, and what is derived from it."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field

from claims.store.rows.base import Row, table


class JudgementRow(Row, table=True):
    """Decisions. Never changed, never deleted; `first` and `second` are the subjects."""

    __tablename__ = "judgement"
    __table_args__ = (Index("ix_judgement_by", "by", "key"),)

    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    hash: str
    kind: str
    subjects: str
    first: str = Field(index=True)
    second: str | None = Field(index=True)
    verdict: str
    by: str
    at: str
    value: str
    note: str
    shown: str
    settles: bool
    previous: str


class TaggingRow(Row, table=True):
    """Tags in force, derived from judgements."""

    __tablename__ = "tagging"
    __table_args__ = ({"sqlite_with_rowid": False},)

    tag: str = Field(primary_key=True)
    id: str = Field(primary_key=True, index=True)


class AttachmentRow(Row, table=True):
    """What was decided of `old` counts for `new` too; derived."""

    __tablename__ = "attachment"
    __table_args__ = ({"sqlite_with_rowid": False},)

    old: str = Field(primary_key=True)
    new: str
    why: str


class PastRow(Row, table=True):
    """What people decided of and extraction gives no more, as it was last: needed to find it again.

    `kind` is that of the id ("quote", "claim", "finding", "speaker"), `document` where it stood.
    """

    __tablename__ = "past"

    id: str = Field(primary_key=True)
    kind: str
    document: str = Field(index=True)
    value: str


JUDGEMENT = table(JudgementRow)
TAGGING = table(TaggingRow)
ATTACHMENT = table(AttachmentRow)
PAST = table(PastRow)
