"""The columns that follow from a value and its document alone: no record is asked.

What only a record can tell is put in where rows are written: `key`, `document_key`
and `member`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.display import hidden
from claims.model import Claim, Document, PartialDate, Quote, Span
from claims.ports import Arrival
from claims.store.order import day_of, last_day_of
from claims.store.placing import excerpt
from claims.store.values import columns_of

if TYPE_CHECKING:
    from claims.store.rows import Columns


def document_columns(document: Document) -> Columns:
    source = document.source
    return columns_of(document) | {
        "source_name": source.name if source else "",
        "day": day_of(document.published),
        "last_day": last_day_of(document.published),
        "hidden_characters": sum(1 for _ in hidden(document.text)),
    }


def arrival_columns(arrival: Arrival, raw_sha256: str) -> Columns:
    """The row of an arrival; what is as usual is left empty: the place is the location, and the bytes are
    those that the document was read from, which have the hash `raw_sha256`.
    """
    made = columns_of(arrival)
    if arrival.place == arrival.location:
        made["place"] = None
    if arrival.raw_sha256 == raw_sha256:
        made["raw_sha256"] = None
    return made


def quote_columns(quote: Quote, dated: PartialDate | None) -> Columns:
    """Args: dated: see `order.date_of`."""
    made = columns_of(quote) | {"last_day": last_day_of(dated)}
    del made["document"]
    return made


def claim_columns(claim: Claim, dated: PartialDate | None) -> Columns:
    """Args: dated: see `order.date_of`."""
    made = columns_of(claim) | {"last_day": last_day_of(dated)}
    del made["document"]
    return made


def claim_words(claim: Claim, text: str) -> str:
    """What the text index holds of a claim; `text` is that of its document."""
    return words_around(text, claim.sentence, claim.span)


def words_around(text: str, sentence: Span, figure: Span) -> str:
    """A claim's sentence, or the part of a long one that stands around its figure: a text without full
    stops would be indexed once for each of its figures.

    A change of what this gives needs a migration, for a row is taken out of an index by its words.
    """
    return excerpt(text, sentence, figure).of(text)
