"""Documents of texts that come from no file."""

from __future__ import annotations

import hashlib
import re

from claims.model import Document, PartialDate

# What no document's text holds (they become U+FFFD, one for one, so places hold).
_NO_TEXT = re.compile("[\0\ud800-\udfff]")


def bare_document(text: str, location: str = "", published: PartialDate | None = None) -> Document:
    """A document of a text that comes from no file."""
    raw = text.encode("utf-8", "surrogatepass")
    clean = _NO_TEXT.sub("\N{REPLACEMENT CHARACTER}", text)
    return Document(clean, hashlib.sha256(raw).hexdigest(), location, published=published)
