"""Which kind of mail some bytes are, by their first lines."""

from __future__ import annotations

import re
from pathlib import PurePath

from claims.ports import Material

# The headers of a message with many signatures and stations take up to some 20 kB.
_HEAD = 65_536

_NAME = re.compile(rb"([!-9;-~]{1,76}):")
_MEMO = frozenset({b"from", b"to", b"subject", b"date"})
# A memo or press release begins with From, To and Date too; these only programs write.
_BY_PROGRAMS = frozenset(
    {
        b"message-id",
        b"mime-version",
        b"received",
        b"return-path",
        b"delivered-to",
        b"dkim-signature",
        b"x-mailer",
    }
)
_SAVED_PAGE = frozenset({b"snapshot-content-location", b"x-saved-from"})
_SAVED_BY = re.compile(rb"^from: ?\"?<saved by ", re.IGNORECASE | re.MULTILINE)

# The line before each message: an address and a time as ctime writes it, then a header.
SEPARATOR = re.compile(
    rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{0,200}\d:\d\d[^\r\n]{0,60}\r?\n(?=[!-9;-~]{1,76}:)"
)


def is_message(material: Material) -> bool:
    """Mail of any kind."""
    return is_mail(material) or is_mailbox(material) or is_saved_page(material)


def is_mail(material: Material) -> bool:
    """A single message: headers that a mail program wrote, or a few in a file that is called a mail."""
    names = _header_names(material.raw)
    if not names & _MEMO or is_saved_page(material):
        return False
    if names & _BY_PROGRAMS:
        return len(names & (_MEMO | _BY_PROGRAMS)) > 1
    return PurePath(material.location).suffix.lower() == ".eml" and len(names & _MEMO) > 1


def is_mailbox(material: Material) -> bool:
    return bool(SEPARATOR.match(material.raw))


def is_saved_page(material: Material) -> bool:
    """A page that a browser saved as one file, which is a message with the page's parts."""
    names = _header_names(material.raw)
    if b"mime-version" not in names:
        return False
    return bool(names & _SAVED_PAGE) or bool(_SAVED_BY.search(material.raw[:1000]))


def _header_names(raw: bytes) -> set[bytes]:
    """Names of the headers in lower case; none where the first lines are something else."""
    names: set[bytes] = set()
    for line in raw[:_HEAD].lstrip(b"\r\n").split(b"\n"):
        if not line.strip():
            return names
        if line[:1] in b" \t":
            continue
        found = _NAME.match(line)
        if not found:
            return set()
        names.add(found[1].lower())
    # They go on past what was looked at, or there is no text behind them.
    return names
