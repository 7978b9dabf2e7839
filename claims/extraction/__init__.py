"""From a document to its quotes and claims.

====================  =====================================================
`pipeline`            the steps, for any extractor: extract, ground, number, join
`grounding`           what the text does not hold is never a quote
`rules`               our extractor that needs no model
`page`, `sentences`   a document prepared: paragraphs, sentences
`windows`             runs of paragraphs, and the size up to which all is read
`passages`            what becomes of a paragraph longer than any prose
`quotes`              statements: marks, cues, clauses
`speakers`            who says them
`figures`             numeric claims; `numbers` and `units` read them exactly
====================  =====================================================
"""
