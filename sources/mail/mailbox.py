"""Mailboxes: each message in one is an input of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.errors import InputError, TooLarge, UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material, Room
from claims.unpacking import inside
from sources.files import MAX_BYTES
from sources.mail.marks import SEPARATOR, is_mailbox

# A line of a message that looks like a separator gets a mark when it is filed.
_MARKED = re.compile(rb"^>(>*From )", re.MULTILINE)
_ID = re.compile(rb"^message-id:\s{0,3}<([^<>\s]{1,200})>", re.IGNORECASE | re.MULTILINE)
_HEAD = 65_536


class Mailbox:
    """Opener of MBOX files.

    A message is its bytes as they were before they were filed. It is called by its Message-ID,
    which stays when others are added or deleted, or by its number.
    """

    name = "mailbox"

    def claims(self, material: Material) -> bool:
        """No: a mailbox is no document, its messages are."""
        return False

    def read(self, material: Material) -> Iterator[Document | Problem]:
        raise UnreadableDocument(material.location, "a mailbox is opened, not read")

    def opens(self, material: Material) -> bool:
        return is_mailbox(material)

    def members(self, material: Material, room: Room) -> Iterator[Material | InputError]:
        """Every message in it."""
        raw = material.raw
        # One at a time: there may be a hundred thousand.
        found = SEPARATOR.finditer(raw)
        start = next(found).end()
        for number, end in enumerate(_ends(found, len(raw)), start=1):
            message = _MARKED.sub(rb"\1", raw[start : end[0]]).rstrip(b"\r\n") + b"\n"
            start = end[1]
            id_ = _ID.search(message, 0, _HEAD)
            name = id_[1].decode("ascii", "replace") if id_ else str(number)
            if len(message) > MAX_BYTES:
                yield TooLarge(f"{material.location}/{name}", len(message), MAX_BYTES)
            else:
                yield inside(material, name, message)


def _ends(separators: Iterator[re.Match[bytes]], end: int) -> Iterator[tuple[int, int]]:
    """Where each message ends, and where the next one begins."""
    for found in separators:
        yield found.span()
    yield end, end
