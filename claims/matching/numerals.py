"""Number words as digits: "twenty-five" is 25, "nineteen ninety" 1990, "twenty-first" 21st."""

from __future__ import annotations

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty""".split()
_TENS = "thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: value for value, word in enumerate(_ONES)} | {
    word: 10 * value for value, word in enumerate(_TENS, start=3)
}
_ORDINALS = """third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth""".split()
_ORDINAL_VALUES = {word: value for value, word in enumerate(_ORDINALS, start=3)} | {
    f"{word[:-1]}ieth": 10 * value for value, word in enumerate(_TENS, start=3)
}
# By themselves they count a moment, or open a list, more often than they number something.
_AFTER_TENS = {"first": 1, "second": 2}

SCALES = frozenset(
    "hundred thousand million billion trillion dozen dozens hundreds thousands millions billions".split()
)
NUMBER_WORDS = {word: str(value) for word, value in _VALUES.items()}
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _ordinal(value: int) -> str:
    return f"{value}{_ENDINGS.get(value % 10, 'th') if value // 10 % 10 != 1 else 'th'}"


ORDINAL_WORDS = {word: _ordinal(value) for word, value in _ORDINAL_VALUES.items()}
_WORDS = NUMBER_WORDS.keys() | ORDINAL_WORDS.keys() | SCALES


def is_numeral(word: str) -> bool:
    """Is a word in small letters a number, in digits or in words, or a part of one?"""
    return word[0].isdigit() or word in _WORDS


def joined(before: str, word: str) -> str:
    """The digits of a number word that goes on after digits ("20" and "five" are "25"), or "".

    Years as they are said are joined too: "19" and "ninety".
    """
    if not before.isdecimal() or len(before) > _YEAR:
        return ""
    value, number = int(before), _VALUES.get(word)
    if number is not None and 10 <= value <= 20 and number >= 10:
        return str(100 * value + number)
    if value % 10 or not (value >= 20):
        return ""
    ordinal = _AFTER_TENS.get(word) or _ORDINAL_VALUES.get(word)
    if ordinal is not None and ordinal < 10:
        return _ordinal(value + ordinal)
    return str(value + number) if number is not None and 0 < number < 10 else ""


# Digits of a year.
_YEAR = 4
