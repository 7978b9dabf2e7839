"""What reading and extraction gave of one document, to compare with what they give now."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, RowMapping, Table, delete, select, update

from claims.model import Claim, Document, Finding, Pair, Problem, Quote
from claims.ports import Extraction
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.reading import of_document, whole
from claims.store.rows import CLAIM, DOCUMENT, FINDING, PAIR, PROBLEM, QUOTE, Columns, Stored
from claims.store.values import UNREADABLE, columns_of, dumped, value_of
from claims.store.writing import document_row


@dataclass(frozen=True, slots=True)
class Derived:
    """A document and its values before people's corrections; recorded quotes only if they were found too.

    Attributes:
        extractor: name and version of what made them.
        purged: it was destroyed, and nothing is to be made of it again.
    """

    document: Document
    extraction: Extraction
    extractor: str
    purged: bool


class Extracted(Part):
    def derived(self, id_: str) -> Derived:
        """Raises UnknownId."""
        with self._database.read() as connection:
            row = document_row(connection, id_)
            quotes = [value_of(Quote, each) for each in _rows(connection, QUOTE, id_)]
            claims = [value_of(Claim, each) for each in _rows(connection, CLAIM, id_)]
            problems = _problems(connection, id_)
        document = value_of(Document, {**row, **json.loads(row["original"] or "{}")})
        made = Extraction(tuple(quotes), tuple(claims), tuple(problems))
        return Derived(document, made, row["extractor"], row["purged"])

    def extractor_of(self, id_: str) -> str:
        """Name and version of what made a document's values. Raises UnknownId."""
        with self._database.read() as connection:
            return str(document_row(connection, id_)["extractor"])

    def before_corrections(self, document: str) -> dict[str, Quote | Claim]:
        """A document's values by id, hidden ones too: as extraction gave them, and what people recorded."""
        with self._database.read() as connection:
            found: dict[str, Quote | Claim] = {}
            for row in _mine(connection, QUOTE, document):
                found[row["id"]] = value_of(Quote, _before_corrections(row) or row)
            for row in _mine(connection, CLAIM, document):
                found[row["id"]] = value_of(Claim, _before_corrections(row) or row)
        return found

    def set_makers(self, id_: str, extractor: str, read_with: str) -> None:
        """Say who made the text and the derived rows of a document, where others made the same."""
        made = {"extractor": extractor, "read_with": read_with}
        with self._database.write() as connection:
            other = (DOCUMENT.c.extractor != extractor) | (DOCUMENT.c.read_with != read_with)
            connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == id_, other).values(made))

    def ids_in(self, document: str) -> list[str]:
        """Ids of a document's quotes and claims, hidden ones too, in order of id."""
        with self._database.read() as connection:
            rows = [select(table.c.id).where(of_document(table, document)) for table in (QUOTE, CLAIM)]
            return sorted(id_ for row in rows for id_ in connection.execute(row).scalars())

    def filed(self, ids: Iterable[str]) -> dict[str, str]:
        """Under which member each of some quotes and claims is filed; those of nobody are left out."""
        wanted = dumped(sorted(set(ids)))
        found: dict[str, str] = {}
        with self._database.read() as connection:
            for table in (QUOTE, CLAIM):
                rows = select(table.c.id, table.c.member).where(among(table.c.id, wanted))
                found |= {row.id: row.member for row in connection.execute(rows) if row.member}
        return found

    def is_filed_outside(self, member: str, documents: Iterable[str]) -> bool:
        """Is anything filed under a member that stands in none of these documents?"""
        inside = select(DOCUMENT.c.key).where(among(DOCUMENT.c.id, dumped(sorted(documents))))
        with self._database.read() as connection:
            return any(
                connection.execute(
                    select(table.c.key)
                    .where(table.c.member == member, table.c.document_key.not_in(inside))
                    .limit(1)
                ).first()
                for table in (QUOTE, CLAIM)
            )

    def drop_checks_but(self, names: Iterable[str]) -> None:
        """Forget what checks found that are not among these; their keys go when values are keyed again."""
        kept = dumped(sorted(names))
        with self._database.write() as connection:
            connection.execute(delete(FINDING).where(~among(FINDING.c.check, kept)))

    def drop_unreadable(self) -> None:
        """Forget pairs and findings that damage has garbled: what is derived anew takes their place."""
        with self._database.write() as connection:
            for row in connection.execute(select(PAIR)).mappings().all():
                if not _is_readable(Pair, row):
                    connection.execute(delete(PAIR).where(PAIR.c.a == row["a"], PAIR.c.b == row["b"]))
            for row in connection.execute(select(FINDING)).mappings().all():
                if not _is_readable(Finding, row):
                    connection.execute(delete(FINDING).where(FINDING.c.key == row["key"]))

    def finding_ids(self) -> set[str]:
        with self._database.read() as connection:
            return set(connection.execute(select(FINDING.c.id).distinct()).scalars())


def is_same(derived: Derived, document: Document, extraction: Extraction) -> bool:
    """Would a document and what was extracted from it be kept as the rows that are there?

    Another version of a library that reads the same text makes no difference.
    """
    there = derived.extraction
    pairs = (
        ([replace(derived.document, read_with=document.read_with)], [document]),
        (there.quotes, extraction.quotes),
        (there.claims, extraction.claims),
        (there.problems, extraction.problems),
    )
    return all(_kept(one) == _kept(other) for one, other in pairs)


def _kept(values: Iterable[object]) -> set[str]:
    # As columns, since a value that was kept may have been folded (see `values.storable`).
    return {dumped(columns_of(value)) for value in values}


def _is_readable(kind: type[Pair | Finding], row: RowMapping) -> bool:
    try:
        value_of(kind, row)
    except UNREADABLE:
        return False
    return True


def _rows(connection: Connection, table: Table, document: str) -> list[Stored]:
    every = _mine(connection, table, document)
    return [before for row in every if (before := _before_corrections(row)) is not None]


def _mine(connection: Connection, table: Table, document: str) -> Sequence[RowMapping]:
    rows = whole(table).where(DOCUMENT.c.id == document).order_by(table.c.number)
    return connection.execute(rows).mappings().all()


def _before_corrections(row: Stored) -> Stored | None:
    if row.get("recorded"):
        return _loaded(row["found"]) if row["found"] else None
    return _loaded(row["original"]) if row["original"] else row


def _loaded(columns: str) -> Columns:
    found: Columns = json.loads(columns)
    return found


def _problems(connection: Connection, document: str) -> list[Problem]:
    rows = select(PROBLEM).where(PROBLEM.c.document == document, PROBLEM.c.stage.not_like("check %"))
    return [value_of(Problem, row) for row in connection.execute(rows.order_by(PROBLEM.c.key)).mappings()]
