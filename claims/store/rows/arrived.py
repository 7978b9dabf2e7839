"""What came in, and the documents made of it with their versions."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field

from claims.store.rows.base import Row, table


class ArrivalRow(Row, table=True):
    """Intake: one line for each place a document came from, and for each time it stood there again after
    another text, or came with other bytes. Never changed, never deleted.

    `raw_sha256` is none where the bytes are those that the document was read from, and `place`,
    where it would be found again, is none where it is the location: nearly always. `fetched` is
    none of what was not.
    """

    __tablename__ = "arrival"
    __table_args__ = (Index("ix_arrival_place", text("coalesce(place, location)")),)

    key: int | None = Field(default=None, primary_key=True)
    document_key: int = Field(foreign_key="document.key", index=True)
    location: str
    retrieved: str
    given: str
    size: int
    raw_sha256: str | None = None
    place: str | None = None
    fetched: str | None = None


class DocumentRow(Row, table=True):
    """A document in force, corrections applied. A purged one stays as a stone without text.

    `original` holds the fields that reading gave, without the text, where a
    correction changed them; `day` and `last_day` bound the date of publication (0
    and none for undated). Lists need not read past `text`: behind it stands what only a whole document shows.
    """

    __tablename__ = "document"
    # The first 40 bits find a hash among millions, for a fifth of the room.
    __table_args__ = (Index("ix_document_raw", text("substr(raw_sha256, 1, 10)")),)

    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    raw_sha256: str
    location: str
    url: str
    member: str
    title: str
    author: str
    source: str | None
    reprints: str | None
    published: str | None
    modified: str | None
    retrieved: str | None
    language: str
    media_type: str
    encoding: str
    encoding_guessed: bool
    place: str
    title_span: str | None
    furniture: str
    corrected: str
    original: str | None = None
    extractor: str
    source_name: str = Field(index=True)
    day: int
    last_day: int | None
    hidden_characters: int
    withdrawn: bool = False
    purged: bool = False
    text: str
    locators: str = Field(default="[]", sa_column_kwargs={"server_default": "[]"})
    read_with: str = Field(default="", sa_column_kwargs={"server_default": ""})


class WaitingRow(Row, table=True):
    """Documents stored in bulk, of which not all is derived yet; `step` is the one that comes next
    (see `waiting.Step`).
    """

    __tablename__ = "waiting"

    document_key: int | None = Field(default=None, primary_key=True, foreign_key="document.key")
    step: str = Field(index=True)


class ProblemRow(Row, table=True):
    """`id` is a hash of the other columns: one problem is kept once."""

    __tablename__ = "problem"

    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(unique=True)
    stage: str
    message: str
    document: str = Field(index=True)
    span: str | None
    location: str


class VersionRow(Row, table=True):
    """Documents that replaced another one or were replaced; derived from arrivals."""

    __tablename__ = "version"

    document: str = Field(primary_key=True, foreign_key="document.id")
    work: str = Field(index=True)
    number: int
    previous: str
    newer: str = Field(index=True)


ARRIVAL = table(ArrivalRow)
DOCUMENT = table(DocumentRow)
WAITING = table(WaitingRow)
PROBLEM = table(ProblemRow)
VERSION = table(VersionRow)
