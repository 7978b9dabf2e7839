"""Years and volumes of citations, the marks of lists in a sentence, and rows of data like years."""

from __future__ import annotations

from collections.abc import Callable

from claims.extraction.figures.masks import Rejection
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.tokens import DIGITS


def _cited_year(given: Given, reading: Reading) -> Rejection | None:
    """ "(Vega et al. 2000)", "Harlow, 1900;": the rounder years, which may be amounts elsewhere."""
    numeral = reading.numeral
    if not numeral.plain or len(numeral.digits) != 4 or not "1800" <= numeral.digits <= "2100":
        return None
    at = reading.first - 1
    if given.text(numeral.last) not in (")", ";", ",", "]"):
        return None
    while at >= 0 and given.text(at) in (",", "."):
        at -= 1
    if given.word(at) == "al":
        return Rejection.YEAR
    ends = given.text(reading.first - 1) == "," and given.text(numeral.last) in (")", ";")
    return Rejection.YEAR if ends and given.text(at)[:1].isupper() else None


def _cited_volume(given: Given, reading: Reading) -> Rejection | None:
    """ "Harlow Bay Rev., 84 (1984)": a number between a comma and a year in brackets."""
    last = reading.numeral.last
    if given.text(reading.first - 1) != "," or given.text(last) != "(" or given.text(last + 2) != ")":
        return None
    is_cited = _is_year(given.text(last + 1)) and reading.numeral.plain
    return Rejection.FOOTNOTE if is_cited else None


# A bracket that opens further back than this is not looked for.
_BRACKET = 40


def _mark_of_list(given: Given, reading: Reading) -> Rejection | None:
    """ "on two grounds: 1) it is old; 2) it leaks": a number before a bracket that nothing opened."""
    last = reading.numeral.last
    if given.text(last) != ")" or not reading.numeral.plain or len(reading.numeral.digits) > 2:
        return None
    if given.text(reading.first - 1) not in (":", ";", ",", "and", "or", "") or not given.touches(last):
        return None
    depth = 0
    for place in range(reading.first - 1, max(-1, reading.first - _BRACKET), -1):
        depth += {")": 1, "(": -1}.get(given.text(place), 0)
        if depth < 0:
            return None
    return Rejection.LIST


RULES: tuple[Callable[[Given, Reading], Rejection | None], ...] = (_cited_year, _cited_volume, _mark_of_list)

# A row of data has this many numbers or more; three may be years with a count after them.
_ROW = 4
_REACH = 6  # numbers looked at on either side


def in_row_of_data(given: Given, reading: Reading) -> bool:
    """ "1661, 1617, 1393, 796": does a number that looks like a year stand in a row that is no years?"""
    before = _row(given, reading.first, -2)
    first = reading.first - 2 * len(before)
    if given.word(first - 1) in _BEFORE_YEARS:
        return False
    row = [*before, given.text(reading.first), *_row(given, reading.first, 2)]
    return len(row) >= _ROW and not all(map(_is_year, row))


_BEFORE_YEARS = frozenset("in since during between from for through until of and".split())


def _row(given: Given, at: int, step: int) -> list[str]:
    """The numbers that commas join to the one at `at`, to the left or to the right."""
    found: list[str] = []
    for place in range(at + step, at + step * _REACH, step):
        if not 0 <= place < len(given.row) or given.row[place].kind != DIGITS:
            break
        if given.text(place - step // 2) not in (",", "and"):
            break
        found.append(given.text(place))
    return found


def _is_year(digits: str) -> bool:
    return len(digits) == 4 and digits.isascii() and digits.isdigit() and "1500" <= digits <= "2105"
