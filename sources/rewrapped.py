"""A page that stands inside other bytes (a saved message, an archived answer), as a document of those."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.model import Document, Problem
from claims.ports import Material
from sources.decoding import decode
from sources.sniff import looks_binary

# Text in these holds as many control bytes as a program does.
_WIDE = ("utf-16", "utf-32")


def unwrapped(material: Material, raw: bytes, charset: str = "") -> Material:
    """The inner bytes as an input.

    Args:
        charset: what the wrapping says that their encoding is; it goes before what a page says of itself.
    """
    if charset and (charset.lower().startswith(_WIDE) or not looks_binary(raw)):
        raw = codecs.BOM_UTF8 + decode(raw, charset).text.encode()
    return replace(material, raw=raw)


def rewrapped(
    read: Iterable[Document | Problem], material: Material, address: str
) -> Iterator[Document | Problem]:
    """What a reader made of the inner bytes, under the hash and the id of the outer ones, which are kept.

    Args:
        address: where the wrapping says that it came from; for documents that do not say it themselves.
    """
    raw = hashlib.sha256(material.raw).hexdigest()
    ids: dict[str, str] = {}
    for one in read:
        if isinstance(one, Document):
            outer = replace(one, raw_sha256=raw, location=material.location, url=one.url or address, id="")
            ids[one.id] = outer.id
            yield outer
        else:
            yield replace(one, document=ids.get(one.document, one.document))
