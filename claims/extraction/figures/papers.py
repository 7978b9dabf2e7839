"""Numbers of papers that measure nothing: subscripts, exponents, letters of figures and molecules."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extraction.figures.counted_words import CLOSED, PREPOSITIONS
from claims.extraction.figures.masks import Rejection
from claims.extraction.figures.names import plural_follows
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.tokens import DIGITS, HYPHENS, WORD
from claims.extraction.units.lookup import symbol_unit

_FIGURES = frozenset(
    """figure figures fig figs table tables panel panels eq eqs equation equations sect sects section
    sections ref refs reference references scheme schemes plate plates appendix""".split()
)
# Numbered things of papers, unless the number counts ("claims 12 lives").
_NUMBERED = frozenset(
    """claim example examples simulation simulations solution sample samples step steps compound
    compounds complex phase phases fraction fractions experiment experiments expression expressions
    scenario subject trial cluster turbine turbines axis""".split()
)
# Counted from a beginning ("on day 12") or a time ("last week 40 died"): what stands before them tells.
_TIMES = frozenset("month months day days week weeks claims".split())


def _label(given: Given, reading: Reading) -> Rejection | None:
    """ "Fig. 2B", "Tables 3 and", "seeFigure 1", "claims 7": whatever unit the letter looks like."""
    if not reading.numeral.plain or reading.to is not None or len(reading.numeral.digits) > 3:
        return None
    place = reading.first - 1
    if given.text(place) == "." and given.touches(place):
        place -= 1
    if reading.unit is not None:
        if not is_lettered(given, reading):
            return None
        if given.text(reading.first - 1) == "[" and given.text(reading.last) == "]":  # "[11C]"
            return Rejection.NAME
    word, text = given.word(place), given.text(place)
    if word in _FIGURES or text.endswith(("Figure", "Fig", "Table")):
        return Rejection.LABEL
    is_counted_from = word in _TIMES and given.word(place - 1) in PREPOSITIONS
    is_numbered = word in _NUMBERED or is_counted_from
    if reading.unit is None and is_numbered and not plural_follows(given, reading):
        return Rejection.LABEL
    return None


def is_lettered(given: Given, reading: Reading) -> bool:
    """ "3A", "4C": is the unit one letter that touches the number?"""
    place = reading.numeral.last
    return (
        reading.last == place + 1
        and given.touches(place)
        and given.text(place).isalpha()
        and len(given.text(place)) == 1
    )


def _exponent(given: Given, reading: Reading) -> Rejection | None:
    """ "rad m −2", "(r/5) −0.5": a power whose superscript was lost."""
    sign = reading.first
    if given.text(sign) != "−" or reading.unit is not None or not reading.numeral.digits.startswith("-"):
        return None
    before = given.text(sign - 1)
    short = len(before) == 1 or (symbol_unit(before) is not None and before.lower() not in CLOSED)
    short = short and before.isalpha()
    return Rejection.UNCLEAR if short or before in (")", "]") else None


# What joins the parts of a formula; no hyphen, which joins words and ranges.
_OPERATORS = frozenset("−+/·*→∝^∑∏")
_MOST_DIGITS = 3  # longer numbers beside an operator are data


def _in_formula(given: Given, reading: Reading) -> Rejection | None:
    """ "(1 − e)", "k = n + 1", "θ/2": a number that an operator joins to a letter or a bracket."""
    numeral = reading.numeral
    if numeral.in_words or len(numeral.digits) > _MOST_DIGITS:
        return None
    last = numeral.last
    left = given.text(reading.first - 1) in _OPERATORS and _is_part(given.text(reading.first - 2), ")")
    right = given.text(last) in _OPERATORS and _is_part(given.text(last + 1), "(")
    return Rejection.NAME if left or right else None


def _is_part(text: str, bracket: str) -> bool:
    """Is a token a letter of a formula, or the bracket that begins or ends another part of it?"""
    return text == bracket or (len(text) == 1 and text.isalpha() and text not in "aAI")


def _subscript(given: Given, reading: Reading) -> Rejection | None:
    """ "λ 2", "r 0", "A 3 values", "Ca(OH)2": a letter of a formula and its index."""
    if not reading.numeral.plain or len(reading.numeral.digits) > 2:
        return None
    before = given.text(reading.first - 1)
    if before in (")", "]"):
        return Rejection.NAME if _closes_formula(given, reading.first) else None
    if before in _FORMULAS:
        return Rejection.NAME
    is_letter = len(before) == 1 and before.isalpha() and before not in "aIà"
    if given.text(reading.first - 2) in _GROUPS:
        return None  # "in Group A 40 fans were hurt"
    if before == "A" and (
        given.is_title_case or given.text(reading.first - 2) in ("", ".", "“", '"', ":", "(", "—", "–")
    ):
        return None
    return Rejection.NAME if is_letter and not _is_end_of_word(given, reading.first - 1) else None


def _is_end_of_word(given: Given, at: int) -> bool:
    """ "1.0l", "storm ' s": a letter that is the unit of a number or stands behind an apostrophe."""
    return given.text(at - 1) in ("'", "’") or (given.touches(at) and given.row[at - 1].kind == DIGITS)


_GROUPS = frozenset("Group Plan Serie Category Team Class Division Section Vitamin Type".split())
# Words that only formulas write so, before a number that stands apart ("CO 2", "cos 2").
_FORMULAS = frozenset("CO SO NH CH cos sin tan log ln exp".split())
# No formula of a paper has a longer bracket before its index.
_BRACKET = 12


def _closes_formula(given: Given, at: int) -> bool:
    """Does the bracket that the number touches open right behind a letter ("Ca(OH)2")?"""
    if not given.touches(at):
        return False
    for place in range(at - 2, max(0, at - _BRACKET), -1):
        if given.text(place) in ("(", "["):
            return given.touches(place) and given.row[place - 1].kind == WORD
    return False


_PART_OF_MOLECULE = re.compile(
    r"(?:amino|meth(?:yl|oxy)|eth(?:yl|oxy)|butyl|propyl|phen|hydroxy|oxo|chloro|bromo|fluoro|nitro|pyrid"
    r"|benz|carbox|mercapto|phospho|acet(?:yl|oxy)|thio|deoxy|dihydro|cyclo|sulf)[a-z]{2,}"
)


def _in_molecule(given: Given, reading: Reading) -> Rejection | None:
    """ "4-aminopyridine", "3-(n-butyl)"."""
    place = reading.numeral.last
    if given.text(place) not in HYPHENS or not given.touches(place) or not given.touches(place + 1):
        return None
    named = given.text(place + 1) == "(" or _PART_OF_MOLECULE.match(given.word(place + 1))
    return Rejection.NAME if named else None


_REFERRED = _FIGURES | frozenset(
    "problem system model models expression relation solutions relations".split()
)


def _reference(given: Given, reading: Reading) -> Rejection | None:
    """ "Eq. (3.1)", "of problem (4.2)", "the models (2.1) and (2.2)": a number in brackets that names."""
    numeral = reading.numeral
    if given.text(reading.first - 1) != "(" or given.text(numeral.last) != ")" or "," in numeral.digits:
        return None
    words = given.words(reading.first - 8, reading.first - 1)
    return Rejection.LABEL if not _REFERRED.isdisjoint(words) else None


RULES: tuple[Callable[[Given, Reading], Rejection | None], ...] = (
    _label,
    _exponent,
    _in_molecule,
)
BARE_RULES: tuple[Callable[[Given, Reading], Rejection | None], ...] = (_subscript, _in_formula, _reference)
