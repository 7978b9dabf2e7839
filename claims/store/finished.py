"""A document with its rows finished, but for what only the record knows: row keys.

The process that read a document makes them, so that the one process that writes
has little to do. They travel between processes, and are made without SQLAlchemy,
which a process that only reads need not load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from claims.keying import Keyed, Marks, Within
from claims.matching.grams import Runs, runs_of
from claims.matching.speakers import Member, member_of
from claims.model import Claim, Document, Problem, Quote
from claims.ports import Arrival, Extraction, Material
from claims.store.columns import arrival_columns, claim_columns, claim_words, document_columns, quote_columns
from claims.store.order import date_of, day_of
from claims.store.values import columns_of, storable
from claims.versions.lines import place_of

if TYPE_CHECKING:
    from claims.store.rows import Columns


class FinishedQuote(NamedTuple):
    """A quote's row without its keys.

    `day` is that of its key (see `order`), `runs` see `matching.grams`; `names` are the
    columns of `row`, the same for every row, so that they travel once.
    """

    id: str
    day: int
    names: tuple[str, ...]
    row: tuple[Any, ...]
    runs: Runs
    marks: Marks


class FinishedClaim(NamedTuple):
    """A claim's row without its keys; `indexed` are its columns in the text index."""

    id: str
    day: int
    names: tuple[str, ...]
    row: tuple[Any, ...]
    indexed: tuple[str, str]
    marks: Marks


FinishedValue = TypeVar("FinishedValue", FinishedQuote, FinishedClaim)


@dataclass(frozen=True, slots=True)
class Figured:
    """What comes later to a document whose quotes were written without what they are compared under.

    Attributes: as those of `Finished`, but
        quotes: marks of each, by id.
    """

    id: str
    quotes: Mapping[str, Marks] = field(default_factory=dict)
    claims: tuple[FinishedClaim, ...] = ()
    members: tuple[Columns, ...] = ()
    forms: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    within: Within | None = None

    @property
    def ids(self) -> set[str]:
        """Its own id and those of all that stands in it."""
        return {self.id, *self.quotes, *(claim.id for claim in self.claims)}

    @property
    def marks(self) -> Marks:
        """Of all that stands in it."""
        every = (*self.quotes.values(), *(claim.marks for claim in self.claims))
        return {mark: name for marks in every for mark, name in marks.items()}


@dataclass(frozen=True, slots=True)
class Finished:
    """One document, ready to be written.

    Attributes:
        columns: its row without key; all rows of a table have theirs in the same order.
        came: its arrivals, its own first.
        told: another record told of it.
        members: rows of everyone that a quote or claim is attributed to.
        forms: name forms of the members.
        within: what checks found in the document alone; None if they did not look.
    """

    id: str
    raw_sha256: str
    columns: Columns
    came: tuple[Arrival, ...]
    told: bool
    quotes: tuple[FinishedQuote, ...]
    claims: tuple[FinishedClaim, ...]
    members: tuple[Columns, ...]
    forms: frozenset[str]
    problems: tuple[Problem, ...]
    within: Within | None = None

    @property
    def size(self) -> int:
        """Characters of its text."""
        return len(self.columns["text"])

    @property
    def ids(self) -> set[str]:
        """Its own id and those of all that stands in it."""
        return {self.id, *(quote.id for quote in self.quotes), *(claim.id for claim in self.claims)}

    @property
    def marks(self) -> Marks:
        """Of all that stands in it."""
        every = (*(quote.marks for quote in self.quotes), *(claim.marks for claim in self.claims))
        return {mark: name for marks in every for mark, name in marks.items()}

    @property
    def places(self) -> set[str]:
        """Where it came from, as far as it would be found there again."""
        return {arrival.place for arrival in self.came if arrival.place}

    @property
    def arrivals(self) -> list[Columns]:
        """Rows of its arrivals."""
        return [arrival_columns(one, self.raw_sha256) for one in self.came]


