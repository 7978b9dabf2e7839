"""Statements on record.

`statements` lists the steps: `pieces` pairs the quotation marks, `tags` finds cues
with their subjects, `clauses` what each governs, `contents` whether that is a
statement, `assembly` puts the pieces of one statement together, and `maker` gives
it its speaker and date. The learned tagger (`extraction.encoder`) makes candidates beside
those of `tags` and `clauses`.
"""
