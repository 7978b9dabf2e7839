"""The HTML report: one file that asks for nothing else and runs nothing.

============  ================================================================
`exporter`    the exporter: rows, findings or a whole record
`contents`    what a page tells, ready to print
`entries`     a quote or the figures of a sentence, ready to print
`sources`     documents and problems, ready to print
`history`     a figure over time as a plot, in the numbers of an SVG
`page.html`   the template; `page.css` its style
============  ================================================================
"""
