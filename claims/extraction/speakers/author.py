"""Who "I" is outside of quotation marks: the page's author, if it names one."""

from __future__ import annotations

import re
from itertools import islice

from claims.extraction.page import Page
from claims.extraction.speakers.names import Parsed, parse
from claims.extraction.speakers.word_kinds import is_given
from claims.model import SpeakerKind

# A byline stands among the first lines, and is no longer than this.
_LINES, _LONGEST = 12, 120
_BYLINE = re.compile(r"(?:[Bb]y|BY)\s+(.+)")
# Formats of word processors, which write down whose machine it was.
_WITH_PROPERTIES = frozenset(
    {"application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
)
_NAME_ENDS = re.compile(r"\s*(?:[,|;(\u2022\u2014\n]|\s[-\u2013]\s)")


def author(page: Page) -> Parsed | None:
    """The one person who signs a page; None for two, a body, or no signature."""
    signed = _stated(page) or _byline(page)
    parts = [
        parse(part.split()) for part in _NAME_ENDS.split(_BYLINE.sub(r"\1", signed.strip())) if part.strip()
    ]
    persons = [part for part in parts if part.kind is SpeakerKind.PERSON and " " in part.name]
    alone = not re.search(r"\s(?:and|&)\s", signed)
    return persons[0] if alone and len(persons) == 1 and persons[0] is parts[0] else None


def _stated(page: Page) -> str:
    """Whom the document names as its author. The properties of a file may name who typed it: such a name
    must stand in the text too, as those of pages and mails need not.
    """
    document = page.document
    is_property = document.media_type in _WITH_PROPERTIES
    return "" if is_property and document.author not in page.text else document.author


def _byline(page: Page) -> str:
    for paragraph in islice(page.paragraphs, _LINES):
        found = _BYLINE.fullmatch(line := paragraph.of(page.text)) if len(paragraph) <= _LONGEST else None
        if found:
            named = is_given(found.group(1).split()[0])  # "By Popular Demand" is a headline
            return line if named and line.removesuffix(" Jr.")[-1] not in ".?!:" else ""
    return ""
