"""Units of measure and money, with exact factors between them."""

from claims.extraction.units.lookup import converted, spelled_unit, symbol_unit, unit_named
from claims.extraction.units.unit import Unit

__all__ = ["Unit", "converted", "spelled_unit", "symbol_unit", "unit_named"]
