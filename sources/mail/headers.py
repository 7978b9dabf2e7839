"""What the headers of a message state."""

from __future__ import annotations

import re
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from claims.model import Source
from sources.decoding import decode
from sources.documents import Stated
from sources.publishers import is_masthead, is_office, source
from sources.sent import sent_on

_REPLY = re.compile(r"(?:re|aw|sv|antw|odp)(?:\[\d+\])?:", re.IGNORECASE)
# The library reads a long row of encoded words in the square of its length; no subject is so long.
_LONGEST = 10_000
_WORD = r"=\?[\w.*+-]{1,40}\?[bq]\?[^?]{0,2000}\?="
# Several in a row may share a character.
_ENCODED = re.compile(rf"{_WORD}(?:\s+{_WORD})*", re.IGNORECASE)
_MARKS = re.compile(r"(?:(?:re|aw|sv|antw|odp|fwd?|wg|tr)(?:\[\d+\])?: ?)+", re.IGNORECASE)


def stated_by(message: Message) -> Stated:
    """Subject, sender and date of a message."""
    name, address = _sender(header(message, "From"))
    return Stated(
        title=_MARKS.sub("", header(message, "Subject"), count=1).strip(),
        author=name.strip() or address,
        source=_publisher(header(message, "Organization"), name.strip()),
        published=sent_on(header(message, "Date"), "mail Date"),
        language=_language(header(message, "Content-Language")),
    )


def _sender(written: str) -> tuple[str, str]:
    """Name and address; neither of comments in comments without end, for which the library calls itself."""
    try:
        return parseaddr(written)
    except RecursionError:
        return "", ""


def is_reply(message: Message) -> bool:
    """By its subject."""
    return bool(_REPLY.match(header(message, "Subject")))


def header(message: Message, name: str) -> str:
    """A header as one line, its encoded words read; "" if there is none."""
    # As they came: what `get` gives has lost bytes that are not ASCII.
    return next((words(str(value)) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def words(written: str) -> str:
    """Text of a header: encoded words, and raw bytes (escaped as surrogates) in any encoding."""
    text = decode(written[:_LONGEST].encode("utf-8", "surrogateescape")).text
    return " ".join(_ENCODED.sub(lambda found: _decoded(found[0]), text).split())


def _decoded(run: str) -> str:
    try:
        return "".join(
            piece if isinstance(piece, str) else decode(piece, charset or "").text
            for piece, charset in decode_header(run)
        )
    except ValueError:  # it is no base64
        return run


def _publisher(organization: str, sender: str) -> Source | None:
    """The organization that a message names, or its sender where that is an office or a paper."""
    if organization:
        return source(organization, "mail Organization")
    return source(sender, "mail From") if sender and (is_office(sender) or is_masthead(sender)) else None


def _language(written: str) -> str:
    return written if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", written) else ""
