"""Two texts between which only harmless words differ: what most printings of one utterance are.

`likeness` reads every word of both texts for what it may mean. Where the words that differ are no
figure, no negation and no name, the words themselves are enough, for a third of the cost.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from itertools import islice

from claims.matching.alignment import Run
from claims.matching.numerals import is_numeral
from claims.matching.sides import Sides, differing, side_by_side
from claims.matching.telling import (
    Reason,
    bare_negations,
    figure_differs,
    is_numbered,
    little_shared,
    reworded,
)
from claims.matching.whole_figures import whole_figure
from claims.matching.wording import is_delicate, may_negate, mended, weights
from claims.model import Relation
from claims.model.identity import normalised

# So much of the lighter text's weight must stand in the other, and it must weigh so much: below that
# it takes a closer look. Both are more than `likeness` asks for, with another speaker too.
_SHARED, _ENOUGH = 0.87, 6.0

# What is shared by this much less than needed, names and what is written out make up for never: of 6,900
# pairs of generated quotes that a closer look joined, none lacked so much.
_HOPELESS = 0.07

Judged = tuple[Sides, Relation, list[Reason]]

_WORD = re.compile(r"[^\W_]+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_MARKED = re.compile(r"\d(?:[^\w\s]?\d)*")
# "Twenty first": by themselves they are no numbers.
_AFTER_TENS = ("first", "second")
_SIGN = re.compile(r"[$£€¥%‰<>≤≥]")
_SIGNED = re.compile(r"[$£€¥<>≤≥]?\s?\d(?:[^\w\s]?\d)*\s?[%‰]?")
_UNITS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_PRICED = re.compile(
    r"(?P<digits>\d(?:[^\w\s]?\d)*)"
    r"(?:(?:[ -](?:hundred|thousand|million|billion|trillion))?[ -]?"
    r"(?P<unit>cents?|dollars?|euros?|pounds?|yen|percent|%)(?!\w))?",
    re.IGNORECASE,
)
_CUT = re.compile(r"\.{3}|\u2026")


class Plain:
    """The words of `normalised`: nothing is written out, no name marked, and where a word stands in the
    text is found when it is asked.
    """

    names: frozenset[int] = frozenset()

    def __init__(self, text: str) -> None:
        self._text = text
        self.has_figures = bool(_marked(text))
        # There it is a letter of the word, here the apostrophe of "don't".
        self.forms = tuple(normalised(text.replace("ʼ", "'")).split())
        self.weights = tuple(weights(self.forms))

    def passage(self, start: int, end: int) -> str:
        """Words [start, end) as they stand, with the marks between them."""
        if start >= end:
            return ""
        first = self._place(start)
        last = self._place(end - 1, start, first[0])
        return self._mended[first[0] : last[1]]

    @property
    def printed(self) -> tuple[str, ...]:
        """Folded: nobody asks for more of them than whether two are the same letters."""
        return self.forms

    def has_capital(self, start: int, end: int) -> bool:
        """May one of the words [start, end) begin with a capital, here or elsewhere in the text?"""
        return any(map(self._is_capital, self.forms[start:end]))

    def _is_capital(self, form: str) -> bool:
        return form.isalpha() and (form.capitalize() in self._text or form.upper() in self._text)

    def is_amount(self, start: int, end: int) -> bool:
        """Are the words [start, end) digits, and is what stands around them no name that they number?"""
        around = self.forms[max(0, start - 1) : start] + self.forms[end : end + 1]
        return (
            start < end
            and all(form.isdecimal() for form in self.forms[start:end])
            and not any(is_numbered(form) or self._is_capital(form) for form in around)
        )

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
        whole = (found.span() for found in _FIGURE.finditer(self._mended))
        met = [span for span in whole if span[0] < last and first < span[1]]
        first, last = whole_figure(self._mended, min(first, met[0][0]), max(last, met[-1][1]))
        return self._mended[first:last]

    @property
    def cuts(self) -> frozenset[int]:
        marks = _CUT.finditer(self._mended) if self._has_marks else ()
        return frozenset(len(_WORD.findall(self._mended, 0, mark.start())) for mark in marks)

    @property
    def _has_marks(self) -> bool:
        return "..." in self._text or "\u2026" in self._text

    def _place(self, index: int, known: int = 0, at: int = 0) -> tuple[int, int]:
        """Where a word stands. Between two words there are no letters, so in small letters each is found
        from the one before; where small letters are not as many, by reading the text again.

        Args:
            known: a word before it, which is known to begin at a place.
        """
        if not self._low:
            return next(islice(_WORD.finditer(self._mended), index, None)).span()
        for form in self.forms[known:index]:
            at = self._low.find(form, at) + len(form)
        at = self._low.find(self.forms[index], at)
        return at, at + len(self.forms[index])

    @cached_property
    def _mended(self) -> str:
        return mended(self._text)

    @cached_property
    def _low(self) -> str:
        """The mended text in small letters; "" where a letter becomes two."""
        low = self._mended.casefold()
        return low if len(low) == len(self._mended) and low == self._mended.lower() else ""


@lru_cache(maxsize=16384)
def plain(text: str) -> Plain:
    """The last few thousand are kept, since one text meets many others."""
    return Plain(text)


def plainly(left: str, right: str, needed: float, least: float) -> Judged | None:
    """The two side by side, with their relation; None where a word that differs may mean something.

    Args:
        needed: share of the lighter one's weight that must stand in the other for the two to be one.
        least: what it must weigh.
    """
    mine, other = plain(left), plain(right)
    sides = side_by_side(mine, other)
    if sides.containment < needed - _HOPELESS and min(sides.weights) >= least:
        return sides, Relation.DIFFERENT, [little_shared(sides)]
    if sides.containment < _SHARED or min(sides.weights) < max(_ENOUGH, least):
        return None
    inner, ends = differing(sides.runs)
    noise = [run for run in sides.runs if run.op == "noise"]
    if any(_may_mean_something(mine, other, run) for run in noise) or bare_negations(sides):
        return None
    if any(mine.goes_on(run.a, run.b) or other.goes_on(run.c, run.d) for run in ends):
        return None
    if mine.has_figures and other.has_figures and (other_marks(left, right) or other_units(left, right)):
        return None
    if inner and all(_is_swap(mine, other, run) for run in inner):
        return sides, Relation.CHANGED_FIGURE, [_swapped(mine, other, run) for run in inner]
    if any(_may_mean_something(mine, other, run) for run in inner):
        return None
    return sides, *reworded(sides, inner, ends)


def other_marks(left: str, right: str) -> bool:
    """Has one text a figure of the same digits as the other's with other marks inside, as 2.3 and 2-3?"""
    mine, other = _marked(left), _marked(right)
    digits = {re.sub(r"\D", "", figure) for figure in mine - other}
    return any(re.sub(r"\D", "", figure) in digits for figure in other - mine)


