"""Rows of quotes and claims, written with all that hangs on them: keys, members, word runs, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, delete, select, update

from claims.errors import UnknownId
from claims.matching.grams import Runs, runs_of
from claims.model import Claim, Document, PartialDate, Quote
from claims.store.columns import claim_columns, quote_columns
from claims.store.dialect import among, insert_plain, put_plain
from claims.store.filed import file_number, filed_as
from claims.store.finished import (
    FinishedClaim,
    FinishedQuote,
    FinishedValue,
    filed_under,
    finished_claim,
    finished_quote,
    member_columns,
    members_of,
)
from claims.store.fulltext import CLAIM_TEXT
from claims.store.indexing import reindex_claim, unindex_claims
from claims.store.order import date_of, day_of, is_of, last_day_of, new_keys, new_numbers
from claims.store.reading import document_key, whole
from claims.store.rows import (
    CLAIM,
    DOCUMENT,
    EVIDENCE,
    FINDING,
    GRAM,
    QUOTE,
    VALUE_KEY,
    Columns,
    Stored,
)
from claims.store.speakers import put_members, settle_members
from claims.store.values import dumped, value_of

# The columns that the record gives a row.
_GIVEN = ("number", "key", "document_key")


def table_of(value: Quote | Claim) -> Table:
    return QUOTE if isinstance(value, Quote) else CLAIM


def insert_quotes(
    connection: Connection, quotes: Sequence[Quote], document: Document, **columns: Any
) -> None:
    """Add quotes of a stored document, `columns` the same for all."""
    owner = _key_of(connection, document)
    put_members(connection, list(map(member_columns, members_of(quotes))))
    write_quotes(connection, [(owner, finished_quote(quote, document, **columns)) for quote in quotes])


def insert_claims(
    connection: Connection,
    claims: Sequence[Claim],
    document: Document,
    quotes: Mapping[str, Quote],
    **columns: Any,
) -> None:
    """Add claims of a stored document; `quotes`: those it holds, by id."""
    owner = _key_of(connection, document)
    put_members(connection, list(map(member_columns, members_of(claims))))
    made = (finished_claim(claim, document, quotes.get(claim.quote or ""), **columns) for claim in claims)
    write_claims(connection, [(owner, claim) for claim in made])


def write_quotes(connection: Connection, quotes: Sequence[tuple[int, FinishedQuote]]) -> dict[int, Runs]:
    """Add finished quotes, each with the row key of its document, with their word runs and marks; returns
    the runs by number, in the order of the quotes.
    """
    runs = {number: quote.runs for number, quote in _write(connection, QUOTE, quotes)}
    # In order of the tables' keys, so that a bulk of rows goes in with few page reads.
    put_plain(connection, GRAM, sorted((run, number) for number, mine in runs.items() for run in mine.kept))
    return runs


def write_claims(connection: Connection, claims: Sequence[tuple[int, FinishedClaim]]) -> None:
    """Add finished claims, each with the row key of its document, with their words in the text index and
    marks.
    """
    placed = _write(connection, CLAIM, claims)
    CLAIM_TEXT.insert(connection, [(number, *claim.indexed) for number, claim in placed])


def _write(
    connection: Connection, table: Table, values: Sequence[tuple[int, FinishedValue]]
) -> list[tuple[int, FinishedValue]]:
    """Add rows with their marks; the values with their numbers."""
    owners, finished = [owner for owner, _ in values], [value for _, value in values]
    numbers = new_numbers(connection, table, len(values))
    keys = new_keys(connection, table, [value.day for value in finished])
    given = zip(numbers, keys, owners, strict=True)
    rows = [mine + value.row for mine, value in zip(given, finished, strict=True)]
    names = _GIVEN + (finished[0].names if finished else ())
    insert_plain(connection, table, names, rows)
    placed = list(zip(numbers, finished, strict=True))
    marks = ((mark, file_number(table, number)) for number, value in placed for mark in value.marks)
    put_plain(connection, VALUE_KEY, sorted(marks))
    return placed


def change(
    connection: Connection, row: Stored, value: Quote | Claim, document: Document, **columns: Any
) -> None:
    """Lay a value over its row; key, word runs and the dates of a quote's claims follow."""
    table = table_of(value)
    quote = value if isinstance(value, Quote) else quote_with(connection, value.quote)
    dated = date_of(quote, document)
    key = _key(connection, table, row["key"], dated)
    put_members(connection, list(map(member_columns, members_of([value]))))
    member = filed_under(value)
    new = _columns_of(value, dated) | {"key": key, "member": member} | columns
    connection.execute(update(table).where(table.c.key == row["key"]).values(new))
    settle_members(connection, {row["member"], member})
    if isinstance(value, Quote):
        _regram(connection, row["number"], row["text"], value.text)
        date_again(connection, CLAIM, document, CLAIM.c.quote == value.id)
    else:
        reindex_claim(connection, row, value, document.text)


