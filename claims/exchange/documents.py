"""The documents of an export on their way into this record: read as guardedly as those that are added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from claims import adding
from claims.errors import InputError
from claims.exchange.incoming import Line, Refused
from claims.exchange.parsing import Arriving
from claims.following import Follower
from claims.ports import Material
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

    def __init__(self, store: Store, follower: Follower) -> None:
        self._store = store
        self._follower = follower
        self._ids: set[str] = set()
        self.count = 0
        self.earlier: set[str] = set()

    def take(self, lines: Iterable[Line], jobs: int) -> Iterator[Added]:
        items = self._items(lines)
        for item in items:
            if isinstance(item, Added):
                yield item
            else:
                yield from self._read(chain([item], items), jobs)

    def _read(self, items: Iterable[Added | Material | InputError], jobs: int) -> Iterator[Added]:
        """The same once there is something to read: workers then run to the last document."""
        aside: list[Added] = []

        def to_read() -> Iterator[Material | InputError]:
            for item in items:
                if isinstance(item, Added):
                    aside.append(item)
                else:
                    yield item

        for added in adding.add(self._store, self._follower, to_read(), jobs=jobs):
            self._note(added)
            yield added
            yield from aside
            aside.clear()
        yield from aside

    def _items(self, lines: Iterable[Line]) -> Iterator[Added | Material | InputError]:
        """What is to be read, and what became of the others."""
        for line in lines:
            self.count += 1
            if isinstance(line.held, Refused):
                yield InputError(line.place, line.held.why)
            elif isinstance(line.held, Arriving):
                yield self._item(line, line.held)

    def _item(self, line: Line, arriving: Arriving) -> Added | Material | InputError:
        if not arriving.own and arriving.id not in self._ids:
            return InputError(line.place, "its id is not that of its bytes and its address")
        self._ids.add(arriving.id)
        if arriving.material is None:
            return Added(arriving.location, Status.SKIPPED, arriving.lacking, arriving.id)
        if not (arriving.own and self._store.has_document(arriving.id)):
            return arriving.material
        known = adding.known_already(self._store, self._follower, arriving.material)
        self._note(known)
        return known

    def _note(self, added: Added) -> None:
        if added.status is Status.UNCHANGED and self._came_earlier(added.document):
            self.earlier.add(added.document)

    def _came_earlier(self, id_: str) -> bool:
        document, came = self._store.document(id_), self._store.arrivals(id_)
        first = next((each for each in came if each.raw_sha256 == document.raw_sha256), came[0])
        return (first.location, first.retrieved) != (document.location, document.retrieved)
