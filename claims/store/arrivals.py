"""Where documents came from, and which text each place holds now.

Arrivals are in order of retrieval, not of their rows: two records that exchanged
their documents come to the same versions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, time

from sqlalchemy import Connection, insert, select

from claims.model import Document, PartialDate
from claims.ports import Arrival, Material
from claims.store.rows import ARRIVAL, DOCUMENT, Stored
from claims.store.values import columns_of, loaded, storable, value_of
from claims.versions.lines import place_of


def arrivals_of(document: Document, material: Material) -> list[Arrival]:
    """This arrival of a document, and those of the same bytes that another record tells of."""
    size, raw = len(material.raw), document.raw_sha256
    place = place_of(document, material.place)
    first = Arrival(material.location, material.retrieved, material.given, raw, size, place)
    return [first, *(replace(one, raw_sha256=raw, size=size) for one in material.arrivals)]


def put_arrivals(connection: Connection, document: str, arrivals: Iterable[Arrival], *, told: bool) -> None:
    """Keep those arrivals of a document that are news.

    Args:
        told: another record tells of them: then every one counts that is not the same in all.
            What comes again from where it is known counts only if another text stood there meanwhile.
    """
    for arrival in arrivals:
        row = columns_of(arrival) | {"document": document}
        here = row if told else {name: row[name] for name in ("document", "location", "raw_sha256")}
        known_ = select(ARRIVAL.c.key).where(*(ARRIVAL.c[name] == value for name, value in here.items()))
        stands = told or stands_at(connection, row["place"]) in (None, document)
        if not (stands and connection.execute(known_.limit(1)).first()):
            connection.execute(insert(ARRIVAL).values(row))


def known(connection: Connection, document: Document, place: str) -> str | None:
    """The document that this one is: itself, or one from the same place with the same bytes or text."""
    if connection.execute(select(DOCUMENT.c.key).where(DOCUMENT.c.id == document.id)).first():
        return document.id
    if not place:
        return None
    here = ARRIVAL.c.place == storable(place)
    again = select(ARRIVAL.c.document).where(here, ARRIVAL.c.raw_sha256 == document.raw_sha256)
    came = DOCUMENT.c.id.in_(select(ARRIVAL.c.document).where(here))
    alike = select(DOCUMENT.c.id).where(came, DOCUMENT.c.text == storable(document.text))
    return connection.execute(again.limit(1)).scalar() or connection.execute(alike.limit(1)).scalar()


def stands_at(connection: Connection, place: str) -> str | None:
    """The document that arrived last at a place; None for a place of nobody."""
    if not place:
        return None
    rows = connection.execute(select(ARRIVAL).where(ARRIVAL.c.place == storable(place))).mappings().all()
    return max(rows, key=when)["document"] if rows else None


def when(row: Stored) -> tuple[datetime, int]:
    """The order of arrivals: when the bytes were taken, and of one moment the row's number."""
    retrieved = loaded(PartialDate, row["retrieved"])
    moment = retrieved.moment or datetime.combine(retrieved.latest, time.min, UTC)
    return moment.astimezone(UTC), row["key"]


def arrivals(connection: Connection, document: str) -> tuple[Arrival, ...]:
    """Every time that a document came, the first one first."""
    rows = connection.execute(select(ARRIVAL).where(ARRIVAL.c.document == document)).mappings().all()
    return tuple(value_of(Arrival, row) for row in sorted(rows, key=when))
