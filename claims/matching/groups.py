"""Joining things into groups that people's decisions may forbid."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """A union-find that never joins two groups holding a pair that must stay apart.

    All things are named at the start; the order of `join` calls decides where
    two joins cannot both be had, so callers sort.
    """

    def __init__(self, things: Iterable[Thing], apart: Iterable[tuple[Thing, Thing]] = ()) -> None:
        self._root: dict[Thing, Thing] = {thing: thing for thing in things}
        # By root, of groups of two and more: most things stay alone, and a list for each is the larger cost.
        self._members: dict[Thing, list[Thing]] = {}
        self._apart: dict[Thing, set[Thing]] = {}
        for left, right in apart:
            self.part(left, right)

    def part(self, left: Thing, right: Thing) -> None:
        """Let two things never be joined from now on; those that are together stay so."""
        if self._root.get(left, left) != self._root.get(right, right):
            self._apart.setdefault(self._root.get(left, left), set()).add(right)
            self._apart.setdefault(self._root.get(right, right), set()).add(left)

    def join(self, left: Thing, right: Thing) -> bool:
        """Make two things one group; False if a pair inside must stay apart."""
        one, other = self._root[left], self._root[right]
        if one == other:
            return True
        if self._forbidden(one, other):
            return False
        if len(self._group(one)) < len(self._group(other)):
            one, other = other, one
        self._absorb(one, other)
        return True

    def together(self, left: Thing, right: Thing) -> bool:
        """Are two things in one group?"""
        return self._root[left] == self._root[right]

    def all(self) -> list[list[Thing]]:
        """Every group, in the order in which its first thing was named."""
        seen: dict[Thing, list[Thing]] = {}
        for thing in self._root:
            seen.setdefault(self._root[thing], []).append(thing)
        return list(seen.values())

    def _forbidden(self, one: Thing, other: Thing) -> bool:
        """Is anything of one group kept from the other? `_apart` holds whole groups by root."""
        barred = self._apart.get(one)
        if not barred:
            return False
        members = self._group(other)
        # Whichever are fewer: a statement that was printed 100,000 times is asked about as often.
        if len(barred) < len(members):
            return any(self._root.get(thing) == other for thing in barred)
        return any(member in barred for member in members)

    def _group(self, root: Thing) -> Sequence[Thing]:
        return self._members.get(root) or (root,)

    def _absorb(self, one: Thing, other: Thing) -> None:
        moved = self._members.pop(other, [other])
        for thing in moved:
            self._root[thing] = one
        self._members.setdefault(one, [one]).extend(moved)
        barred = self._apart.pop(other, None)
        if barred:
            self._apart.setdefault(one, set()).update(barred)
