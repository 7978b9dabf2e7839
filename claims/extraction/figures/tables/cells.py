"""The figure of one cell, in the unit that the cell or its heading gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.extraction.figures.masks import masks
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.scan import scan
from claims.extraction.numbers.reading import number_at
from claims.extraction.numbers.tokens import has_digits, may_hold_number, tokens
from claims.extraction.numbers.values import Numeral
from claims.extraction.numbers.words import DOZEN, NUMBER_WORDS, PLURAL_SCALES

# The longest figure in words ("one hundred and twenty-three thousand dollars") is shorter;
# longer cells are prose.
_LONGEST = 60

_NUMBERS = NUMBER_WORDS | frozenset(PLURAL_SCALES) | frozenset(DOZEN) | {"half"}

# What may follow a figure without being part of it: "12*", "12 [1]", "12 (a)", "12¹".
_NOTE_END = re.compile(r"\s?(?:\[[0-9a-z*†‡]{1,3}\]|\([a-z*†‡]\)|[*†‡§¶⁰¹²³⁴-⁹])$")
_SIGNS = "+▲▼△▽↑↓ "
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class UnitOfHeading:
    """What a heading adds to the bare numbers below it: "Cost ($ million)" adds "$" and " million".

    Attributes:
        before: a currency sign or code.
        scale: " thousand", " million" ... or "".
        after: " percent", " square kilometers" ... or "".
    """

    before: str = ""
    scale: str = ""
    after: str = ""

    def put_to(self, written: str, core: int) -> str:
        """A number that begins at `core` of `written`, with its unit."""
        return f"{written[:core]}{self.before}{written[core:]}{self.scale}{self.after}"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that is one figure, at [start, end) of its words, footnote marks left out."""

    reading: Reading
    start: int
    end: int

    @property
    def is_year(self) -> bool:
        """It may be a year: four digits, and nothing beside them."""
        numeral = self.reading.numeral
        return numeral.plain and self.reading.is_bare_count and bool(_YEAR.fullmatch(numeral.digits))


# "12 (40%)", "12 (estimate)": a figure and an aside.
_ASIDE = re.compile(r"(?P<lead>[^()]{1,40}?)\s?\((?P<aside>[^()]{1,40})\)")


def figures_of(words: str, unit: UnitOfHeading | None = None, country: str = "") -> list[Figure]:
    """The figures of a cell that holds no other words; the heading's unit is that of the first.

    An aside is a figure if it has a unit of its own: of "12 (14)" nothing says what 14 is.
    """
    whole = figure(words, unit, country)
    found = None if whole or len(words) > _LONGEST else _ASIDE.fullmatch(words)
    if not found:
        return [whole] if whole else []
    lead, aside = figure(found["lead"], unit, country), figure(found["aside"], None, country)
    if lead is None:
        return []
    if aside is None or aside.reading.unit is None:
        return [lead]
    first = found.start("aside")
    return [lead, Figure(aside.reading, first + aside.start, first + aside.end)]


def figure(words: str, unit: UnitOfHeading | None = None, country: str = "") -> Figure | None:
    """The figure that a cell is; None where it is none, holds more than it, or cannot take the unit."""
    if not words or len(words) > _LONGEST:
        return None
    if not (has_digits(words) or may_hold_number(words, _NUMBERS)):
        return None
    start, end = _without_marks(words)
    written = words[start:end]
    if not written or masks(written):
        return None
    own = _whole(written, country)
    if own is not None and unit is not None:
        own = _in_unit(written, own, unit, country)
    elif unit is not None and written[0] == "(" and written[-1] == ")":
        own = _below_zero(written[1:-1], unit, country)
    elif unit is not None:  # "10–12" alone may be a score, with a unit it is a range
        own = _whole(unit.put_to(written, 0), country)
    return Figure(own, start, end) if own is not None else None


def _without_marks(words: str) -> tuple[int, int]:
    start, end = 0, len(words)
    while start < end and words[start] in _SIGNS:
        start += 1
    while found := _NOTE_END.search(words, max(start, end - 6), end):
        end = found.start()
    return start, end


def _whole(written: str, country: str) -> Reading | None:
    """The one reading that takes all the words."""
    row = tokens(written)
    found = scan(row, [], country)
    readings = found.readings
    if len(readings) == 1 and (readings[0].first, readings[0].last) == (0, len(row)):
        return readings[0]
    number = number_at(row, 0) if row and not readings else None
    # A number alone is turned down in prose where it may be a year or a label.
    if isinstance(number, Numeral) and number.last == len(row):
        return Reading(number, 0, 0, number.last, number.last)
    return None


def _in_unit(written: str, own: Reading, unit: UnitOfHeading, country: str) -> Reading | None:
    """The reading in the heading's unit, unless the cell gives its own; None where they make no figure."""
    scale = unit.scale if own.numeral.scale == 1 else ""
    is_money = own.unit is not None and own.unit.dimension == "money"
    if own.unit is not None or own.dimension:
        added = UnitOfHeading(scale=scale) if is_money and unit.before and scale else None
        return own if added is None else _whole(added.put_to(written, 0), country)
    core = Given(tokens(written)).row[own.core].start
    return _whole(UnitOfHeading(unit.before, scale, unit.after).put_to(written, core), country)


def _below_zero(written: str, unit: UnitOfHeading, country: str) -> Reading | None:
    """ "(1.4)" in a column of money: how accounts write less than nothing."""
    inner = _whole(written, country)
    if inner is None or inner.value is None or inner.to is not None:
        return None
    made = _in_unit(written, inner, unit, country)
    if made is None or made.value is None:
        return None
    made.numeral.value, made.numeral.digits = -made.value, f"-{made.numeral.digits}"
    return made
