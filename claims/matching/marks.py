"""What of a figure stands between its digits and around them: marks, signs and units.

Two texts of the same words may differ in these alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MARKED = re.compile(r"\d(?:[^\w\s]?\d)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_NO_DIGIT = re.compile(r"\D")
_SIGN = re.compile(r"[$£€¥%‰<>≤≥]")
_SIGNED = re.compile(r"[$£€¥<>≤≥]?\s?\d(?:[^\w\s]?\d)*\s?[%‰]?")
_UNITS = {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen"}
_PRICED = re.compile(
    r"(?P<digits>\d(?:[^\w\s]?\d)*)"
    r"(?:(?:[ -](?:hundred|thousand|million|billion|trillion))?[ -]?"
    r"(?P<unit>cents?|dollars?|euros?|pounds?|yen|percent|%)(?!\w))?",
    re.IGNORECASE,
)


def other_marks(left: str, right: str) -> bool:
    """Has one text a figure of the same digits as the other's with other marks inside, as 2.3 and 2-3? Those
    of thousands are no other ones.
    """
    mine, other = marked(left), marked(right)
    if mine == other:
        return False
    digits = {_NO_DIGIT.sub("", figure) for figure in mine - other}
    return any(_NO_DIGIT.sub("", figure) in digits for figure in other - mine)


@lru_cache(maxsize=16384)
def marked(text: str) -> frozenset[str]:
    """The figures of a text as they are printed, with the marks inside but those of thousands."""
    found = _MARKED.findall(text)
    return frozenset(map(without_thousands, found) if "," in text else found)


def without_thousands(figure: str) -> str:
    """A figure without its marks of thousands, if it has some and they stand where they should."""
    return figure.replace(",", "") if _THOUSANDS.fullmatch(figure) else figure


def other_signs(left: str, right: str) -> list[tuple[str, str]]:
    """Figures of two texts of the same words that have other signs: "$5" and "€5", "5%" and "5‰". A sign that
    one text has and the other has not was lost in print.
    """
    if not (_SIGN.search(left) and _SIGN.search(right)):
        return []
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
        found.setdefault(_NO_DIGIT.sub("", digits), {}).update(its)
    return {digits: one for digits, its in found.items() if len(its) == 1 for one in its.items()}
