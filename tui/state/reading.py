"""Reading a document by keys: a cursor on words, and a selection between two of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from claims.model import Span

# A word with what is glued to it (“It’s”, 6.5, co-operate); a lone mark counts too.
_WORD = re.compile(r"[\w$€£#@%][\w'’.,:\-%]*(?<![.,:])|[^\w\s]")


class Reading:
    """Cursor and selection over one text; both are whole words."""

    def __init__(self, text: str, at: int = 0) -> None:
        self.text = text
        self._words = [Span(*found.span()) for found in _WORD.finditer(text)] or [Span(0, 1)]
        self._starts = [word.start for word in self._words]
        self._here = 0
        self._anchor: int | None = None
        self.go(at)

    @property
    def word(self) -> Span:
        return self._words[self._here]

    @property
    def selecting(self) -> bool:
        return self._anchor is not None

    @property
    def selection(self) -> Span | None:
        """From the word where selecting began to the cursor's, both inside; None if none is begun."""
        if self._anchor is None:
            return None
        first, last = sorted((self._anchor, self._here))
        return Span(self._words[first].start, self._words[last].end)

    def go(self, place: int) -> None:
        """Put the cursor on the word at a code point, or on the one before it."""
        self._here = max(0, bisect_right(self._starts, place) - 1)

    def move(self, words: int) -> None:
        self._here = min(max(0, self._here + words), len(self._words) - 1)

    def move_into(self, start: int, end: int, wanted: int) -> None:
        """Put the cursor on a line [start, end), on the word nearest to the code point `wanted`."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end) - 1
        if first > last:
            self.go(start)
            return
        self.go(wanted)
        self._here = min(max(first, self._here), last)

    def begin(self) -> None:
        """Begin to select at the cursor, or give the selection up."""
        self._anchor = None if self.selecting else self._here

    def drop(self) -> None:
        self._anchor = None
