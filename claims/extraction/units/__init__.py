"""Units of measure and money, with exact factors between them."""

from claims.extraction.units.lookup import (
    Unit,
    converted,
    spelled_unit,
    symbol_unit,
    unit_named,
)

__all__ = ["Unit", "converted", "spelled_unit", "symbol_unit", "unit_named"]
