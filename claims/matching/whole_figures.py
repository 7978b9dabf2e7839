"""A figure as it is printed: with the sign before it, and its scale and unit behind it."""

from __future__ import annotations

import re
from itertools import pairwise

from claims.extraction.units import spelled_unit
from claims.matching.numerals import SCALES, is_numeral
from claims.views import Difference

_SIGN_BEFORE = re.compile(r"(?:\b[A-Z]{1,2})?[$£€¥]\s?$|[<>≤≥]\s?$")
_SCALE = re.compile(rf"[ -](?:{'|'.join(sorted(SCALES))})s?(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(r"\s?[%‰]")
_UNIT = re.compile(r"[ -]([^\W\d_]+(?: [^\W\d_]+){0,2})")
_LAST = re.compile(r"[\w.,]*\w[%‰]?$")


def whole_figure(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a stretch of a text begins and ends with the whole of the figures at its edges: of "4.2" in
    "$4.2 million" all of it; where a stretch begins or ends with no figure, that edge stays.
    """
    if text[start].isdigit() and (sign := _SIGN_BEFORE.search(text, max(0, start - 4), start)):
        start = sign.start()
    return start, end + len(behind(text[start:end], text[end : end + _REACH]))


# A unit has three words at most, and no figure is longer; what is made to be is not searched.
_REACH = 60


def behind(words: str, after: str) -> str:
    """The scale and unit that go on a figure in which some words end; "" where they end in none."""
    last = _LAST.search(words[-_REACH:].rstrip())
    if last is None or not _is_figure(last.group()):
        return ""
    scale = _SCALE.match(after)
    at = scale.end() if scale else 0
    if percent := _PERCENT.match(after, at):
        return after[: percent.end()]
    unit = _UNIT.match(after, at)
    told = unit.group(1).split() if unit else []
    for size in range(len(told), 0, -1):
        if spelled_unit(" ".join(told[:size]).casefold()):
            return after[: at + 1 + len(" ".join(told[:size]))]
    return after[:at]


def _is_figure(word: str) -> bool:
    return word[0].isdigit() or is_numeral(word.casefold()) or word.casefold() in SCALES


def with_whole_figures(changed: list[Difference]) -> list[Difference]:
    """A word diff in which what stands in place of a figure has the scale and unit that both have."""
    told = list(changed)
    for number, (one, after) in enumerate(pairwise(changed)):
        if one.op == "replace" and after.op == "equal":
            left, right = behind(one.left, f" {after.left}"), behind(one.right, f" {after.right}")
            if left and right:
                told[number] = Difference("replace", one.left + left, one.right + right)
    return told
