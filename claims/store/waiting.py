"""Documents that come in by thousands: stored at once, and what is made of them afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, StrEnum
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
    run_plain,
)
from claims.store.filed import file_number
from claims.store.finished import Figured
from claims.store.links import insert_problems
from claims.store.order import new_keys, new_numbers
from claims.store.rows import ARRIVAL, CLAIM, DOCUMENT, GRAM, QUOTE, VALUE_KEY, WAITING, Unseen
from claims.store.speakers import put_members
from claims.store.stamped import Stamp, Stamped
from claims.store.values import dumped
from claims.store.writing import write_claims


class Known(Enum):
    """How a document is in the record."""

    HERE = 1
    WITHDRAWN = 2
    DESTROYED = 3


class Step(StrEnum):
    """What comes next for a document that waits, in this order."""

    MATCHES = "matches"
    FIGURES = "figures"
    # Only of those in which there is something that checks compare.
    COMPARES = "compares"
    # Only of those that are one utterance with others.
    CHECKS = "checks"


_KNOWN = f"SELECT id, purged, withdrawn FROM document WHERE id IN {EACH}"
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
_QUOTES = f"""
    SELECT quote.id FROM quote JOIN document ON document.key = quote.document_key WHERE document.id IN {EACH}
"""
_WAITING = " AND document.key IN (SELECT document_key FROM waiting WHERE step = ?)"
_CHECKED = f"""
    DELETE FROM waiting WHERE step = ? AND document_key IN (SELECT document_key FROM quote WHERE id IN {EACH})
"""
_NUMBERS = f"""
    SELECT quote.id, quote.number FROM quote JOIN document ON document.key = quote.document_key
    WHERE document.id IN {EACH}
"""
_PAIRED = f"""
    SELECT document_key FROM quote WHERE document_key IN {EACH}
    AND (EXISTS (SELECT 1 FROM pair WHERE a = quote.id) OR EXISTS (SELECT 1 FROM pair WHERE b = quote.id))
"""
_COMPARED = f"""
    SELECT document_key FROM waiting JOIN document ON document.key = waiting.document_key
    WHERE document.id IN {EACH} AND waiting.step = ?
"""
_ENDS_ONE = "DELETE FROM waiting WHERE document_key = ?"
_ALL_GO_ON = f"""
    UPDATE waiting SET step = ? WHERE document_key IN (SELECT key FROM document WHERE id IN {EACH})
"""
# Those whose figures were read before, and are in sight again.
_WERE_READ = f"""
    UPDATE waiting SET step = ? WHERE document_key IN
    (SELECT key FROM document WHERE id IN {EACH} AND extractor != '')
