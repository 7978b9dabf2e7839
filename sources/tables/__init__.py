"""Tables of ready-made quotes: who said what, a row each.

===========  ==================================================================
`opening`    from a file to a table of its format
`reading`    what a person said of a table that does not tell it
`columns`    which column is what, whatever it is called
`stating`    the cells of a row as a statement, or why they are none
`dating`     which number of a date is the day
`lines`      text lines of a file in whatever encoding, bounded
`records`    records of CSV; a stray quotation mark costs one
`delimited`  CSV, with commas, semicolons, tabs or bars
`objects`    JSON Lines
`packed`     the parts of a workbook, unpacked within bounds
`sheets`     XLSX
===========  ==================================================================
"""

from sources.tables.opening import Table, table_in
from sources.tables.reading import Reading

__all__ = ["Reading", "Table", "table_in"]
