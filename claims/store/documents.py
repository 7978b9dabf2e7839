"""Documents as they come in: what is stored of each, again or for the first time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from sqlalchemy import Connection, delete, select, update

from claims.matching.grams import Runs
from claims.model import Document, Problem
from claims.ports import Arrival, Extraction, Given, Material
from claims.store.arrivals import arrivals, known, needed, places_taken, put_arrivals, stands_at
from claims.store.columns import document_columns
from claims.store.dialect import EACH, among, ask_plain, insert_rows, put_rows
from claims.store.finished import Finished, arrivals_of, finished
from claims.store.kept import KeptDocuments
from claims.store.links import insert_problems
from claims.store.reading import of_document
from claims.store.rows import ARRIVAL, CLAIM, DOCUMENT, PROBLEM, QUOTE, Unseen
from claims.store.speakers import put_members
from claims.store.values import columns_of, dumped, loaded, storable, value_of
from claims.store.versions import derive_beside
from claims.store.writing import (
    date_again,
    document_row,
    insert_claims,
    insert_quotes,
    remove,
    write_claims,
    write_quotes,
)

_KEYS = f"SELECT id, key FROM document WHERE id IN {EACH}"
_READ_FROM = f"""
    SELECT document.raw_sha256, arrival.location, arrival.given, coalesce(arrival.place, arrival.location),
        document.id, document.member, document.url, document.extractor
    FROM document JOIN arrival ON arrival.document_key = document.key
    WHERE substr(document.raw_sha256, 1, 10) IN {EACH} AND document.raw_sha256 IN {EACH}
        AND arrival.raw_sha256 IS NULL AND NOT document.purged
        AND document.id NOT IN (SELECT document FROM version WHERE newer != '')
"""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a document that came.

    Attributes:
        document: the id under which the record has it.
        is_new: it was not there before.
        comes_back: it was there, and stands again where another text had replaced it.
        page_changed: it was there, and the versions of its page are others now.
        mended: it was there, and its kept bytes were gone or changed; they are whole again.
    """

    document: str
    is_new: bool
    comes_back: bool = False
    page_changed: bool = False
    mended: bool = False


