"""Nicknames in marks inside a name: `Marisol "Sol" Vega`. They are no quotation."""

from __future__ import annotations

import re

from claims.extraction.speakers.name_words import DAYS
from claims.extraction.speakers.word_kinds import is_role
from claims.model import Span

_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019.\-]{0,30}"
# One word or two without a stop, which an answer has ("Never.").
NICKNAME = r"(?:[Tt]he )?[A-Z\u00c0-\u00de][\w'\u2019\-]{0,30}(?: [A-Z\u00c0-\u00de][\w'\u2019\-]{0,30})?"
_MARKED = re.compile(rf"\"{NICKNAME}\"|\u201c{NICKNAME}\u201d")
_BEFORE = re.compile(rf"(?:^|[\s(])({_CAPITAL})\s$")
_BEHIND = re.compile(rf"\s({_CAPITAL})")
# A first name and the marks before it.
_REACH = 34


def is_nickname(text: str, outer: Span) -> bool:
    """Does a word or two in marks stand between two words of a name? `outer` holds the marks."""
    if not _MARKED.fullmatch(text, outer.start, outer.end):
        return False
    before = _BEFORE.search(text, max(0, outer.start - _REACH), outer.start)
    behind = _BEHIND.match(text, outer.end)
    if before is None or behind is None or behind.group(1).lower() in DAYS:
        return False
    # Behind the end of a sentence a word in marks is an answer: `..., Vega. "Never" Brask said`.
    return not before.group(1).endswith(".") or _is_short(before.group(1))


def without_nickname(name: str) -> str:
    """`Marisol Vega` of `Marisol "Sol" Vega`."""
    if '"' not in name and "\u201c" not in name:
        return name
    for found in _MARKED.finditer(name):
        if is_nickname(name, Span(*found.span())):
            return name[: found.start()] + name[found.end() + 1 :]
    return name


def _is_short(word: str) -> bool:
    """An initial or a title: `J.`, `Sen.`."""
    return len(word) == 2 or is_role(word)
