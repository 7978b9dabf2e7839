"""How near a recorded wording is to what was asked, also where one of them is a part of the other."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz import fuzz

from claims.asked.denials import before, denial, lead, opposite, turned
from claims.asked.opposites import FEW_WORDS, denied_in
from claims.asked.values import Likeness, Part
from claims.matching.alignment import word_diff
from claims.matching.likeness import likeness
from claims.matching.numerals import SCALES
from claims.matching.wording import NEGATORS, matter, wording
from claims.model import Relation
from claims.model.identity import normalised
from claims.views import Difference

# A text with so many times the words of another is looked through for the stretch that is like it.
_LONGER = 1.3
# Letters up to which such a stretch is looked for where the words differ; a longer text is asked
# whether it holds the very words.
_LONGEST = 20_000
# Words that a denial may have more: "not", "did never".
_DENYING = 2
# A part of what was asked has at least so many words: fewer stand in many texts by chance.
_LEAST = 4
_SIGN = re.compile("[$£€¥%]")
# Of a wording that is no version of what was asked: so much of the shorter one's weight is shared, and
# so many words that carry matter, for it to be shown as the nearest there is.
_ALIKE, _MATTER = 0.45, 3
# Words before a part among which a "not" is looked for, in the same sentence.
_NEAR, _END = 3, re.compile(r"[.!?;]")


def nearness(asked: str, recorded: str) -> Likeness | None:
    """The likeness of two wordings; None if they have too little in common to be shown."""
    found = _nearness(asked, recorded)
    if found and found.is_whole:
        return found
    denied, rest = lead(asked)
    if denied and (of_rest := _nearness(rest, recorded)) and of_rest.relation.joins:
        return found if denial(before(of_rest).right) else opposite(of_rest, denied)
    return turned(found) if found and found.relation.joins else found


def _nearness(asked: str, recorded: str) -> Likeness | None:
    mine, other = _words(asked), _words(recorded)
    if not mine or not other:
        return None
    if len(mine) > len(other):
        found = _within(other, mine)
        found = found and replace(_mirrored(found), part=Part.RECORDED if found.part else Part.NEITHER)
    else:
        found = _within(mine, other)
    return found and _cut(found)


def _cut(found: Likeness) -> Likeness:
    """With the side that lacks words, where one merely does."""
    if found.part or found.relation not in (Relation.TRUNCATED, Relation.ELIDED):
        return found
    kept = sum(len(one.left.split()) - len(one.right.split()) for one in found.diff)
    return replace(found, part=Part.RECORDED if kept > 0 else Part.ASKED)


@lru_cache(maxsize=1024)
def _words(text: str) -> tuple[str, ...]:
    """Words as printed, each with the marks that stand by themselves after it: a dash, three dots."""
    words: list[str] = []
    for word in text.split():
        if _form(word):
            words.append(word)
        elif words:
            words[-1] += f" {word}"
    return tuple(words)


@lru_cache(maxsize=1 << 14)
def _form(word: str) -> str:
    return normalised(word)


def _mirrored(found: Likeness) -> Likeness:
    """The same seen from the other side."""
    sides = {"delete": "insert", "insert": "delete"}
    diff = (Difference(sides.get(one.op, one.op), one.right, one.left) for one in found.diff)
    return replace(found, diff=tuple(diff))


def _within(short: Sequence[str], long: Sequence[str]) -> Likeness | None:
    """The likeness of a text and one that is as long or longer; the diff has the shorter one left."""
    everything = (0, len(long))
    whole = _compared(short, long, everything)
    is_near = whole.relation.joins or len(long) == len(short)
    if len(long) < _LONGER * len(short) and is_near:
        return _worth(whole, short, long, everything)
    stretch = _stretch(short, long)
    if stretch is None or stretch == everything:
        return _worth(whole, short, long, everything)
    part = replace(_warned(_compared(short, long, stretch), long[: stretch[0]]), part=Part.ASKED)
    if part.is_verbatim or (part.relation.joins and part.score >= whole.score and len(short) >= _LEAST):
        return part
    if whole.relation is Relation.NEGATED and len(long) <= _LONGER * len(short) + _DENYING:
        return whole
    if part.relation is Relation.NEGATED and len(short) <= FEW_WORDS:
        return part
    # What is asked for as a part is not refused for its shortness, as two whole statements are.
    if whole.score >= part.score:
        return _worth(whole, short, long, everything)
    return _worth(part, short, long, stretch)


def _compared(short: Sequence[str], long: Sequence[str], stretch: tuple[int, int]) -> Likeness:
    """What is different has no diff yet: most of it is not shown."""
    found = likeness(" ".join(short), " ".join(long[slice(*stretch)]))
    made = Likeness(found.relation, Part.NEITHER, found.score, found.why)
    return made if found.relation is Relation.DIFFERENT else _laid_out(made, short, long, stretch)


def _laid_out(
    found: Likeness, short: Sequence[str], long: Sequence[str], stretch: tuple[int, int]
) -> Likeness:
    diff = map(_written_alike, word_diff(" ".join(short), " ".join(long[slice(*stretch)])))
    return replace(found, diff=(*_alone(long[: stretch[0]]), *diff, *_alone(long[stretch[1] :])))


def _written_alike(one: Difference) -> Difference:
    """ "Won't" and "will not" are the same words."""
    if one.op != "replace" or wording(one.left).forms != wording(one.right).forms:
        return one
    return replace(one, op="equal")


def _warned(found: Likeness, before: Sequence[str]) -> Likeness:
    """With a word on a "not" that stands right before the part, which turns what it says."""
    last = " ".join(before[-_NEAR:])
    denied = [form for form in wording(last).forms if form in NEGATORS] if before else []
    if not denied or _END.search(last):
        return found
    return replace(found, why=(*found.why, f"right before these words stands “{denied[-1]}”"))


def _alone(words: Sequence[str]) -> list[Difference]:
    return [Difference("insert", "", " ".join(words))] if words else []


def _worth(
    found: Likeness, short: Sequence[str], long: Sequence[str], stretch: tuple[int, int]
) -> Likeness | None:
    """None unless they join, say the opposite, or share enough to be shown as the nearest."""
    if found.relation is not Relation.DIFFERENT:
        return found
    if found.score < _ALIKE / 2:
        return None
    mine = set(matter(" ".join(short)))
    shared = mine & set(matter(" ".join(long)))
    enough = min(_MATTER, max(2, len(mine) // 2))
    return _laid_out(found, short, long, stretch) if len(shared) >= enough else None


def _stretch(short: Sequence[str], long: Sequence[str]) -> tuple[int, int] | None:
    """Where in the longer text the words stand, or those most like them; None if that is not looked for."""
    mine, forms = " ".join(map(_form, short)), list(map(_form, long))
    text = " ".join(forms)
    ends = list(_ends(forms))
    at = f" {text} ".find(f" {mine} ")
    if at >= 0:
        return _number(ends, at), _end_of_amount(short[-1], forms, _number(ends, at + len(mine) - 1) + 1)
    if len(short) <= FEW_WORDS and (denied := denied_in(" ".join(short), text)):
        return _number(ends, denied[0]), _number(ends, denied[1] - 1) + 1
    if len(text) > _LONGEST:
        return None
    best = fuzz.partial_ratio_alignment(mine, text)
    if best is None or best.dest_end <= best.dest_start:
        return None
    start, end = _number(ends, best.dest_start), _number(ends, best.dest_end - 1) + 1
    return start, _end_of_amount(short[-1], forms, end)


def _end_of_amount(asked: str, forms: Sequence[str], end: int) -> int:
    """Where a stretch ends whose last word is a figure: "$10" beside "10 million" or "10 cents" is another
    amount, which the figure alone does not show.
    """
    if not forms[end - 1].isdecimal():
        return end
    while forms[end : end + 1] and forms[end] in SCALES:
        end += 1
    return end + bool(_SIGN.search(asked) and forms[end : end + 1])


def _ends(forms: Sequence[str]) -> Iterator[int]:
    at = 0
    for form in forms:
        at += len(form) + 1
        yield at


def _number(ends: Sequence[int], place: int) -> int:
    """Of the word that a place is in."""
    return bisect_right(ends, place)
