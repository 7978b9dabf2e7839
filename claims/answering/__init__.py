"""Answers that put several parts of the record together."""

from claims.answering.history import history
from claims.answering.searching import count, search
from claims.answering.showing import pages_of, show
from claims.answering.speakers import members, speaker_called, speaker_with, speakers

__all__ = [
    "count",
    "history",
    "members",
    "pages_of",
    "search",
    "show",
    "speaker_called",
    "speaker_with",
    "speakers",
]
