"""Finding words in whole documents, also where no quote was recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice

from sqlalchemy import Connection, bindparam, select

from claims.model import Document, Quote, Span
from claims.model.identity import normalised
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.filters import conditions, document_conditions, shown
from claims.store.fulltext import DOCUMENT_TEXT
from claims.store.indexed_text import IndexedText
from claims.store.matching import Matcher
from claims.store.memory import Memory
from claims.store.order import date_of
from claims.store.placing import Places, best
from claims.store.queries import terms
from claims.store.reading import whole
from claims.store.rows import DOCUMENT, QUOTE, TAGGING, VERSION
from claims.store.values import dumped, loaded, value_of
from claims.views import Hit, Query

NOT_RECORDED = "in the text, not recorded"


class Passages(Part):
    def text_hits(self, query: Query) -> list[Hit]:
        """Passages of whole documents, newest document first, undated last; whatever the limit.

        Of each document come the sentences that hold most of the wanted words. A match
        inside a recorded quote is a hit of that quote; any other is "in the text, not
        recorded". Filters that only a quote can meet (speaker, status) leave those
        out. `Hit.key` counts down from 0.
        """
        meant = terms(query.words)
        if meant.senseless:
            return []
        number = count(0, -1)
        with self._memory.view() as connection:
            matcher = Matcher(connection, DOCUMENT_TEXT, meant, self._memory)
            wanted, unwanted = matcher.expressions, [term.exact for term in matcher.open_excluded]
            keys = _documents(connection, query, matcher, self._memory)
            with IndexedText(connection) as aside:
                looking = _Looking(connection, query, wanted, unwanted, self._memory, aside)
                return [_hit(next(number), *found) for key in keys for found in _found(looking, key)]


# Asked of each document that fits: to make them anew took a third of a search for a common word.
_DOCUMENT = select(DOCUMENT).where(DOCUMENT.c.key == bindparam("wanted"))
_QUOTES = select(QUOTE.c.id, QUOTE.c.spans).where(
    QUOTE.c.document_key == bindparam("wanted"), QUOTE.c.unseen == 0
)


@dataclass(frozen=True, slots=True)
class _Looking:
    """One search: `wanted` has an expression for each term, `unwanted` those that no hit may match."""

    connection: Connection
    query: Query
    wanted: Sequence[str]
    unwanted: Sequence[str]
    memory: Memory
    aside: IndexedText


def _documents(connection: Connection, query: Query, matcher: Matcher, memory: Memory) -> list[int]:
    key = DOCUMENT.c.key
    rows = select(key).where(*document_conditions(query, memory), *matcher.without(key))
    matched = matcher.rows
    rows = rows if matched is None else rows.where(key.in_(matched))
    return list(connection.execute(rows.order_by(DOCUMENT.c.day.desc(), key)).scalars())


def _found(looking: _Looking, key: int) -> Iterator[tuple[Document, Span, Quote | None]]:
    """Passages of one document, each with the shown quote that its match stands in."""
    connection = looking.connection
    row = connection.execute(_DOCUMENT, {"wanted": key}).mappings().one()
    document = value_of(Document, row)
    places = _matches(looking, document.text)
    if places is None:
        return
    quotes = _quotes(connection, key)
    allowed = _allowed(looking, document.id)
    found: dict[tuple[Span, str], None] = {}
    newer = _newer_words(connection, document.id)
    for passage, match in best(document.text, places):
        within = quotes.around(match)
        # What the newer version of a page still says is found there.
        if newer and f" {normalised(passage.of(document.text))} " in newer:
            continue
        if allowed is None or within in allowed:
            found.setdefault((passage, within))
    values = _values(connection, {within for _, within in found if within})
    for passage, within in found:
        yield document, passage, values.get(within)


def _newer_words(connection: Connection, document: str) -> str:
    """The words of the version in a document's stead, normalised, a space around; "" if there is none."""
    newer = select(VERSION.c.newer).where(VERSION.c.document == document)
    text = connection.execute(select(DOCUMENT.c.text).where(DOCUMENT.c.id.in_(newer))).scalar()
    return f" {normalised(text)} " if text else ""


def _quotes(connection: Connection, document: int) -> Places:
    """The shown quotes of the document with a key."""
    rows = connection.execute(_QUOTES, {"wanted": document})
    return Places((row.id, loaded(tuple[Span, ...], row.spans)) for row in rows)


def _values(connection: Connection, ids: set[str]) -> dict[str, Quote]:
    if not ids:
        return {}
    rows = connection.execute(whole(QUOTE).where(among(QUOTE.c.id, dumped(sorted(ids))))).mappings()
    return {row["id"]: value_of(Quote, row) for row in rows}


def _allowed(looking: _Looking, document: str) -> set[str] | None:
    """Quotes of the document that meet the filters of quotes; None if every passage does."""
    connection, query = looking.connection, looking.query
    tag = "" if not query.tag or query.tag in _tags(connection, document) else query.tag
    lacks = tuple(what for what in query.lacks if what == "speaker")
    if not (query.speaker or query.status or tag or lacks):
        return None
    narrow = Query(speaker=query.speaker, status=query.status, tag=tag, document=document, lacks=lacks)
    wanted = conditions(narrow, QUOTE, looking.memory)
    rows = select(QUOTE.c.id).where(shown(narrow, QUOTE, QUOTE.c.key), *wanted)
    return set(connection.execute(rows).scalars())


def _tags(connection: Connection, document: str) -> set[str]:
    return set(connection.execute(select(TAGGING.c.tag).where(TAGGING.c.id == document)).scalars())


# Characters for private use: hardly a text holds the first two, and none holds all.
_MARKS = ("\U000f0000", "\U000f0001")
_OTHER_MARKS = range(0x10FFFF, 0xDFFF, -1)


def _matches(looking: _Looking, text: str) -> list[list[Span]] | None:
    """Where each wanted term stands; None if one of them does not, or an unwanted one does."""
    aside = looking.aside
    if looking.wanted or looking.unwanted:
        aside.hold(text)
    places = [_places(aside, text, expression) for expression in looking.wanted]
    return places if all(places) and not any(map(aside.holds, looking.unwanted)) else None


def _places(aside: IndexedText, text: str, expression: str) -> list[Span]:
    """Where a term stands: it is marked with two characters that the text does not hold."""
    opens, closes = _MARKS
    if opens in text or closes in text:
        used = set(text)
        opens, closes = islice((mark for mark in map(chr, _OTHER_MARKS) if mark not in used), 2)
    marked = aside.marked(expression, (opens, closes)) or ""
    places, at = [], 0
    for number, piece in enumerate(marked.replace(closes, opens).split(opens)):
        if number % 2:
            places.append(Span(at, at + len(piece)))
        at += len(piece)
    return places


def _hit(key: int, document: Document, passage: Span, quote: Quote | None) -> Hit:
    who = quote.attribution if quote else None
    dated = date_of(quote, document)
    return Hit(
        key=key,
        id=quote.id if quote else "",
        kind="text",
        document=document.id,
        text=passage.of(document.text),
        spans=(passage,),
        speaker=who.name if who else "",
        role=who.role if who else "",
        source=document.source.name if document.source else "",
        date=dated,
        date_is="said" if quote and quote.said_on else "published" if dated else "",
        location=document.location,
        title=document.title,
        status="recorded" if quote else NOT_RECORDED,
        asserted=document.is_asserted,
    )
