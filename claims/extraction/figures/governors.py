"""Of what a figure is told, where that stands to its left: the noun it hangs on, or its clause's subject.

price cuts on [50 boats]     Revenue in the quarter rose to [$7 million]     a port, which hired [30]
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from claims.extraction.figures.clause_subjects import ASIDE, NOBODY, ClauseSubjects
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
    OPENING,
    PREPOSITION,
    RELATIVE,
    STOP,
    SUBORDINATOR,
    VERB,
)
from claims.extraction.numbers.tokens import Token

# Prepositions that join a figure to the noun before them; "to", "at" and "by" join it to a verb.
_OF_NOUNS = frozenset(
    "of with for on in from than worth between among across including over under about".split()
)
# "cost the coast [$61 million]": whom it cost stands between, and is not what is told of.
_GIVING = frozenset(
    """cost costs costing save saves saved saving give gives gave giving pay pays paid paying owe owes owed
    lend lent offer offers offered charge charges charged fine fined grant granted award awarded""".split()
)
_VALUING = frozenset(
    """put puts set sets estimated estimates estimate valued values priced pegged placed kept keeps""".split()
)
_CLAUSE = frozenset((VERB, AUXILIARY, SUBORDINATOR, RELATIVE))
_LISTING = frozenset((OPENING, COMMA, AND, STOP))


class Governors:
    """For the figures of one sentence, asked for from left to right."""

    def __init__(
        self,
        row: Sequence[Token],
        figures: Sequence[tuple[int, int]],
        durations: Container[int] = (),
        ages: Container[int] = (),
    ) -> None:
        """
        Args:
            figures: tokens [first, last) of each, with its unit.
            durations: numbers of those that tell how long: they hang on verbs.
            ages: numbers of those that follow a name and a comma.
        """
        self._durations, self._ages = durations, ages
        places = {at: number for number, place in enumerate(figures) for at in range(*place)}
        self._starts = [first for first, _ in figures]
        self._left = LeftPhrases(row, places, max(self._starts, default=0))
        self._subjects = ClauseSubjects(self._left)
        self._found: list[Phrase | None] = []

    def next(self) -> Phrase | None:
        """What the next figure is told of."""
        number = len(self._found)
        first = self._starts[number]
        found = self._set_off(first - 1) if number in self._ages else None
        found = found or self._of(first, lasts=number in self._durations)
        self._found.append(found)
        return found

    def _of(self, first: int, *, lasts: bool = False) -> Phrase | None:
        left, at = self._left, first - 1
        while at >= 0 and (left.kind(at) in (ADVERB, DETERMINER) or left.word(at) in WHICH):
            at -= 1
        kind = left.kind(at)
        if kind == NOUN and at not in left.figures and (found := self._beside(at + 1)):
            return found
        if kind == OPENING and (found := left.noun(at)):
            return found
        if kind in _LISTING and (near := self._figure_before(at)) is not None:
            return self._same(near)
        if kind in (COMMA, PREPOSITION) and (found := self._set_off(at)):
            return found
        found = self._behind_preposition(at) if kind == PREPOSITION and not lasts else None
        found = found or self._subjects.of(first) or self._subjects.beginning(first)
        return found if found is not NOBODY else None

    def _same(self, at: int) -> Phrase | None:
        """What the figure at a token is told of."""
        number = self._left.figures[at]
        return self._found[number] if number < len(self._found) else None

    # -- the noun that a figure hangs on

    def _beside(self, end: int) -> Phrase | None:
        """ "pulled shares [2 percent] lower": the noun that the figure touches."""
        found = self._left.noun(end)
        if found is None or self._left.kind(found.first - 1) == PREPOSITION:
            return None
        at = found.first - 1
        while self._left.kind(at) == DETERMINER:
            at -= 1
        return None if self._left.word(at) in _GIVING else found

    def _set_off(self, at: int) -> Phrase | None:
        """ "Ines Carrow, [44]", "Halden Bank, down [2 percent]": a name before a comma."""
        at -= self._left.word(at) in ("up", "down")
        return self._left.noun(at) if self._left.kind(at) == COMMA and self._left.is_capital(at - 1) else None

    def _figure_before(self, at: int) -> int | None:
        """The figure before in a list: no verb and no end of a sentence stands between."""
        limit = max(-1, at - ASIDE)
        while at > limit and at not in self._left.figures:
            if self._left.kind(at) in _CLAUSE or self._left.word(at) in (".", ":", "—"):
                return None
            at -= 1
        return at if at > limit else None

    def _behind_preposition(self, at: int) -> Phrase | None:
        left = self._left
        if at - 1 in left.figures:
            return self._same(at - 1)
        if left.kind(at - 1) == CLOSING and (near := self._figure_before(at - 1)) is not None:
            return self._same(near)
        if left.word(at) == "at" and (found := self._valued(at)):
            return found
        if left.word(at) in _OF_NOUNS:
            found = left.whole(at, joined=False)
            return self._of(found.first) if found and left.is_amount(found) else found
        found = left.noun(at)
        elided = found and found.first and left.kind(found.first - 1) in (COMMA, AND)
        return found if found and elided and left.is_capital(found.first) else None

    def _valued(self, at: int) -> Phrase | None:
        """ "put the damage at [$18 million]"."""
        found = self._left.whole(at, joined=False)
        if found is None or self._left.kind(found.first - 1) != DETERMINER:
            return None
        return found if self._left.word(found.first - 2) in _VALUING else None
