"""A message as a document, its attachments as inputs of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from claims.errors import InputError, UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material, Room
from claims.unpacking import inside
from sources.decoding import Decoded
from sources.documents import made
from sources.html_whole import whole_text
from sources.mail.headers import is_reply, stated_by
from sources.mail.marks import is_mail
from sources.mail.parts import attachments, bodies, message_of
from sources.mail.replies import not_the_senders

_MAY_HAVE_ATTACHMENTS = re.compile(
    rb"content-disposition: ?attachment|name\*?0?\*?=|message/rfc822", re.IGNORECASE
)


class Mail:
    """Reader of single messages.

    The text is the plain part, or that of the HTML part; without either it is the subject.
    Offsets are those of this text. Who it is from is the author; what the message quotes from
    another is marked as furniture, so that nobody is taken to say it here.
    """

    name = "mail"
    needs = ("email.parser", "lxml.html")

    def claims(self, material: Material) -> bool:
        """Headers that a mail program wrote; a few will do in a file that is called EML."""
        return is_mail(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: it holds neither text nor a subject.
        """
        message = message_of(material)
        stated = stated_by(message)
        decoded = _text(message, material.location)
        if not decoded.text.strip():
            decoded = replace(decoded, text=stated.title)
        if not decoded.text:
            raise UnreadableDocument(material.location, "the mail holds no text and has no subject")
        foreign = not_the_senders(decoded.text, is_reply=is_reply(message))
        for read in made(material, decoded, decoded.text, "message/rfc822", stated):
            if isinstance(read, Document):
                yield replace(read, furniture=tuple(sorted((*read.furniture, *foreign))))
            else:
                yield read

    def opens(self, material: Material) -> bool:
        """A mail in which the name of a file stands."""
        return is_mail(material) and bool(_MAY_HAVE_ATTACHMENTS.search(material.raw))

    def members(self, material: Material, room: Room) -> Iterator[Material | InputError]:
        """The message, then what came with it."""
        yield material
        seen: Counter[str] = Counter()
        for one in attachments(message_of(material)):
            seen[one.name] += 1
            name = one.name if seen[one.name] == 1 else f"{seen[one.name]}/{one.name}"
            if one.why:
                yield InputError(f"{material.location}/{name}", one.why)
            else:
                yield inside(material, name, one.raw)


def _text(message: Message, location: str) -> Decoded:
    """All texts of a message one below the other, with what their encodings were."""
    found = bodies(message)
    texts = [whole_text(one.decoded.text, location) if one.is_html else one.decoded.text for one in found]
    first = found[0].decoded if found else Decoded("", "utf-8")
    return Decoded(
        "\n\n".join(text for text in texts if text.strip()),
        first.encoding,
        any(one.decoded.guessed for one in found),
        sum(one.decoded.bad for one in found),
    )
