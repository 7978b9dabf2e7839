"""Correction notes: "Correction:", "An earlier version of this story said ...", and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from claims.extraction.page import paragraphs
from claims.extraction.sentences import sentences
from claims.model import Span

# What a page calls itself and what it prints.
_PIECES = r"(?:article|story|report|post|headline|caption|column|item|version|release|page)"

# These words take back what was printed; shared by the check of who still prints it.
TAKEN_BACK = re.compile(
    r"\b(?:(?:earlier|previous|original) (?:version|report|story|article|headline|caption)s?\b"
    r"|(?:as|was|were) (?:first|originally|previously|initially) reported)",
    re.IGNORECASE,
)
# Others than who writes may be wrong: these words take back only what "we", the story or a notice said.
WRONG = re.compile(r"\b(?:incorrectly|misstated|wrongly|erroneously|mistakenly)\b", re.IGNORECASE)
OWN = re.compile(
    r"\b(?:correction|corrections|corrected|clarification|we|story|article|report|headline|caption|post)\b",
    re.IGNORECASE,
)

# A label opens a note only where a paragraph begins and a colon, dash or date follows:
# "Correction officers" and "Corrections Department" are none.
_LABEL = re.compile(
    r"[\W_]{0,4}(?P<label>corrections?(?: and clarifications?)?|corrected|clarifications?"
    r"|editor(?:['’]s|s['’])? notes?|editors['’] notes?|update|updated)"
    r"(?:\s{0,3}\([^()]{0,40}\)|,? [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?\s{0,3}[:—–]\s{0,3}(?=\S)",
    re.IGNORECASE,
)
# "The earlier version of the report" may be of anybody's report, one of "this report" is the page's own.
_EARLIER = re.compile(
    r"\b(?:earlier|previous|original) (?:versions?|editions?) of"
    rf" (?:(?:this|our) {_PIECES}|the (?:article|story|headline|caption|column))\b",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    rf"\bthis {_PIECES} (?:has been|was) (?:since )?"
    r"(?:updated|corrected|amended|clarified|revised|changed|edited)\b",
    re.IGNORECASE,
)
# One of these stands in every note, in lower case: most texts and paragraphs are not searched.
_SIGNS = "correct clarif editor update earlier previous original amended revised".split()
# A note tells something; "Updated: March 3, 2031, 8 p.m." is a date line.
_LONG_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS = 4


class NoticeKind(StrEnum):
    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    NOTE = "editor's note"


@dataclass(frozen=True, slots=True)
class Notice:
    """A note by which a page says that it was changed; `span` is its passage."""

    kind: NoticeKind
    span: Span


@lru_cache(maxsize=256)
def notices(text: str) -> tuple[Notice, ...]:
    """The notes of a text, in order of place."""
    return tuple(_found(text)) if _may_tell(text) else ()


def _may_tell(text: str) -> bool:
    low = text.casefold()
    return any(map(low.__contains__, _SIGNS))


def _found(text: str) -> Iterator[Notice]:
    for paragraph in paragraphs(text):
        words = paragraph.of(text)
        if not _may_tell(words):
            continue
        if label := _LABEL.match(words):
            rest = words[label.end() :]
            kind = _kind(label["label"], rest)
            if kind and len(_LONG_WORD.findall(rest)) >= _FEWEST_WORDS:
                yield Notice(kind, paragraph)
        elif _EARLIER.search(words) or _UPDATED.search(words):
            yield from _inside(text, paragraph)


def _inside(text: str, paragraph: Span) -> Iterator[Notice]:
    """From the first sentence that says so to the paragraph's end."""
    for sentence in sentences(text, paragraph):
        words = sentence.of(text)
        if _EARLIER.search(words) or _UPDATED.search(words):
            corrected = _EARLIER.search(words) or "correct" in words.casefold()
            kind = NoticeKind.CORRECTION if corrected else NoticeKind.UPDATE
            yield Notice(kind, Span(sentence.start, paragraph.end))
            return


def _kind(label: str, rest: str) -> NoticeKind | None:
    """What a labelled note is; an editor's note or an update counts only if it tells of a change."""
    label = label.casefold()
    if label.startswith("correct"):
        return NoticeKind.CORRECTION
    if label.startswith("clarif"):
        return NoticeKind.CLARIFICATION
    if not any(sign.search(rest) for sign in (_EARLIER, _UPDATED, WRONG, TAKEN_BACK, _TO_CHANGE)):
        return None
    return NoticeKind.NOTE if label.startswith("editor") else NoticeKind.UPDATE


_TO_CHANGE = re.compile(r"\bto (?:correct|clarify|reflect|remove)\b", re.IGNORECASE)
