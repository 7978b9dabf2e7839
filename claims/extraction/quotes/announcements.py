"""Statements that are announced: `Vega issued the following statement:`, `Statement of Mayor Vega`.

Their words follow, in marks or as the next paragraph.
"""

from __future__ import annotations

import re

from claims.extraction.quotes import subjects
from claims.extraction.quotes.candidate import Candidate
from claims.extraction.quotes.cues import Cue, Form, Frame
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.tags import Tag
from claims.model import Span

_ISSUING = frozenset(
    """issued issues released releases made makes gave gives delivered delivers offered offers posted
    submitted""".split()
)
_STATEMENTS = frozenset("statement statements remarks comment comments".split())
_ISSUE = Cue("issue", Frame.SAY, Form.PAST)
# Words between "issued" and "statement": "the following joint".
_BETWEEN = 5
_HEADING = re.compile(
    r"(?:(?:joint |floor |prepared |opening )?statement|remarks|comments?)"
    r"\s(?:of|by|from)\s(?P<who>[^\n:;]{3,80})",
    re.IGNORECASE,
)


def announcement(s: Sentence) -> Candidate | None:
    """The tag of a sentence that says that a statement was issued, and quotes none of it."""
    for index, low in enumerate(s.low[:120]):
        if low not in _ISSUING or not _STATEMENTS.intersection(s.low[index + 1 : index + 1 + _BETWEEN]):
            continue
        subject = subjects.before(s, index)
        if subject is None:
            return None
        follows = "following" in s.low[index : index + _BETWEEN] and s.words[-1] == ":"
        tag = Tag(index, index, _ISSUE, subject)
        return Candidate(tag, (), (index, len(s) - 1), announces=True, marked_only=not follows)
    return None


def heading(text: str, paragraph: Span) -> Span | None:
    """Whose statement a heading announces: `Statement of Mayor Marisol Vega`."""
    if len(paragraph) > 200:
        return None
    found = _HEADING.match(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    words = re.split(r"\s(?:on|regarding|about|concerning|in)\s|,", found["who"])[0].rstrip(" .")
    return Span(found.start("who"), found.start("who") + len(words)) if words[:1].isupper() else None
