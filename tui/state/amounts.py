"""How a figure was read, in words: "more than 6,500,000 USD", "4 to 7 percent", "3/4 percentage point"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.model import Claim, Comparator
from claims.model.quantities import Number, written

_WORDS = {
    Comparator.EXACT: "",
    Comparator.ABOUT: "about",
    Comparator.ABOVE: "more than",
    Comparator.AT_LEAST: "at least",
    Comparator.BELOW: "less than",
    Comparator.AT_MOST: "at most",
}


def amount_words(claim: Claim) -> str:
    """ "" for a superlative, which has no figure."""
    amount = claim.quantity
    if amount is None:
        return ""
    if amount.value is None:
        words = f"{_number(amount.low)} to {_number(amount.high)}"
    else:
        words = f"{_WORDS.get(amount.comparator, '')} {_number(amount.value)}"
    kind = claim.unit or (claim.dimension if claim.dimension in ("ratio", "rank") else "")
    vague = "a vague amount" if amount.comparator is Comparator.VAGUE else ""
    return ", ".join(filter(None, (f"{words} {kind}".strip(), vague)))


def _number(number: Number | None) -> str:
    """With commas; "any number" where a side is open."""
    if number is None:
        return "any number"
    plain = written(number) or ""
    if isinstance(number, Fraction) and "/" in plain:
        return plain
    return f"{Decimal(plain):,}"
