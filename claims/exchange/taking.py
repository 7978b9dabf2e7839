"""What becomes of an export in the record that takes it in: documents first, then decisions.

Whatever ends it early, whole documents and whole beginnings of chains are in, and the
same file goes on there.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from claims.decisions import Decisions as Known
from claims.exchange.decisions import Decisions
from claims.exchange.documents import Documents
from claims.exchange.incoming import ExportFile, Line, is_decision
from claims.following import Follower
from claims.linking import Linker
from claims.model import Entry, Problem
from claims.ports import ExportEntry
from claims.rebuilding import Rebuild
from claims.views import Added, Status, Taken

if TYPE_CHECKING:
    from claims.store import Store


class Taking:
    """One import, from the head of the file to its end."""

    def __init__(
        self,
        store: Store,
        decisions: Known,
        linker: Linker,
        follower: Follower,
        file: ExportFile,
        *,
        extractor: str,
    ) -> None:
        self._store = store
        self._location, self._head = file.location, file.head
        self._naming = linker.naming
        self._entries: dict[str, list[Entry]] = {}
        self._unread: list[Problem] = []
        self._lines = iter(file)
        self._documents = Documents(store, decisions, linker, follower, extractor)
        self._decisions = Decisions(store, decisions, linker, follower)
        self._rebuild = Rebuild(store, decisions, linker)
        self._extractor = extractor

    def run(self, jobs: int) -> Iterator[Added | Taken]:
        """One result a document and a refused line, in order; then one for each reviewer."""
        yield from self._documents.take(self._until_decisions(), jobs)
        for location, entries in self._entries.items():
            self._naming.take(entries, location)
        self._store.put_problems(self._unread)
        if self._documents.earlier:
            self._rebuild.run(jobs=jobs, extractor=self._extractor, only=self._documents.earlier)
        yield from self._decisions.take(self._lines)
        yield from self._missing()
        yield from self._decisions.taken()

    def _until_decisions(self) -> Iterator[Line]:
        """Up to the first decision, which stays the next line; entries and problems are kept for later."""
        for line in self._lines:
            if isinstance(line.held, ExportEntry):
                self._entries.setdefault(line.held.location or self._location, []).append(line.held.entry)
                continue
            if isinstance(line.held, Problem):
                self._unread.append(line.held)
                continue
            if is_decision(line.held):
                self._lines = chain([line], self._lines)
                return
            yield line

    def _missing(self) -> Iterator[Added]:
        """What the head promises and the file does not hold: it was cut."""
        if self._documents.count < self._head.documents:
            why = f"{self._documents.count:,} of {self._head.documents:,} documents are in it"
            yield self._ends_early(why)
        for by in self._decisions.lacking(self._head.heads):
            yield self._ends_early(f"it lacks decisions of {by}")

    def _ends_early(self, why: str) -> Added:
        return Added(self._location, Status.FAILED, f"it ends early: {why}")
