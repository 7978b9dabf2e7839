"""What the Ledger is asked with and answers with: values made for reading, never stored.

====================  =====================================================
`searching`           Query, and the Hits of its Answer
`adding`              what became of an input, a file of decisions, of authorities
`lines`               documents, sources and decisions, each a line of a list
`reviewing`           findings and pairs with their passages, and the queue of them
`shown`               everything about one id
`reporting`           all that a report tells
`renewal`             what a rebuild and a check of the whole record found
====================  =====================================================
"""

from claims.views.adding import Added, AuthorityTaken, Status, Taken
from claims.views.lines import DocumentLine, HistoryLine, ImportLine, PageLine, SourceLine
from claims.views.renewal import CarriedOn, Rebuilt, Tally, Verified
from claims.views.reporting import Report, Reported, Said
from claims.views.reviewing import (
    Agreement,
    Assessed,
    Compared,
    Difference,
    Draft,
    Queue,
    ReviewItem,
    Utterance,
    Version,
    Which,
)
from claims.views.searching import Answer, Hit, Kind, Query, Searched
from claims.views.shown import Shown

__all__ = [
    "Added",
    "Agreement",
    "Answer",
    "Assessed",
    "AuthorityTaken",
    "CarriedOn",
    "Compared",
    "Difference",
    "DocumentLine",
    "Draft",
    "HistoryLine",
    "Hit",
    "ImportLine",
    "Kind",
    "PageLine",
    "Query",
    "Queue",
    "Rebuilt",
    "Report",
    "Reported",
    "ReviewItem",
    "Said",
    "Searched",
    "Shown",
    "SourceLine",
    "Status",
    "Taken",
    "Tally",
    "Utterance",
    "Verified",
    "Version",
    "Which",
]
