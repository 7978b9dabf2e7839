"""Inputs inside inputs: what holds others is opened, each member an input of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.errors import InputError, UnreadableDocument
from claims.ports import Material, Room
from claims.unpacking import Closed, Opened, may_hold_others, room_in

# A ZIP in a mail of a mailbox; what lies deeper was packed to be hard to find.
_MOST_DEPTH = 3
_TOO_DEEP = f"it lies in more than {_MOST_DEPTH} others: unpack the outer ones and add what is in them"

Unpack = Callable[[Closed], Opened]


def members(material: Material, unpacked: Unpack) -> Iterator[tuple[Material | InputError, bool]]:
    """What lies in an input at all depths, in order, each with: is it a member, and not the input itself?

    One level is opened at a time, so that a member that cannot be opened costs itself.

    Args:
        unpacked: `claims.unpacking.unpack`, in a guarded process.
    """
    yield from _members(material, room_in(material), 1, unpacked)


def _members(
    material: Material, room: Room, depth: int, unpacked: Unpack
) -> Iterator[tuple[Material | InputError, bool]]:
    found = unpacked(Closed(material, room)).members
    room.members -= len(found)
    room.size -= sum(len(one.raw) for one in found if isinstance(one, Material))
    # Taken off the list, so that what was handed on is not held here too.
    found.reverse()
    while found:
        one = found.pop() or material
        if one is material or not (isinstance(one, Material) and may_hold_others(one)):
            yield one, depth > 1 or one.location != material.location
        elif depth == _MOST_DEPTH:
            yield UnreadableDocument(one.location, _TOO_DEEP), True
        else:
            yield from _members(one, room, depth + 1, unpacked)
