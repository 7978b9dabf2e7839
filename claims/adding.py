"""What `Ledger.add` does with its inputs: each is stored, matched and checked, or named.

All that follows from one document alone is done by workers (see `preparing`). One
process writes, in batches: a transaction costs more than the rows of a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from claims.arriving import Input, Turn, arrive, unchanged
from claims.errors import OnRecordError
from claims.linking import Linker
from claims.model import Problem
from claims.preparing import Ready
from claims.views import Added, Status

if TYPE_CHECKING:
    from claims.store import Store

# The stage of a problem with an input of which no document came.
_READING = "reading"

# A batch holds no more documents and characters than are written in a few tenths of a
# second, since people's decisions wait meanwhile; and it is written after a second, so
# that what was read shows.
_DOCUMENTS, _CHARACTERS, _SECONDS = 100, 1_000_000, 1.0


def add(store: Store, linker: Linker, inputs: Iterable[Input], *, jobs: int) -> Iterator[Added]:
    """Read, extract, store, match and check each input; one result for each document, in order."""
    batch = _Batch(store, linker)
    for turn in arrive(store, inputs, jobs=jobs):
        batch.take(turn)
        if batch.is_due():
            yield from batch.written()
    yield from batch.written()


class _Batch:
    """Documents that wait to be written, and the fates between them."""

    def __init__(self, store: Store, linker: Linker) -> None:
        self._store = store
        self._linker = linker
        self._waiting: list[Added | Ready] = []
        self._documents = self._characters = 0
        self._since = 0.0

    def take(self, turn: Turn) -> None:
        if isinstance(turn, Added):
            self._waiting.append(turn)
            return
        if not self._documents:
            self._since = monotonic()
        self._waiting.extend(turn)
        self._documents += len(turn)
        self._characters += sum(one.document.size for one in turn if one.document)

    def is_due(self) -> bool:
        full = self._documents >= _DOCUMENTS or self._characters >= _CHARACTERS
        return full or not self._documents or monotonic() - self._since >= _SECONDS

    def written(self) -> Iterator[Added]:
        """Write what waits; the fate of each, in order."""
        waiting, self._waiting = self._waiting, []
        self._documents = self._characters = 0
        fates = iter(self._write([one for one in waiting if isinstance(one, Ready)]))
        yield from (one if isinstance(one, Added) else next(fates) for one in waiting)

    def _write(self, batch: Sequence[Ready]) -> list[Added]:
        """All in one transaction; one that fails there is named, and the others are written alone."""
        if not batch:
            return []
        try:
            return self._together(batch)
        except OnRecordError:
            raise  # the record cannot be written at all
        except Exception as error:  # noqa: BLE001 - what one document does must not stop the others
            if len(batch) > 1:
                return [fate for one in batch for fate in self._write([one])]
            return [self._failed(batch[0], f"storing it stopped: {type(error).__name__}: {error}")]

    def _together(self, batch: Sequence[Ready]) -> list[Added]:
        whole = {one.document.id: one for one in batch if one.document}
        self._store.keep((one.document, one.material.raw) for one in whole.values() if one.document)
        lost = [_problem(one, one.failure) for one in batch if not one.document]
        # A document is in with everything derived from it, or not at all.
        with self._store.together():
            self._store.forget_unread(_READING, [one.material.location for one in batch if one.document])
            self._store.put_problems(lost)
            new = {one.id for one in self._linker.add([one.document for one in batch if one.document])}
        return [_fate(one, new) for one in batch]

    def _failed(self, one: Ready, why: str) -> Added:
        self._store.put_problems([_problem(one, why)])
        return Added(one.material.location, Status.FAILED, why)


def _fate(one: Ready, new: set[str]) -> Added:
    """`new`: ids of documents that were not in the record; the first to come with one has it."""
    location = one.material.location
    if one.document is None:
        return Added(location, Status.SKIPPED if one.unknown else Status.FAILED, one.failure)
    if one.document.id not in new:
        return unchanged(one.material, one.document.id)
    new.discard(one.document.id)
    quotes, claims = len(one.document.quotes), len(one.document.claims)
    return Added(location, Status.STORED, "", one.document.id, quotes, claims)


def _problem(one: Ready, why: str) -> Problem:
    return Problem(_READING, why, location=one.material.location)
