"""The parts of a message: bytes as they were sent, and their text read by our own rules.

The library's `get_content` raises for encodings that it does not know, and loses the quotation marks
of bytes that name none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from claims.errors import UnreadableDocument
from claims.ports import Material
from claims.unpacking import MOST_MEMBERS
from sources.decoding import Decoded, decode
from sources.html import declared_encoding
from sources.mail.flowed import unflowed

_AS_SENT = compat32.clone(mangle_from_=False, max_line_length=0)

# A forwarded mail with a page and its pictures has five levels.
_MOST_DEPTH = 30
_TOO_DEEP = "the parts of the mail are nested too deep"

# Sent along by programs, for programs.
_NO_DOCUMENTS = (
    "application/pgp-",
    "application/pkcs7-",
    "application/x-pkcs7-",
    "text/calendar",
    "text/x-vcard",
)


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a message; `decoded.text` is the part as it stands.

    Attributes:
        is_html: it is a page, of which the text is still to be made.
    """

    decoded: Decoded
    is_html: bool


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came with a message.

    Attributes:
        why: it is no document, as a clause; then `raw` is empty.
    """

    name: str
    raw: bytes
    why: str = ""


def message_of(material: Material) -> Message:
    """Raises UnreadableDocument: its parts are nested too deep, or are too many."""
    try:
        message = BytesParser(policy=compat32).parsebytes(material.raw.lstrip(b"\r\n"))
    except RecursionError:
        raise UnreadableDocument(material.location, _TOO_DEEP) from None
    level = [message]
    parts = 0
    for _ in range(_MOST_DEPTH):
        level = [inner for part in level for inner in _children(part)]
        parts += len(level)
        if parts > MOST_MEMBERS:
            raise UnreadableDocument(material.location, f"the mail has more than {MOST_MEMBERS:,} parts")
        if not level:
            return message
    raise UnreadableDocument(material.location, _TOO_DEEP)


def bodies(part: Message) -> list[Body]:
    """The texts of a message in order; of two forms of one text the plain one, unless it is empty."""
    kind = part.get_content_type()
    if is_attached(part):
        return []
    if part.is_multipart():
        inner = [bodies(one) for one in _children(part)]
        if kind == "multipart/alternative":
            return _preferred(inner)
        if kind in ("multipart/related", "multipart/signed"):
            return next(filter(None, inner), [])
        return [body for found in inner for body in found]
    if kind not in ("text/plain", "text/html"):
        return []
    raw = payload(part)
    declared = part.get_content_charset() or (declared_encoding(raw) if kind == "text/html" else "")
    decoded = decode(raw, declared)
    if kind == "text/plain" and _parameter(part, "format") == "flowed":
        text = unflowed(decoded.text, drops_blanks=_parameter(part, "delsp") == "yes")
        decoded = replace(decoded, text=text)
    return [Body(decoded, kind == "text/html")] if decoded.text.strip() else []


def attachments(part: Message) -> Iterator[Attachment]:
    """Files and messages that came along, at any depth but inside one another."""
    for number, one in enumerate(_attached(part), start=1):
        name = file_name(one) or f"attachment {number}"
        kind = one.get_content_type()
        if kind.startswith(_NO_DOCUMENTS):
            yield Attachment(name, b"", f"it is no document ({kind})")
        elif kind == "message/rfc822" and one.is_multipart():
            sent = _children(one)[0].as_bytes(policy=_AS_SENT)
            yield Attachment(name if name.lower().endswith(".eml") else f"{name}.eml", sent)
        else:
            yield Attachment(name, payload(one))


def is_attached(part: Message) -> bool:
    """A file that came along, or another message: no text of this one."""
    attached = part.get_content_type() == "message/rfc822" or part.get_content_disposition() == "attachment"
    return attached or (not part.is_multipart() and bool(file_name(part)))


def payload(part: Message) -> bytes:
    """Bytes of a part, its transfer encoding undone as far as it holds."""
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def file_name(part: Message) -> str:
    from sources.mail.headers import words

    return words(part.get_filename("") or "").strip()


def _parameter(part: Message, name: str) -> str:
    found = part.get_param(name)
    return found.lower() if isinstance(found, str) else ""


def _preferred(forms: list[list[Body]]) -> list[Body]:
    """Of several forms of one text the one that is all plain, else the last, which is the richest."""
    there = [form for form in forms if form]
    plain = (form for form in there if not any(body.is_html for body in form))
    return next(plain, there[-1] if there else [])


def _attached(part: Message) -> Iterator[Message]:
    if is_attached(part):
        yield part
    elif part.is_multipart():
        for one in _children(part):
            yield from _attached(one)


def _children(part: Message) -> list[Message]:
    found = part.get_payload()
    return [one for one in found if isinstance(one, Message)] if isinstance(found, list) else []
