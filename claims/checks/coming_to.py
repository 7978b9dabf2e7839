"""Does a list come to a total: exactly, within rounding, or not by anything the document tells?"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.checks.framing import claim_of
from claims.checks.itemised import come_to
from claims.checks.reckoning import Range, last_place, value_of, wide
from claims.checks.totals import Totals
from claims.model import Comparator
from claims.ports import Citation

# "Nearly $173 million" and a list of 165 million may fit by chance.
CLOSE = Fraction(3, 100)
# A total of so many digits that is met exactly is met by no chance.
_TELLING = 4


def is_telling(citation: Citation) -> bool:
    digits = f"{value_of(claim_of(citation)).numerator}".rstrip("0")
    return len(digits) >= _TELLING


def holds(total: Citation, items: Sequence[Citation]) -> bool:
    """Within rounding and near: of single millions, "$10 million" and a list of 9 are told by nobody."""
    claim = claim_of(total)
    near = abs(come_to(items) - value_of(claim)) <= CLOSE * value_of(claim)
    return near and is_rounding(total, items) and not is_off_by_a_digit(total, items)


def is_rounding(total: Citation, items: Sequence[Citation]) -> bool:
    """May rounding explain the difference, be it large?"""
    return _sum_of(items).meets(wide(claim_of(total)))


def is_off_by_a_digit(total: Citation, items: Sequence[Citation]) -> bool:
    """Of money: is a total that is printed as finely as its finest item more from their sum than half of
    that place for each?

    Who comes to "$90.31 million" has each item to that place, so that "$10.8 million" is no 10.84.
    """
    claim = claim_of(total)
    finest = min(last_place(claim_of(item)) for item in items)
    if claim.dimension != "money" or claim.comparator is not Comparator.EXACT or last_place(claim) != finest:
        return False
    return abs(come_to(items) - value_of(claim)) > finest / 2 * (len(items) + 1)


def _sum_of(items: Sequence[Citation]) -> Range:
    ranges = [wide(claim_of(item)) for item in items]
    first, *rest = ranges
    for one in rest:
        first = first.plus(one)
    return first


def is_clash(total: Citation, items: Sequence[Citation], totals: Totals, within: Fraction) -> bool:
    """Does nothing the document tells explain the difference?"""
    claim, sum_ = claim_of(total), come_to(items)
    if claim.comparator is not Comparator.EXACT or abs(sum_ - value_of(claim)) > within * value_of(claim):
        return False
    apart = abs(sum_ - value_of(claim))
    # One item that is told but not counted, or a figure elsewhere that is counted but not listed.
    return totals.exactly(claim.unit, apart) is None
