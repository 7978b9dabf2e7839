"""From one input to those that lie in it: an archive's files, a mailbox's messages, a feed's items."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from claims.errors import AmbiguousFormat, InputError, UnreadableDocument
from claims.ports import Material, Opener, Room
from claims.registry import READERS, plugins
from claims.workers.stage import reading

MB = 1024 * 1024
# The product's limits for what lies in one input, at all depths together. Text shrinks to a tenth
# and logs to a fiftieth of their size; what grows two hundredfold was made to.
MOST_BYTES, MOST_TIMES, MOST_MEMBERS = 200 * MB, 200, 20_000
# So much may lie in an input however small it is.
_ANYWAY = MB


@dataclass(frozen=True, slots=True)
class Closed:
    """An input that is to be opened, with the room that is left for what comes out."""

    material: Material
    room: Room


@dataclass(frozen=True, slots=True)
class Opened:
    """What lies in an input, as far as it could be opened.

    Attributes:
        members: in order; None stands for the input itself, which is a document too.
    """

    members: list[Material | InputError | None] = field(default_factory=list)


def room_in(material: Material) -> Room:
    """How much may come out of an input that was given."""
    return Room(min(MOST_BYTES, max(_ANYWAY, MOST_TIMES * len(material.raw))), MOST_MEMBERS)


def may_hold_others(material: Material) -> bool:
    """Is it worth a worker to look inside? Safe with any bytes."""
    return any(opener.opens(material) for opener in _openers())


def unpack(closed: Closed) -> Opened:
    """What lies in an input, one level deep; never raises for what it holds. Runs in any process."""
    opened = Opened()
    material = closed.material
    try:
        with reading(material.location):
            for member in _members(material, replace(closed.room)):
                opened.members.append(None if member is material else member)
    except InputError as error:
        opened.members.append(error)
    return opened


def lost(closed: Closed, why: str) -> Opened:
    """In place of `unpack`, where its worker was killed at a limit, or died."""
    return Opened([UnreadableDocument(closed.material.location, why)])


def inside(material: Material, name: str, raw: bytes) -> Material:
    """A member as an input of its own. What the user said of the whole holds for it, but for the address.

    Args:
        name: what tells it from the others; only shown, never a path.
    """
    place = f"{material.place}/{name}" if material.place else ""
    given = replace(material.given, url="")
    return Material(raw, f"{material.location}/{name}", material.retrieved, given, place=place)


def overfull(location: str) -> UnreadableDocument:
    """The error of an input of which more comes out than there is room for."""
    most = f"{MOST_BYTES // MB} MB, or {MOST_TIMES} times its size"
    return UnreadableDocument(location, f"it unpacks to more than {most}: the rest was not read")


def _members(material: Material, room: Room) -> Iterator[Material | InputError]:
    opener = _opener_of(material)
    seen: Counter[str] = Counter()
    try:
        for member in opener.members(material, room):
            if isinstance(member, Material) and member is not material:
                member = _told_apart(member, material, seen)
                if len(member.raw) > room.size:
                    raise overfull(material.location)
                room.size -= len(member.raw)
            if room.members <= 0:
                why = f"it holds more than {MOST_MEMBERS:,} members: the rest was not read"
                raise UnreadableDocument(material.location, why)
            room.members -= 1
            yield member
    except (InputError, MemoryError):
        raise
    except Exception as error:
        why = f"the {opener.name} reader stopped: {type(error).__name__}: {error}"
        raise UnreadableDocument(material.location, why) from error


def _told_apart(member: Material, whole: Material, seen: Counter[str]) -> Material:
    """The second of one name has a number before it: at one place, the two would be versions of one page."""
    seen[member.location] += 1
    if (number := seen[member.location]) == 1:
        return member
    name = f"{number}/{member.location.removeprefix(f'{whole.location}/')}"
    place = f"{whole.place}/{name}" if whole.place else ""
    return replace(member, location=f"{whole.location}/{name}", place=place)


def _opener_of(material: Material) -> Opener:
    openers = [opener for opener in _openers() if opener.opens(material)]
    if len(openers) > 1:
        raise AmbiguousFormat(material.location, [opener.name for opener in openers])
    return openers[0]


def _openers() -> list[Opener]:
    # Asked of every input; to compare with the protocol would take longer than all they look at.
    return [reader for reader in plugins(READERS).values() if hasattr(reader, "opens")]
