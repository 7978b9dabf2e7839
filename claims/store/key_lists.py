"""The rows that an index finds by the filters of a query, as lists of their keys."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cached_property, partial

from claims.store.listed import FEW, Keys, Listed
from claims.store.memory import Memory


class Lists:
    """All lists of one query; what is made or counted is kept until the record changes."""

    def __init__(self, lists: Sequence[Listed], memory: Memory) -> None:
        self._lists = lists
        self._memory = memory

    @property
    def near(self) -> Keys | None:
        """What stands in every list that is here already or made at once; None if there is none."""
        return self._in_all(self._near) if self._near else None

    @property
    def any_long(self) -> bool:
        """Are there lists that take longer to make?"""
        return len(self._near) < len(self._lists)

    @property
    def all_made(self) -> Keys | None:
        """What stands in every list that is not too long to be made at all; None if there is none."""
        lists = [listed for listed in self._lists if self._rows_in(listed, listed.most) <= listed.most]
        return self._in_all(lists) if lists else None

    @cached_property
    def _near(self) -> list[Listed]:
        return [listed for listed in self._lists if self._is_near(listed)]

    def _is_near(self, listed: Listed) -> bool:
        return self._memory.has(listed) or self._rows_in(listed, FEW) <= FEW

    def _rows_in(self, listed: Listed, most: int) -> int:
        """How many rows it has, or more than `most`."""
        counted = partial(listed.count, most=most + 1)
        return self._memory.kept((listed, "rows", most), counted)

    def _in_all(self, lists: Sequence[Listed]) -> Keys:
        """Keys that stand in all of some lists."""
        if len(lists) == 1:
            return self._memory.kept(lists[0], lists[0].keys)
        return self._memory.kept(("keys", *lists), lambda _: self._shared(lists))

    def _shared(self, lists: Sequence[Listed]) -> Keys:
        first, *others = (self._in_all([listed]).every for listed in lists)
        return Keys(array("q", sorted(first.intersection(*others), reverse=True)))
