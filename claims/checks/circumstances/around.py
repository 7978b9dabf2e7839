"""What stands around a figure in its sentence, and where its clause ends."""

from __future__ import annotations

import re

from claims.model import Claim
from claims.ports import Citation


def around(citation: Citation) -> tuple[str, str]:
    """What stands before the figure and after it in its sentence, as far as it is looked at."""
    claim = citation.value
    assert isinstance(claim, Claim)
    start = claim.span.start - claim.sentence.start
    sentence = citation.sentence
    end = start + len(claim.span)
    return sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]


# Characters on either side that may belong to a figure's clause.
_REACH = 120
# A figure is compared with many others: what its clause tells is kept of the last so many.
KEPT = 1024

CLAUSE_END = re.compile(r"[,;:()—]|\.(?:\s|$)|\b(?:when|while|after|before|as|who|that|which|where)\b")


def end_of_clause(after: str) -> int:
    found = CLAUSE_END.search(after)
    return found.start() if found else len(after)
