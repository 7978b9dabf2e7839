"""Two wordings side by side: which words are shared, and what stands where they are not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz.distance import OSA

from claims.matching.blocks import stretches
from claims.matching.wording import NEGATORS, PADDING, Worded, is_figure
from claims.model.identity import normalised
from claims.views import Difference


class Run(NamedTuple):
    """A stretch of two aligned texts, as index ranges: left [a, b), right [c, d).

    Attributes:
        op: "equal", "noise" (the same words misprinted), "delete" (only left),
            "insert" (only right) or "replace".
    """

    op: str
    a: int
    b: int
    c: int
    d: int


def aligned(left: Worded, right: Worded) -> list[Run]:
    """Runs that cover both texts in order, by the longest common run of words with gaps."""
    runs: list[Run] = []
    a = c = 0
    for start, other, length in (*stretches(left.forms, right.forms), (len(left.forms), len(right.forms), 0)):
        if start > a or other > c:
            runs.append(_named(left, right, a, start, c, other))
        a, c = start + length, other + length
        if length:
            runs.append(Run("equal", start, a, other, c))
    return runs


def _named(left: Worded, right: Worded, a: int, b: int, c: int, d: int) -> Run:
    mine, other = left.forms[a:b], right.forms[c:d]
    if not (mine and other):
        noise = all(form in _DROPPED for form in mine or other)
        return Run("noise" if noise else "delete" if mine else "insert", a, b, c, d)
    noise = is_noise(mine, other) and not _two_names(left, right, a, b, c, d)
    noise = noise and not (_is_counted(left, a, b, other) or _is_counted(right, c, d, mine))
    return Run("noise" if noise or _run_together(left, right, a, b, c, d) else "replace", a, b, c, d)


def _is_counted(side: Worded, start: int, end: int, other: tuple[str, ...]) -> bool:
    """Is a figure in this stretch one, and not a small word misheard: "two hundred", or "two" for "a"?"""
    for index in range(start, end):
        form = side.forms[index]
        if not is_figure(form) and form not in MISHEARD:
            continue
        around = side.forms[max(0, index - 1) : index] + side.forms[index + 1 : index + 2]
        if any(map(is_figure, around)) or not {form, _SOUND_ALIKE.get(form)} & {*other}:
            return True
    return False


def _two_names(left: Worded, right: Worded, a: int, b: int, c: int, d: int) -> bool:
    """Words with capitals that are spelled otherwise: "Clinton" is no misprint of "Clifton"."""
    differ = (one for one in zip(left.printed[a:b], right.printed[c:d], strict=False) if one[0] != one[1])
    return any(
        one[:1].isupper() and two[:1].isupper() and one.casefold() != two.casefold() for one, two in differ
    )


_LETTERS = re.compile(r"[\W_]+")


def _run_together(left: Worded, right: Worded, a: int, b: int, c: int, d: int) -> bool:
    """The same letters with other gaps and marks: "Im" for "I'm", "of the" for "ofthe"."""
    one, two = left.printed[a][:1], right.printed[c][:1]
    if one.isalnum() and two.isalnum() and one.casefold() != two.casefold():
        return False
    if any(is_figure(form) for form in (*left.forms[a:b], *right.forms[c:d])):
        return False
    mine = _letters(left.printed[a:b])
    return mine != "" and mine == _letters(right.printed[c:d])


def _letters(words: tuple[str, ...]) -> str:
    joined = "".join(words)
    return (joined if joined.isalnum() else _LETTERS.sub("", joined)).casefold()


# What a speech recogniser confuses; figures among them are not figures there. Of a text read by `plainly`
# numbers are not written in digits.
_SOUND_ALIKE = {
    "2": "to", "two": "to", "too": "to", "4": "for", "four": "for", "won": "1", "one": "1",
    "there": "their", "theyre": "their", "write": "right", "no": "know", "buy": "by", "bye": "by",
    "wood": "would", "knew": "new",
    "weak": "week", "weaks": "weeks", "wether": "whether", "weather": "whether", "site": "sight",
    "counsel": "council", "levee": "levy", "principal": "principle", "peace": "piece",
    "bored": "board", "here": "hear", "its": "it", "passed": "past", "aide": "aid",
}  # fmt: skip
# Words whose loss or gain changes nothing, however they are heard.
_DROPPED = PADDING | {"too"}
# Words that may be a number said or another word misheard.
MISHEARD = frozenset(["two", "four", "one"])


# Longer stretches are other words, however alike: with their padding, and without it.
_LONGEST_STRETCH, _LONGEST_NOISE = 16, 8


def is_noise(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Are two short stretches the same words, misprinted, misheard, run together or padded?"""
    if len(left) > _LONGEST_STRETCH and len(right) > _LONGEST_STRETCH:
        return False
    mine, other = _heard(left), _heard(right)
    if mine == other:
        return True
    if not mine or not other or len(mine) > _LONGEST_NOISE or len(other) > _LONGEST_NOISE:
        return False
    if len(mine) == len(other):
        return all(is_misprint(one, two) for one, two in zip(mine, other, strict=True))
    return _is_acronym(mine, other) or "".join(mine) == "".join(other)


