"""Rows of quotes and claims, written with all that hangs on them: keys, members, word runs, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select, update

from claims.errors import UnknownId
from claims.matching.grams import grams
from claims.matching.speakers import Member, member_of
from claims.model import Claim, Document, PartialDate, Quote
from claims.store.dialect import among, put, put_plain
from claims.store.order import date_of, day_of, first_key, last_day_of, new_keys
from claims.store.placing import excerpt
from claims.store.rows import (
    CLAIM,
    DOCUMENT,
    EVIDENCE,
    FINDING,
    GRAM,
    MEMBER,
    QUOTE,
    VALUE_KEY,
    Columns,
    Stored,
)
from claims.store.values import columns_of, dumped, value_of

# How a row begins: as extracted, and shown.
_NEW: Columns = {"unseen": 0, "original": None}
_NEW_QUOTE = _NEW | {"recorded": False, "found": None}


def table_of(value: Quote | Claim) -> Table:
    return QUOTE if isinstance(value, Quote) else CLAIM


def insert_quotes(
    connection: Connection, quotes: Sequence[Quote], document: Document, **columns: Any
) -> None:
    """Add quotes of a document, `columns` the same for all."""
    if not quotes:
        return
    members = _filed(connection, quotes)
    dates = [date_of(quote, document) for quote in quotes]
    keys = new_keys(connection, QUOTE, map(day_of, dates))
    rows = [
        _NEW_QUOTE | _in_force(quote, document, dated) | {"key": key, "member": members[quote.id]} | columns
        for key, quote, dated in zip(keys, quotes, dates, strict=True)
    ]
    connection.execute(insert(QUOTE), rows)
    put_plain(connection, GRAM, _grams(zip(keys, (quote.text for quote in quotes), strict=True)))


def insert_claims(
    connection: Connection,
    claims: Sequence[Claim],
    document: Document,
    quotes: Mapping[str, Quote],
    **columns: Any,
) -> None:
    """Add claims of a document; `quotes`: those it holds, by id."""
    if not claims:
        return
    members = _filed(connection, claims)
    dates = [date_of(quotes.get(claim.quote or ""), document) for claim in claims]
    keys = new_keys(connection, CLAIM, map(day_of, dates))
    rows = [
        _NEW | _in_force(claim, document, dated) | {"key": key, "member": members[claim.id]} | columns
        for key, claim, dated in zip(keys, claims, dates, strict=True)
    ]
    connection.execute(insert(CLAIM), rows)


def change(
    connection: Connection, row: Stored, value: Quote | Claim, document: Document, **columns: Any
) -> None:
    """Lay a value over its row; key, word runs and the dates of a quote's claims follow."""
    table = table_of(value)
    quote = value if isinstance(value, Quote) else quote_with(connection, value.quote)
    dated = date_of(quote, document)
    key = _key(connection, table, row["key"], dated)
    member = _filed(connection, [value])[value.id]
    new = _in_force(value, document, dated) | {"key": key, "member": member} | columns
    connection.execute(update(table).where(table.c.key == row["key"]).values(new))
    drop_unused_members(connection, {row["member"]} - {member})
    if isinstance(value, Quote):
        _regram(connection, (row["key"], row["text"]), (key, value.text))
        date_again(connection, CLAIM, document, CLAIM.c.quote == value.id)


def date_again(connection: Connection, table: Table, document: Document, which: Any) -> None:
    """Bring the keys of rows in line with their date, after a date was corrected."""
    for row in connection.execute(select(table).where(which)).mappings().all():
        quote = value_of(Quote, row) if table is QUOTE else quote_with(connection, row["quote"])
        dated = date_of(quote, document)
        key = _key(connection, table, row["key"], dated)
        if (key, last_day_of(dated)) == (row["key"], row["last_day"]):
            continue
        moved = {"key": key, "last_day": last_day_of(dated)}
        connection.execute(update(table).where(table.c.key == row["key"]).values(moved))
        if table is QUOTE:
            _regram(connection, (row["key"], row["text"]), (key, row["text"]))


