"""Documents that call one event by two names: an operation and its programme, a storm that grew.

A programme runs operation after operation, so that a link alone says little: it
lets figures that fit confirm one another, and never makes a conflict.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks.words_around import STOP, stem
from claims.model import Document

# The programme of an operation stands further down than its name.
_LOOKED_THROUGH = 5000
_OPERATION = re.compile(r"\bOperation ([A-Z][\w-]{2,30})")
# "any JCODE operation": a name printed with odd capitals before the word.
_REVERSED = re.compile(r"\b([A-Z][\w-]{1,60}) [Oo]perations?\b")
_STORM = re.compile(r"(?:^|\s)(?:storm|hurricane|typhoon|cyclone) (\w{3,30})$")
# Of 2,000 pairs of releases one in ten shares as many of the longer words where one office wrote
# both, and one in fifty where two did.
_SHARED_WORDS = 24
_LONG = 6
_MOST_TOLD = 6
_WORD = re.compile(r"[^\W\d_]{6,30}")


def operations(document: Document) -> frozenset[str]:
    """What names an operation in a document, as a link: "J-CODE" and "JCODE" are "jcode"."""
    return _operations(f"{document.title}\n{document.text[:_LOOKED_THROUGH]}")


@lru_cache(maxsize=256)
def _operations(text: str) -> frozenset[str]:
    if "peration" not in text:
        return frozenset()
    odd = (name for name in _REVERSED.findall(text) if sum(letter.isupper() for letter in name) > 1)
    return frozenset(name.casefold().replace("-", "") for name in (*_OPERATION.findall(text), *odd))


def storm_of(event: str) -> str:
    """What a storm is called, however strong it was: "edda" of "tropical storm edda"; "" of no storm."""
    found = _STORM.search(event)
    return found.group(1) if found else ""


def words_in_common(one: Document, two: Document) -> tuple[str, ...]:
    """Longer words that two documents share, where they are so many that chance is hardly the reason."""
    shared = _words(one.text[:_LOOKED_THROUGH]) & _words(two.text[:_LOOKED_THROUGH])
    return (
        tuple(sorted(shared, key=lambda word: (-len(word), word))[:_MOST_TOLD])
        if len(shared) >= _SHARED_WORDS
        else ()
    )


@lru_cache(maxsize=256)
def _words(text: str) -> frozenset[str]:
    words = (stem(word) for word in _WORD.findall(text.casefold()) if word not in STOP)
    return frozenset(word for word in words if len(word) >= _LONG and not word.endswith("ly"))
