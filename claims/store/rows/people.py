"""Who speaks, and who held which office by an authority file."""

from __future__ import annotations

from sqlmodel import Field

from claims.store.rows.base import Row, table


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


MEMBER = table(MemberRow)
AUTHORITY = table(AuthorityRow)
TERM = table(TermRow)
