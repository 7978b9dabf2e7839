"""What became of a page: its versions, its quotes in the newer text, and its correction notes. Pure.

====================  =====================================================
`lines`               which document replaced which, from where and when they came
`words`               a text as folded words with their places
`blocks`              what two sequences have in common, in order
`anchoring`           passages of an older text found in the newer one
`fates`               quotes and claims of an older version: same, moved, changed, gone
`notices`             correction notes
====================  =====================================================
"""