class Documents(KeptDocuments):
    def add_document(
        self,
        document: Document,
        material: Material,
        extraction: Extraction,
        *,
        extractor: str,
        problems: Iterable[Problem] = (),
    ) -> Taken:
        """Keep the bytes, then everything that was made of them, in one transaction; nothing is compared.

        One that is there already, or whose text came from the same place before, is only
        remembered to have come; its bytes are kept. Other text from a place where a
        document stood is a new version of that one.
        """
        one = finished(document, material, extraction, extractor=extractor, problems=problems)
        return self.take_document(one, material.raw)

    def keep(self, documents: Iterable[tuple[Finished, bytes]]) -> None:
        """Keep the bytes of documents that are about to be added; those of purged ones are not kept again."""
        raw = {one.id: (one.raw_sha256, raw) for one, raw in documents}
        for name, content in raw.values():
            if sha256(content).hexdigest() != name:
                raise ValueError("the bytes are not those that the document was read from")
        with self._database.read() as connection:
            gone = select(DOCUMENT.c.id).where(among(DOCUMENT.c.id, dumped(list(raw))), DOCUMENT.c.purged)
            purged = set(connection.execute(gone).scalars())
        self.snapshots.put_all({name: content for id_, (name, content) in raw.items() if id_ not in purged})

    def fresh(self, documents: Sequence[Finished]) -> set[str]:
        """Ids of those that are not in the record and came from places where nothing stood: they replace
        nothing. Of several with one id or place the first counts.
        """
        places = {place for one in documents for place in one.places}
        with self._database.read() as connection:
            taken = places_taken(connection, places)
            there = set(_keys(connection, [one.id for one in documents]))
        fresh: set[str] = set()
        for one in documents:
            if one.id not in there and taken.isdisjoint(one.places):
                fresh.add(one.id)
            there.add(one.id)
            taken |= one.places
        return fresh

    def take_document(self, one: Finished, raw: bytes) -> Taken:
        """One document with its bytes, whatever is known of it or its place."""
        if sha256(raw).hexdigest() != one.raw_sha256:
            raise ValueError("the bytes are not those that the document was read from")
        with self._database.write() as connection:
            # What another record names keeps its name, so that decisions of both records meet.
            place = "" if one.told else one.came[0].place
            there = known(connection, one.id, one.raw_sha256, one.columns["text"], place)
            mended = there is not None and self._is_damaged(connection, there, one.raw_sha256, raw)
            if there is None or not self.is_purged(there):
                self.snapshots.put(raw)
            if there is not None:
                return _come_again(connection, there, one.came, told=one.told, mended=mended)
            self.add_all([one])
            derive_beside(connection, one.id)
        return Taken(one.id, is_new=True)

    def come_again(self, material: Material) -> Taken:
        """Remember when and from where a document that is here came into another record too.

        Args:
            material: its own bytes, with its id. Raises UnknownId.
        """
        with self._database.write() as connection:
            document = value_of(Document, document_row(connection, material.id))
            came, raw = arrivals_of(document, material), material.raw
            mended = self._is_damaged(connection, document.id, document.raw_sha256, raw)
            if not self.is_purged(document.id):
                self.snapshots.put(raw)
            return _come_again(connection, document.id, came, told=True, mended=mended)

    def add_all(self, documents: Sequence[Finished]) -> dict[str, dict[int, Runs]]:
        """Write new documents whose bytes are kept.

        Returns:
            For each, by id and in order, the word runs of its quotes by number.
        """
        with self._database.write() as connection:
            insert_rows(connection, DOCUMENT, [one.columns for one in documents])
            keys = _keys(connection, [one.id for one in documents])
            arrivals = [{"document_key": keys[one.id], **row} for one in documents for row in one.arrivals]
            put_rows(connection, ARRIVAL, arrivals)
            put_members(connection, [row for one in documents for row in one.members])
            quotes = [(keys[one.id], quote) for one in documents for quote in one.quotes]
            runs = write_quotes(connection, quotes)
            write_claims(connection, [(keys[one.id], claim) for one in documents for claim in one.claims])
            insert_problems(connection, [problem for one in documents for problem in one.problems])
        placed = iter(runs.items())
        return {one.id: dict(islice(placed, len(one.quotes))) for one in documents}

    def unchanged(self, materials: Sequence[Material], extractor: Callable[[], str]) -> dict[int, Taken]:
        """Of some inputs those that need not be read again, by their number in the order given: the
        document that was read from the same bytes, at the same location, with the same said of
        them, by the same extractor, and was not replaced since. Its bytes are kept again if they were lost.

        An input of several documents is read again: only its reader knows whether all are there.

        Args:
            extractor: tells the name of the one in use; asked only where bytes are known, since it loads it.
        """
        names = [sha256(one.raw).hexdigest() for one in materials]
        with self._database.read() as connection:
            hashes, begins = dumped(sorted(set(names))), dumped(sorted({name[:10] for name in names}))
            rows = ask_plain(connection, _READ_FROM, begins, hashes)
        current = extractor() if rows else ""
        said = [dumped(one.given) for one in materials]
        forms = set(said)
        read: dict[tuple[str, str, str, str], list[tuple[str, str, str, str]]] = {}
        for name, location, given, place, id_, member, url, used in rows:
            # Records of the first schema hold another form of what was said.
            form = given if given in forms else dumped(loaded(Given, given))
            read.setdefault((name, location, form, used), []).append((id_, member, place, url))
        found = {}
        for number, (name, one) in enumerate(zip(names, materials, strict=True)):
            match read.get((name, storable(one.location), said[number], current)):
                case [(id_, "", place, url)] if not one.id and (url or place == storable(one.place)):
                    found[number] = id_
        again = self._keep_again({names[number]: materials[number].raw for number in found})
        return {number: Taken(id_, False, mended=names[number] in again) for number, id_ in found.items()}

    def _keep_again(self, raw: Mapping[str, bytes]) -> set[str]:
        """Keep bytes again that were lost, but none that somebody ordered to be destroyed meanwhile;
        returns which.
        """
        lost = self.snapshots.lacking(raw)
        if not lost:
            return set()
        with self._database.write() as connection:
            wanted = needed(connection, list(lost))
            self.snapshots.put_all({name: one for name, one in lost.items() if name in wanted})
        return wanted

    def _is_damaged(self, connection: Connection, id_: str, name: str, raw: bytes) -> bool:
        """Did these bytes come for this document before, and are they kept no more as they were?"""
        if self.is_purged(id_) or not self.snapshots.lacking({name: raw}):
            return False
        return any(one.raw_sha256 == name for one in arrivals(connection, id_))

    def replace_derived(self, document: Document, extraction: Extraction, *, extractor: str) -> None:
        """Put what a rebuild made in place of what is there; recorded quotes stay.

        Corrections are not laid over it here. Problems of its checks stay too.
        """
        with self._database.write() as connection:
            stored = document_row(connection, document.id)
            if stored["purged"]:
                return
            row = document_columns(document) | {"extractor": extractor, "original": None}
            # The text index of claims is cleared by the text that it was made from.
            remove(connection, CLAIM, of_document(CLAIM, document.id))
            connection.execute(update(DOCUMENT).where(DOCUMENT.c.key == stored["key"]).values(row))
            unseen = int(Unseen.WITHDRAWN if stored["withdrawn"] else 0)
            self._replace_values(connection, document, extraction, unseen)
            of_reading = PROBLEM.c.stage.not_like("check %")
            connection.execute(delete(PROBLEM).where(PROBLEM.c.document == document.id, of_reading))
            insert_problems(connection, extraction.problems)

    def _replace_values(
        self, connection: Connection, document: Document, extraction: Extraction, unseen: int
    ) -> None:
        by_hand = of_document(QUOTE, document.id)
        remove(connection, QUOTE, by_hand & ~QUOTE.c.recorded)
        connection.execute(update(QUOTE).where(by_hand).values(found=None))
        recorded = set(connection.execute(select(QUOTE.c.id).where(by_hand)).scalars())
        for quote in extraction.quotes:
            if quote.id in recorded:
                found = {"found": dumped(columns_of(quote))}
                connection.execute(update(QUOTE).where(QUOTE.c.id == quote.id).values(found))
        new = [quote for quote in extraction.quotes if quote.id not in recorded]
        insert_quotes(connection, new, document, unseen=unseen)
        by_id = {quote.id: quote for quote in extraction.quotes}
        insert_claims(connection, extraction.claims, document, by_id, unseen=unseen)
        date_again(connection, QUOTE, document, by_hand & QUOTE.c.recorded)


def _come_again(
    connection: Connection, document: str, came: Sequence[Arrival], *, told: bool, mended: bool
) -> Taken:
    """Remember that a known document came; it may stand again where another text had replaced it."""
    before = stands_at(connection, came[0].place)
    put_arrivals(connection, document, came, told=told)
    comes_back = before is not None and before != stands_at(connection, came[0].place)
    changed = derive_beside(connection, document)
    return Taken(document, is_new=False, comes_back=comes_back, page_changed=changed, mended=mended)


def _keys(connection: Connection, documents: Iterable[str]) -> dict[str, int]:
    return dict(ask_plain(connection, _KEYS, dumped(list(documents))))
