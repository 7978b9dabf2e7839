"""A unit of measure, and the compound units that are made of others."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    Attributes:
        name: canonical, in the singular: "kilogram", "mile per hour", "USD".
        dimension: what it measures: "mass", "money", "percent", "length per time".
        factor: how many base units of the dimension one is; 1 for money, which
            converts only with a rate and a date.
        offset: added before the factor (temperatures); else 0.
    """

    name: str
    dimension: str
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)


def per_unit(above: Unit | None, below: Unit) -> Unit:
    """The compound "above per below", or "per below" alone."""
    if above is None:
        return Unit(f"per {below.name}", f"per {below.dimension}", 1 / below.factor)
    return Unit(
        f"{above.name} per {below.name}",
        f"{above.dimension} per {below.dimension}",
        above.factor / below.factor,
    )


def powered(base: Unit, power: int) -> Unit | None:
    """The square (2) or cubic (3) unit of a length; None for other units."""
    if base.dimension != "length" or power not in (2, 3):
        return None
    name, dimension = ("square", "area") if power == 2 else ("cubic", "volume")
    return Unit(f"{name} {base.name}", dimension, base.factor**power)
