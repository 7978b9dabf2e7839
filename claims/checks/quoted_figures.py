"""Do two figures stand in two printings of one statement?"""

from __future__ import annotations

import re

from claims.matching.likeness import likeness
from claims.model import Claim
from claims.ports import Citation


def is_one_quote(a: Citation, b: Citation) -> bool:
    """Do both stand in printings of one speaker's words? Those are compared as words, by altered-wording.

    What "officials said" reports in other words is a figure like any; only words between
    marks, and what one named speaker is reported to have said, may be one statement.
    """
    if not all(isinstance(c.value, Claim) and c.value.quote is not None for c in (a, b)):
        return False
    one, two = _named_speaker(a.sentence), _named_speaker(b.sentence)
    is_one = bool(one & two) if one or two else _is_between_marks(a) and _is_between_marks(b)
    return is_one and likeness(a.sentence, b.sentence).relation.joins


_SAID = r"(?:said|says|told|announced|added|reported)"
_NAMED = r"(?:(?:[Tt]he )?[\w’'-]+ ){0,4}[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}"
_WHO_SAID = re.compile(rf"[,”\"] ?(?P<before>{_NAMED}) {_SAID}\b|[,”\"] ?{_SAID} (?P<after>{_NAMED})")
_FIRST_SAID = re.compile(rf"\s{{0,2}}(?P<before>{_NAMED}) {_SAID}\b")
_CAPITALISED = re.compile(r"[A-Z][\w’'-]+")


def _named_speaker(sentence: str) -> frozenset[str]:
    """The words of the name of who said it, where the sentence prints one."""
    found = _FIRST_SAID.match(sentence) or _WHO_SAID.search(sentence[:_LONGEST])
    name = next((part for part in found.groups() if part), "") if found else ""
    return frozenset(_CAPITALISED.findall(name)) - {"The"}


_LONGEST = 1000
_OPENING, _CLOSING = "“«", "”»"


def _is_between_marks(citation: Citation) -> bool:
    """Is a quotation that was opened before the figure still open? A ready-made quote has no marks."""
    if citation.document.is_asserted:
        return True
    assert isinstance(citation.value, Claim)
    before = citation.sentence[: citation.value.span.start - citation.value.sentence.start]
    opened = max(before.rfind(mark) for mark in _OPENING)
    return opened > max(before.rfind(mark) for mark in _CLOSING) or before.count('"') % 2 == 1
