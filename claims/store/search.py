"""Finding quotes and claims: row keys first, then the rows that are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    RowMapping,
    Select,
    Table,
    and_,
    bindparam,
    func,
    literal,
    select,
)

from claims import printed
from claims.model import AnchorState, Attribution, PartialDate, Quantity, QuoteKind, Span
from claims.model.documents import ASSERTED_TYPE
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.filters import bounds, conditions, shown
from claims.store.fulltext import CLAIM_TEXT, QUOTE_TEXT, TextIndex
from claims.store.matching import Matcher
from claims.store.newest import newest, read_ahead
from claims.store.phrases import Phrase, holding
from claims.store.placing import excerpt
from claims.store.queries import Terms, terms
from claims.store.reading import DOCUMENT_ID
from claims.store.rows import ANCHOR, CLAIM, DOCUMENT, QUOTE, Unseen
from claims.store.values import dumped, loaded
from claims.views import Hit, Kind, Query

# Asked for each document of a page of claims.
_TEXT = select(DOCUMENT.c.text).where(DOCUMENT.c.key == bindparam("wanted"))

_TABLES = {Kind.QUOTES: (QUOTE, QUOTE_TEXT), Kind.CLAIMS: (CLAIM, CLAIM_TEXT)}


# Row keys that are handed on together: at most a few milliseconds of a search that is to be given up.
_SLICE = 1_000


class Search(Part):
    def keys(self, query: Query) -> array[int]:
        """Row keys of every quote or claim that fits, newest first, undated last; whatever the limit."""
        found = array("q")
        for some in self.slices(query):
            found += some
        return found

    def slices(self, query: Query) -> Iterator[array[int]]:
        """The same in parts, so that a search that nobody waits for any more can be given up between two."""
        meant = terms(query.words)
        if meant.senseless:
            return
        # No view of the memory: between two parts its thread may ask for other things.
        with self._database.read() as connection, closing(self._found(connection, query, meant)) as found:
            yield from found

    def count(self, query: Query) -> int:
        """How many quotes or claims fit, whatever the limit."""
        meant = terms(query.words)
        if meant.senseless:
            return 0
        with self._memory.view() as connection:
            matcher = Matcher(connection, _TABLES[query.kind][1], meant, self._memory)
            if matcher.open_wanted or matcher.open_excluded:
                with closing(self._found(connection, query, meant)) as slices:
                    return sum(map(len, slices))
            counted = select(func.count()).select_from(self._rows(query, matcher).subquery())
            return int(connection.execute(counted).scalar_one())

    def mark(self) -> int:
        """A number that each document that comes in later is above."""
        with self._database.read() as connection:
            return int(connection.execute(select(func.max(DOCUMENT.c.key))).scalar() or 0)

    def warm(self) -> None:
        """Read what the first questions of a search would wait for, names and words, and what they look
        at: four seconds of a million quotes.
        """
        with self._memory.view() as connection:
            self._memory.read_ahead()
            read_ahead(connection, self._memory)

    def first(self, query: Query, wanted: int) -> array[int]:
        """The first row keys of an answer, at most as many as are wanted; at a million quotes within
        milliseconds.
        """
        meant = terms(query.words)
        if meant.senseless:
            return array("q")
        with self._memory.view() as connection:
            if query.kind is Kind.QUOTES and not query.is_of_rows:
                matcher = Matcher(connection, QUOTE_TEXT, meant, self._memory)
                if matcher.is_plain:
                    return array("q", newest(connection, query, matcher, self._memory, wanted))
            return self._begun(connection, query, meant, wanted)

    def _begun(self, connection: Connection, query: Query, meant: Terms, wanted: int) -> array[int]:
        """The first row keys of the whole answer."""
        found = array("q")
        with closing(self._found(connection, query, meant)) as slices:
            for some in slices:
                found += some
                if len(found) >= wanted:
                    break
        return found[:wanted]

    def _found(self, connection: Connection, query: Query, meant: Terms) -> Generator[array[int], None, None]:
        """All row keys that fit, in parts."""
        matcher = Matcher(connection, _TABLES[query.kind][1], meant, self._memory)
        rows = self._rows(query, matcher)
        settled = _Settled(connection, matcher)
        with closing(connection.execute(rows.order_by(rows.selected_columns[0].desc())).scalars()) as keys:
            for some in keys.partitions(_SLICE):
                yield settled.of(array("q", some))

    def _rows(self, query: Query, matcher: Matcher) -> Select[Any]:
        """Row keys of all that fits, but for what the index leaves open."""
        table, index = _TABLES[query.kind]
        rows = _matched(table, index, matcher)
        key = rows.selected_columns[0]
        if filtered := conditions(query, table, self._memory):
            kept = select(table.c.key).where(*filtered)
            # SQLite looks nothing up by a sum: else it asks the text index once for each row of a filter.
            rows = rows.where(and_(*filtered) if key is table.c.key else (key + 0).in_(kept))
        return rows.where(shown(query, table, key + 0), *bounds(query, key))

    def hits(self, kind: Kind, keys: Sequence[int]) -> list[Hit]:
        """The quotes or claims of some row keys, in their order; keys that are gone are left out.

        The text of a claim's hit is its sentence (see `placing.excerpt`): a figure alone says
        nothing in a list.
        """
        table, _ = _TABLES[kind]
        wanted = among(table.c.key, dumped(list(keys)))
        with self._database.read() as connection:
            rows = connection.execute(_shown_of(table).where(wanted)).mappings().all()
            said = _sentences(connection, rows) if table is CLAIM else _words(rows)
        found = {row["key"]: _hit(row, *said[row["key"]]) for row in rows}
        return [found[key] for key in keys if key in found]


def _matched(table: Table, index: TextIndex, matcher: Matcher) -> Select[Any]:
    """Row keys by the words of a query: of the text index where it is in order of date, so that rows
    need not be read; else of the table.
    """
    matched, row = matcher.rows, table.c[index.row]
    if matched is None:
        return select(table.c.key).where(*matcher.without(row))
    if row is table.c.key:
        return matched.where(*matcher.without(matched.selected_columns[0]))
    return select(table.c.key).where(row.in_(matched), *matcher.without(row))


class _Settled:
    """Looks at claims for what the index leaves open of a query (see `Matcher`)."""

    def __init__(self, connection: Connection, matcher: Matcher) -> None:
        self._connection = connection
        self._wanted = matcher.open_wanted
        self._unwanted = [(phrase, self._may_hold(phrase)) for phrase in matcher.open_excluded]

    def of(self, keys: array[int]) -> array[int]:
        """Those of some claims that match, in their order."""
        for phrase in self._wanted:
            holds = holding(self._connection, phrase, keys)
            keys = array("q", (key for key in keys if key in holds))
        for phrase, may in self._unwanted:
            holds = holding(self._connection, phrase, sorted(may.intersection(keys)))
            keys = array("q", (key for key in keys if key not in holds))
        return keys

    def _may_hold(self, phrase: Phrase) -> set[int]:
        may = select(CLAIM.c.key).where(CLAIM.c.number.in_(CLAIM_TEXT.matching(phrase.loose)))
        return set(self._connection.execute(may).scalars())


def _shown_of(table: Table) -> Select[Any]:
    """What hits show, under one set of names for quotes and claims."""
    within = QUOTE.alias("within")
    own: tuple[ColumnElement[Any], ...]
    if table is QUOTE:
        own = (QUOTE.c.text, QUOTE.c.spans, QUOTE.c.attribution, QUOTE.c.said_on, QUOTE.c.kind.label("type"))
        joined = QUOTE.join(DOCUMENT, QUOTE.c.document_key == DOCUMENT.c.key)
    else:
        figure = (
            CLAIM.c.text,
            CLAIM.c.span,
            CLAIM.c.sentence,
            CLAIM.c.quantity,
            CLAIM.c.unit,
            CLAIM.c.counted,
        )
        own = (*figure, CLAIM.c.document_key, CLAIM.c.attributed_to.label("attribution"), within.c.said_on)
        joined = CLAIM.join(DOCUMENT, CLAIM.c.document_key == DOCUMENT.c.key)
        joined = joined.outerjoin(within, CLAIM.c.quote == within.c.id)
    joined = joined.outerjoin(ANCHOR, ANCHOR.c.value == table.c.id)
    row = (table.c.key, table.c.id, DOCUMENT_ID, table.c.unseen, table.c.original, ANCHOR.c.state)
    about = (DOCUMENT.c.source_name, DOCUMENT.c.published, DOCUMENT.c.location, DOCUMENT.c.title)
    asserted = (DOCUMENT.c.media_type == ASSERTED_TYPE).label("asserted")
    return select(*row, *own, *about, asserted, literal(table.name).label("kind")).select_from(joined)


# What a hit shows, and where that stands.
_Said = tuple[str, tuple[Span, ...]]


def _words(rows: Sequence[RowMapping]) -> dict[int, _Said]:
    """The words of quotes by row key."""
    return {row["key"]: (row["text"], loaded(tuple[Span, ...], row["spans"])) for row in rows}


def _sentences(connection: Connection, rows: Sequence[RowMapping]) -> dict[int, _Said]:
    """The sentences of claims by row key; one text at a time is held."""
    owned: dict[int, list[RowMapping]] = {}
    for row in rows:
        owned.setdefault(row["document_key"], []).append(row)
    found: dict[int, _Said] = {}
    for owner, mine in owned.items():
        text = connection.execute(_TEXT, {"wanted": owner}).scalar_one()
        for row in mine:
            place = excerpt(text, loaded(Span, row["sentence"]), loaded(Span, row["span"]))
            found[row["key"]] = place.of(text), (place,)
    return found


def _hit(row: RowMapping, text: str, spans: tuple[Span, ...]) -> Hit:
    who = loaded(Attribution, row["attribution"]) if row["attribution"] else None
    dated = row["said_on"] or row["published"]
    return Hit(
        key=row["key"],
        id=row["id"],
        kind=row["kind"],
        document=row["document"],
        text=text,
        spans=spans,
        speaker=who.name if who else "",
        role=who.role if who else "",
        source=row["source_name"],
        date=loaded(PartialDate, dated) if dated else None,
        date_is="said" if row["said_on"] else "published" if dated else "",
        location=row["location"],
        title=row["title"],
        status=_status(row),
        surface=_surface(row, spans),
        asserted=bool(row["asserted"]),
        type=row["type"] if row["kind"] == "quote" else "",
    )


def _surface(row: RowMapping, spans: tuple[Span, ...]) -> str:
    if row["kind"] == "quote":
        return printed.quoted(row["text"], spans, QuoteKind(row["type"]))
    amount = loaded(Quantity, row["quantity"]) if row["quantity"] else None
    return printed.figure(row["text"], amount, row["unit"], row["counted"])


def _status(row: RowMapping) -> str:
    for bit in (Unseen.WITHDRAWN, Unseen.HIDDEN, Unseen.EARLIER):
        if row["unseen"] & bit:
            return str(bit.name).lower()
    if row["state"] in (AnchorState.CHANGED, AnchorState.GONE):
        return f"{row['state']} since"
    return "edited" if row["original"] else "recorded"
