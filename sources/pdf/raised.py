"""Figures that stand raised behind a word or another figure: "12¹ boats" is twelve boats with a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

# Against the type of the line: a raised figure is so much smaller at least, and stands so much higher.
_SMALLER, _HIGHER = 0.85, 0.15

_SQUARED = re.compile(r"(?:^|[\s(\d])(?:[kcm]?m|ft|mi|yd|in)$")
_TEN = re.compile(r"[×xX·]\s?10$")
_POWERS = {"2": "²", "3": "³"}


def is_raised(letter: str, bottom: float, top: float, line_bottom: float, line_size: float) -> bool:
    """Does a letter stand as a mark of a note or a power does?"""
    higher, smaller = bottom - line_bottom, top - bottom
    return letter.isdecimal() and higher >= _HIGHER * line_size and smaller <= _SMALLER * line_size


def with_marks(letters: Sequence[str], raised: Sequence[bool]) -> str:
    """The letters with raised figures as one reads them: "12 [1]", "km²", "10^6"."""
    if not any(raised):
        return "".join(letters)
    made = ""
    for is_up, those in groupby(zip(letters, raised, strict=True), key=lambda one: one[1]):
        words = "".join(letter for letter, _ in those)
        if is_up:
            made = made.rstrip()
            words = _mark(made, words)
        made += words
    return made


def _mark(before: str, figure: str) -> str:
    if figure in _POWERS and _SQUARED.search(before):
        return _POWERS[figure]
    return f"^{figure}" if _TEN.search(before) else f" [{figure}]"
