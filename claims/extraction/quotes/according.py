"""What `according to` puts on record: the clause beside it, on either side."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.quotes.candidate import Candidate
from claims.extraction.quotes.clause_ends import clause_end, goes_on
from claims.extraction.quotes.complements import is_end
from claims.extraction.quotes.cues import AUXILIARIES, DETERMINERS, PREPOSITIONS
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range, is_adjunct, trim
from claims.extraction.quotes.subjects import apposed_name
from claims.extraction.quotes.tags import Tag


def according(s: Sentence, tag: Tag, floor: int, later: list[Tag]) -> Candidate | None:
    """The clause before the tag, else the one behind it, or both where the tag stands in the middle."""
    content = _content(s, tag, floor, later)
    if not content:
        return None
    named = apposed_name(s, tag.subject) if tag.subject else None
    return Candidate(replace(tag, subject=named) if named else tag, content, (tag.first, tag.end))


def _content(s: Sentence, tag: Tag, floor: int, later: list[Tag]) -> tuple[Range, ...]:
    left = trim(s, floor, tag.first - 1) if tag.first > floor and s.words[tag.first - 1] != ":" else None
    comma = _comma_after(s, tag)
    if left is None or left[1] == left[0] or (comma is not None and is_adjunct(s, left)):
        start = comma + 1 if comma is not None else _start_without_comma(s, tag)
        right = trim(s, start, clause_end(s, tag, start, later)) if start is not None else None
        return (right,) if right else ()
    if comma is not None:
        right = trim(s, comma + 1, clause_end(s, tag, comma + 1, later))
        relative = s.low[left[1]] in ("which", "who", "that", "and", "but")
        if right and (relative or (goes_on(s, right) and s.low[right[0]] not in DETERMINERS)):
            return left, right
    return (left,)


def _start_without_comma(s: Sentence, tag: Tag) -> int | None:
    start = tag.end + 1
    fits = start < len(s) and s.low[start] not in PREPOSITIONS and not is_end(s, start)
    return start if fits else None


def _comma_after(s: Sentence, tag: Tag) -> int | None:
    """The comma that ends the phrase after `according to`, past a name in apposition."""
    comma = next((i for i in range(tag.end + 1, min(len(s), tag.end + 20)) if s.words[i] == ","), None)
    if comma is None or tag.subject is None:
        return None
    following = next((i for i in range(comma + 1, min(len(s), comma + 14)) if s.words[i] == ","), None)
    if following is None:
        return comma
    described = tag.first == 0 and _is_description(s, comma + 1, following)
    return following if described or apposed_name(s, tag.subject) is not None else comma


def _is_description(s: Sentence, first: int, end: int) -> bool:
    """`a clerk in Halden County`, `who led the search`: more of the speaker, and no clause."""
    if s.low[first] in ("who", "which"):
        return True
    return s.low[first] in ("a", "an", "the") and not any(s.low[i] in AUXILIARIES for i in range(first, end))
