"""Finding quotes and claims: row keys first, then the rows that are looked at."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, Select, Table, and_, literal, select

from claims import printed
from claims.model import AnchorState, Attribution, PartialDate, Quantity, QuoteKind, Span
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.filters import bounds, conditions, shown
from claims.store.fulltext import CLAIM_TEXT, QUOTE_TEXT
from claims.store.matching import Matcher
from claims.store.queries import terms
from claims.store.rows import ANCHOR, CLAIM, DOCUMENT, QUOTE, Unseen
from claims.store.values import dumped, loaded
from claims.views import Hit, Kind, Query

_TABLES = {Kind.QUOTES: (QUOTE, QUOTE_TEXT), Kind.CLAIMS: (CLAIM, CLAIM_TEXT)}


class Search(Part):
    def keys(self, query: Query) -> array[int]:
        """Row keys of every quote or claim that fits, newest first, undated last; whatever the limit."""
        table, index = _TABLES[query.kind]
        meant = terms(query.words)
        if meant.senseless:
            return array("q")
        with self._database.read() as connection:
            matcher = Matcher(index, meant, self._memory)
            matched = matcher.rows
            rows = select(table.c.key) if matched is None else matched
            key = rows.selected_columns[0]
            if filtered := conditions(connection, query, table, self._memory):
                kept = select(table.c.key).where(*filtered)
                rows = rows.where(and_(*filtered) if matched is None else key.in_(kept))
            seen = shown(query, table, None if matched is None else key)
            rows = rows.where(seen, *bounds(query, key), *matcher.without(key))
            return array("q", connection.execute(rows.order_by(key.desc())).scalars())

    def hits(self, kind: Kind, keys: Sequence[int]) -> list[Hit]:
        """The quotes or claims of some row keys, in their order; keys that are gone are left out.

        The text of a claim's hit is its sentence (see `ClaimRow`): a figure alone says nothing in a list.
        """
        table, _ = _TABLES[kind]
        wanted = among(table.c.key, dumped(list(keys)))
        with self._database.read() as connection:
            rows = connection.execute(_rows(table).where(wanted)).mappings()
            found = {row["key"]: _hit(row) for row in rows}
        return [found[key] for key in keys if key in found]


def _rows(table: Table) -> Select[Any]:
    """What hits show, under one set of names for quotes and claims."""
    within = QUOTE.alias("within")
    own: tuple[ColumnElement[Any], ...]
    if table is QUOTE:
        own = (QUOTE.c.text, QUOTE.c.spans, QUOTE.c.attribution, QUOTE.c.said_on, QUOTE.c.kind.label("type"))
        joined = QUOTE.join(DOCUMENT, QUOTE.c.document == DOCUMENT.c.id)
    else:
        said = (CLAIM.c.words.label("text"), CLAIM.c.words_at.label("spans"))
        figure = (CLAIM.c.text.label("figure"), CLAIM.c.quantity, CLAIM.c.unit, CLAIM.c.counted)
        own = (*said, *figure, CLAIM.c.attributed_to.label("attribution"), within.c.said_on)
        joined = CLAIM.join(DOCUMENT, CLAIM.c.document == DOCUMENT.c.id)
        joined = joined.outerjoin(within, CLAIM.c.quote == within.c.id)
    joined = joined.outerjoin(ANCHOR, ANCHOR.c.value == table.c.id)
    row = (table.c.key, table.c.id, table.c.document, table.c.unseen, table.c.original, ANCHOR.c.state)
    about = (DOCUMENT.c.source_name, DOCUMENT.c.published, DOCUMENT.c.location, DOCUMENT.c.title)
    return select(*row, *own, *about, literal(table.name).label("kind")).select_from(joined)


def _hit(row: RowMapping) -> Hit:
    who = loaded(Attribution, row["attribution"]) if row["attribution"] else None
    dated = row["said_on"] or row["published"]
    return Hit(
        key=row["key"],
        id=row["id"],
        kind=row["kind"],
        document=row["document"],
        text=row["text"],
        spans=_spans(row),
        speaker=who.name if who else "",
        role=who.role if who else "",
        source=row["source_name"],
        date=loaded(PartialDate, dated) if dated else None,
        date_is="said" if row["said_on"] else "published" if dated else "",
        location=row["location"],
        title=row["title"],
        status=_status(row),
        surface=_surface(row),
    )


def _spans(row: RowMapping) -> tuple[Span, ...]:
    if row["kind"] == "claim":
        return (loaded(Span, row["spans"]),)
    return loaded(tuple[Span, ...], row["spans"])


def _surface(row: RowMapping) -> str:
    if row["kind"] == "quote":
        return printed.quoted(row["text"], _spans(row), QuoteKind(row["type"]))
    amount = loaded(Quantity, row["quantity"]) if row["quantity"] else None
    return printed.figure(row["figure"], amount, row["unit"], row["counted"])


def _status(row: RowMapping) -> str:
    for bit in (Unseen.WITHDRAWN, Unseen.HIDDEN, Unseen.EARLIER):
        if row["unseen"] & bit:
            return str(bit.name).lower()
    if row["state"] in (AnchorState.CHANGED, AnchorState.GONE):
        return f"{row['state']} since"
    return "edited" if row["original"] else "recorded"
