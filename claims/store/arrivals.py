"""Where documents came from, and which text each place holds now.

Arrivals are in order of retrieval, not of their rows: two records that exchanged
their documents come to the same versions.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, insert, select

from claims.model import PartialDate
from claims.ports import Arrival
from claims.store.columns import arrival_columns
from claims.store.dialect import among
from claims.store.reading import DOCUMENT_ID
from claims.store.rows import ARRIVAL, DOCUMENT, Stored
from claims.store.values import dumped, loaded, storable, value_of

# What a row leaves out is the same as elsewhere; see `rows.ArrivalRow`.
PLACE = func.coalesce(ARRIVAL.c.place, ARRIVAL.c.location)
RAW = func.coalesce(ARRIVAL.c.raw_sha256, DOCUMENT.c.raw_sha256)

_AS_STORED = ("key", "location", "retrieved", "given", "size", "fetched")


def came() -> Select[Any]:
    """Arrivals with all that a row leaves out, and `document`, the id of theirs; they are joined to it."""
    stored = (ARRIVAL.c[name] for name in _AS_STORED)
    filled = select(*stored, DOCUMENT_ID, PLACE.label("place"), RAW.label("raw_sha256"))
    return filled.select_from(ARRIVAL.join(DOCUMENT, DOCUMENT.c.key == ARRIVAL.c.document_key))


def put_arrivals(connection: Connection, document: str, arrivals: Iterable[Arrival], *, told: bool) -> None:
    """Keep those arrivals of a document that are news.

    Args:
        told: another record tells of them: then every one counts that is not the same in all.
            What comes again from where it is known counts only if another text came from there meanwhile.
    """
    own = select(DOCUMENT.c.key, DOCUMENT.c.raw_sha256).where(DOCUMENT.c.id == document)
    key, raw_sha256 = connection.execute(own).one()
    for arrival in arrivals:
        row = {"document_key": key, **arrival_columns(arrival, raw_sha256)}
        here = row if told else {name: row[name] for name in ("document_key", "location", "raw_sha256")}
        same = (ARRIVAL.c[name].is_not_distinct_from(value) for name, value in here.items())
        known_ = select(ARRIVAL.c.key).where(*same)
        stands = told or stands_at(connection, arrival.place, arrival.location) in (None, document)
        if not (stands and connection.execute(known_.limit(1)).first()):
            connection.execute(insert(ARRIVAL).values(row))


def known(connection: Connection, id_: str, raw_sha256: str, text: str, place: str) -> str | None:
    """The document that one of this id is: itself, or one from the same place with the same bytes or text."""
    if connection.execute(select(DOCUMENT.c.key).where(DOCUMENT.c.id == id_)).first():
        return id_
    if not place:
        return None
    here = came().with_only_columns(DOCUMENT.c.id).where(_stood_at(place)).order_by(ARRIVAL.c.key).limit(1)
    again = connection.execute(here.where(RAW.is_not_distinct_from(raw_sha256))).scalar()
    return again or connection.execute(here.where(DOCUMENT.c.text == storable(text))).scalar()


def places_taken(connection: Connection, places: Iterable[str]) -> set[str]:
    """Those of some places from which anything came."""
    wanted = {storable(place): place for place in places if place}
    taken = connection.execute(select(PLACE).where(among(PLACE, dumped(list(wanted)))).distinct())
    return {wanted[place] for place in taken.scalars()}


def stands_at(connection: Connection, place: str, location: str | None = None) -> str | None:
    """The document that arrived last at a place; None for a place of nobody.

    Args:
        location: it alone counts. Two saved copies of one page do not replace each other anew whenever
            both are added.
    """
    if not place:
        return None
    rows = came().where(_stood_at(place))
    if location is not None:
        rows = rows.where(ARRIVAL.c.location == storable(location))
    found = connection.execute(rows).mappings().all()
    return max(found, key=when)["document"] if found else None


def _stood_at(place: str) -> ColumnElement[bool]:
    return PLACE.is_not_distinct_from(storable(place))


def when(row: Stored) -> tuple[datetime, int]:
    """The order of arrivals: when the bytes were taken, and of one moment the row's number."""
    retrieved = loaded(PartialDate, row["retrieved"])
    moment = retrieved.moment or datetime.combine(retrieved.latest, time.min, UTC)
    return moment.astimezone(UTC), row["key"]


def moment_of(row: Stored) -> str:
    """When the bytes were taken, as stored; "" where only the day is known."""
    return str(row["retrieved"]) if loaded(PartialDate, row["retrieved"]).moment else ""


def arrivals(connection: Connection, document: str) -> tuple[Arrival, ...]:
    """Every time that a document came, the first one first."""
    rows = connection.execute(came().where(DOCUMENT.c.id == document)).mappings().all()
    return tuple(value_of(Arrival, row) for row in sorted(rows, key=when))


def fetched(connection: Connection) -> tuple[Arrival, ...]:
    """Pages that were fetched: of each place the last arrival, if it was and its document is neither
    withdrawn nor destroyed; in the order of places.
    """
    rows = came().add_columns(DOCUMENT.c.withdrawn, DOCUMENT.c.purged)
    once = select(PLACE).where(ARRIVAL.c.fetched.is_not(None)).distinct()
    last: dict[str, Stored] = {}
    for row in connection.execute(rows.where(PLACE.in_(once))).mappings():
        if row["place"] not in last or when(row) > when(last[row["place"]]):
            last[row["place"]] = row
    standing = (row for _, row in sorted(last.items()) if not (row["withdrawn"] or row["purged"]))
    return tuple(value_of(Arrival, row) for row in standing if row["fetched"] is not None)


def needed(connection: Connection, names: list[str]) -> set[str]:
    """Those of some bytes that came in for a document which is not destroyed."""
    own = select(DOCUMENT.c.raw_sha256).where(DOCUMENT.c.raw_sha256.in_(names), ~DOCUMENT.c.purged)
    other = came().with_only_columns(RAW).where(ARRIVAL.c.raw_sha256.in_(names), ~DOCUMENT.c.purged)
    return {name for rows in (own, other) for name in connection.execute(rows).scalars()}
