"""Whose text it is: agencies in datelines, credits and "originally published by"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.model import SourceKind
from sources.publishers import is_call_sign, is_name, is_section, kind_of
from sources.units import Layout, Unit

_NAME = r"(?P<name>(?:the )?[A-Z][\w&.'’\-]{0,30}(?: (?:of|the|and|for|&|[A-Z][\w&.'’\-]{0,30})){0,6})"
_STORY = r"(?:this |the )?(?:article|story|post|piece|report|text|version of this (?:article|story))"
_ORIGINALLY = re.compile(
    rf"(?:(?i:{_STORY} )?(?i:(?:was |is |has been )?(?:originally|first)"
    r" (?:published|appeared|posted|reported|written) (?:by|in|on|at|for)"
    r"|was (?:written|produced) (?:by|for)"
    r"|(?:is |was )?re(?:published|printed|posted) (?:here )?"
    rf"(?:with (?:the )?permission )?(?:from|of|by)) ){_NAME}"
)
# "The post Storm breaks the sea wall appeared first on Coastal Wire.", as feeds end their items.
_APPEARED = re.compile(rf"The post .{{1,200}} (?:appeared first|first appeared) on {_NAME}\W{{0,2}}$")
# A whole line "Source: Coastal Wire"; "Source: census data" under a picture names no publisher.
_SOURCE_LINE = re.compile(rf"[\W_]{{0,3}}(?i:source|via|courtesy of|from) ?: ?{_NAME}[\W_]{{0,2}}$")
_COPYRIGHT = re.compile(
    rf"(?:©|\([cC]\)|(?i:copyright))[ ,]{{0,3}}(?:©|\([cC]\))?[ ,]{{0,3}}"
    rf"(?:(?:19|20)\d\d[ ,\-–]{{0,3}}){{0,2}}(?:(?i:by) )?{_NAME}"
)
_AGENCY_BYLINE = re.compile(
    r"(?:,| \||/| -| of| for)? (?:the )?(Associated Press|AP|Reuters|AFP|UPI|Agence France-Presse)$"
)

# A line of this length may hold a credit; a longer one tells news.
_CREDIT_WORDS = 40


def origins(layout: Layout) -> Iterator[str]:
    """Names that the page gives as the origin of its text, the surest first.

    First notices such as "originally published by", then a repost's "From – News –
    NAME" heading, then the agency of a dateline, then a copyright line behind the
    article. A copyright line in the heading is a picture's.
    """
    for unit in layout.units:
        if unit.words <= _CREDIT_WORDS and (found := _ORIGINALLY.match(unit.text)):
            yield _trimmed(found["name"])
    yield from _credited(layout)
    yield from (name for unit in layout.units[: layout.body + 1] if (name := reposted_from(unit.text)))
    agency = dateline_agency(layout)
    if agency and not is_call_sign(agency):
        yield agency
    for unit in layout.tail:
        if (name := copyright_holder(unit)) and kind_of(name) is SourceKind.AGENCY:
            yield name


def _credited(layout: Layout) -> Iterator[str]:
    """Whom the end of a feed's item names, or a line before or behind the article, as its source."""
    for unit in layout.units:
        if unit.words <= _CREDIT_WORDS and (found := _APPEARED.match(unit.text)):
            yield _trimmed(found["name"])
    for unit in (*layout.units[: layout.body + 1], *layout.tail):
        found = _SOURCE_LINE.match(unit.text) if unit.words <= _CREDIT_WORDS else None
        if found and is_name(found["name"]) and kind_of(found["name"]) is not SourceKind.UNKNOWN:
            yield _trimmed(found["name"])


def reposted_from(line: str) -> str:
    """The last name of a heading such as "Person – Site – From – News – FBI", or ""."""
    parts = [part.strip() for part in re.split(r" ?[–—|] ?| - ", line[:300])]
    named = [part for part in parts if part]
    lowered = [part.lower().rstrip(":") for part in named]
    if len(named) < 3 or "from" not in lowered or any(len(part.split()) > 5 for part in named):
        return ""
    behind = [part for part in named[lowered.index("from") + 1 :] if not is_section(part)]
    return behind[-1] if behind and is_name(behind[-1]) else ""


def dateline_agency(layout: Layout) -> str:
    """The name in brackets of the dateline, or ""."""
    found = layout.dateline
    name = (found[1]["agency"] or "").strip() if found else ""
    return name if name[:1].isupper() and not any(c.isdigit() for c in name) else ""


def byline_agency(line: str) -> str:
    """The agency a byline ends in ("By Jane Roe, Associated Press"), or ""."""
    found = _AGENCY_BYLINE.search(line)
    return found[1] if found else ""


def copyright_holder(unit: Unit) -> str:
    """Whom a copyright line behind the article names, or ""."""
    found = _COPYRIGHT.match(unit.text) if unit.words <= _CREDIT_WORDS else None
    name = _trimmed(found["name"]) if found else ""
    return name if name and is_name(name) else ""


def _trimmed(name: str) -> str:
    """A name without the sentence that follows it: "The Herald. All rights reserved"."""
    return re.split(r"\. (?=[A-Z])|\.$|(?: on| and| in)$", name)[0].strip()
