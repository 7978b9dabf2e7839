"""Runs of capitals: where a text prints what may be a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.speakers.name_words import HONORIFICS, PARTICLES, SMALL
from claims.extraction.speakers.nicknames import NICKNAME
from claims.extraction.speakers.word_kinds import is_role
from claims.model import Span

_CAPITAL = r"[A-Z\u00c0-\u00de][\w'\u2019.\-]{0,30}"
_PARTICLE = "|".join(sorted(PARTICLES))
# Eight words at most; particles ("de la") may stand between.
_RUN = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0](?:(?:{_PARTICLE})[ \u00a0]){{0,2}}{_CAPITAL}"
    rf"|[ \u00a0](?:\"{NICKNAME}\"|\u201c{NICKNAME}\u201d)(?=[ \u00a0]{_CAPITAL})){{0,7}}"
)
# A run does not reach over a possessive or the end of a sentence.
_BREAK = re.compile(r"[^ \u00a0]+['\u2019]s(?=[ \u00a0])|[a-z]{3,30}\.(?=[ \u00a0])")


def is_headline(text: str, paragraph: Span) -> bool:
    """Most words with a capital and no full stop, or all and small words too: its runs are no names."""
    if len(paragraph) > 200:
        return False
    words = paragraph.of(text).split()
    if len(words) < 4:
        return False
    if text[paragraph.end - 1] == ".":
        begin_large = len(words) > 5 and all(word[0].isupper() for word in words)
        return begin_large and any(word.lower() in SMALL for word in words[1:])
    return sum(word[0].isupper() for word in words) >= 0.7 * len(words)


def runs(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    for found in _RUN.finditer(text, paragraph.start, paragraph.end):
        start, end = found.span()
        while end > start and text[end - 1] in "'\u2019.-" and not text[start:end].endswith(("Jr.", "Sr.")):
            end -= 1
        first, _, rest = text[start:end].partition(" ")
        while first.lower() in SMALL and rest:
            start = end - len(rest)
            first, _, rest = rest.partition(" ")
        if first.lower() in SMALL:
            continue
        yield from _sentence_parts(text, start, end)


def _sentence_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run does not reach over a full stop or a possessive: `in Ohio. Vega`, `the FBI's Wray`."""
    run = text[start:end]
    may_break = "." in run or "s " in run or "s\u00a0" in run
    for found in _BREAK.finditer(run) if may_break else ():
        word = found.group().lower()
        if word in HONORIFICS or is_role(word):
            continue
        yield start, start + found.end() - word.endswith(".")
        rest = start + found.end() + 1
        if rest < end:
            yield from _sentence_parts(text, rest, end)
        return
    yield start, end


def roles_before(text: str, start: int) -> list[str]:
    """Lower-case words before a name, as far as they may be its role."""
    head = text[max(0, start - 60) : start]
    if not head.endswith(" "):
        return []
    last = head[head.rfind(" ", 0, -1) + 1 : -1]
    if last.isalpha() and not is_role(last):
        return []  # the words behind the last stop end with this one
    words = re.split(r"[^\w\-'\u2019 ]", head)[-1].split()
    return words[-5:] if words and is_role(words[-1]) else []
