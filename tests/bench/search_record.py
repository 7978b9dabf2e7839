"""A record of ready-made quotes, for benchmarks of search: rows are written past reading and matching.

Each quote is a document whose text is the quote, as `onrecord import` makes them. Word runs, which
serve matching alone, are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

from claims.model import Attribution, Document, PartialDate, Quote, QuoteKind, Source, Span
from claims.ports import Extraction, Given, Material
from claims.store import Store
from claims.store.dialect import insert_plain, insert_rows, put_rows
from claims.store.finished import Finished, finished
from claims.store.order import first_key
from claims.store.rows import ARRIVAL, DOCUMENT, MEMBER, QUOTE

RETRIEVED = PartialDate.instant(datetime(2031, 1, 2, 3, 4, 5, tzinfo=UTC), evidence="clock")

# A lot is one transaction, in order of date: the text index writes a part of its own for each lot.
LOT = 20_000


def load(rows: Iterable[dict[str, str]], path: Path) -> None:
    """A new record at a path with rows of text, speaker, role, source, date, url."""
    lots = iter(rows)
    taken: dict[int, int] = {}
    written = 0
    with_store = Store.open(path, create=True)
    try:
        while lot := [_made(row) for row in islice(lots, LOT)]:
            _write(with_store, lot, taken, written)
            written += len(lot)
        with_store.merge_words(written)
    finally:
        with_store.close()


def _made(row: dict[str, Any]) -> Finished:
    text, date = row["text"], row.get("date")
    raw = text.encode()
    document = Document(
        text,
        sha256(raw).hexdigest(),
        location=row["url"],
        url=row["url"],
        source=Source(row["source"]),
        published=PartialDate.parse(date) if date else None,
    )
    who = Attribution(row["speaker"], role=row["role"]) if row["speaker"] else None
    span = (Span(0, len(text)),)
    quote = Quote.of(document.id, text, span, QuoteKind.DIRECT, who)
    material = Material(raw, row["url"], RETRIEVED, Given())
    return finished(document, material, Extraction((quote,), ()), extractor="ready-made")


def _write(store: Store, lot: list[Finished], taken: dict[int, int], written: int) -> None:
    with store._database.write() as connection:  # a benchmark may look behind the door
        numbered = [(written + place + 1, one) for place, one in enumerate(lot)]
        documents = [{"key": number, **one.columns} for number, one in numbered]
        insert_rows(connection, DOCUMENT, documents)
        arrivals = [{"document_key": number, **row} for number, one in numbered for row in one.arrivals]
        put_rows(connection, ARRIVAL, arrivals)
        put_rows(connection, MEMBER, [row for one in lot for row in one.members])
        quotes = [(number, _key(quote.day, taken), quote) for number, one in numbered for quote in one.quotes]
        quotes.sort(key=lambda each: each[1])
        names = ("number", "key", "document_key", *quotes[0][2].names)
        insert_plain(connection, QUOTE, names, [(n, key, n, *quote.row) for n, key, quote in quotes])


def _key(day: int, taken: dict[int, int]) -> int:
    taken[day] = taken.get(day, 0) + 1
    return first_key(day + 1) - taken[day]


def read(path: Path) -> Iterator[dict[str, str]]:
    with path.open() as lines:
        yield from map(json.loads, lines)


if __name__ == "__main__":
    load(read(Path(sys.argv[1])), Path(sys.argv[2]))
