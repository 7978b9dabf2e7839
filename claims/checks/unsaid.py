"""Sentences whose figures nobody stands by: denied, corrected, or only supposed."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks.correction import is_denied
from claims.ports import Citation

_UNSAID = re.compile(
    r"\b(?:if|unless|suppose|wrong(?:ly)?|incorrect(?:ly)?|mistaken(?:ly)?|false(?:ly)?|erroneous(?:ly)?|untrue"
    r"|misstated|misreported|bogus|hoax|debunked|den(?:y|ies|ied)|correction|earlier version|would have)\b",
    re.IGNORECASE,
)


def is_unsaid(citation: Citation) -> bool:
    """Is the figure denied or taken back, or does its sentence call something wrong or suppose it?"""
    return _is_unsaid(citation.sentence) or is_denied(citation)


@lru_cache(maxsize=512)
def _is_unsaid(sentence: str) -> bool:
    return bool(_UNSAID.search(sentence))
