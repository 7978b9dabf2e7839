"""Protocols of what reads inputs: one format, or what holds other inputs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from claims.errors import InputError
from claims.model import Document, Problem
from claims.ports.material import Material


class Reader(Protocol):
    """Turns bytes of one format into documents. Group `onrecord.readers`.

    A reader may have an attribute `needs`, the names of modules that it imports
    when it reads. They are imported once, in the process from which workers are forked.

    It may have a method `quotes(material, document)`, where the bytes themselves say who said
    what: those are the document's quotes, and only figures are extracted. It gives None for a
    document whose bytes do not say it.

    One whose bytes may hold other inputs is an `Opener` too.
    """

    name: str

    def claims(self, material: Material) -> bool:
        """Are these bytes of this reader's format? Looks at content before the name."""
        ...

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """The documents inside, one for most formats.

        Raises:
            UnreadableDocument: the bytes are of this format and cannot be read.
        """
        ...


@dataclass(slots=True)
class Room:
    """How much may still come out of one input; what lies in its members counts too.

    Attributes:
        size: bytes.
        members: how many.
    """

    size: int
    members: int


class Opener(Protocol):
    """A reader of what holds other inputs: an archive, a mailbox, a feed. Group `onrecord.readers`.

    Each member is bytes of its own, so that it is read, kept, destroyed and read again without
    the others.
    """

    name: str

    def opens(self, material: Material) -> bool:
        """May these bytes hold others?

        Asked of every input before it is given to a guarded process, so it costs next to
        nothing and expands nothing; `members` looks closer.
        """
        ...

    def members(self, material: Material, room: Room) -> Iterator[Material | InputError]:
        """What lies inside, in order; the material itself among them where it is a document too.

        Args:
            room: falls with each member that is given. One that is larger must not be unpacked.

        Raises:
            UnreadableDocument: the bytes hold others and cannot be opened, or not to their end.
        """
        ...