def date_again(connection: Connection, table: Table, document: Document, which: Any) -> None:
    """Bring the keys of rows in line with their date, after a date was corrected."""
    for row in connection.execute(whole(table).where(which)).mappings().all():
        quote = value_of(Quote, row) if table is QUOTE else quote_with(connection, row["quote"])
        dated = date_of(quote, document)
        key = _key(connection, table, row["key"], dated)
        if (key, last_day_of(dated)) == (row["key"], row["last_day"]):
            continue
        moved = {"key": key, "last_day": last_day_of(dated)}
        connection.execute(update(table).where(table.c.key == row["key"]).values(moved))


def remove(connection: Connection, table: Table, which: Any) -> None:
    """Take rows out with everything derived from them; the text of their documents still stands."""
    rows = connection.execute(whole(table).where(which)).mappings().all()
    forget_links(connection, (row["id"] for row in rows))
    if table is QUOTE:
        for row in rows:
            _regram(connection, row["number"], row["text"], "")
    else:
        unindex_claims(connection, rows)
    connection.execute(delete(table).where(among(table.c.key, dumped([row["key"] for row in rows]))))
    settle_members(connection, {row["member"] for row in rows})


def forget_links(connection: Connection, ids: Iterable[str]) -> None:
    """Drop keys and findings of values; pairs go with their quotes, by their foreign keys."""
    ids = list(ids)
    wanted, numbers = dumped(ids), dumped(sorted(filed_as(connection, ids).values()))
    connection.execute(delete(VALUE_KEY).where(among(VALUE_KEY.c.value, numbers)))
    touched = select(EVIDENCE.c.finding).where(among(EVIDENCE.c.value, wanted))
    connection.execute(delete(FINDING).where(FINDING.c.key.in_(touched)))


def document_row(connection: Connection, id_: str) -> RowMapping:
    """Raises UnknownId."""
    row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == id_)).mappings().first()
    if row is None:
        raise UnknownId(id_, "document")
    return row


def quote_with(connection: Connection, id_: str | None) -> Quote | None:
    if id_ is None:
        return None
    row = connection.execute(whole(QUOTE).where(QUOTE.c.id == id_)).mappings().first()
    return value_of(Quote, row) if row else None


def _columns_of(value: Quote | Claim, dated: PartialDate | None) -> Columns:
    return quote_columns(value, dated) if isinstance(value, Quote) else claim_columns(value, dated)


def _key_of(connection: Connection, document: Document) -> int:
    return int(connection.execute(select(document_key(document.id))).scalar_one())


def _key(connection: Connection, table: Table, key: int, dated: PartialDate | None) -> int:
    """The key as it is if it is of the right day, else a free one of that day."""
    day = day_of(dated)
    return key if is_of(day, key) else new_keys(connection, table, [day])[0]


def _regram(connection: Connection, number: int, old: str, new: str) -> None:
    """`new` is "" for a quote that goes."""
    if old != new:
        gone = among(GRAM.c.gram, dumped(list(runs_of(old).kept)))
        connection.execute(delete(GRAM).where(GRAM.c.quote == number, gone))
        put_plain(connection, GRAM, [(run, number) for run in runs_of(new).kept])