"""
_ENDS = f"DELETE FROM waiting WHERE document_key IN (SELECT key FROM document WHERE id IN {EACH})"


class Waiting(Part):
    def known(self, documents: Sequence[str]) -> dict[str, Known]:
        """How those of some documents are in the record that it has had, by id."""
        with self._database.read() as connection:
            found = ask_plain(connection, _KNOWN, dumped(documents))
        return {id_: _known(purged, withdrawn) for id_, purged, withdrawn in found}

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
            members = {tuple(one.member.values()): one.member for one in rows if one.member}
            put_members(connection, list(members.values()))
            numbers = new_numbers(connection, QUOTE, len(rows))
            keys = new_keys(connection, QUOTE, [one.day for one in rows])
            given = zip(numbers, keys, owners, rows, strict=True)
            quotes = [(number, key, owner, *one.quote) for number, key, owner, one in given]
            insert_plain(connection, QUOTE, ("number", "key", "document_key", *stamp.quote_names), quotes)
            runs = kept_of_many([one.words for one in rows])
            put_plain(connection, GRAM, [(run, numbers[at]) for run, at in runs])
            insert_problems(connection, [problem for one in rows for problem in one.problems])
            put_plain(connection, WAITING, [(key, Step.MATCHES.value) for key in owners])

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

    def add_figures(self, documents: Sequence[Figured], extractor: str) -> list[Figured]:
        """Write the claims, marks and problems of those of some documents that still wait for their figures,
        and return those. They wait to be compared then if there is anything to compare; else for no more.
        """
        with self._database.write() as connection:
            ids = dumped([one.id for one in documents])
            still = {row[0]: row[1:] for row in ask_plain(connection, _STILL, ids, Step.FIGURES.value)}
            mine = [one for one in documents if one.id in still]
            put_members(connection, [row for one in mine for row in one.members])
            write_claims(connection, [(still[one.id][0], claim) for one in mine for claim in one.claims])
            numbers = dict(ask_plain(connection, _NUMBERS, ids))
            quotes = [(numbers.get(id_), marks) for one in mine for id_, marks in one.quotes.items()]
            marked = ((mark, file_number(QUOTE, at)) for at, marks in quotes if at for mark in marks)
            put_plain(connection, VALUE_KEY, sorted(marked))
            insert_problems(connection, [problem for one in mine for problem in one.problems])
            keys = [key for key, _ in still.values()]
            run_plain(connection, _READ_BY, [(extractor, key) for key in keys])
            gone = [key for key, withdrawn in still.values() if withdrawn]
            theirs = among(CLAIM.c.document_key, dumped(gone))
            connection.execute(update(CLAIM).where(theirs).values(unseen=Unseen.WITHDRAWN))
            worth = {key for (key,) in ask_plain(connection, _PAIRED, dumped(keys))}
            worth |= {still[one.id][0] for one in mine if one.marks}
            run_plain(connection, _GOES_ON, [(Step.COMPARES.value, key) for key in sorted(worth)])
            run_plain(connection, _ENDS_ONE, [(key,) for key in keys if key not in worth])
        return mine

    def quotes_in(self, documents: Sequence[str], *, still: Step | None = None) -> list[str]:
        """Ids of the quotes in some documents, or in those of them that still wait for a step."""
        question = _QUOTES + (_WAITING if still else "")
        with self._database.read() as connection:
            found = ask_plain(connection, question, dumped(documents), *([still.value] if still else []))
            return [id_ for (id_,) in found]

    def end_compares(self, documents: Iterable[str]) -> None:
        """These are compared: of them wait on those that are one utterance with others."""
        mine = dumped(sorted(documents))
        with self._database.write() as connection:
            keys = [key for (key,) in ask_plain(connection, _COMPARED, mine, Step.COMPARES.value)]
            paired = {key for (key,) in ask_plain(connection, _PAIRED, dumped(keys))}
            run_plain(connection, _GOES_ON, [(Step.CHECKS.value, key) for key in sorted(paired)])
            run_plain(connection, _ENDS_ONE, [(key,) for key in keys if key not in paired])

    def end_checks(self, quotes: Iterable[str]) -> None:
        """The documents of some quotes wait for checks no more."""
        with self._database.write() as connection:
            ask_plain(connection, _CHECKED, Step.CHECKS.value, dumped(sorted(quotes)))

    def go_on(self, documents: Sequence[str], step: Step) -> None:
        """The next step of some documents that wait."""
        with self._database.write() as connection:
            ask_plain(connection, _ALL_GO_ON, step.value, dumped(documents))
            if step is Step.FIGURES:
                ask_plain(connection, _WERE_READ, Step.COMPARES.value, dumped(documents))

    def end_waiting(self, documents: Iterable[str]) -> None:
        """Everything is made of these."""
        with self._database.write() as connection:
            ask_plain(connection, _ENDS, dumped(sorted(documents)))


def _known(purged: int, withdrawn: int) -> Known:
    return Known.DESTROYED if purged else Known.WITHDRAWN if withdrawn else Known.HERE


def _with(owners: range, rows: Sequence[Stamped], table: str) -> list[tuple[Any, ...]]:
    return [(owner, *getattr(one, table)) for owner, one in zip(owners, rows, strict=True)]
