"""What `verify` looks at. Each check yields Problems; none of them stops the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from claims.model import Claim, Document, Judgement, Problem, Quote
from claims.model.spans import joined
from claims.store import dialect, schema
from claims.store.comparing import claims_are_indexed
from claims.store.database import Database
from claims.store.fulltext import INDEXES
from claims.store.reading import whole
from claims.store.rows import ARRIVAL, CLAIM, DOCUMENT, JUDGEMENT, QUOTE
from claims.store.snapshots import Snapshots
from claims.store.values import value_of

_STAGE = "verify"


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
            document = value_of(Document, row)
            yield from _snapshot_faults(document, snapshots)
            yield from _statement_faults(connection, document)


def _snapshot_faults(document: Document, snapshots: Snapshots) -> Iterator[Problem]:
    if document.raw_sha256 not in snapshots:
        yield Problem(_STAGE, "the kept bytes of this document are gone", document.id)
    elif not snapshots.is_whole(document.raw_sha256):
        yield Problem(_STAGE, "the kept bytes of this document were changed", document.id)


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


def chains(connection: Connection) -> tuple[int, dict[str, str], list[Problem]]:
    """How many judgements, the hash at the end of each reviewer's chain, and broken links."""
    heads: dict[str, str] = {}
    faults = []
    rows = connection.execute(select(JUDGEMENT).order_by(JUDGEMENT.c.key)).mappings().all()
    for row in rows:
        judgement = value_of(Judgement, row)
        found_by = (*judgement.subjects, None)[:2]
        made = (judgement.hash, judgement.id, *found_by)
        if made != (row["hash"], row["id"], row["first"], row["second"]):
            faults.append(Problem(_STAGE, f"the judgement {row['id']} was changed after it was made"))
        if judgement.previous != heads.get(judgement.by, ""):
            faults.append(
                Problem(_STAGE, f"before the judgement {row['id']} of {judgement.by} one is missing")
            )
        heads[judgement.by] = row["hash"]
    return len(rows), heads, faults


def at(problems: Iterator[Problem], location: str) -> list[Problem]:
    return [problem if problem.document else replace(problem, location=location) for problem in problems]
