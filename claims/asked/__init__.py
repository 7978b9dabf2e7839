"""Did anyone say this? What `check` answers: the nearest statements, passages and figures.

`values` is what it answers with, `asking` lists the steps.
"""
