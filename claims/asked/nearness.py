"""How near a recorded wording is to what was asked, also where one of them is a part of the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from claims.asked.values import Likeness, Part
from claims.matching.alignment import word_diff
from claims.matching.likeness import likeness
from claims.matching.wording import NEGATORS, matter, wording
from claims.model import Relation
from claims.model.identity import normalised
from claims.views import Difference

# A text with so many times the words of another is looked through for the stretch that is like it.
_LONGER = 1.3
# Letters up to which such a stretch is looked for where the words differ; a longer text is asked
# whether it holds the very words.
_LONGEST = 20_000
# A part of what was asked has at least so many words: fewer stand in many texts by chance.
_LEAST = 4
# Of a wording that is no version of what was asked: so much of the shorter one's weight is shared, and
# so many words that carry matter, for it to be shown as the nearest there is.
_ALIKE, _MATTER = 0.45, 3
# Words before a part among which a "not" is looked for, in the same sentence.
_NEAR, _END = 3, re.compile(r"[.!?;]")


def nearness(asked: str, recorded: str) -> Likeness | None:
    """The likeness of two wordings; None if they have too little in common to be shown."""
    mine, other = _words(asked), _words(recorded)
    if not mine or not other:
        return None
    if len(mine) > len(other):
        found = _within(other, mine)
        found = found and replace(_turned(found), part=Part.RECORDED if found.part else Part.NEITHER)
    else:
        found = _within(mine, other)
    return found and _cut(found)


def _cut(found: Likeness) -> Likeness:
    """With the side that lacks words, where one merely does."""
    if found.part or found.relation not in (Relation.TRUNCATED, Relation.ELIDED):
        return found
    kept = sum(len(one.left.split()) - len(one.right.split()) for one in found.diff)
    return replace(found, part=Part.RECORDED if kept > 0 else Part.ASKED)


def _words(text: str) -> list[str]:
    """Words as printed, each with the marks that stand by themselves after it: a dash, three dots."""
    words: list[str] = []
    for word in text.split():
        if normalised(word):
            words.append(word)
        elif words:
            words[-1] += f" {word}"
    return words


def _turned(found: Likeness) -> Likeness:
    """The same seen from the other side."""
    sides = {"delete": "insert", "insert": "delete"}
    diff = (Difference(sides.get(one.op, one.op), one.right, one.left) for one in found.diff)
    return replace(found, diff=tuple(diff))


def _within(short: Sequence[str], long: Sequence[str]) -> Likeness | None:
    """The likeness of a text and one that is as long or longer; the diff has the shorter one left."""
    whole = _compared(short, long, 0, len(long))
    if len(long) < _LONGER * len(short) and (whole.relation.joins or len(long) == len(short)):
        return _worth(whole, short, long)
    stretch = _stretch(short, long)
    if stretch is None or stretch == (0, len(long)):
        return _worth(whole, short, long)
    part = _warned(_compared(short, long, *stretch), long[: stretch[0]])
    if part.is_verbatim or (part.relation.joins and part.score >= whole.score and len(short) >= _LEAST):
        return replace(part, part=Part.ASKED)
    # What is asked for as a part is not refused for its shortness, as two whole statements are.
    return _worth(max(whole, replace(part, part=Part.ASKED), key=lambda one: one.score), short, long)


def _compared(short: Sequence[str], long: Sequence[str], start: int, end: int) -> Likeness:
    mine, other = " ".join(short), " ".join(long[start:end])
    found = likeness(mine, other)
    before, after = _alone(long[:start]), _alone(long[end:])
    return Likeness(
        found.relation, Part.NEITHER, found.score, found.why, (*before, *word_diff(mine, other), *after)
    )


def _warned(found: Likeness, before: Sequence[str]) -> Likeness:
    """With a word on a "not" that stands right before the part, which turns what it says."""
    last = " ".join(before[-_NEAR:])
    denied = [form for form in wording(last).forms if form in NEGATORS] if before else []
    if not denied or _END.search(last):
        return found
    return replace(found, why=(*found.why, f"right before these words stands “{denied[-1]}”"))


def _alone(words: Sequence[str]) -> list[Difference]:
    return [Difference("insert", "", " ".join(words))] if words else []


def _worth(found: Likeness, short: Sequence[str], long: Sequence[str]) -> Likeness | None:
    """None unless they join, say the opposite, or share enough to be shown as the nearest."""
    if found.relation is not Relation.DIFFERENT:
        return found
    mine = set(matter(" ".join(short)))
    shared = mine & set(matter(" ".join(long)))
    enough = min(_MATTER, max(2, len(mine) // 2))
    return found if found.score >= _ALIKE / 2 and len(shared) >= enough else None


def _stretch(short: Sequence[str], long: Sequence[str]) -> tuple[int, int] | None:
    """Where in the longer text the words stand, or those most like them; None if that is not looked for."""
    mine, forms = " ".join(map(normalised, short)), list(map(normalised, long))
    text = " ".join(forms)
    ends = list(_ends(forms))
    at = f" {text} ".find(f" {mine} ")
    if at >= 0:
        return _number(ends, at), _number(ends, at + len(mine) - 1) + 1
    if len(text) > _LONGEST:
        return None
    best = fuzz.partial_ratio_alignment(mine, text)
    if best is None or best.dest_end <= best.dest_start:
        return None
    return _number(ends, best.dest_start), _number(ends, best.dest_end - 1) + 1


def _ends(forms: Sequence[str]) -> Iterator[int]:
    at = 0
    for form in forms:
        at += len(form) + 1
        yield at


def _number(ends: Sequence[int], place: int) -> int:
    """Of the word that a place is in."""
    return bisect_right(ends, place)
