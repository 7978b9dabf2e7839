"""Who speaks, inside one document: names with titles and roles, and who "he" is.

`cast` collects the persons that a document names and `bodies` the bodies. `coreference`
finds who a mention is: `mentions` cuts it down to its name, `offices` knows who "the mayor"
is, `pronouns` who "he", `author` who "I". `attribution` tells whose words a place is in.
"""
