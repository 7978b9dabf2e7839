"""The documents of an export on their way into this record: read as guardedly as those that are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims import adding
from claims.arriving import Input
from claims.decisions import Decisions
from claims.errors import InputError
from claims.exchange.incoming import Line, Refused
from claims.exchange.parsing import Arriving
from claims.following import Follower
from claims.linking import Linker
from claims.views import Added, Status

if TYPE_CHECKING:
    from claims.store import Store


class Documents:
    """Takes in documents, one result a line, in order.

    Attributes:
        count: lines so far.
        earlier: ids of those that came into the other record before they came into this
            one: what was said of them then counts, and they are to be derived again.
    """

    def __init__(
        self, store: Store, decisions: Decisions, linker: Linker, follower: Follower, extractor: str
    ) -> None:
        self._store = store
        self._decisions = decisions
        self._linker = linker
        self._follower = follower
        self._extractor = extractor
        self._ids: set[str] = set()
        self.count = 0
        self.earlier: set[str] = set()

    def take(self, lines: Iterable[Line], jobs: int) -> Iterator[Added]:
        parts = (self._store, self._decisions, self._linker, self._follower)
        for added in adding.add(*parts, self._inputs(lines), jobs=jobs, extractor=self._extractor):
            if added.status is Status.UNCHANGED and self._came_earlier(added.document):
                self.earlier.add(added.document)
            yield added

    def _inputs(self, lines: Iterable[Line]) -> Iterator[Input]:
        """What is to be read, and what became of the others."""
        for line in lines:
            self.count += 1
            if isinstance(line.held, Refused):
                yield InputError(line.place, line.held.why)
            elif isinstance(line.held, Arriving):
                yield self._input(line, line.held)

    def _input(self, line: Line, arriving: Arriving) -> Input:
        if not arriving.own and arriving.id not in self._ids:
            return InputError(line.place, "its id is not that of its bytes and its address")
        self._ids.add(arriving.id)
        if arriving.material is None:
            return Added(arriving.location, Status.SKIPPED, arriving.lacking, arriving.id)
        if not (arriving.own and self._store.has_document(arriving.id)):
            return arriving.material
        return adding.known_already(self._store, self._decisions, self._follower, arriving.material)

    def _came_earlier(self, id_: str) -> bool:
        document, first = self._store.document(id_), self._store.first_arrival(id_)
        return (first.location, first.retrieved) != (document.location, document.retrieved)
