"""A figure as it is read from one sentence, before it becomes a Claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from claims.extraction.figures.masks import Rejection
from claims.extraction.numbers.tokens import WORD, Token
from claims.extraction.numbers.values import Numeral
from claims.extraction.units.unit import Unit
from claims.model.quantities import Comparator, Number


@dataclass(slots=True)
class Reading:
    """One figure. Token places are half-open: [first, last), bound words included.

    Attributes:
        numeral: the number, or the lower one of a range.
        core: where the number itself begins, after bound words and currency signs.
        noun: where what is counted may begin: after number, unit and "or more".
        to: the upper number of a range.
        unit: None for plain counts.
        dimension: "ratio" for shares and multiples, else that of the unit, else "".
        is_age: "13 years old", "aged 13".
        comparator: EXACT until the bound words have been read.
        slack: how far a bound reaches on its open side, as a share of the value: 0.1
            for "about", "nearly" and "just over"; None where it is unlimited.
        below: "about" that means not quite: "nearly", "almost".
        low_open, high_open: of a range, whether an end is left out ("more than 4 and less than 9").
        spread: the uncertainty written after it ("± 7"), in its unit.
    """

    numeral: Numeral
    first: int
    core: int
    last: int
    noun: int
    unit: Unit | None = None
    to: Numeral | None = None
    dimension: str = ""
    is_age: bool = False
    comparator: Comparator = Comparator.EXACT
    slack: Decimal | None = None
    spread: Number | None = None
    below: bool = False
    low_open: bool = False
    high_open: bool = False

    @property
    def value(self) -> Number | None:
        return self.numeral.value

    @property
    def is_vague(self) -> bool:
        return self.numeral.value is None

    @property
    def is_bare_count(self) -> bool:
        """A whole number without unit: what may be a label, a year or a name."""
        alone = self.to is None and self.spread is None
        return alone and self.unit is None and not self.dimension and not self.is_age


@dataclass(frozen=True, slots=True)
class Rejected:
    """A number that is no claim: tokens [first, last), and why."""

    first: int
    last: int
    reason: Rejection


@dataclass(frozen=True)
class Given:
    """What a rule may look at besides the number: the tokens and the country of the source."""

    row: Sequence[Token]
    country: str = ""

    @cached_property
    def is_title_case(self) -> bool:
        """A headline that capitalises nearly every word, so that capitals say nothing."""
        words = [token.text for token in self.row if token.kind == WORD and len(token.text) > 3]
        return len(words) >= 4 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)

    def word(self, place: int) -> str:
        """The lower-case token at a place, "" outside the sentence."""
        return self.row[place].lower if 0 <= place < len(self.row) else ""

    def text(self, place: int) -> str:
        return self.row[place].text if 0 <= place < len(self.row) else ""

    def touches(self, place: int) -> bool:
        """Does the token at `place` touch the one before it?"""
        return 0 < place < len(self.row) and self.row[place - 1].end == self.row[place].start

    def words(self, first: int, last: int) -> tuple[str, ...]:
        return self._lower[max(0, first) : max(0, last)]

    @cached_property
    def _lower(self) -> tuple[str, ...]:
        """All lower-case tokens: rules ask for words twenty times a sentence."""
        return tuple(token.lower for token in self.row)
