"""Doses against the mass they are made of: "two milligrams is a lethal dose ... 10 grams, 5,000 doses"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction

from claims.checks.amounts import in_unit
from claims.checks.derived import Derived, derived_findings
from claims.checks.framing import claim_of, frame_pattern, frames
from claims.checks.reckoning import Range, Reader, figure, printed, value_of
from claims.model import Claim, Finding
from claims.ports import Citation, Reach

_LETHAL = r"(?:potentially |possibly |\w+ly )?(?:lethal|deadly|fatal)"
_ONE = (
    frame_pattern(rf"<dose:U>.... (?:is|are|can be|could be|may be|constitutes?)... {_LETHAL}"),
    frame_pattern(rf"{_LETHAL} dose... (?:is|of|being) <dose:U>"),
)
_MAKES = r"(?:,| \(|enough (?:for|to make|to produce)|or|equal to|equivalent to|making|amounting to)"
_MANY = (
    frame_pattern(rf"<mass:U>....{_MAKES}... <doses:N> {_LETHAL} doses"),
    frame_pattern(rf"<doses:N> {_LETHAL} doses...(?:,| \(| or| in)... <mass:U>"),
)


class Doses:
    """Counts of lethal doses that a mass and the dose named in the document do or do not come to."""

    name = "dose"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The document, for masses and for counts of doses."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None:
            return []
        concerned = claim.dimension == "mass" or "dose" in claim.counted
        return [citation.document.id] if concerned else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each count of doses told beside its mass, where one dose is told once."""
        doses: dict[object, Citation] = {}
        told: list[tuple[Citation, Citation]] = []
        for frame in frames(group):
            for pattern in _ONE:
                for found in frame.matches(pattern):
                    doses.setdefault(
                        (value_of(claim_of(found["dose"])), claim_of(found["dose"]).unit), found["dose"]
                    )
            for pattern in _MANY:
                told += [(found["doses"], found["mass"]) for found in frame.matches(pattern)]
        # With two doses, of two substances, nothing says which is meant.
        if len(doses) == 1:
            (dose,) = doses.values()
            yield from derived_findings(self.name, _derived(dose, told))


def _derived(dose: Citation, told: Iterable[tuple[Citation, Citation]]) -> Iterator[Derived]:
    for doses, mass in told:
        one, whole = claim_of(dose), claim_of(mass)
        quantity = one.quantity
        assert quantity is not None
        turned = in_unit(quantity, one.unit, whole.unit)
        if turned is None or turned.value is None or not value_of(one) or mass is dose:
            continue
        factor = value_of(one) / Fraction(turned.value)
        yield Derived(
            doses, (mass, dose), _quotient(whole, one, factor),
            f"{printed(whole)} at {printed(one)} a dose make",
            f"{_weighing(value_of(whole) * factor, one.unit)} / {_weighing(value_of(one), one.unit)}",
            explains=("the doses may be of the pure substance",),
        )  # fmt: skip


def _weighing(value: Fraction, unit: str) -> str:
    return f"{figure(value)} {unit}" if value == 1 else f"{figure(value)} {unit}s"


def _quotient(whole: Claim, dose: Claim, factor: Fraction) -> Callable[[Reader], Range]:
    return lambda read: read(whole).over(read(dose)).by(factor)
