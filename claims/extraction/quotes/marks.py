"""Quotation marks: where they stand, and whether each may open or close.

Curly, straight, doubled (``''``) and angular marks open and close by their
surroundings first and by their shape second, because saved pages turn marks the
wrong way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.model import Span


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    opens: bool
    closes: bool
    single: bool
    shape: str


# A single mark counts only at the edge of a word: inside one it is an apostrophe. What a mark looks like
# stands first: all else is passed over at the speed of a set of characters.
_MARK = re.compile(
    "[\u201c\u201d\u201e\u201f\u00ab\u00bb\"\uff02`'\u2018\u2019]"
    "(?:(?<=[\u201c\u201d\u201e\u201f\u00ab\u00bb\"\uff02])|(?<=`)`|(?<=')'"
    "|(?<=['\u2018])(?<![\\w'].)(?=\\w)|(?<=['\u2019])(?<!\\s.)(?![\\w']))"
)
_ELISION = re.compile(r"['\u2018](?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|n\b)", re.IGNORECASE)
_OPENING = frozenset("\u201c\u201e\u201f\u00ab") | {"``"}
_CLOSING = frozenset("\u201d\u00bb")
_BEFORE_OPENING = frozenset("([{<\u2014\u2013-/:\u201c\u2018\"'")
_AFTER_CLOSING = frozenset(".,;:!?)]}>\u2014\u2013-/\u2026\u201d\u2019\"'")


def is_open_after(text: str, paragraph: Span) -> bool:
    """Does a quotation seem to go on behind a paragraph: more double marks open in it than close?"""
    doubles = [mark for mark in marks(text, paragraph) if not mark.single]
    opening = sum(mark.opens and not mark.closes for mark in doubles)
    closing = sum(mark.closes and not mark.opens for mark in doubles)
    return opening > closing


def marks(text: str, paragraph: Span) -> Iterator[Mark]:
    """The marks of a paragraph in order; apostrophes and inches are none."""
    even = text.count('"', paragraph.start, paragraph.end) % 2 == 0
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        start, end, shape = found.start(), found.end(), found.group()
        before = text[start - 1] if start > paragraph.start else " "
        after = text[end] if end < paragraph.end else " "
        single = shape in "'\u2018\u2019"
        if single and _ELISION.match(text, start):
            continue
        if shape == '"' and before.isdigit() and (after in "x," or text[start - 2 : start - 1] == "'"):
            continue  # inches: 6'2" tall
        opens, closes = _direction(shape, before, after, single)
        if even and shape == '"' and after.islower() and text[max(start - 2, 0) : start] == ", ":
            closes = True  # glued to the speech tag: "Yes, "she said
        yield Mark(start, end, opens, closes, single, shape)


def _direction(shape: str, before: str, after: str, single: bool) -> tuple[bool, bool]:
    """May a mark open, may it close, from its neighbours and then its shape."""
    open_left = before.isspace() or before in _BEFORE_OPENING
    closed_right = after.isspace() or after in _AFTER_CLOSING
    if single:
        opens = shape != "\u2019" and open_left and after.isalnum()
        return opens, not opens
    if shape in _OPENING:
        wrong = not before.isspace() and (after.isspace() or (after in ".,;" and not open_left))
        spaced = after.isspace() and before.isspace()
        return not wrong, wrong or spaced
    if shape in _CLOSING:
        wrong = before.isspace() and after.isalnum()
        return wrong, True
    if open_left and not closed_right:
        return True, False
    if closed_right and not open_left:
        return False, True
    return True, True
