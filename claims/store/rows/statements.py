"""Quotes and claims, and how they are found and compared."""

from __future__ import annotations

from enum import IntFlag

from sqlalchemy import Index, text
from sqlmodel import Field

from claims.store.rows.base import Row, table


class Unseen(IntFlag):
    """Why a quote or claim is not shown; 0 if it is. One column, so one small index serves every list."""

    HIDDEN = 1
    WITHDRAWN = 2
    # Of a page's older version: a value of the newer one stands for it.
    EARLIER = 4


class QuoteRow(Row, table=True):
    """A quote in force.

    `original`: what came before people's corrections, where they changed it.
    `recorded`: a person recorded it by hand; `found` is then what extraction made
    of the same words, if it found them too.
    """

    __tablename__ = "quote"
    __table_args__ = (
        # With the key, so that a filter has its rows in order without reading them.
        Index("ix_quote_member", "member", "key"),
        Index("ix_quote_document_key", "document_key", "key"),
        Index("ix_quote_unseen", "unseen", "key", sqlite_where=text("unseen > 0")),
        Index("ix_quote_edited", "key", sqlite_where=text("original IS NOT NULL")),
        # Of no certain day: the key has the first (see `order`).
        Index("ix_quote_broad", "last_day", "key", sqlite_where=text("last_day > key >> 22")),
    )

    number: int | None = Field(default=None, primary_key=True)
    key: int = Field(unique=True)
    id: str = Field(unique=True)
    document_key: int = Field(foreign_key="document.key")
    spans: str
    text: str
    kind: str
    attribution: str | None
    said_on: str | None
    occurrence: int
    confidence: float
    method: str
    corrected: str
    last_day: int | None
    member: str | None = Field(foreign_key="member.id")
    unseen: int = 0
    recorded: bool = False
    original: str | None = None
    found: str | None = None


class ClaimRow(Row, table=True):
    """A claim in force. Its sentence stands in its document; the text index has the words of it
    (see `columns.claim_words`).
    """

    __tablename__ = "claim"
    # Most claims stand in no quote and have no speaker but their document.
    __table_args__ = (
        Index("ix_claim_unseen", "unseen", "key", sqlite_where=text("unseen > 0")),
        Index("ix_claim_quote", "quote", sqlite_where=text("quote IS NOT NULL")),
        Index("ix_claim_member", "member", sqlite_where=text("member IS NOT NULL")),
    )

    number: int | None = Field(default=None, primary_key=True)
    key: int = Field(unique=True)
    id: str = Field(unique=True)
    document_key: int = Field(foreign_key="document.key", index=True)
    span: str
    text: str
    sentence: str
    quantity: str | None
    superlative: str | None
    unit: str
    dimension: str
    counted: str
    role: str
    population: str | None
    place: str
    event: str
    period: str
    as_of: str | None
    negated: bool
    attributed_to: str | None
    quote: str | None = Field(foreign_key="quote.id", ondelete="SET NULL")
    occurrence: int
    confidence: float
    corrected: str
    last_day: int | None
    member: str | None = Field(foreign_key="member.id")
    unseen: int = 0
    original: str | None = None
    subject: str = Field(default="", sa_column_kwargs={"server_default": ""})


class GramRow(Row, table=True):
    """Which quotes hold a run of words (see `claims.matching.grams`); `quote` is a number."""

    __tablename__ = "gram"
    __table_args__ = ({"sqlite_with_rowid": False},)

    gram: int = Field(primary_key=True)
    quote: int = Field(primary_key=True)


class PairRow(Row, table=True):
    __tablename__ = "pair"

    a: str = Field(primary_key=True, foreign_key="quote.id", ondelete="CASCADE")
    b: str = Field(primary_key=True, foreign_key="quote.id", ondelete="CASCADE", index=True)
    relation: str
    score: float
    why: str


class AnchorRow(Row, table=True):
    """What became of the quotes and claims of a replaced document; `newer` is a value's id or ""."""

    __tablename__ = "anchor"

    value: str = Field(primary_key=True)
    document: str = Field(foreign_key="document.id", index=True)
    state: str
    newer: str = Field(index=True)
    spans: str


QUOTE = table(QuoteRow)
CLAIM = table(ClaimRow)
GRAM = table(GramRow)
PAIR = table(PairRow)
ANCHOR = table(AnchorRow)
