"""What `verify` looks at. Each check yields Problems; none of them stops the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from claims.judging import heads_of
from claims.model import Claim, Document, Judgement, Problem, Quote
from claims.model.spans import joined
from claims.store import dialect, schema
from claims.store.arrivals import RAW, arrivals, came
from claims.store.comparing import claims_are_indexed
from claims.store.database import Database
from claims.store.fulltext import INDEXES
from claims.store.reading import whole
from claims.store.rows import ARRIVAL, CLAIM, DOCUMENT, JUDGEMENT, METADATA, QUOTE, Stored
from claims.store.snapshots import Snapshots
from claims.store.values import UNREADABLE, value_of

_STAGE = "verify"
_REMEDY = "add it again as before, or restore a backup"


def database_faults(database: Database) -> Iterator[Problem]:
    """Pages, indexes and foreign keys; triggers and text indexes as we made them."""
    with closing(dialect.connect_to_look(database.path)) as connection:
        for fault in dialect.faults(connection, quick=False):
            yield Problem(_STAGE, f"the database is damaged: {fault}")
    with database.read() as connection_:
        for fault in dialect.broken_references(connection_):
            yield Problem(_STAGE, fault)
        missing = set(schema.further_ddl()) - dialect.statements(connection_)
    for statement in sorted(missing):
        name = statement.split()[2 if statement.startswith("CREATE TRIGGER") else 3]
        yield Problem(_STAGE, f"the database lacks its {name}, or has another one")


def row_faults(connection: Connection) -> Iterator[Problem]:
    """Can every row be read? SQLite does not look whether bytes of a text are text."""
    for table in METADATA.sorted_tables:
        try:
            for _ in connection.execute(select(table)):
                pass
        except DBAPIError:
            yield Problem(_STAGE, f"the database is damaged: a row of {table.name} cannot be read")


def index_faults(connection: Connection) -> Iterator[Problem]:
    """Does each text index hold the words of its rows, and no others? Needs a connection that may write."""
    for index in INDEXES:
        try:
            index.check(connection)
            if index.stored or claims_are_indexed(connection):
                continue
            why = "other words are indexed"
        except DBAPIError as error:
            why = str(error.orig)
        yield Problem(_STAGE, f"the text index of {index.content}s does not fit their text ({why})")


def document_faults(connection: Connection, snapshots: Snapshots) -> Iterator[Problem]:
    """Snapshots, arrivals, and whether quotes and claims say what stands at their place."""
    arrived = set(connection.execute(select(ARRIVAL.c.document_key)).scalars())
    ids = connection.execute(select(DOCUMENT.c.id).order_by(DOCUMENT.c.key)).scalars().all()
    for id_ in ids:
        row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == id_)).mappings().one()
        if row["key"] not in arrived:
            yield Problem(_STAGE, "nothing says where this document came from", id_)
        if not row["purged"]:
            try:
                document = value_of(Document, row)
                yield from _snapshot_faults(connection, document, snapshots)
                yield from _statement_faults(connection, document)
            except UNREADABLE:
                yield Problem(_STAGE, "the database is damaged: this document is garbled", id_)


def unfinished_purges(snapshots: Snapshots) -> Iterator[Problem]:
    for name in snapshots.marked():
        message = f"the bytes {name[:12]} are to be destroyed: open the record where it can be written"
        yield Problem(_STAGE, message)


def _snapshot_faults(connection: Connection, document: Document, snapshots: Snapshots) -> Iterator[Problem]:
    """Of all bytes that came for a document: one text may have come in several."""
    every = came().with_only_columns(RAW).where(DOCUMENT.c.id == document.id).order_by(ARRIVAL.c.key)
    for name in dict.fromkeys((document.raw_sha256, *connection.execute(every).scalars())):
        if not snapshots.is_whole(name):
            fate = "were changed" if name in snapshots else "are gone"
            message = f"the kept bytes of this document {fate} ({_named(connection, document, name)})"
            yield Problem(_STAGE, f"{message}: {_REMEDY}", document.id)


def _named(connection: Connection, document: Document, name: str) -> str:
    """A document by its title and where these bytes of it came from."""
    came_from = (one.location for one in arrivals(connection, document.id) if one.raw_sha256 == name)
    place = next(came_from, document.location)
    return ", ".join(filter(None, (f"“{document.title}”" if document.title else "", f"from {place}")))


def _statement_faults(connection: Connection, document: Document) -> Iterator[Problem]:
    quotes = connection.execute(whole(QUOTE).where(DOCUMENT.c.id == document.id)).mappings()
    for row in quotes:
        quote = value_of(Quote, row)
        if joined(document.text, quote.spans) != quote.text:
            message = f"the quote {quote.id} is not what stands at its place"
            yield Problem(_STAGE, message, document.id, quote.whole)
    claims = connection.execute(whole(CLAIM).where(DOCUMENT.c.id == document.id)).mappings()
    for row in claims:
        claim = value_of(Claim, row)
        if claim.span.of(document.text) != claim.text:
            message = f"the claim {claim.id} is not what stands at its place"
            yield Problem(_STAGE, message, document.id, claim.span)


def chains(connection: Connection) -> tuple[int, dict[str, tuple[str, ...]], list[Problem]]:
    """How many judgements, the hashes at the ends of each reviewer's chain, and broken links.

    A chain may fork, where one reviewer decided in two records; every row must still
    follow one of the same reviewer, so that none can be taken out or changed unseen.
    """
    rows = connection.execute(select(JUDGEMENT).order_by(JUDGEMENT.c.key)).mappings().all()
    faults = [fault for row in rows for fault in _changed(row)]
    before: dict[str, set[str]] = {}
    for row in rows:
        mine = before.setdefault(row["by"], {""})
        if row["previous"] not in mine:
            message = f"before the judgement {row['id']} of {row['by']} one is missing"
            faults.append(Problem(_STAGE, message))
        mine.add(row["hash"])
    return len(rows), heads_of((row["by"], row["hash"], row["previous"]) for row in rows), faults


def _changed(row: Stored) -> Iterator[Problem]:
    try:
        judgement = value_of(Judgement, row)
        found_by = (*judgement.subjects, None)[:2]
        as_made = (judgement.hash, judgement.id, *found_by)
    except UNREADABLE:
        as_made = ()
    if as_made != (row["hash"], row["id"], row["first"], row["second"]):
        yield Problem(_STAGE, f"the judgement {row['id']} was changed after it was made")


def at(problems: Iterator[Problem], location: str) -> list[Problem]:
    return [problem if problem.document else replace(problem, location=location) for problem in problems]
