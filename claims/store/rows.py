"""The tables. Rows stay in this package: outside it there are only values.

Three kinds: *intake* (`arrival`, added to only), *judgements* (added to only) and
*derived* (all the rest: made again at any time). A column that holds a part with
fields of its own, like an attribution, is JSON text (see `values`).

`QuoteRow.key` and `ClaimRow.key` are in order of date (see `order`), for search and
paging; every other `key` is in order of arrival. Quotes and claims have a `number`
besides: it never changes, and rows that are added at the end of a table leave its pages
full, where rows put in order of date leave a third of them empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntFlag
from typing import Any, ClassVar

from sqlalchemy import Index, MetaData, RowMapping, Table, UniqueConstraint, text
from sqlmodel import Field, SQLModel

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Unseen(IntFlag):
    """Why a quote or claim is not shown; 0 if it is. One column, so one small index serves every list."""

    HIDDEN = 1
    WITHDRAWN = 2
    # Of a page's older version: a value of the newer one stands for it.
    EARLIER = 4


class Row(SQLModel):
    metadata: ClassVar[MetaData] = METADATA


class ArrivalRow(Row, table=True):
    """Intake: one line for each place a document came from, and for each time it stood there again after
    another text, or came with other bytes. Never changed, never deleted.

    `raw_sha256` is none where the bytes are those that the document was read from, and `place`,
    where it would be found again, is none where it is the location: nearly always.
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


class DocumentRow(Row, table=True):
    """A document in force, corrections applied. A purged one stays as a stone without text.

    `original` holds the fields that reading gave, without the text, where a
    correction changed them; `day` and `last_day` bound the date of publication (0
    and none for undated). `text` is the last column, so that lists need not read past it.
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


class WaitingRow(Row, table=True):
    """Documents stored in bulk, of which not all is derived yet; `step` is the one that comes next
    (see `waiting.Step`).
    """

    __tablename__ = "waiting"

    document_key: int | None = Field(default=None, primary_key=True, foreign_key="document.key")
    step: str = Field(index=True)


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


class MemberRow(Row, table=True):
    """Everyone printed with one name form and one role; `speaker` is who that is."""

    __tablename__ = "member"

    id: str = Field(primary_key=True)
    form: str = Field(index=True)
    name: str
    role: str
    organization: str
    kind: str
    speaker: str = Field(index=True)


class AuthorityRow(Row, table=True):
    """Intake: an authority's entry as a file had it. The last row of an id stands; never changed, never
    deleted. `subject` is what decisions on the entry are about, `entry` the whole of it.
    """

    __tablename__ = "authority"

    key: int | None = Field(default=None, primary_key=True)
    id: str = Field(index=True)
    subject: str = Field(index=True)
    entry: str
    location: str
    retrieved: str


class TermRow(Row, table=True):
    """From one day to another a member is an authority's entry (see `claims.matching.speakers.Term`)."""

    __tablename__ = "term"
    __table_args__ = ({"sqlite_with_rowid": False},)

    member: str = Field(primary_key=True, foreign_key="member.id", ondelete="CASCADE")
    first: int = Field(primary_key=True)
    last: int
    speaker: str = Field(index=True)


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


class VersionRow(Row, table=True):
    """Documents that replaced another one or were replaced; derived from arrivals."""

    __tablename__ = "version"

    document: str = Field(primary_key=True, foreign_key="document.id")
    work: str = Field(index=True)
    number: int
    previous: str
    newer: str = Field(index=True)


class AnchorRow(Row, table=True):
    """What became of the quotes and claims of a replaced document; `newer` is a value's id or ""."""

    __tablename__ = "anchor"

    value: str = Field(primary_key=True)
    document: str = Field(foreign_key="document.id", index=True)
    state: str
    newer: str = Field(index=True)
    spans: str


def _table(row: type[SQLModel]) -> Table:
    return METADATA.tables[str(row.__tablename__)]


ARRIVAL = _table(ArrivalRow)
DOCUMENT = _table(DocumentRow)
WAITING = _table(WaitingRow)
QUOTE = _table(QuoteRow)
CLAIM = _table(ClaimRow)
MEMBER = _table(MemberRow)
AUTHORITY = _table(AuthorityRow)
TERM = _table(TermRow)
GRAM = _table(GramRow)
PAIR = _table(PairRow)
VALUE_KEY = _table(ValueKeyRow)
FINDING = _table(FindingRow)
EVIDENCE = _table(EvidenceRow)
PROBLEM = _table(ProblemRow)
JUDGEMENT = _table(JudgementRow)
TAGGING = _table(TaggingRow)
VERSION = _table(VersionRow)
ANCHOR = _table(AnchorRow)
ATTACHMENT = _table(AttachmentRow)
PAST = _table(PastRow)

# A row before it is written and as it is read: column -> text, number or None.
Columns = dict[str, Any]
Stored = Mapping[str, Any] | RowMapping
