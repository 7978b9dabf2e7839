"""An amount and its equivalent in another unit, where one does not convert to the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from claims.checks.amounts import in_unit, plain, plural, shown, wide
from claims.checks.citing import all_evidence, begun, publisher
from claims.model import Claim, Comparator, Finding, FindingKind, Quantity, Severity
from claims.ports import Citation, Reach

_OPENS = re.compile(r"\s{0,2}(?:\(|, or (?:about |roughly |some )?|\[)\s?$")
# Rounding in two steps, or "about" left out, explains a difference up to this share.
_SLACK = Fraction(3, 100)


class Conversion:
    """Bracketed equivalents that are wrong: "10 miles (26 kilometers)"."""

    name = "conversion"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The sentence, for amounts with a unit."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or not claim.unit:
            return []
        return [f"{citation.document.id}|{claim.sentence.start}"]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each bracket that does not hold."""
        ordered = sorted(group, key=lambda citation: _claim(citation).span)
        for one, two in pairwise(ordered):
            if _is_equivalent(one, two):
                yield from _judged(one, two)


def _is_equivalent(one: Citation, two: Citation) -> bool:
    first, second = _claim(one), _claim(two)
    gap = one.document.text[first.span.end : second.span.start]
    # Degrees of two scales differ by more than a factor.
    if first.dimension == "temperature":
        return False
    return first.unit != second.unit and first.dimension == second.dimension and bool(_OPENS.fullmatch(gap))


def _judged(one: Citation, two: Citation) -> Iterator[Finding]:
    first, second = _claim(one), _claim(two)
    assert first.quantity is not None
    assert second.quantity is not None
    turned = in_unit(first.quantity, first.unit, second.unit)
    exact = {first.comparator, second.comparator} <= {Comparator.EXACT, Comparator.ABOUT}
    if (
        turned is None
        or not exact
        or wide(turned).meets(wide(second.quantity))
        or _is_near(turned, second.quantity)
    ):
        return
    come_to = _rounded(turned)
    source = begun(publisher(one.document))
    said = f"{source} turns {shown(first)} into {shown(second)}; it is {come_to} {plural(second.unit)}."
    why = (f"{shown(first)} = {come_to} {plural(second.unit)}", f"printed: {shown(second)}")
    yield Finding(
        Conversion.name, FindingKind.CONFLICT, Severity.MEDIUM, (first.id, second.id), said, why,
        all_evidence((one, two)),
    )  # fmt: skip


def _is_near(turned: Quantity, printed: Quantity) -> bool:
    if turned.value is None or printed.value is None:
        return True
    one, two = Fraction(turned.value), Fraction(printed.value)
    return abs(one - two) <= _SLACK * max(abs(one), abs(two))


def _rounded(quantity: Quantity) -> str:
    """Three figures: as many as a reader needs to see that it is off."""
    return (
        f"{float(quantity.value or 0):.3g}"
        if abs(float(quantity.value or 0)) < 1000
        else plain(_whole(quantity))
    )


def _whole(quantity: Quantity) -> Quantity:
    value = Fraction(round(Fraction(quantity.value or 0)))
    return Quantity(quantity.comparator, value, value, value=value)


def _claim(citation: Citation) -> Claim:
    assert isinstance(citation.value, Claim)
    return citation.value
