"""How a table is to be read, where it does not tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Reading:
    """What a person said of a table.

    Attributes:
        columns: the name of the column that holds a field, by field; the others are found by their names.
        sheet: of a workbook; "" for the first that has the columns.
        order: of the numbers in dates such as 03/04/2031 (see `claims.readymade.row.ORDERS`); "" if the
            column itself is to tell.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str = ""
    order: str = ""


AS_IT_IS = Reading()
