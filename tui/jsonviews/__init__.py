"""Answers of the Ledger as the JSON of the command line, made of the forms of values."""

from tui.jsonviews.compared import assessed, utterance
from tui.jsonviews.hits import checked, hit
from tui.jsonviews.inputs import added, attachment, authority, rebuilt, taken
from tui.jsonviews.lines import document_line, history, import_line, source
from tui.jsonviews.speakers import likely, member
from tui.jsonviews.values import citation, shown

__all__ = [
    "added",
    "assessed",
    "attachment",
    "authority",
    "checked",
    "citation",
    "document_line",
    "history",
    "hit",
    "import_line",
    "likely",
    "member",
    "rebuilt",
    "shown",
    "source",
    "taken",
    "utterance",
]
