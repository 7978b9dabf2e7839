"""Who speaks, inside one document: names with titles and roles, and who "he" is.

`cast` collects the persons and bodies that a document names, `coreference` finds
who a mention is, `attribution` whose words a place is in.
"""
