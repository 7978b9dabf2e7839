"""What a list shows: rows of cells, all in memory or fetched by the page."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from claims.model import Span

# As many as a high screen has lines: more would keep the first letter of a search waiting.
PAGE = 64
# Pages kept in memory: 8,192 rows, far more than a screen with its neighbours.
KEPT = 128

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list.

    Attributes:
        quiet: drawn dimmed (decided, hidden).
        mark: a sign of one cell before it, of lines that are marked.
        bold: the number of a cell of one line, and the stretches of it that are marked.
    """

    cells: tuple[str, ...]
    quiet: bool = False
    mark: str = " "
    bold: tuple[int, tuple[Span, ...]] = (0, ())


@dataclass(frozen=True, slots=True)
class Column:
    """A column.

    Attributes:
        width: in terminal cells; for a growing column the least.
        grows: takes what is left, shared equally among growing columns.
        gone_below: not shown in a list narrower than this.
        right: numbers stand at the right.
    """

    title: str
    width: int
    grows: bool = False
    gone_below: int = 0
    right: bool = False


class RowSource(Protocol):
    """What a list draws from."""

    def __len__(self) -> int: ...
    def at(self, index: int) -> Row | None:
        """The row, or None while it is being fetched."""
        ...

    def missing(self, first: int, last: int) -> list[int]:
        """Pages between two row numbers (inclusive) that are still to be fetched."""
        ...


def widths(columns: Sequence[Column], total: int) -> list[int]:
    """A width for each column, 0 where it is left out; one blank stands between two columns."""
    shown = [total >= column.gone_below for column in columns]
    fixed = sum(c.width + 1 for c, there in zip(columns, shown, strict=True) if there) - 1
    growing = [at for at, c in enumerate(columns) if c.grows and shown[at]]
    given = [c.width if there else 0 for c, there in zip(columns, shown, strict=True)]
    spare = max(0, total - fixed)
    for nth, at in enumerate(growing):
        given[at] += spare // len(growing) + (1 if nth < spare % len(growing) else 0)
    return given


class HeldRows(Generic[Item]):
    """Rows of items that are all here."""

    def __init__(self, items: Iterable[Item] = (), row: Callable[[Item], Row] | None = None) -> None:
        self.items = tuple(items)
        self._row = row

    def __len__(self) -> int:
        return len(self.items)

    def at(self, index: int) -> Row | None:
        return self._row(self.items[index]) if self._row else None

    def missing(self, first: int, last: int) -> list[int]:
        return []


class PagedRows(Generic[Item]):
    """Rows over an array of keys; the items behind them come page by page and may go again."""

    def __init__(self, keys: Sequence[int], row: Callable[[Item], Row]) -> None:
        self.keys = keys
        self._row = row
        self._pages: OrderedDict[int, Sequence[Item]] = OrderedDict()
        self._asked: set[int] = set()
        # Each row is drawn many times: as the cursor moves, as the count grows.
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.keys)

    def item(self, index: int) -> Item | None:
        page = self._pages.get(index // PAGE)
        place = index % PAGE
        return page[place] if page is not None and place < len(page) else None

    def at(self, index: int) -> Row | None:
        made = self._made.get(index)
        if made is None and (item := self.item(index)) is not None:
            made = self._made[index] = self._row(item)
        return made

    def missing(self, first: int, last: int) -> list[int]:
        if not self.keys:
            return []
        pages = range(max(0, first) // PAGE, min(last, len(self.keys) - 1) // PAGE + 1)
        wanted = [page for page in pages if page not in self._pages and page not in self._asked]
        self._asked.update(wanted)
        return wanted

    def grow(self, keys: Sequence[int]) -> bool:
        """Take more keys that begin with those that are here; False if they do not."""
        if keys[: len(self.keys)] != self.keys:
            return False
        self.keys = keys
        return True

    def keys_of(self, page: int) -> Sequence[int]:
        return self.keys[page * PAGE : (page + 1) * PAGE]

    def give_up(self, pages: Iterable[int]) -> None:
        """Fetching failed: ask again when they are next in sight."""
        self._asked.difference_update(pages)

    def put(self, page: int, items: Sequence[Item]) -> None:
        self._asked.discard(page)
        self._pages[page] = items
        while len(self._pages) > KEPT:
            gone, _ = self._pages.popitem(last=False)
            self._forget(gone)
        self._forget(page)

    def _forget(self, page: int) -> None:
        for index in range(page * PAGE, (page + 1) * PAGE):
            self._made.pop(index, None)
