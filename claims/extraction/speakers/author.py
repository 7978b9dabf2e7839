"""Who "I" is outside of quotation marks: the page's author, if it names one."""

from __future__ import annotations

import re
from itertools import islice

from claims.extraction.page import Page
from claims.extraction.speakers.names import Parsed, parse
from claims.model import SpeakerKind

# A byline stands among the first lines, and is no longer than this.
_LINES, _LONGEST = 12, 120
_BYLINE = re.compile(r"(?:[Bb]y|BY)\s+(.+)")
_NAME_ENDS = re.compile(r"\s*(?:[,|;(\u2022\u2014\n]|\s[-\u2013]\s)")


def author(page: Page) -> Parsed | None:
    """The one person who signs a page; None for two, a body, or no signature."""
    signed = page.document.author or _byline(page)
    who = parse(_NAME_ENDS.split(_BYLINE.sub(r"\1", signed.strip()))[0].split())
    alone = not re.search(r"\s(?:and|&)\s", signed)
    return who if alone and who.kind is SpeakerKind.PERSON and " " in who.name else None


def _byline(page: Page) -> str:
    for paragraph in islice(page.paragraphs, _LINES):
        if len(paragraph) <= _LONGEST and _BYLINE.fullmatch(line := paragraph.of(page.text)):
            return line if line[-1] not in ".?!:" else ""
    return ""
