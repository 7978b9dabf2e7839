"""Datelines: the place and agency that a story begins with, which nobody says.

`HARLOW BAY (Coastal Wire) --`, `HARLOW BAY, Norrow, March 5 (Coastal Wire) —`,
`Harlow Bay, N.R. –`. A place in small letters counts only where a capital or a
mark follows the dash: `Vega – once a deckhand – said` begins with no dateline.
"""

from __future__ import annotations

import re

from claims.model import Span

_UPPER = r"(?:ST\.|MT\.|FT\.|[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de.'\u2019\-]{1,20})"
_TITLED = r"[A-Z\u00c0-\u00de][\w.'\u2019\-]{0,20}"
# A state or country ("Norrow", "N.Y.", "D.C."), a day, or both; then the agency in brackets.
_AFTER = (
    rf"(?:,\s{_TITLED}(?:\s{_TITLED}){{0,2}}(?:\s\d{{1,2}})?(?:,\s\d{{4}})?|\s\d{{4}}){{0,3}}"
    r"(?:,?\s{0,2}[(\[][^()\[\]\n]{1,40}[)\]])?"
)
_DASH = r"\s{0,3}(?:--+|[\u2014\u2013_]|(?<=\s)-(?=\s))[:\s]{0,3}"
_DATELINE = re.compile(
    rf"(?:{_UPPER}(?:[ /\-]{_UPPER}){{0,3}}{_AFTER}{_DASH}"
    rf"|{_TITLED}(?: {_TITLED}){{0,3}}{_AFTER}{_DASH}(?=[A-Z\u201c\"]))"
)


def after_dateline(text: str, paragraph: Span) -> Span:
    """The paragraph without its dateline; the paragraph itself where it has none."""
    found = _DATELINE.match(text, paragraph.start, min(paragraph.end, paragraph.start + 160))
    if found is None or found.end() >= paragraph.end:
        return paragraph
    return Span(found.end(), paragraph.end)