def _heard(forms: tuple[str, ...]) -> list[str]:
    heard = [_SOUND_ALIKE.get(form, form) for form in forms]
    return [form for form in heard if form not in PADDING]


# Words of six letters and more have few real neighbours one slip away, shorter ones many.
_ONE_SLIP, _TWO_SLIPS = 6, 10
_REVERSING = re.compile(r"(?:un|in|im|il|ir|dis|non|de|mis|anti)(?=\w{3})")


def is_misprint(left: str, right: str, *, shortest: int = _ONE_SLIP) -> bool:
    """Are two folded words one slip apart (two from ten letters on)? Not figures, negations, opposites."""
    if left == right:
        return True
    shorter = min(len(left), len(right))
    allowed = 2 if shorter >= _TWO_SLIPS else 1 if shorter >= shortest else 0
    if not allowed or left in NEGATORS or right in NEGATORS or not (left + right).isalpha():
        return False
    if OSA.distance(left, right, score_cutoff=allowed) > allowed or (is_figure(left) and is_figure(right)):
        return False
    return _REVERSING.sub("", left, count=1) != right and _REVERSING.sub("", right, count=1) != left


def _is_acronym(left: list[str], right: list[str]) -> bool:
    """ "irs" for "internal revenue service", either way round."""
    short, long = (left, right) if len(left) < len(right) else (right, left)
    return len(short) == 1 and len(long) > 2 and short[0] == "".join(word[0] for word in long)


_PRINTED = re.compile(r"\S+")


def word_diff(left: str, right: str, *, exact: bool = False) -> list[Difference]:
    """Runs of words as printed, in order; words that differ in marks or case only are equal.

    Args:
        exact: they are not.
    """
    mine, other = _PRINTED.findall(left), _PRINTED.findall(right)
    keys = (mine, other) if exact else ([_key(word) for word in mine], [_key(word) for word in other])
    return [Difference(op, " ".join(mine[a:b]), " ".join(other[c:d])) for op, a, b, c, d in _opcodes(*keys)]


_CURRENCY = re.compile("[$£€¥]")


def _key(word: str) -> str:
    """What two words have in common that differ in marks or case only; the sign of a currency is no mark."""
    return "".join(_CURRENCY.findall(word)) + (normalised(word) or word)


def _opcodes(left: list[str], right: list[str]) -> Iterator[tuple[str, int, int, int, int]]:
    a = c = 0
    for start, other, length in (*stretches(left, right), (len(left), len(right), 0)):
        if start > a or other > c:
            op = "insert" if start == a else "delete" if other == c else "replace"
            yield op, a, start, c, other
        a, c = start + length, other + length
        if length:
            yield "equal", start, a, other, c
