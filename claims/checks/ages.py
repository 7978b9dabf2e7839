"""Ages: is a figure one, and of whom?"""

from __future__ import annotations

import re

_AGE = re.compile(r"[- ]?(?:years?|months?)[- ]olds?", re.IGNORECASE)
# "-months-olds" is the longest of these.
_LONGEST = 12
_AGE_BEFORE = re.compile(r"(?:\b(?:aged?|ages)|[A-Z][a-z]+,)\s{0,2}$")
# One of these ends whatever that finds.
_AGE_ENDS = ("age", "aged", "ages", ",")
_AGE_AFTER = re.compile(r"\s?,(?:\s|$)")
_NAME = r"[A-Z][\w’'-]{1,30}(?: [A-Z]\.?)?(?: [A-Z][\w’'-]{1,30}){1,2}"
_NAME_BEFORE = re.compile(rf"({_NAME}) ?, ?(?:aged? )?$")
_NAME_AFTER = re.compile(rf"[- ]?(?:years?[- ]old)? ({_NAME})")


def is_age(sentence: str, start: int, end: int) -> bool:
    """ "a 12-year-old", "Ines Carrow, 44, said", "aged 44"."""
    if "old" in sentence[start : end + _LONGEST].casefold() and (
        _AGE.match(sentence, end) or _AGE.search(sentence[start:end])
    ):
        return True
    return _is_bare_age(sentence, start, end)


def whose_age(sentence: str, start: int, end: int) -> frozenset[str]:
    """The words of the full name that stands right beside an age; empty where none does."""
    found = _NAME_BEFORE.search(sentence[max(0, start - 80) : start]) or _NAME_AFTER.match(sentence, end)
    return frozenset(found.group(1).casefold().split()) if found else frozenset()


def _is_bare_age(sentence: str, start: int, end: int) -> bool:
    before = sentence[max(0, start - 30) : start]
    if not before.rstrip().endswith(_AGE_ENDS):
        return False
    return bool(_AGE_BEFORE.search(before)) and bool(_AGE_AFTER.match(sentence, end) or "age" in before[-6:])
