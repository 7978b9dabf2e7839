"""Nicknames in marks inside a name: `Marisol "Sol" Vega`. They are no quotation."""

from __future__ import annotations

import re

from claims.model import Span

_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019.\-]{0,30}"
_MARKED = re.compile(rf"[\"\u201c\u201d'\u2018](?:[Tt]he )?{_CAPITAL}(?: {_CAPITAL})?[\"\u201c\u201d'\u2019]")
_BEFORE = re.compile(rf"(?:^|[\s(]){_CAPITAL}\s$")
_BEHIND = re.compile(rf"\s{_CAPITAL}")
# A first name and the marks before it.
_REACH = 34


def is_nickname(text: str, outer: Span) -> bool:
    """Does a word or two in marks stand between two capitals? `outer` holds the marks."""
    if not _MARKED.fullmatch(text, outer.start, outer.end):
        return False
    before = _BEFORE.search(text, max(0, outer.start - _REACH), outer.start)
    return bool(before and _BEHIND.match(text, outer.end))


def without_nickname(name: str) -> str:
    """`Marisol Vega` of `Marisol "Sol" Vega`."""
    for found in _MARKED.finditer(name):
        if is_nickname(name, Span(*found.span())):
            return name[: found.start()] + name[found.end() + 1 :]
    return name
