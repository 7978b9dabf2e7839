"""Two numbers that are one figure: "10 to 12 percent", "between 4 and 5"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.extraction.figures.ages import read_age_range
from claims.extraction.figures.amounts import is_one_amount
from claims.extraction.figures.masks import Rejection
from claims.extraction.figures.reading import Given, Reading, Rejected
from claims.extraction.figures.scores import is_score
from claims.extraction.figures.shares import is_share
from claims.extraction.numbers.tokens import DASHES, DIGITS
from claims.extraction.numbers.values import scale_by

# From one amount to another in time: two figures, not one range.
_CHANGES = frozenset(
    """rose rise rises risen rising fell fall falls fallen falling jumped jump jumps grew grow grown growing
    climbed climb climbing dropped drop drops dropping increased increase increases increasing decreased
    decrease decreases decreasing declined decline declining cut cuts slowed slow slowing go goes went gone
    going
    changed change changing raised raise raising lowered lower lowering up down slipped slip surged surge
    plunged plummeted shrank shrink widened narrowed swelled expanded expand tripled doubled edged
    improved improve soared slid slide tumbled moved revised reduced reduce reducing upgraded eased
    shot dipped advanced gained lost doubling sank""".split()
)
_RANGES = frozenset("range ranges ranged ranging vary varies varied varying".split())


def joined(given: Given, readings: Sequence[Reading]) -> tuple[list[Reading], list[Rejected]]:
    """Readings with those that belong together made one, and scores taken out."""
    kept: list[Reading] = []
    out: list[Rejected] = []
    for reading in readings:
        if not kept or not _join(given, kept[-1], reading, kept, out):
            kept.append(reading)
    return kept, out


# Marks that may touch the first number of a range: "(10-100 km)", "∼5-10%", "range:3-7".
_OPENERS = frozenset("( [ : ; , ~ ∼ ≈ ≃ ≤ ≥ < > = $ £ € “ ‘ \" '".split())


def may_begin_range(given: Given, place: int) -> bool:
    """Does the number at `place` stand free, but for a mark that a range may touch?"""
    if not given.touches(place):
        return True
    before = given.text(place - 1)
    return before in _OPENERS and not (before == ":" and given.row[place - 2].kind == DIGITS)  # "3:1-5"


def _join(given: Given, left: Reading, right: Reading, kept: list[Reading], out: list[Rejected]) -> bool:
    """Fold `right` into the last kept reading, or take both out; False leaves both alone."""
    if left.is_vague or right.is_vague or left.to is not None or right.first - left.last > 3:
        return False
    between = given.words(left.last, right.first)
    if is_share(given, left, right, between) or is_one_amount(given, left, right, between):
        return True
    link = _link(given, left, right, between)
    if not link or not _same_unit(left, right) or _is_level(given, left, right, link):
        return False
    if link == "to" and _is_step(given, left, right):
        return False
    _share_scale(left, right)
    assert left.value is not None
    assert right.value is not None
    rises = Fraction(left.value) < Fraction(right.value)
    if link == "and" and not rises and left.value != right.value:  # "between 12 and 10"
        left.numeral, right.numeral, rises = right.numeral, left.numeral, True
    if is_score(given, left, right, link, rises):
        kept.pop()
        out.append(Rejected(left.first, right.last, Rejection.SCORE))
        return True
    if not rises and link == "to" and _ranges(given, left):  # "from -18 to -34"
        left.numeral, right.numeral = right.numeral, left.numeral
        rises = left.value != right.value
    if not rises or (link == "to" and _is_change(given, left)):
        _share_unit(left, right)
        return False
    _make_range(given, left, right)
    return True


def _link(given: Given, left: Reading, right: Reading, between: tuple[str, ...]) -> str:
    if (
        between == ("to",)
        or between == ("-", "to", "-")
        or between in (("to", "about"), ("to", "around"), ("to", "roughly"))
    ):
        return "to"
    if len(between) == 2 and between[0] in DASHES and between[1] in "~≈∼":
        return "dash"
    if len(between) == 1 and between[0] in DASHES:
        spaced = given.touches(left.last) == given.touches(right.first) or right.unit is not None
        return "dash" if spaced and not _hyphen_number(given, left, right) else ""
    if between in (("and",), ("and", "about")) and _after_between(given, left.first):
        return "and"
    if between == ("or",) and left.unit is None and left.value is not None and right.value is not None:
        near = 0 < Fraction(right.value) - Fraction(left.value) <= 3
        return "or" if near and right.value <= 20 else ""
    return ""


def _after_between(given: Given, at: int) -> bool:
    """ "between 4", "between about 4", "between the ages of 4"."""
    before = given.words(at - 4, at)
    return before[-1:] == ("between",) or before[-2:] in _BETWEEN or before == _BETWEEN_AGES


_BETWEEN = frozenset(("between", word) for word in "about approximately around roughly ages some".split())
_BETWEEN_AGES = ("between", "the", "ages", "of")


def _hyphen_number(given: Given, left: Reading, right: Reading) -> bool:
    """Is the dash a minus sign or part of a name ("Boeing 737-800")?"""
    long = (
        left.numeral.plain and right.numeral.plain and len(left.numeral.digits) != len(right.numeral.digits)
    )
    before = given.text(left.first - 1)
    return long and before[:1].isupper() and before[1:2].islower()


def _is_level(given: Given, left: Reading, right: Reading, link: str) -> bool:
    """ "gained 2 percent to 8,410": by how much, and to where; "$2 million - half of it": an aside."""
    apart = left.unit is not None and right.unit is None and not left.is_age
    apart = apart and not given.touches(right.first)
    if link == "dash" and left.core > left.first:  # a currency before the first is of both
        return right.numeral.is_part or _exceeds(left, right)
    return apart and given.word(left.first - 1) not in ("from", "between")


# "rose $3 to $41": a level is that many times the step that led to it, or more.
_LEVEL = 3


def _is_step(given: Given, left: Reading, right: Reading) -> bool:
    """ "fell by $2 million to $3.1 million", "up 35 to 48,000": by how much, and to where."""
    before = given.word(left.first - 1)
    if (left.unit is None) != (right.unit is None) or left.value is None or right.value is None:
        return False  # "by 2 to 3 percent" is a range
    is_far = abs(Fraction(right.value)) >= _LEVEL * abs(Fraction(left.value))
    return before == "by" or (is_far and before in _CHANGES)


def _exceeds(left: Reading, right: Reading) -> bool:
    """Is the second number the smaller, also where its scale is meant for both ("$1.5-2 million")?"""
    if left.value is None or right.value is None:
        return True
    scale = right.numeral.scale if left.numeral.scale == 1 else 1
    return Fraction(left.value) * scale >= Fraction(right.value)


def _same_unit(left: Reading, right: Reading) -> bool:
    if left.unit is None or right.unit is None:
        return True
    return left.unit.name == right.unit.name or _is_per(right, left)


def _is_per(whole: Reading, part: Reading) -> bool:
    """ "$5 to $6 a share": the second unit says what both are per."""
    if whole.unit is None or part.unit is None:
        return False
    return whole.unit.name.startswith(f"{part.unit.name} per ")


def _share_scale(left: Reading, right: Reading) -> None:
    """ "10 to 12 million": the scale of the second is meant for the first as well.

    Not where that would make the first more than ten times the second ("from 300
    to 1.2 million"): then it was written out.
    """
    if left.value is None or right.value is None or left.numeral.scale > 1 or right.numeral.scale == 1:
        return
    measured = left.unit is not None and right.unit is not None and left.unit.dimension != "money"
    would_be = Fraction(left.value) * right.numeral.scale
    if not measured and left.value < 1000 and would_be <= 10 * Fraction(right.value):
        scale_by(left.numeral, right.numeral.scale, left.numeral.last)


def _share_unit(left: Reading, right: Reading) -> None:
    if left.unit is None:
        left.unit, left.dimension, left.is_age = right.unit, right.dimension, right.is_age
    elif right.unit is None or _is_per(left, right):
        right.unit, right.dimension, right.is_age = left.unit, left.dimension, left.is_age
    elif _is_per(right, left):
        left.unit, left.dimension = right.unit, right.dimension


def _is_change(given: Given, left: Reading) -> bool:
    """ "rose from 4 to 5": a verb of change within six words before "from"."""
    if given.word(left.first - 1) != "from":
        return False
    return not _CHANGES.isdisjoint(given.words(left.first - 7, left.first - 1))


def _ranges(given: Given, left: Reading) -> bool:
    """ "ranged from": the two ends are one range in whatever order they stand."""
    at = left.first - 1
    return given.word(at) == "from" and given.word(at - 1) in _RANGES


def _make_range(given: Given, left: Reading, right: Reading) -> None:
    _share_unit(left, right)
    left.to = right.numeral
    left.last, left.noun = right.last, right.noun
    if given.word(left.first - 1) in ("between", "from"):
        left.first -= 1
        read_age_range(given, left)
