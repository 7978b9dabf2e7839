"""Ready-made quotes: rows of a table that say who said what; nobody here has seen where.

===========  ==================================================================
`row`        one row as a value, as the bytes that are kept, and as a quote
`storing`    rows into the record, thousands in one transaction
`imports`    an import as a whole, and taking it back
`waiting`    what is made of stored rows afterwards: figures, matches, findings
`figures`    the part of it that worker processes do
===========  ==================================================================
"""
