"""Which document replaced which, and what became of the values of a replaced one. Derived."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, delete, exists, insert, or_, select, update

from claims.model import Anchor, AnchorState, Document, PageVersion
from claims.store.arrivals import PLACE, came, moment_of, when
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.reading import of_document
from claims.store.rows import ANCHOR, CLAIM, DOCUMENT, QUOTE, VERSION, Unseen
from claims.store.values import columns_of, dumped, value_of
from claims.store.writing import document_row
from claims.versions.lines import Arrived, page_versions


class Versions(Part):
    def derive_versions(self) -> None:
        """All versions anew from arrivals; what is as it was is not written."""
        with self._database.write() as connection:
            documents = connection.execute(select(DOCUMENT.c.id)).scalars()
            _derive(connection, set(documents))

    def version_of(self, document: str) -> PageVersion | None:
        """None for a document that replaced none and was not replaced."""
        with self._database.read() as connection:
            row = connection.execute(select(VERSION).where(VERSION.c.document == document)).mappings().first()
            return value_of(PageVersion, row) if row else None

    def versions_of(self, document: str) -> list[PageVersion]:
        """The versions of its page in order: those before it and those after it; none if it is alone."""
        with self._database.read() as connection:
            work = select(VERSION.c.work).where(VERSION.c.document == document)
            rows = connection.execute(select(VERSION).where(VERSION.c.work.in_(work))).mappings()
            every = {row["document"]: value_of(PageVersion, row) for row in rows}
        found: list[PageVersion] = []
        at = every.get(document)
        while at is not None:
            found.append(at)
            at = every.get(at.previous)
        found.reverse()
        at = every.get(found[-1].newer) if found else None
        while at is not None:
            found.append(at)
            at = every.get(at.newer)
        return found

    def documents_beside(self, document: str) -> list[str]:
        """Every document that hangs together with this one by the places they came from, itself too."""
        with self._database.read() as connection:
            return sorted(_connected(connection, document))

    def successions(self, document: str) -> list[tuple[Document, Document]]:
        """Each older document with the one in its stead, where this document is one of the two."""
        ours = or_(VERSION.c.document == document, VERSION.c.newer == document)
        pairs = select(VERSION.c.document, VERSION.c.newer).where(ours, VERSION.c.newer != "")
        with self._database.read() as connection:
            found = connection.execute(pairs.order_by(VERSION.c.number)).all()
            ids = {id_ for pair in found for id_ in pair}
            documents = {id_: value_of(Document, document_row(connection, id_)) for id_ in sorted(ids)}
        return [(documents[older], documents[newer]) for older, newer in found]

    def put_anchors(self, document: str, anchors: Iterable[Anchor]) -> None:
        """Set what became of the values of a document; those that one of the newer version stands for leave
        every list. Nothing is written where it is as it was.
        """
        new = {anchor.value: anchor for anchor in anchors}
        with self._database.write() as connection:
            rows = connection.execute(select(ANCHOR).where(ANCHOR.c.document == document)).mappings()
            old = {row["value"]: value_of(Anchor, row) for row in rows}
            changed = sorted(id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_))
            if changed:
                connection.execute(delete(ANCHOR).where(among(ANCHOR.c.value, dumped(changed))))
                if kept := [columns_of(new[id_]) for id_ in changed if id_ in new]:
                    connection.execute(insert(ANCHOR), kept)
            _hide(connection, document)

    def anchor_of(self, value: str) -> Anchor | None:
        """What became of a value in the newer version; None if its document was not replaced."""
        with self._database.read() as connection:
            row = connection.execute(select(ANCHOR).where(ANCHOR.c.value == value)).mappings().first()
            return value_of(Anchor, row) if row else None


def _hide(connection: Connection, document: str) -> None:
    """Bring the bit EARLIER in line with the anchors, of the rows where it is not."""
    kept = (AnchorState.SAME.value, AnchorState.MOVED.value)
    stood_for = ANCHOR.c.state.in_(kept) & (ANCHOR.c.newer != "")
    for table in (QUOTE, CLAIM):
        mine = of_document(table, document)
        hides = exists().where(ANCHOR.c.value == table.c.id, stood_for)
        bit = table.c.unseen.bitwise_and(Unseen.EARLIER)
        for which, new in (
            (hides & (bit == 0), table.c.unseen.bitwise_or(Unseen.EARLIER)),
            (~hides & (bit != 0), table.c.unseen.bitwise_and(~Unseen.EARLIER & _ALL)),
        ):
            connection.execute(update(table).where(mine, which).values(unseen=new))


_ALL = int(Unseen.HIDDEN | Unseen.WITHDRAWN | Unseen.EARLIER)


def derive_beside(connection: Connection, document: str) -> bool:
    """The versions of all documents that hang together with one, after it came or was withdrawn;
    are they others now?
    """
    return _derive(connection, _connected(connection, document))


def _connected(connection: Connection, document: str) -> set[str]:
    documents, front = {document}, {document}
    places: set[str] = set()
    while front:
        found = _others(connection, PLACE, DOCUMENT.c.id, front) - places - {""}
        places |= found
        front = _others(connection, DOCUMENT.c.id, PLACE, found) - documents if found else set()
        documents |= front
    return documents


def _others(
    connection: Connection, wanted: ColumnElement[str], known: ColumnElement[str], values: set[str]
) -> set[str]:
    rows = came().with_only_columns(wanted).where(among(known, dumped(sorted(values))))
    return set(connection.execute(rows.distinct()).scalars())


def _derive(connection: Connection, documents: set[str]) -> bool:
    """Write the versions of documents that hang together with no others; are they others now?

    Withdrawn documents do not count.
    """
    if (
        len(documents) == 1
        and not connection.execute(select(VERSION.c.work).where(VERSION.c.document.in_(documents))).first()
    ):
        return False
    wanted = among(DOCUMENT.c.id, dumped(sorted(documents)))
    rows = connection.execute(came().where(wanted, ~DOCUMENT.c.withdrawn)).mappings()
    in_order = sorted(rows, key=when)
    found = page_versions(
        Arrived(row["document"], row["place"], moment_of(row), row["location"]) for row in in_order
    )
    new = {version.document: version for version in found}
    mine = select(VERSION).where(among(VERSION.c.document, dumped(sorted(documents))))
    old = {row["document"]: value_of(PageVersion, row) for row in connection.execute(mine).mappings()}
    changed = sorted(id_ for id_ in old.keys() | new.keys() if old.get(id_) != new.get(id_))
    connection.execute(delete(VERSION).where(among(VERSION.c.document, dumped(changed))))
    if rows_ := [columns_of(new[id_]) for id_ in changed if id_ in new]:
        connection.execute(insert(VERSION), rows_)
    return bool(changed)


def totals(connection: Connection) -> dict[str, tuple[int, int]]:
    """Of each version its number, and the number of the one that stands in the end, by document."""
    rows = {row.document: row for row in connection.execute(select(VERSION))}

    def last(document: str) -> int:
        while rows[document].newer in rows:
            document = rows[document].newer
        return int(rows[document].number)

    return {id_: (row.number, last(id_)) for id_, row in rows.items()}


def replaced_by(connection: Connection, documents: Iterable[str]) -> dict[str, PageVersion]:
    """The versions among some documents, by document."""
    rows = select(VERSION).where(among(VERSION.c.document, dumped(sorted(set(documents)))))
    return {row["document"]: value_of(PageVersion, row) for row in connection.execute(rows).mappings()}
