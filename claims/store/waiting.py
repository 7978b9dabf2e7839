"""Documents that come in by thousands: stored at once, and what is made of them afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import func, select, update

from claims.matching.grams import kept_of_many
from claims.store.base import Part
from claims.store.dialect import (
    EACH,
    among,
    ask_plain,
    hold_more,
    insert_plain,
    put_plain,
    put_rows,
    run_plain,
)
from claims.store.finished import Figured
from claims.store.links import insert_problems
from claims.store.order import new_keys, new_numbers
from claims.store.rows import ARRIVAL, CLAIM, DOCUMENT, GRAM, MEMBER, QUOTE, WAITING, Unseen
from claims.store.stamped import Stamp, Stamped
from claims.store.values import dumped
from claims.store.writing import write_claims


class Step(StrEnum):
    """What comes next for a document that waits."""

    FIGURES = "figures"
    MATCHES = "matches"


_KNOWN = f"SELECT id, purged FROM document WHERE id IN {EACH}"
_NEXT = """
    SELECT waiting.document_key, document.id, document.raw_sha256 FROM waiting
    JOIN document ON document.key = waiting.document_key
    WHERE waiting.step = ? AND waiting.document_key > ? ORDER BY waiting.document_key LIMIT ?
"""
_STILL = f"""
    SELECT document.id, document.key, document.withdrawn
    FROM document JOIN waiting ON waiting.document_key = document.key
    WHERE document.id IN {EACH} AND waiting.step = ? AND NOT document.purged
"""
_READ_BY = "UPDATE document SET extractor = ? WHERE key = ?"
_GOES_ON = "UPDATE waiting SET step = ? WHERE document_key = ?"
_ENDS = f"DELETE FROM waiting WHERE document_key IN (SELECT key FROM document WHERE id IN {EACH})"


class Waiting(Part):
    def known(self, documents: Sequence[str]) -> dict[str, bool]:
        """Those of some documents, by id, that the record has had; was each destroyed?"""
        with self._database.read() as connection:
            return {id_: bool(purged) for id_, purged in ask_plain(connection, _KNOWN, dumped(documents))}

    def add_stamped(self, stamp: Stamp, rows: Sequence[Stamped]) -> None:
        """Keep the bytes of new ready-made quotes and write them; figures and matches come later."""
        if not rows:
            return
        with self._database.write() as connection:
            hold_more(connection)
            self.snapshots.put_rows({one.sha256: one.raw for one in rows})
            ((last,),) = ask_plain(connection, "SELECT max(key) FROM document")
            first = int(last or 0) + 1
            owners = range(first, first + len(rows))
            insert_plain(
                connection, DOCUMENT, ("key", *stamp.document_names), _with(owners, rows, "document")
            )
            names = ("document_key", *stamp.arrival_names)
            insert_plain(connection, ARRIVAL, names, _with(owners, rows, "arrival"))
            put_rows(
                connection,
                MEMBER,
                list({one.member["id"]: one.member for one in rows if one.member}.values()),
            )
            numbers = new_numbers(connection, QUOTE, len(rows))
            keys = new_keys(connection, QUOTE, [one.day for one in rows])
            given = zip(numbers, keys, owners, rows, strict=True)
            quotes = [(number, key, owner, *one.quote) for number, key, owner, one in given]
            insert_plain(connection, QUOTE, ("number", "key", "document_key", *stamp.quote_names), quotes)
            runs = kept_of_many([one.words for one in rows])
            put_plain(connection, GRAM, [(run, numbers[at]) for run, at in runs])
            insert_problems(connection, [problem for one in rows for problem in one.problems])
            put_plain(connection, WAITING, [(key, Step.FIGURES.value) for key in owners])

    def keep_rows(self, rows: Mapping[str, bytes]) -> None:
        """Keep the bytes of documents that are here again, where they were lost or changed."""
        with self._database.write():
            self.snapshots.put_rows(self.snapshots.lacking(rows))

    def waiting(self, step: Step) -> int:
        """How many documents wait for this step."""
        with self._database.read() as connection:
            rows = select(func.count()).select_from(WAITING).where(WAITING.c.step == step.value)
            return int(connection.execute(rows).scalar_one())

    def next_waiting(self, step: Step, limit: int, *, after: int = 0) -> list[tuple[int, str, str]]:
        """Row key, id and hash of the bytes of the next that wait for this step, in order of arrival."""
        with self._database.read() as connection:
            return ask_plain(connection, _NEXT, step.value, after, limit)

    def add_figures(self, documents: Sequence[Figured], extractor: str) -> None:
        """Write the claims and problems of those of some documents that still wait for their figures; they
        wait for matches then.
        """
        with self._database.write() as connection:
            still = ask_plain(connection, _STILL, dumped([one.id for one in documents]), Step.FIGURES.value)
            keys = {id_: key for id_, key, _ in still}
            mine = [one for one in documents if one.id in keys]
            put_rows(connection, MEMBER, [row for one in mine for row in one.members])
            write_claims(connection, [(keys[one.id], claim) for one in mine for claim in one.claims])
            insert_problems(connection, [problem for one in mine for problem in one.problems])
            run_plain(connection, _READ_BY, [(extractor, key) for key in keys.values()])
            run_plain(connection, _GOES_ON, [(Step.MATCHES.value, key) for key in keys.values()])
            gone = [key for _, key, withdrawn in still if withdrawn]
            theirs = among(CLAIM.c.document_key, dumped(gone))
            connection.execute(update(CLAIM).where(theirs).values(unseen=Unseen.WITHDRAWN))

    def end_waiting(self, documents: Iterable[str]) -> None:
        """Everything is made of these."""
        with self._database.write() as connection:
            ask_plain(connection, _ENDS, dumped(sorted(documents)))


def _with(owners: range, rows: Sequence[Stamped], table: str) -> list[tuple[Any, ...]]:
    return [(owner, *getattr(one, table)) for owner, one in zip(owners, rows, strict=True)]
