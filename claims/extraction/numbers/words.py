"""Numbers in words: what each word is worth, and an automaton that adds them up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from claims.extraction.numbers.tokens import HYPHENS, WORD, Token, glued

_BELOW_TWENTY = """zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()

SMALL: dict[str, int] = {word: value for value, word in enumerate(_BELOW_TWENTY)}
SMALL |= {word: value * 10 for value, word in enumerate(_TENS, start=2)}
SMALL["fourty"] = 40  # the usual misspelling

# Short scale, as in English-language news since the 1970s, with the Indian words.
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 10**3,
    "lakh": 10**5,
    "lac": 10**5,
    "lkh": 10**5,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "crore": 10**7,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "trillion": 10**12,
    "trn": 10**12,
    "tln": 10**12,
    "tn": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
}
DOZEN = {"dozen": 12, "doz": 12}
# After a number they are worth what the singular is: "12 lakhs", "three billions". Not
# hundreds, which cricket counts.
PLURAL_AFTER_NUMBER = {"dozens": 12, "lakhs": 10**5, "lacs": 10**5, "lkhs": 10**5, "crores": 10**7}
PLURAL_AFTER_NUMBER |= {"millions": 10**6, "billions": 10**9, "trillions": 10**12}
PLURAL_SCALES = {
    "dozens": 12,
    "hundreds": 100,
    "thousands": 10**3,
    "lakhs": 10**5,
    "millions": 10**6,
    "crores": 10**7,
    "billions": 10**9,
    "trillions": 10**12,
}
_ORDINALS_BELOW_TWENTY = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth""".split()
ORDINALS: dict[str, int] = {word: value for value, word in enumerate(_ORDINALS_BELOW_TWENTY, start=1)}
ORDINALS |= {f"{word[:-1]}ieth": value * 10 for value, word in enumerate(_TENS, start=2)}
ORDINALS |= {f"{word}th": value for word, value in SCALES.items() if word.endswith(("red", "sand", "lion"))}
# "two thirds", "a quarter": the part each names.
PARTS: dict[str, Fraction] = {
    name: Fraction(1, below)
    for below, names in {
        2: "half halves",
        3: "third thirds",
        4: "quarter quarters fourth fourths",
        5: "fifth fifths",
        6: "sixth sixths",
        7: "seventh sevenths",
        8: "eighth eighths",
        9: "ninth ninths",
        10: "tenth tenths",
        12: "twelfth twelfths",
        16: "sixteenth sixteenths",
        20: "twentieth twentieths",
        100: "hundredth hundredths",
        1000: "thousandth thousandths",
    }.items()
    for name in names.split()
}
NUMBER_WORDS = frozenset(SMALL) | frozenset(SCALES) | frozenset(DOZEN)


def spelled(row: Sequence[Token], place: int) -> tuple[int, int] | None:
    """The whole number that begins with the word at `place`: (value, place after it).

    "one hundred and sixty-one", "a thousand", "twelve hundred"; None where no number
    begins. "and" is part of a number only after a hundred or a larger word and only
    before a smaller number, so "a million and two million" is two numbers.
    """
    begins_with_article = row[place].lower in ("a", "an")
    if begins_with_article and (place + 1 >= len(row) or row[place + 1].lower not in SCALES):
        return None
    sum_ = _Sum(place + 1, current=1) if begins_with_article else _Sum(place)
    while sum_.at < len(row) and row[sum_.at].kind == WORD:
        word = row[sum_.at].lower
        if word in SCALES and SCALES[word] >= sum_.ceiling:
            return sum_.kept
        if not sum_.takes(word):
            break
        sum_.at += 1
        if _joins(row, sum_.at) or _and_goes_on(row, sum_.at, sum_.current, sum_.total):
            sum_.at += 1
    if sum_.current is None:
        return None
    value = sum_.total + sum_.current
    return (value, sum_.at) if sum_.at > place else None


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it has been added up.

    Attributes:
        at: the token after what has been taken.
        total: what scale words have closed ("two thousand").
        current: what is still open ("... three hundred"); None before the first word.
        ceiling: the last scale word; the next must be smaller.
        kept: value and end at the last scale word, to fall back on.
    """

    at: int
    total: int = 0
    current: int | None = None
    ceiling: int = 10**21
    kept: tuple[int, int] | None = None

    def takes(self, word: str) -> bool:
        """Add one word; False where the number ends before it."""
        open_ = self.current or 0
        if word in SMALL:
            if not _fits(open_, SMALL[word]):
                return False
            self.current = open_ + SMALL[word]
        elif word == "hundred" and 0 < open_ < 100:
            self.current = open_ * 100
        elif word in SCALES and word != "hundred" and open_:
            self.total, self.ceiling, self.current = self.total + open_ * SCALES[word], SCALES[word], 0
            self.kept = (self.total, self.at + 1)
        else:
            return False
        return True


def _fits(current: int, added: int) -> bool:
    """May a word worth `added` follow what stands: 20 and 1, 100 and 20, nothing and any?"""
    if current == 0:
        return True
    last_two = current % 100
    if last_two == 0:
        return added < 100
    return last_two >= 20 and last_two % 10 == 0 and 0 < added < 10


def _joins(row: Sequence[Token], hyphen: int) -> bool:
    """Does a hyphen stand between two number words ("sixty-one", "four-million")?"""
    if hyphen + 1 >= len(row) or row[hyphen].text not in HYPHENS:
        return False
    following = row[hyphen + 1]
    touching = glued(row[hyphen - 1], row[hyphen]) and glued(row[hyphen], following)
    return touching and (following.lower in SMALL or following.lower in SCALES)


def _and_goes_on(row: Sequence[Token], at: int, current: int | None, total: int) -> bool:
    """Does "and" at this place join a smaller number to a hundred or a larger word?"""
    if at + 1 >= len(row) or row[at].lower != "and" or not SMALL.get(row[at + 1].lower):
        return False
    return current is not None and ((current >= 100 and current % 100 == 0) or (total > 0 and current == 0))
