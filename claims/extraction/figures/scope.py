"""Where, when and of what event a figure holds: the words of the sentence, as printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extraction.figures.counted_words import CLOSED, is_plural
from claims.extraction.numbers.tokens import WORD, Token, glued
from claims.model import Population

_MONTHS = "January February March April May June July August September October November December".split()
_NO_PLACE = frozenset(_MONTHS) | frozenset(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct
    Nov Dec Operation Congress Parliament Hurricane Mr Mrs Ms Dr English Spanish French German I
    Christmas Easter Thanksgiving Twitter Facebook God""".split()
)
_AROUND = frozenset("around across throughout".split())
_WIDE = frozenset("world globe country nation state continent region".split())
_WIDE_WORDS = frozenset("overseas abroad worldwide nationwide statewide countywide citywide globally".split())
_PLACE_PREPOSITIONS = frozenset("in at across throughout near".split())


@dataclass(frozen=True, slots=True)
class Found:
    """Words at tokens [first, last)."""

    first: int
    last: int
    text: str


def places(row: Sequence[Token]) -> list[Found]:
    """Every place the sentence names after a preposition, or in one word ("overseas")."""
    found = []
    at = 0
    while at < len(row):
        word = row[at].lower
        if word in _WIDE_WORDS and _stands_alone(row, at):
            found.append(Found(at, at + 1, row[at].text))
        elif word in _AROUND and _is_wide(row, at):
            found.append(Found(at, at + 3, " ".join(token.text for token in row[at : at + 3])))
            at += 2
        elif word in _PLACE_PREPOSITIONS and (last := _name_end(row, at + 1)):
            found.append(Found(at, last, _text(row, at + 1, last)))
            at = last - 1
        at += 1
    return found


def _is_wide(row: Sequence[Token], at: int) -> bool:
    """ "around the world", "across the country"."""
    return [token.lower for token in row[at + 1 : at + 2]] == ["the"] and any(
        token.lower in _WIDE for token in row[at + 2 : at + 3]
    )


def _stands_alone(row: Sequence[Token], at: int) -> bool:
    """ "arrested worldwide", not "the worldwide bust"."""
    before = row[at - 1].lower if at else ""
    following = row[at + 1] if at + 1 < len(row) else None
    return before not in ("the", "a", "an") and (
        following is None or following.kind != WORD or following.lower in CLOSED or at == 0
    )


def _name_end(row: Sequence[Token], first: int) -> int:
    """Where a capitalised name that begins at `first` ends; 0 where none begins."""
    at = first + 1 if first < len(row) and row[first].lower == "the" else first
    start = at
    while at < len(row) and at - start < 5 and row[at].kind == WORD and row[at].text[:1].isupper():
        if row[at].text in _NO_PLACE or row[at].lower.endswith(("'s", "’s")):
            return 0
        at += 1
    if at == start:
        return 0
    following = row[at].lower if at < len(row) else ""
    return 0 if is_plural(following) and following != "people" else at


def _text(row: Sequence[Token], first: int, last: int) -> str:
    if row[first].lower == "the" and last - first > 1:
        first += 1
    words = row[first].text
    for left, right in zip(row[first:last], row[first + 1 : last], strict=False):
        words += right.text if glued(left, right) else f" {right.text}"
    return words


def place_of(row: Sequence[Token], found: Sequence[Found], first: int, last: int, end: int) -> str:
    """The place of a figure whose noun ends before `last` and whose follower begins at `end`.

    Its own place stands to its right in the same clause; a place at the head of the
    sentence ("In Austria, ...", "Overseas, ...") holds for every figure after it.
    """
    following = bisect_left(found, last, key=lambda place: place.first)
    for place in found[following : following + 1]:
        if place.first >= end or any(row[at].text in ",;—" for at in range(last, place.first)):
            break
        return place.text
    if found and found[0].first <= 1 and found[0].last <= first:
        head = found[0]
        if head.last < len(row) and (row[head.last].text == "," or row[head.first].lower in _WIDE_WORDS):
            return head.text
    return ""


_LEADING_WORD = re.compile(r"^(?:The|This|That|In|On|After|During|Under|A|An)\s")
_OCCASION = re.compile(
    r"\b(?:Operation\s(?!(?:The|A|In|On|And|Of)\b)[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,2}"
    r"|(?:Hurricane|Typhoon|Cyclone|Tropical\sStorm|Winter\sStorm|Storm)\s[A-Z][a-z]{2,20})"
)
_CASE = re.compile(r"(?:[A-Z][\w’'-]{1,30}\s){1,4}vs?\.\s[A-Z][\w’'-]{1,30}(?:\s[A-Z][\w’'-]{1,30}){0,3}")
_LAW = re.compile(
    r"\b(?:(?:[A-Z][\w’'-]{1,30}\s){1,5}(?:(?:and|of|for)\s(?:[A-Z][\w’'-]{1,30}\s){1,4})?"
    r"(?:Act|Festival|Marathon|Treaty|Accord|Referendum|Earthquake|Wildfire|Fire|Flood|Initiative|Summit)\b"
    r"(?:\sof\s(?:1[6-9]|20)[0-9]{2})?)"
)


def event_in(text: str, *, laws: bool = True) -> str:
    """The first operation or storm a text names, else (with `laws`) the first case, law or the like."""
    found = _OCCASION.search(text) or ((_CASE.search(text) or _LAW.search(text)) if laws else None)
    if not found:
        return ""
    return _LEADING_WORD.sub("", " ".join(found.group().split()))


def only_event(text: str) -> str:
    """The operation or storm a text names, if all its mentions are of one; else ""."""
    named = [" ".join(found.group().split()) for found in _OCCASION.finditer(text)]
    shortest = min(named, key=len, default="")
    plain = shortest.casefold().replace("-", "")
    return shortest if all(name.casefold().replace("-", "").startswith(plain) for name in named) else ""


_OF_WHOM = frozenset("them those these whom which the us my his her its our their your".split())
_OTHERS = frozenset("another other others more additional further".split())


def population(
    row: Sequence[Token], first: int, core: int, noun: int, sentence_last: int
) -> Population | None:
    """ALL ("a total of 40", "all 94"), PART ("40 of them", "including 3"), OTHERS ("4 others")."""
    before = [token.lower for token in row[max(0, first - 4) : first]]
    after = [token.lower for token in row[noun : noun + 3]]
    if ("total" in before[-3:] and before[-1:] == ["of"]) or before[-1:] in (
        ["all"],
        ["total"],
        ["altogether"],
    ):
        return Population.ALL
    if after[:2] in (["in", "total"], ["in", "all"]) or after[:1] == ["altogether"]:
        return Population.ALL
    is_others = bool(after) and after[0] in _OTHERS and after[1:2] != ["than"]
    if before[-1:] in (["another"], ["other"]) or is_others:
        return Population.OTHERS
    if after[:1] == ["of"] and after[1:2] and after[1] in _OF_WHOM:
        return Population.PART
    if before[-1:] in (["including"], ["includes"]) or before[-2:] in (
        ["of", "which"],
        ["of", "whom"],
        ["of", "those"],
        ["of", "these"],
        ["of", "them"],
    ):
        return Population.PART
    return None


_NOT_DENIED = frozenset("only just nearly even until".split())


def is_denied(row: Sequence[Token], first: int) -> bool:
    """ "not four, as first reported"; "not only four" and "not more than" deny nothing."""
    if first == 0 or row[first - 1].lower not in ("not", "n't"):
        return False
    return row[first].lower not in _NOT_DENIED
