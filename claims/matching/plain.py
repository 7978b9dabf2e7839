"""A text as the words of `normalised`: all that most comparisons need, at a third of what `wording` costs."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from claims.matching.marks import marked
from claims.matching.numerals import is_numeral
from claims.matching.telling import is_numbered
from claims.matching.whole_figures import whole_figure
from claims.matching.wording import mended, weights
from claims.model.identity import normalised_words

_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
# "Twenty first": by themselves they are no numbers.
_AFTER_TENS = ("first", "second")
_CUT = re.compile(r"\.{3}|\u2026")


class Plain:
    """The words of `normalised`: nothing is written out, no name marked, and where a word stands in the
    text is found when it is asked.
    """

    names: frozenset[int] = frozenset()

    def __init__(self, text: str) -> None:
        self._whole = mended(text)
        self._folded: str | None = None
        self.forms = tuple(normalised_words(self._whole))
        self.weights = tuple(weights(self.forms))

    def passage(self, start: int, end: int) -> str:
        """Words [start, end) as they stand, with the marks between them."""
        if start >= end:
            return ""
        first = self._place(start)
        last = self._place(end - 1, start, first[0])
        return self._whole[first[0] : last[1]]

    @property
    def printed(self) -> tuple[str, ...]:
        """Folded: nobody asks for more of them than whether two are the same letters."""
        return self.forms

    @property
    def has_figures(self) -> bool:
        return bool(marked(self._whole))

    def has_capital(self, start: int, end: int) -> bool:
        """May one of the words [start, end) begin with a capital, here or elsewhere in the text?"""
        return any(map(self._is_capital, self.forms[start:end]))

    def _is_capital(self, form: str) -> bool:
        return form.isalpha() and (form.capitalize() in self._whole or form.upper() in self._whole)

    def is_amount(self, start: int, end: int) -> bool:
        """Are the words [start, end) digits, and is what stands around them no name that they number?"""
        around = self.forms[max(0, start - 1) : start] + self.forms[end : end + 1]
        return self.is_digits(start, end) and not any(
            is_numbered(form) or self._is_capital(form) for form in around
        )

    def is_digits(self, start: int, end: int) -> bool:
        """Are there words [start, end), and all of them digits?"""
        return start < end and all(form.isdecimal() for form in self.forms[start:end])

    def goes_on(self, start: int, end: int) -> bool:
        """Do the words [start, end) begin or end inside a number of several words: "ninety five"?"""
        if start == end:
            return False
        return self._is_inside_number(start) or self._is_inside_number(end)

    def _is_inside_number(self, edge: int) -> bool:
        if not 0 < edge < len(self.forms) or not is_numeral(self.forms[edge - 1]):
            return False
        return is_numeral(self.forms[edge]) or self.forms[edge] in _AFTER_TENS

    def figure(self, start: int, end: int) -> str:
        """The figure, whole, of which the words [start, end) are a part: "39,128,400" of "400"; with its
        sign, scale and unit.
        """
        first, last = self._place(start)[0], self._place(end - 1)[1]
        whole = (found.span() for found in _FIGURE.finditer(self._whole))
        met = [span for span in whole if span[0] < last and first < span[1]]
        first, last = whole_figure(self._whole, min(first, met[0][0]), max(last, met[-1][1]))
        return self._whole[first:last]

    @property
    def cuts(self) -> frozenset[int]:
        marks = _CUT.finditer(self._whole) if self._has_marks else ()
        return frozenset(len(_WORD.findall(self._whole, 0, mark.start())) for mark in marks)

    @property
    def _has_marks(self) -> bool:
        return "..." in self._whole or "\u2026" in self._whole

    def _place(self, index: int, known: int = 0, at: int = 0) -> tuple[int, int]:
        """Where a word stands. Between two words there are no letters, so in small letters each is found
        from its neighbour, from the beginning or from the end; where small letters are not as many, by
        reading the text again.

        Args:
            known: a word before it, which is known to begin at a place.
        """
        low = self._low()
        if not low:
            return next(islice(_WORD.finditer(self._whole), index, None)).span()
        form = self.forms[index]
        if index - known <= len(self.forms) - index:
            for before in self.forms[known:index]:
                at = low.find(before, at) + len(before)
            at = low.find(form, at)
        else:
            at = len(low)
            for after in reversed(self.forms[index:]):
                at = low.rfind(after, 0, at)
        return at, at + len(form)

    def _low(self) -> str:
        """The text in small letters; "" where a letter becomes two."""
        if self._folded is None:
            whole, low = self._whole, self._whole.lower()
            is_even = whole.isascii() or (len(low) == len(whole) and low == whole.casefold())
            self._folded = low if is_even else ""
        return self._folded


@lru_cache(maxsize=16384)
def plain(text: str) -> Plain:
    """The last few thousand are kept, since one text meets many others."""
    return Plain(text)
