"""The place that stands right behind a figure: of a list, or of a distance."""

from __future__ import annotations

import re

_NAME = r"([A-Z][\w.]{1,30}(?: [A-Z][\w.]{1,30}){0,3})"
_IN_PLACE = re.compile(rf"[^,.;:\d]{{0,30}}?\b(?:in|at|near|from|of) (?:the )?{_NAME}")
_NEXT_IN_PLACE = re.compile(r"\d[\d,.]{0,20}(?: percent|%)? [^,.;:\d]{0,30}?\b(?:in|from) (?:the )?[A-Z]")
_FROM = re.compile(r"\b(?:from|of|off|outside)\b")
_CAPITALISED = re.compile(r"\b[A-Z]\w{2,30}")


def listed_place(sentence: str, end: int) -> frozenset[str]:
    """The place right after a figure where the sentence lists figures of several places."""
    found = _IN_PLACE.match(sentence, end)
    if not found or len(_NEXT_IN_PLACE.findall(sentence)) < 2:
        return frozenset()
    return frozenset(found.group(1).casefold().split())


def distance_from(sentence: str, end: int) -> frozenset[str]:
    """Words of the names that a distance is measured from: "13 miles east of Ostrow"."""
    behind = re.split(r"[,;\d]", sentence[end : end + 80], maxsplit=1)[0]
    found = _FROM.search(behind)
    names = _CAPITALISED.findall(behind, found.end()) if found else []
    return frozenset(name.casefold() for name in names)
