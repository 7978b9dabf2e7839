"""One sentence in two documents, but for its figures: a text and its reprint."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from claims.checks.endless import LONGEST_SENTENCE, is_run_on
from claims.checks.ties import FRESH, Tie, days_apart
from claims.model import Claim
from claims.model.identity import content_id, normalised
from claims.ports import Citation

# Shorter sentences are printed of many things ("A total of 40 people died").
_TELLING_SENTENCE = 9
_FIGURE = re.compile(r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b|\d[\d.,]*")


def same_sentence(a: Citation, b: Citation) -> Tie | None:
    """Two documents of the same days print one sentence, but for its figures: one text and its reprint."""
    key = sentence_key(a)
    if not key or key != sentence_key(b) or (days_apart(a.document, b.document) or 0) > FRESH:
        return None
    return Tie(True, False, "both print one sentence, but for its figures")


def sentence_key(citation: Citation) -> str:
    """Stands for a claim's sentence without its figures, and which of them this is; "" for a short one."""
    claim = citation.value
    if not isinstance(claim, Claim) or is_run_on(claim):
        return ""
    return _sentence_key(citation.sentence, claim.span.start - claim.sentence.start)


@lru_cache(maxsize=4096)
def _sentence_key(sentence: str, start: int) -> str:
    words, places = _without_figures(sentence)
    return content_id("sentence", words, str(bisect_left(places, start))) if words else ""


@lru_cache(maxsize=512)
def _without_figures(sentence: str) -> tuple[str, list[int]]:
    """The words of a sentence, each figure as 0, and where the figures begin; no words for a short one,
    and for one that has no end.
    """
    low = sentence.casefold()
    pieces: list[str] = []
    places: list[int] = []
    end = 0
    for found in _FIGURE.finditer(low):
        pieces += (low[end : found.start()], "0")
        places.append(found.start())
        end = found.end()
    words = normalised(" ".join((*pieces, low[end:]))).split()
    return " ".join(words) if _TELLING_SENTENCE <= len(words) <= LONGEST_SENTENCE else "", places
