"""Tables of a page: what a cell counts is said by the headings of its column and its row.

The form is that of pipe tables, which the reader of saved pages writes: a row a line, a
mark between cells (" | ", or a tab in plain text), a line of dashes below headings. It is
stable because no cell holds what keeps cells apart: a line break inside of a cell is
written as a blank and a "|" as "\\|". A cell that goes on from the one to its left is
written "<", from the one above "^".

`grid` finds the lines that are rows and their cells, `layout` which of them are headings,
`headings` what a heading says, `cells` the figure of one cell, `counting` makes the claims,
`reading` reads a row, `stretches` tells rows from prose.
"""

from claims.extraction.figures.tables.reading import read_row
from claims.extraction.figures.tables.stretches import RowOfTable, Stretches

__all__ = ["RowOfTable", "Stretches", "read_row"]
