"""The quote-mark layer: which words stand inside quotation marks.

It knows nothing of speakers. A paragraph that opens a mark and does not close it
goes on in the next one, as newspapers print long quotations; where no next
paragraph takes it up, the mark was forgotten, and a Problem says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.page import Page
from claims.extraction.quotes.marks import Mark, marks
from claims.model import Problem, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words inside one pair of outermost marks, in one paragraph.

    Attributes:
        inner: the words, without marks, outer blanks and a trailing comma.
        outer: the same with its marks.
        opened, closed: does its mark stand in this paragraph? A piece in the
            middle of a long quotation may have neither.
        single: its marks are single ones.
    """

    inner: Span
    outer: Span
    opened: bool = True
    closed: bool = True
    single: bool = False


# Page chrome and broken exports can hold thousands; more than this says nothing new.
_TOLD = 10


class Pieces:
    """The quoted pieces of a page, a paragraph at a time; ask in order, for each paragraph once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._next = self._marks(0)
        self._running = False
        self._forgotten: list[Span] = []
        self._forgotten_count = 0

    def of(self, index: int) -> list[Piece]:
        """The pieces of the paragraph `index`, in order."""
        paragraphs = self._page.paragraphs
        here, self._next = self._next, self._marks(index + 1)
        follows = bool(self._next) and _takes_up(self._next, paragraphs[index + 1])
        reading = _Reading(self._page.text, paragraphs[index], here, self._running, follows)
        found = reading.pieces()
        self._running = reading.unclosed and follows
        self._forgotten_count += len(reading.forgotten)
        self._forgotten += reading.forgotten[: _TOLD + 1 - len(self._forgotten)]
        return found

    def problems(self) -> list[Problem]:
        """A Problem for each forgotten mark of the paragraphs read, and one for all beyond the first few."""
        mine = self._page.document.id
        told = [
            Problem("quotes", "a quotation mark is never closed", mine, span)
            for span in self._forgotten[:_TOLD]
        ]
        rest = self._forgotten_count - _TOLD
        if rest > 0:
            message = f"{rest:,} more quotation marks are never closed"
            told.append(Problem("quotes", message, mine, self._forgotten[_TOLD]))
        return told

    def _marks(self, index: int) -> list[Mark]:
        paragraphs = self._page.paragraphs
        return list(marks(self._page.text, paragraphs[index])) if index < len(paragraphs) else []


def _takes_up(found: list[Mark], paragraph: Span) -> bool:
    """Does a paragraph begin inside a quotation: with a mark, or by closing one first?"""
    doubles = [mark for mark in found[:6] if not mark.single]
    if not doubles:
        return False
    first = doubles[0]
    return first.start == paragraph.start or (first.closes and not first.opens)


class _Reading:
    """One paragraph's marks, paired."""

    def __init__(self, text: str, paragraph: Span, found: list[Mark], running: bool, follows: bool) -> None:
        self.text, self.paragraph = text, paragraph
        self.marks, self.running, self.follows = found, running, follows
        self.unclosed = False
        self.forgotten: list[Span] = []

    def pieces(self) -> list[Piece]:
        """Nested marks first; where that leaves one open, each opening mark ends the one before."""
        if not self.marks and not self.running:
            return []
        made = self._nested()
        if made is None:
            self.unclosed, self.forgotten = False, []
            made = self._flat()
        return [piece for piece in made if piece is not None]

    def _nested(self) -> list[Piece | None] | None:
        made: list[Piece | None] = []
        stack: list[Mark | None] = []
        was_nested = False
        if self.running and not self._begins_with_mark():
            stack.append(None)
        for place, mark in enumerate(self.marks):
            top = stack[-1] if stack else None
            if stack and self._closes(mark, top, place):
                opener = stack.pop()
                if not stack:
                    made.append(self._piece(opener, mark))
            elif self._opens(mark, stack):
                was_nested = was_nested or bool(stack)
                stack.append(mark)
        if not stack:
            return made
        if len(stack) > 1 or (was_nested and not self.follows) or (stack[0] and stack[0].single):
            return None
        return self._left_open(made, stack[0])

    def _left_open(self, made: list[Piece | None], opener: Mark | None) -> list[Piece | None] | None:
        """One mark is open at the paragraph's end: it goes on, or it was forgotten."""
        whole = opener is None or opener.start == self.paragraph.start
        if not self.follows and not whole:
            return None
        self.unclosed = True
        if not self.follows and opener is not None:
            self.forgotten.append(Span(opener.start, opener.end))
        made.append(self._piece(opener, None))
        return made

    def _flat(self) -> list[Piece | None]:
        made: list[Piece | None] = []
        opener: Mark | None = None
        doubles = [mark for mark in self.marks if not mark.single]
        for mark in doubles:
            if opener is not None and mark.closes:
                made.append(self._piece(opener, mark))
                opener = None
            elif mark.opens:
                if opener is not None:
                    made.append(self._cut(opener, mark.start))
                opener = mark
        if opener is not None:
            self.unclosed = self.follows
            made.append(self._piece(opener, None) if self.follows else self._cut(opener, self.paragraph.end))
        return made

    def _closes(self, mark: Mark, top: Mark | None, place: int) -> bool:
        if top is not None and top.single:
            return mark.single and mark.closes and not self._is_possessive(place)
        return mark.closes and not mark.single

    def _is_possessive(self, place: int) -> bool:
        """`the officials' report'`: a mark after an s, with a better one to come."""
        mark = self.marks[place]
        if self.text[mark.start - 1] != "s":
            return False
        for later in self.marks[place + 1 : place + 4]:
            if not later.single or later.opens:
                return False
            if self.text[later.start - 1] in ".,?!\u2026":
                return True
        return False

    @staticmethod
    def _opens(mark: Mark, stack: list[Mark | None]) -> bool:
        if not mark.opens:
            return False
        return not mark.single or not stack

    def _begins_with_mark(self) -> bool:
        return bool(self.marks) and self.marks[0].start == self.paragraph.start

    def _piece(self, opener: Mark | None, closer: Mark | None) -> Piece | None:
        begin = opener.start if opener else self.paragraph.start
        end = closer.end if closer else self.paragraph.end
        inner = trimmed(self.text, opener.end if opener else begin, closer.start if closer else end)
        if inner is None:
            return None
        single = opener is not None and opener.single
        return Piece(inner, Span(begin, end), opener is not None, closer is not None, single)

    def _cut(self, opener: Mark, limit: int) -> Piece | None:
        """A forgotten closing mark: the quotation ends where a speech tag begins, or the sentence."""
        self.forgotten.append(Span(opener.start, opener.end))
        found = _CUT.search(self.text, opener.end, min(limit, opener.end + _FARTHEST))
        end = found.start() + 1 if found else limit
        inner = trimmed(self.text, opener.end, end)
        if inner is None or len(inner) > _FARTHEST:
            return None
        return Piece(inner, Span(opener.start, inner.end), True, False)


# Two long newspaper sentences.
_FARTHEST = 600
_CUT = re.compile(
    r",(?=\s+(?:[\w.'\u2019-]{1,30}\s+){0,5}(?:said|says|added|told|wrote|asked)\b)|[.!?](?=\s+[A-Z\u201c\"])"
)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without outer blanks and a trailing comma; None if no word is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    if not any(map(str.isalnum, text[start:end])):
        return None
    return Span(start, end)
