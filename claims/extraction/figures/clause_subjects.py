"""The subject of the clause that a figure stands in, without a parse."""

from __future__ import annotations

from claims.extraction.figures.counted import Phrase
from claims.extraction.figures.left_phrases import WHICH, LeftPhrases
from claims.extraction.figures.word_kinds import (
    ADVERB,
    AND,
    AUXILIARY,
    CLOSING,
    COMMA,
    DETERMINER,
    NOUN,
    NUMBER,
    PREPOSITION,
    PRONOUN,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    VERB,
)  # fmt: skip

_SPEECH = frozenset("said says say told tells tell".split())
_VERBAL = frozenset((VERB, AUXILIARY, ADVERB))
# How far a subject may stand from its figure, and an aside may reach, in tokens.
_REACH, ASIDE = 60, 16
# A pronoun is the subject: nobody is named here, and none is looked for.
NOBODY = Phrase(0, 0)


class ClauseSubjects:
    """Of one sentence."""

    def __init__(self, left: LeftPhrases) -> None:
        self._left = left

    def of(self, first: int) -> Phrase | None:
        """Of the nearest verb to the left that has one in this clause; `NOBODY` for a pronoun."""
        at, limit = first - 1, max(0, first - _REACH)
        while at >= limit:
            kind = self._left.kind(at)
            if kind == STOP or self._left.word(at) in _SPEECH:
                return None
            if kind in (VERB, AUXILIARY):
                found, at = self._before_verbs(self._verbs(at))
                if at < 0:
                    return found
            else:
                at -= 1
        return None

    def _verbs(self, at: int) -> int:
        """Where the row of verbs that ends at a token begins: "is expected to rise"."""
        left = self._left
        while at > 0 and (left.kind(at - 1) in _VERBAL or left.word(at - 1) in ("to", "not", "n't")):
            at -= 1
        return at

    def _before_verbs(self, at: int) -> tuple[Phrase | None, int]:
        """The subject of verbs that begin at a token, and -1; or None, and where to look on."""
        left, before = self._left, at - 1
        kind = left.kind(before)
        if before < 0:
            return None, -1
        if kind == PRONOUN and left.kind(before - 1) != PREPOSITION:
            return NOBODY, -1
        if kind == RELATIVE:
            return left.whole(before - (left.kind(before - 1) == COMMA)), -1
        if kind == COMMA:
            found = None if left.word(at).endswith("ing") else self._over_aside(before)
            return found, -1 if found else before
        found = left.whole(at) if kind in (NOUN, CLOSING, NUMBER, PRONOUN) else None
        if found and left.kind(found.first - 1) == VERB and left.word(at) == "to":
            return None, found.first - 1  # "announced plans to hire"
        return found, -1 if found else before

    def _over_aside(self, comma: int) -> Phrase | None:
        """ "The bank, a lender to farms, rose": the noun before what stands between commas."""
        for at in range(comma - 1, max(-1, comma - ASIDE), -1):
            if self._left.kind(at) == STOP:
                return None
            if self._left.kind(at) == COMMA:
                found = self._left.whole(at)
                is_list = found is None or self._left.kind(found.first - 1) == COMMA
                return None if is_list else found
        return None

    def beginning(self, first: int) -> Phrase | None:
        """Where no verb is known: the noun that begins the clause."""
        left, at = self._left, first
        while at > 0 and left.kind(at - 1) not in _EDGES and left.word(at - 1) not in _SPEECH:
            at -= 1
        while at < first and (left.kind(at) in _NO_NOUN or left.word(at) in WHICH):
            at += 1
        end = at
        while end < first and left.kind(end) == NOUN and end not in left.figures:
            end += 1
        found = left.noun(end) if end > at else None
        return None if found is None or self._left.is_amount(found) else found


_EDGES = frozenset((STOP, COMMA, SUBORDINATOR, RELATIVE))
_NO_NOUN = frozenset((DETERMINER, PREPOSITION, AND, SUBORDINATOR, ADVERB))
