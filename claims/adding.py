"""What `Ledger.add` does with its inputs: each is stored, matched and checked, or named.

All that follows from one document alone is done by workers (see `preparing`). One
process writes, in batches: a transaction costs more than the rows of a document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from claims.arriving import IN_THE_RECORD, Input, Turn, arrive, unchanged
from claims.decisions import Decisions
from claims.errors import OnRecordError
from claims.following import Follower
from claims.intake import DEFAULT_EXTRACTOR, check_extractor
from claims.judging import destroys
from claims.linking import Linker
from claims.model import JudgementKind, Problem
from claims.ports import Material
from claims.preparing import Ready
from claims.views import Added, Status

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.documents import Taken
    from claims.store.finished import Finished

# The stage of a problem with an input of which no document came.
_READING = "reading"

# A batch holds no more documents and characters than are written in a few tenths of a
# second, since people's decisions wait meanwhile; and it is written after a second, so
# that what was read shows.
_DOCUMENTS, _CHARACTERS, _SECONDS = 100, 1_000_000, 1.0


def add(
    store: Store,
    decisions: Decisions,
    linker: Linker,
    follower: Follower,
    inputs: Iterable[Input],
    *,
    jobs: int,
    extractor: str = DEFAULT_EXTRACTOR,
) -> Iterator[Added]:
    """Read, extract, store, match and check each input; one result for each document, in order."""
    check_extractor(extractor)
    batch = _Batch(store, decisions, linker, follower)
    for turn in arrive(store, inputs, jobs=jobs, extractor=extractor):
        batch.take(turn)
        if batch.is_due():
            yield from batch.written()
    yield from batch.written()
    store.shrink()


def known_already(store: Store, decisions: Decisions, follower: Follower, material: Material) -> Added:
    """What `add` does with an input whose named document is here: nothing is read again."""
    with decisions.together():
        taken = store.come_again(material)
        if taken.page_changed:
            follower.page_changed(taken.document)
    return _here(store, decisions, material, taken, IN_THE_RECORD)


def _here(store: Store, decisions: Decisions, material: Material, taken: Taken, why: str) -> Added:
    """The fate of an input of which the record has had the document before."""
    if not store.is_purged(taken.document):
        return unchanged(material, taken, why)
    # A colleague's decision that was taken in destroyed nothing here: of several, none is sure to be the one.
    ordered = [one for one in decisions.on(taken.document, JudgementKind.WITHDRAWAL) if destroys(one)]
    when = f" on {ordered[0].at:%Y-%m-%d}" if len(ordered) == 1 else ""
    why = f"this document was destroyed here{when} and is not taken in again"
    return Added(material.location, Status.SKIPPED, why, taken.document)


class _Batch:
    """Documents that wait to be written, and the fates between them."""

    def __init__(self, store: Store, decisions: Decisions, linker: Linker, follower: Follower) -> None:
        self._store = store
        self._decisions = decisions
        self._linker = linker
        self._follower = follower
        self._waiting: list[Added | Ready] = []
        self._documents = self._characters = 0
        self._since = 0.0
        # Where nothing could be read before.
        self._unread = {problem.location for problem in store.problems("")}

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
        self._note([one for one in waiting if isinstance(one, Added)])
        fates = iter(self._write([one for one in waiting if isinstance(one, Ready)]))
        yield from (one if isinstance(one, Added) else next(fates) for one in waiting)

    def _note(self, told: Sequence[Added]) -> None:
        """Keep a problem with each input that was there and not read, until it is known."""
        if missed := [Problem(_READING, one.reason, location=one.location) for one in told if one.is_missed]:
            self._store.put_problems(missed)
        known = [one.location for one in told if one.document and one.location in self._unread]
        if known:
            self._store.forget_unread(_READING, known)

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
        documents = [one.document for one in batch if one.document]
        fresh = self._store.fresh(documents)
        raw = [(one.document, one.material.raw) for one in batch if one.document and one.is_any_of(fresh)]
        # Waiting for the disk is done before anybody else has to wait for us.
        self._store.keep(raw)
        # A document is in with everything derived from it, or not at all.
        with self._decisions.together():
            # Another program may have brought the same document, or destroyed the same bytes, meanwhile.
            fresh &= self._store.fresh(documents)
            self._store.keep(raw)
            self._store.forget_unread(_READING, [one.material.location for one in batch if one.document])
            self._store.put_problems(_problem(one, one.failure) for one in batch if not one.document)
            return self._taken_in(batch, fresh)

    def _taken_in(self, batch: Sequence[Ready], fresh: set[str]) -> list[Added]:
        """Fresh documents go in side by side; one that may replace another waits for those before it."""
        fates: list[Added] = []
        beside: list[Finished] = []
        fresh = set(fresh)
        for one in batch:
            if one.is_any_of(fresh):
                assert one.document is not None
                fresh.discard(one.document.id)
                beside.append(one.document)
                fates.append(_stored(one, ""))
            elif one.document is None:
                fates.append(_unread(one))
            else:
                self._add(beside)
                beside = []
                fates.append(self._taken(one, one.document))
        self._add(beside)
        return fates

    def _add(self, beside: Sequence[Finished]) -> None:
        if beside:
            self._linker.add(beside)
            self._follower.catch_up(beside)

    def _taken(self, one: Ready, document: Finished) -> Added:
        taken = self._store.take_document(document, one.material.raw)
        if taken.is_new:
            self._follower.take_in(taken.document)
        elif taken.page_changed:
            self._follower.page_changed(taken.document)
        if not taken.is_new:
            return _here(self._store, self._decisions, one.material, taken, _known(taken, document))
        version = self._store.version_of(taken.document)
        return _stored(one, f"version {version.number} of its page" if version and version.previous else "")

    def _failed(self, one: Ready, why: str) -> Added:
        self._store.put_problems([_problem(one, why)])
        return Added(one.material.location, Status.FAILED, why)


def _stored(one: Ready, reason: str) -> Added:
    assert one.document is not None
    quotes, claims = len(one.document.quotes), len(one.document.claims)
    return Added(one.material.location, Status.STORED, reason, one.document.id, quotes, claims)


def _unread(one: Ready) -> Added:
    status = Status.SKIPPED if one.unknown else Status.FAILED
    return Added(one.material.location, status, one.failure)


def _known(taken: Taken, document: Finished) -> str:
    if taken.comes_back:
        return "its text is that of an earlier version, which stands again"
    return IN_THE_RECORD if taken.document == document.id else "its text is the one the record has"


def _problem(one: Ready, why: str) -> Problem:
    return Problem(_READING, why, location=one.material.location)
