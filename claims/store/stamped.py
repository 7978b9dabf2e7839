"""Ready-made quotes as rows of the record, by thousands.

Their documents are alike but for a few columns. So the columns of one are made from values, as for any
document, and stamped on the others with what differs: a quarter of the work. A test holds that both
ways come to the same. Made without SQLAlchemy, as in `finished`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from claims.display import hidden
from claims.matching.speakers import member_of
from claims.model import Document, PartialDate, Problem, Quote, Source, Span
from claims.model.documents import ASSERTED_TYPE
from claims.model.identity import content_id, normalised
from claims.ports import Arrival, Extraction, Given, Material
from claims.readymade.row import Row, Stated, attribution, quote_of, unread
from claims.store.columns import arrival_columns
from claims.store.finished import Finished, finished, member_columns
from claims.store.order import day_of, last_day_of
from claims.store.values import column_of, storable

if TYPE_CHECKING:
    from claims.store.rows import Columns

# Sources, dates and speakers whose columns are kept at hand, of each; a table names them again and again.
_AT_HAND = 65_536


class Stamped(NamedTuple):
    """One row's document with its quote, without keys.

    Attributes:
        raw: the bytes that are kept.
        document, arrival, quote: values of their columns, in the order of `Stamp`'s names.
        day: of the quote's key (see `order`).
        words: of the quote, normalised: what its word runs are made of.
        member: under whom it is filed, if anybody is said to have said it.
    """

    id: str
    sha256: str
    raw: bytes
    document: tuple[Any, ...]
    arrival: tuple[Any, ...]
    quote: tuple[Any, ...]
    day: int
    words: Sequence[str]
    member: Columns | None
    problems: tuple[Problem, ...]


class Stamp:
    """Makes the rows of one import.

    Args:
        retrieved: when its table was read.

    Attributes:
        document_names, arrival_names, quote_names: of the columns.
    """

    def __init__(self, retrieved: PartialDate) -> None:
        like = _like(retrieved)
        (quote,) = like.quotes
        arrival = arrival_columns(Arrival("", retrieved, Given(), like.raw_sha256, 0), like.raw_sha256) | {
            "place": ""
        }
        self.document_names, self.arrival_names, self.quote_names = (
            tuple(like.columns),
            tuple(arrival),
            quote.names,
        )
        self._document, self._arrival = list(like.columns.values()), list(arrival.values())
        self._quote = list(quote.row)
        self._of_document = _places(self.document_names, _OF_DOCUMENT)
        self._of_arrival = _places(self.arrival_names, _OF_ARRIVAL)
        self._of_quote = _places(self.quote_names, _OF_QUOTE)

    def of(self, one: Stated) -> Stamped:
        row = one.row
        within = one.within
        raw = row.raw
        name = sha256(raw).hexdigest()
        id_ = content_id("document", row.url, name, "")
        words = within.of(row.text)
        plain = normalised(words)
        source, source_name = _source(one.source)
        published, day, last_day = _date(one.published)
        said, filed, member = _speaker(row.speaker, row.role)
        location = storable(one.location)
        # Nothing is hidden in what is printable ASCII, as nearly all rows are.
        plainly = row.text.isascii() and row.text.isprintable()
        unseen = 0 if plainly else sum(1 for _ in hidden(row.text))
        document = (
            id_, name, location, row.url, source, source_name, published, day, last_day, unseen, row.text,
        )  # fmt: skip
        spans = f"[[{within.start},{within.end}]]"
        quote = content_id("quote", id_, plain, "0"), spans, words, said, last_day, filed
        return Stamped(
            id_,
            name,
            raw,
            _stamped(self._document, self._of_document, document),
            _stamped(self._arrival, self._of_arrival, (location, len(raw))),
            _stamped(self._quote, self._of_quote, quote),
            day,
            plain.split(),
            member,
            unread(row, id_),
        )


# The columns that differ from row to row.
_OF_DOCUMENT = (
    "id", "raw_sha256", "location", "url", "source", "source_name", "published", "day", "last_day",
    "hidden_characters", "text",
)  # fmt: skip
_OF_ARRIVAL = ("location", "size")
_OF_QUOTE = ("id", "spans", "text", "attribution", "last_day", "member")


def _places(names: Sequence[str], wanted: Sequence[str]) -> tuple[int, ...]:
    return tuple(names.index(name) for name in wanted)


def _stamped(like: list[Any], places: tuple[int, ...], values: tuple[Any, ...]) -> tuple[Any, ...]:
    made = like.copy()
    for place, value in zip(places, values, strict=True):
        made[place] = value
    return tuple(made)


def _like(retrieved: PartialDate) -> Finished:
    """The smallest row, ready to be written as any document is."""
    row = Row("A")
    raw = row.raw
    document = Document("A", sha256(raw).hexdigest(), retrieved=retrieved, media_type=ASSERTED_TYPE)
    extraction = Extraction((quote_of(row, document, Span(0, 1)),))
    return finished(document, Material(raw, "", retrieved), extraction, extractor="")


@lru_cache(_AT_HAND)
def _source(source: Source | None) -> tuple[str | None, str]:
    if source is None:
        return None, ""
    return column_of(Document, "source", source), storable(source.name)


@lru_cache(_AT_HAND)
def _date(published: PartialDate | None) -> tuple[str | None, int, int | None]:
    return column_of(Document, "published", published), day_of(published), last_day_of(published)


@lru_cache(_AT_HAND)
def _speaker(speaker: str, role: str) -> tuple[str | None, str | None, Columns | None]:
    """Column of the attribution, id and row of the member."""
    said = attribution(speaker, role)
    if said is None:
        return None, None, None
    member = member_of(said)
    return column_of(Quote, "attribution", said), member.id, member_columns(member)
