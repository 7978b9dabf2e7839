"""A ready-made quote: a document that is one row of a table, whose source nobody here has seen."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate, Precision, Problem, Quote, Source
from claims.model.documents import ASSERTED_TYPE
from claims.ports import Given, Material
from claims.readymade.row import ORDERS, Row, is_raw, quote_of, row_of, unread, words_in
from sources.dates import one_way, read_date, two_ways
from sources.publishers import source

_NOTHING = Given()


class ReadyMadeQuotes:
    """Reader of kept rows; `onrecord import` makes them (see `claims.readymade.row`)."""

    name = "ready-made"

    def claims(self, material: Material) -> bool:
        return is_raw(material.raw)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: the bytes were not written by `Row.raw`.
        """
        yield from document_of(_row(material), material)

    def quotes(self, material: Material, document: Document) -> tuple[Quote, ...]:
        """The one quote that the row says was said."""
        row = _row(material)
        return (quote_of(row, document, words_in(row)),)


def document_of(row: Row, material: Material) -> Iterator[Document | Problem]:
    """The document that a row is, and what could not be read of it; what the user said of it wins."""
    given = material.given
    document = Document(
        text=row.text,
        raw_sha256=sha256(material.raw).hexdigest(),
        location=material.location,
        url=given.url or row.url,
        source=_source(row, given),
        reprints=source(given.origin, "given") if given.origin else None,
        published=given.date or (date_of(row.date, row.order) if row.date else None),
        retrieved=material.retrieved,
        media_type=ASSERTED_TYPE,
    )
    yield document
    yield from unread(row, document.id)


@lru_cache(4096)
def date_of(written: str, order: str = "") -> PartialDate:
    """A date as somebody wrote it in a table: in ISO 8601, or in words or figures; a time is left out.

    Args:
        order: of the numbers in 03/04/2031; without it such a date is one of the two days or between them.

    Raises:
        ValueError: it is none.
    """
    if days := two_ways(written):
        earliest, latest = sorted(days)
        if order:
            earliest = latest = days[ORDERS.index(order)]
        return PartialDate(earliest, latest, Precision.DAY if order else Precision.BOUNDS, written, "given")
    day = written.split("T")[0] if "T" in written else written.split(" ")[0] if ":" in written else written
    try:
        return PartialDate.parse(day, raw=written)
    except ValueError:
        found = read_date(written) or read_date(day) or one_way(written)
        if found is None:
            raise ValueError(f"{written[:40]!r} is no date: write YYYY-MM-DD, YYYY-MM or YYYY") from None
        return PartialDate(found.earliest, found.latest, found.precision, written, "given")


def _source(row: Row, given: Given) -> Source | None:
    name = given.source or row.source
    if not name:
        return None
    named = source_of(name) if given.kind is None else source(name, "given", given.kind)
    return Source(named.name, named.kind, given.country or named.country, named.evidence)


@lru_cache(4096)
def source_of(name: str) -> Source:
    """A source that somebody names, with the kind and country that its name tells."""
    return source(name, "given")


def _row(material: Material) -> Row:
    try:
        return row_of(material.raw)
    except ValueError as error:
        raise UnreadableDocument(material.location, str(error)) from None