def finished(
    document: Document,
    material: Material,
    extraction: Extraction,
    *,
    extractor: str,
    problems: Iterable[Problem] = (),
    keys: Keyed | None = None,
    within: Within | None = None,
) -> Finished:
    """Everything that is written of a new document.

    Args:
        keys: of its values; without them they are compared under none.
    """
    marks = keys.marks if keys else {}
    quotes = {quote.id: quote for quote in extraction.quotes}
    members = members_of((*extraction.quotes, *extraction.claims))
    stopped = (*(keys.problems if keys else ()), *(within.problems if within else ()))
    new = {"extractor": extractor, "original": None, "withdrawn": False, "purged": False}
    return Finished(
        document.id,
        document.raw_sha256,
        document_columns(document) | new,
        tuple(arrivals_of(document, material)),
        bool(material.id),
        tuple(finished_quote(quote, document, marks=marks) for quote in extraction.quotes),
        tuple(
            finished_claim(claim, document, quotes.get(claim.quote or ""), marks=marks)
            for claim in extraction.claims
        ),
        tuple(map(member_columns, members)),
        frozenset(member.form for member in members),
        (*problems, *extraction.problems, *stopped),
        within,
    )


def figured(document: Document, extraction: Extraction, keys: Keyed, within: Within) -> Figured:
    """What is written of a document whose quotes are there; see `finished`."""
    quotes = {quote.id: quote for quote in extraction.quotes}
    members = members_of((*extraction.quotes, *extraction.claims))
    return Figured(
        document.id,
        {id_: keys.marks.get(id_, {}) for id_ in quotes},
        tuple(
            finished_claim(claim, document, quotes.get(claim.quote or ""), marks=keys.marks)
            for claim in extraction.claims
        ),
        tuple(map(member_columns, members)),
        frozenset(member.form for member in members),
        (*extraction.problems, *keys.problems, *within.problems),
        within,
    )


_UNMARKED: Mapping[str, Marks] = {}


def finished_quote(
    quote: Quote, document: Document, *, marks: Mapping[str, Marks] = _UNMARKED, **columns: Any
) -> FinishedQuote:
    """`columns` are put over those of a quote that was extracted and is shown."""
    dated = date_of(quote, document)
    new = {"unseen": 0, "original": None, "recorded": False, "found": None, "member": filed_under(quote)}
    made = quote_columns(quote, dated) | new | columns
    names, row = _apart(made)
    return FinishedQuote(quote.id, day_of(dated), names, row, runs_of(quote.text), marks.get(quote.id, {}))


def finished_claim(
    claim: Claim,
    document: Document,
    quote: Quote | None,
    *,
    marks: Mapping[str, Marks] = _UNMARKED,
    **columns: Any,
) -> FinishedClaim:
    """`quote` is the one that it stands in; `columns` as for a quote."""
    dated = date_of(quote, document)
    new = {"unseen": 0, "original": None, "member": filed_under(claim)}
    made = claim_columns(claim, dated) | new | columns
    indexed = storable(claim_words(claim, document.text)), storable(claim.counted)
    names, row = _apart(made)
    return FinishedClaim(claim.id, day_of(dated), names, row, indexed, marks.get(claim.id, {}))


def _apart(columns: Columns) -> tuple[tuple[str, ...], tuple[Any, ...]]:
    """Names and values; the same names are the same object."""
    return _one(tuple(columns)), tuple(columns.values())


@cache
def _one(names: tuple[str, ...]) -> tuple[str, ...]:
    return names


def member_columns(member: Member) -> Columns:
    return columns_of(member) | {"speaker": member.speaker or member.id}


def members_of(values: Iterable[Quote | Claim]) -> list[Member]:
    """Everyone that some values are attributed to, once for each way in which one is printed."""
    members: dict[Member, None] = {}
    for value in values:
        who = value.attribution if isinstance(value, Quote) else value.attributed_to
        if who:
            members[member_of(who)] = None
    return list(members)


def filed_under(value: Quote | Claim) -> str | None:
    """The member under whom a value is filed; none for nobody."""
    who = value.attribution if isinstance(value, Quote) else value.attributed_to
    return member_of(who).id if who else None


def arrivals_of(document: Document, material: Material) -> list[Arrival]:
    """This arrival of a document, and those of the same bytes that another record tells of."""
    size, raw = len(material.raw), document.raw_sha256
    place = place_of(document, material.place)
    first = Arrival(material.location, material.retrieved, material.given, raw, size, place, material.fetched)
    return [first, *(replace(one, raw_sha256=raw, size=size) for one in material.arrivals)]
