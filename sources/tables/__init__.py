"""Tables of ready-made quotes: who said what, a row each.

===========  ==================================================================
`opening`    from a file to a table of its format
`columns`    which column is what, whatever it is called
`stating`    the cells of a row as a statement, or why they are none
`lines`      text lines of a file in whatever encoding, bounded
`delimited`  CSV, with commas, semicolons, tabs or bars
`objects`    JSON Lines
`sheets`     XLSX
===========  ==================================================================
"""

from sources.tables.opening import Table, table_in

__all__ = ["Table", "table_in"]