@lru_cache(maxsize=16384)
def _marked(text: str) -> frozenset[str]:
    """Figures as they are printed, with the marks inside."""
    return frozenset(_MARKED.findall(text))


def other_signs(left: str, right: str) -> list[tuple[str, str]]:
    """Figures of two texts of the same words that have other signs: "$5" and "€5", "5%" and "5‰". A sign that
    one text has and the other has not was lost in print.
    """
    mine, other = ([found.group().strip() for found in _SIGNED.finditer(text)] for text in (left, right))
    if len(mine) != len(other):
        return []
    signs = [tuple(_SIGN.findall(figure)) for figure in (*mine, *other)]
    both = zip(mine, other, signs[: len(mine)], signs[len(mine) :], strict=True)
    return [(one, two) for one, two, has, had in both if has and had and has != had]


def other_units(left: str, right: str) -> list[tuple[str, str]]:
    """Figures of the same digits in other units, also where other words of the two texts differ: "$10" and
    "€10", "10 cents". One without a unit lost it in print.
    """
    mine = _with_units(left)
    other = _with_units(right) if mine else mine
    both = ((mine[digits], other[digits]) for digits in mine.keys() & other.keys())
    return sorted((one[1], two[1]) for one, two in both if one[0] != two[0])


@lru_cache(maxsize=16384)
def _with_units(text: str) -> dict[str, tuple[str, str]]:
    """Of the figures of a text that have one unit each, by their digits, the unit and how it is printed."""
    found: dict[str, dict[str, str]] = {}
    for figure in _PRICED.finditer(text):
        digits, unit = figure["digits"], (figure["unit"] or "").casefold()
        # A pattern that may begin with a sign is looked for at each letter.
        sign = text[max(0, figure.start() - 1) : figure.start()]
        its = {unit.removesuffix("s"): figure.group()} if unit else {}
        its = {_UNITS[sign]: sign + figure.group()} if sign in _UNITS else its
        found.setdefault(re.sub(r"\D", "", digits), {}).update(its)
    return {digits: one for digits, its in found.items() if len(its) == 1 for one in its.items()}


def _is_swap(left: Plain, right: Plain, run: Run) -> bool:
    """Does a figure in digits stand for another, neither of them part of what may be a name?"""
    if "".join(left.forms[run.a : run.b]) == "".join(right.forms[run.c : run.d]):
        return False
    return left.is_amount(run.a, run.b) and right.is_amount(run.c, run.d)


def _swapped(left: Plain, right: Plain, run: Run) -> Reason:
    return figure_differs(left.figure(run.a, run.b), right.figure(run.c, run.d))


def _may_mean_something(left: Plain, right: Plain, run: Run) -> bool:
    """Is anything left out that negates, or replaced that is a figure, a contraction or a name?"""
    mine, other = left.forms[run.a : run.b], right.forms[run.c : run.d]
    if left.goes_on(run.a, run.b) or right.goes_on(run.c, run.d):
        return True
    if not (mine and other):
        return any(map(may_negate, mine or other))
    if any(map(is_delicate, mine)) or any(map(is_delicate, other)):
        return True
    return left.has_capital(run.a, run.b) and right.has_capital(run.c, run.d)
