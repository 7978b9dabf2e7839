"""Numeric claims: every figure and superlative of a page, with what it is about.

`claiming` lists the passes; `scan` reads the figures of one sentence with
`masks`, `rejected`, `ranges`, `bounds`, `ages` and `multiples`; `about` says
what each counts, with `counted`, `roles`, `scope` and `when`.
"""

from claims.extraction.figures.claiming import MOST_FIGURES, Figures, figures
from claims.extraction.figures.left_out import left_out

__all__ = ["MOST_FIGURES", "Figures", "figures", "left_out"]
