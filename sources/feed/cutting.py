"""A feed cut into feeds of one item: what stands before the first item and behind the last stays around each.

So an item's bytes are bytes of the feed, kept and read again without the other items.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import islice

# In Latin-1 any bytes are text and come back as they were; feeds in other encodings than these
# two write their tags as ASCII does.
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_BEFORE_ROOT = re.compile(r"\s*(?:<\?[^>]{0,1000}\?>\s*|<!--(?:(?!-->)[\s\S]){0,4000}-->\s*)*")
_ROOT = re.compile(r"<(?:[\w.-]{1,20}:)?(rss|feed|RDF)\b([^>]{0,4000})")
_DECLARED = re.compile(r"<!DOCTYPE|<!ENTITY", re.IGNORECASE)
_NAMESPACES = {"rss": "", "feed": "atom", "RDF": "purl.org/rss"}

_TOKEN = re.compile(r"<!\[CDATA\[|<!--|<(/?)((?:[\w.-]{1,20}:)?(?:item|entry))(?=[\s/>])")
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}

_LINK = re.compile(
    r"<(?:[\w.-]{1,20}:)?link\b([^>]{0,2000})>\s{0,50}(?:<!\[CDATA\[)?\s{0,50}(https?://[^\s<\]]{1,2000})?"
)
_HREF = re.compile(r"\bhref\s?=\s?[\"'](https?://[^\"'\s]{1,2000})")
_OTHER_LINK = re.compile(r"\brel\s?=\s?[\"'](?!alternate)")
_ID = re.compile(r"<(?:guid|id)\b[^>]{0,500}>\s{0,50}(?:<!\[CDATA\[)?\s{0,50}([^\s<\]]{1,500})")
_BEGINNING = 8192


@dataclass(frozen=True, slots=True)
class Cut:
    """One item, as a feed.

    Attributes:
        name: the address that it gives, else its id, else its number.
    """

    name: str
    raw: bytes


def is_feed(raw: bytes) -> bool:
    """RSS or Atom, by its root element."""
    text, _ = _text(raw[:_BEGINNING])
    start = _behind(text)
    declared = _DECLARED.match(text, start)
    found = _ROOT.search(text, start) if declared else _ROOT.match(text, start)
    return found is not None and _NAMESPACES[found[1]] in found[2].lower()


def declares_a_type(raw: bytes) -> bool:
    """Does a document type stand before the root element? What it declares may grow without end."""
    text, _ = _text(raw[:_BEGINNING])
    root = _ROOT.search(text)
    return bool(_DECLARED.search(text, 0, root.start() if root else len(text)))


def has_several(raw: bytes) -> bool:
    """Does it hold two items or more?"""
    return len(list(islice(places(_text(raw)[0]), 2))) == 2


def places(text: str) -> Iterator[tuple[int, int]]:
    """Where each item begins and ends, in time linear in the size of the feed."""
    at, opened, begun = 0, "", 0
    while found := _TOKEN.search(text, at):
        at = found.end()
        if found[0] in _ENDS:
            end = text.find(_ENDS[found[0]], at)
            if end < 0:
                return
            at = end
        elif not opened and not found[1]:
            opened, begun = found[2], found.start()
        elif found[1] and found[2] == opened:
            end = text.find(">", at)
            if end < 0:
                return
            yield begun, end + 1
            opened = ""


def cut(raw: bytes) -> Iterator[Cut]:
    """Each item, in order."""
    text, encoding = _text(raw)
    found = list(places(text))
    if not found:
        return
    head, tail = text[: found[0][0]], text[found[-1][1] :]
    for number, (start, end) in enumerate(found, start=1):
        item = text[start:end]
        yield Cut(_called(item) or str(number), f"{head}{item}{tail}".encode(encoding))


def _called(item: str) -> str:
    """The address that an item gives, else its id: what stays when other items come and go."""
    item = item[:_BEGINNING]
    for link in _LINK.finditer(item):
        address = _HREF.search(link[1])
        if link[2] or (address and not _OTHER_LINK.search(link[1])):
            return unescape(link[2] or (address[1] if address else ""))
    found = _ID.search(item)
    return unescape(found[1]) if found else ""


def _text(raw: bytes) -> tuple[str, str]:
    """All bytes as text in an encoding that gives them back, the mark of UTF-16 among them."""
    for mark, encoding in _WIDE:
        if raw.startswith(mark):
            whole = raw[: len(raw) - len(raw) % 2]
            return whole.decode(encoding, "surrogatepass"), encoding
    return raw.removeprefix(codecs.BOM_UTF8).decode("latin-1"), "latin-1"


def _behind(text: str) -> int:
    found = _BEFORE_ROOT.match(text)
    return found.end() if found else 0
