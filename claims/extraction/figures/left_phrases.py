"""Noun phrases that end before a place in a sentence, with or without what hangs on them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted import Phrase
from claims.extraction.figures.word_kinds import (
    ADVERB,
    AND,
    CLOSING,
    DETERMINER,
    NOUN,
    NUMBER,
    OPENING,
    PREPOSITION,
    PRONOUN,
    STOP,
    kinds,
)
from claims.extraction.numbers.tokens import HYPHENS, Token

# No figure is told of a time.
TIMES = frozenset(
    """year years month months week weeks day days quarter quarters decade decades hour hours minute minutes
    today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december morning afternoon evening night weekend period time
    jan feb mar apr jun jul aug sept sep oct nov dec spring summer autumn winter end""".split()
)
# Words before a figure or a noun that say which of them, not of what.
WHICH = frozenset(
    "record last past previous next first additional record further other new full another same whole".split()
)
# "a total of 12 arrests", "a close of 1,400 points": these say how it was counted, not of what.
_AMOUNTS = frozenset(
    "total number factor average maximum minimum amount pair couple lot sum record close high low".split()
)
# Prepositions over which a noun phrase goes on: "shares of the bank in Halden".
_INSIDE = frozenset("of from in for on with per among between across".split())
# The longest phrase, in tokens.
_LONGEST = 60


class LeftPhrases:
    """Of the first `end` tokens of a sentence. `figures` says which figure, by its number, a token is of."""

    def __init__(self, row: Sequence[Token], figures: dict[int, int], end: int) -> None:
        self.row, self.kinds, self.figures = row, kinds(row, end), figures

    def kind(self, at: int) -> str:
        return self.kinds[at] if 0 <= at < len(self.kinds) else STOP

    def word(self, at: int) -> str:
        return self.row[at].lower if 0 <= at < len(self.row) else ""

    def is_capital(self, at: int) -> bool:
        return 0 <= at < len(self.row) and self.row[at].text[:1].isupper()

    def is_amount(self, found: Phrase) -> bool:
        words = [self.word(at) for at in range(*found)]
        return words[-1] in _AMOUNTS and "of" not in words

    def noun(self, end: int) -> Phrase | None:
        """The nouns that end before a token, without what hangs on them."""
        at = end
        while at > 0 and self._is_named(at - 1):
            at -= 1
        while at < end and (self.kind(at) != NOUN or self.word(at) in WHICH):
            at += 1
        at = self._past_half(at, end)
        return Phrase(at, end) if at < end and self.word(end - 1) not in TIMES else None

    def whole(self, end: int, *, joined: bool = True) -> Phrase | None:
        """A noun with what hangs on it, that ends before a token: "shares of the bank in Halden".

        Args:
            joined: go on over "and".
        """
        end = self._before_brackets(end)
        at = end
        while at > 0 and end - at < _LONGEST and self._belongs(at - 1, joined=joined):
            at -= 1
        while at < end and (
            self.kind(at) in _NO_BEGINNING or self.word(at) in WHICH or self.word(at) in TIMES
        ):
            at += 1
        at = self._past_half(at, end)
        last = self._without_time(at, end)
        is_named = any(self.kind(place) == NOUN for place in range(at, last))
        return Phrase(at, last) if is_named else None

    def _past_half(self, at: int, end: int) -> int:
        """ "27-nation bloc": past the half of a word whose other half is a figure."""
        return min(at + 2, end) if at < end and self.row[at].text in HYPHENS else at

    def _before_brackets(self, end: int) -> int:
        """ "the port (a body of the county) [hired]": where the brackets open."""
        if self.kind(end - 1) != CLOSING:
            return end
        opening = (at for at in range(end - 2, max(-1, end - _LONGEST), -1) if self.kind(at) == OPENING)
        return next(opening, end)

    def _without_time(self, at: int, last: int) -> int:
        """Where a phrase ends that "in recent years" is no part of."""
        if last > at and self.word(last - 1) in TIMES:
            joins = (place for place in range(last - 1, at, -1) if self.kind(place) == PREPOSITION)
            last = next(joins, last - 1)
        while last > at and self.kind(last - 1) in _NO_END:
            last -= 1
        return last

    def _is_named(self, at: int) -> bool:
        """A noun, the "&" of a name, or the number in one: "Index 500"."""
        if at in self.figures:
            return False
        if self.kind(at) == NUMBER:
            return self.is_capital(at - 1)
        return self.kind(at) == NOUN or self.row[at].text == "&"

    def _belongs(self, at: int, *, joined: bool) -> bool:
        kind, before, after = self.kind(at), self.kind(at - 1), self.kind(at + 1)
        if at in self.figures or (kind == AND and not joined):
            return False
        if after == DETERMINER and kind not in (PREPOSITION, DETERMINER):
            return False  # a noun with its article begins here, behind a verb that is not known
        if kind == PREPOSITION:
            is_joined = before in (NOUN, CLOSING, NUMBER) and at - 1 not in self.figures
            return is_joined and self.word(at) in _INSIDE
        if kind in (AND, PRONOUN):
            return before == (NOUN if kind == AND else PREPOSITION)
        return kind in (NOUN, DETERMINER, CLOSING, OPENING, NUMBER)


_NO_BEGINNING = frozenset((DETERMINER, AND, PREPOSITION, CLOSING))
_NO_END = frozenset((DETERMINER, ADVERB, PREPOSITION, AND))