def remove(connection: Connection, table: Table, which: Any) -> None:
    """Take rows out with everything derived from them."""
    columns = (table.c.id, table.c.key, table.c.text, table.c.member)
    rows = connection.execute(select(*columns).where(which)).all()
    forget_links(connection, (row.id for row in rows))
    if table is QUOTE:
        for row in rows:
            _regram(connection, (row.key, row.text), None)
    connection.execute(delete(table).where(among(table.c.key, dumped([row.key for row in rows]))))
    drop_unused_members(connection, {row.member for row in rows})


def forget_links(connection: Connection, ids: Iterable[str]) -> None:
    """Drop keys and findings of values; pairs go with their quotes, by their foreign keys."""
    wanted = dumped(list(ids))
    connection.execute(delete(VALUE_KEY).where(among(VALUE_KEY.c.value, wanted)))
    touched = select(EVIDENCE.c.finding).where(among(EVIDENCE.c.value, wanted))
    connection.execute(delete(FINDING).where(FINDING.c.key.in_(touched)))


def member_columns(member: Member) -> Columns:
    return columns_of(member) | {"speaker": member.speaker or member.id}


def drop_unused_members(connection: Connection, ids: Iterable[str | None]) -> None:
    """Forget those of some members under whom nothing is filed any more: a role that was taken back
    must not go on telling who is one speaker.
    """
    wanted = dumped(sorted(id_ for id_ in ids if id_))
    filed = (select(table.c.key).where(table.c.member == MEMBER.c.id).exists() for table in (QUOTE, CLAIM))
    connection.execute(delete(MEMBER).where(among(MEMBER.c.id, wanted), *(~each for each in filed)))


def document_row(connection: Connection, id_: str) -> RowMapping:
    """Raises UnknownId."""
    row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == id_)).mappings().first()
    if row is None:
        raise UnknownId(id_, "document")
    return row


def quote_with(connection: Connection, id_: str | None) -> Quote | None:
    if id_ is None:
        return None
    row = connection.execute(select(QUOTE).where(QUOTE.c.id == id_)).mappings().first()
    return value_of(Quote, row) if row else None


def _in_force(value: Quote | Claim, document: Document, dated: PartialDate | None) -> Columns:
    """The columns that follow from a value and its date, but for key and member."""
    made = columns_of(value) | {"last_day": last_day_of(dated)}
    if isinstance(value, Quote):
        return made | {"start": value.spans[0].start}
    around = excerpt(document.text, value.sentence, value.span)
    words = {"words": around.of(document.text), "words_at": dumped(around)}
    return made | words | {"start": value.span.start}


def _filed(connection: Connection, values: Iterable[Quote | Claim]) -> dict[str, str | None]:
    """Keep the members under whom values are filed; member ids by value id, none for nobody."""
    members: dict[str, Member] = {}
    filed: dict[str, str | None] = {}
    for value in values:
        who = value.attribution if isinstance(value, Quote) else value.attributed_to
        member = member_of(who) if who else None
        filed[value.id] = member.id if member else None
        if member:
            members[member.id] = member
    put(connection, MEMBER, [member_columns(member) for member in members.values()])
    return filed


def _key(connection: Connection, table: Table, key: int, dated: PartialDate | None) -> int:
    """The key as it is if it is of the right day, else a free one of that day."""
    day = day_of(dated)
    if first_key(day) <= key < first_key(day + 1):
        return key
    return new_keys(connection, table, [day])[0]


def _regram(connection: Connection, old: tuple[int, str], new: tuple[int, str] | None) -> None:
    if old == new:
        return
    key, text = old
    gone = among(GRAM.c.gram, dumped(grams(text)))
    connection.execute(delete(GRAM).where(GRAM.c.quote == key, gone))
    if new:
        put_plain(connection, GRAM, _grams([new]))


def _grams(rows: Iterable[tuple[int, str]]) -> list[tuple[int, int]]:
    """In order of the table's key, so that a bulk of rows goes in with few page reads."""
    return sorted((gram, key) for key, text in rows for gram in grams(text))
