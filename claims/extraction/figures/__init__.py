"""Numeric claims: every figure and superlative of a page, with what it is about.

`claiming` lists the passes. `scan` reads the figures of one sentence: `measuring` a number with its
unit, `rejected`, `cited`, `papers` and `drawings` turn down what measures nothing, `ranges`, `amounts`,
`shared_units` and `elided` join what belongs together, `bounds` and `intervals` say how far it commits.
`about` says what each counts and of what it is told, with `counted`, `measures`, `governors`, `roles`,
`scope` and `when`. `tables` reads figures in cells; `left_out` tells the numbers that are no claims.
"""

from claims.extraction.figures.claiming import MOST_FIGURES, Figures, figures
from claims.extraction.figures.left_out import left_out

__all__ = ["MOST_FIGURES", "Figures", "figures", "left_out"]
