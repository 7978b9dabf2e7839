"""Reading one number at one place of a tokenised sentence."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.numbers.digits import in_digits, vulgar
from claims.extraction.numbers.parts import part
from claims.extraction.numbers.spelled import in_words, vague
from claims.extraction.numbers.tokens import DIGITS, VULGAR, WORD, Token
from claims.extraction.numbers.values import Numeral, Unreadable
from claims.extraction.numbers.words import NUMBER_WORDS, PLURAL_SCALES


def number_at(row: Sequence[Token], place: int) -> Numeral | Unreadable | None:
    """The number that begins at token `place`, as long as it goes."""
    kind = row[place].kind
    if kind == DIGITS:
        return in_digits(row, place)
    if kind == VULGAR:
        return Numeral(place, place + 1, vulgar(row[place].text), None, row[place].text, is_part=True)
    if kind == WORD and row[place].lower in OPENERS:
        return vague(row, place) or part(row, place) or in_words(row, place)
    return None


# Words that a number may begin with.
OPENERS = NUMBER_WORDS | frozenset(PLURAL_SCALES) | frozenset("a an half quarter tens scores several".split())
