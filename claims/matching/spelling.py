"""Two words of names: one word spelled in two ways, short for the other, or another word?"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from claims.matching.titles import NICKNAMES

# Letters of these scripts are syllables or words: one that differs is another name, not a slip.
_SYLLABLES = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NUMBER = re.compile(r"\d|[ivx]+$")


@lru_cache(maxsize=8192)
def latin(word: str) -> str:
    """A word of another alphabet as it sounds, in a to z and digits; "обама" is "obama"."""
    if word.isascii():
        return word
    from anyascii import anyascii  # few names need its tables

    return "".join(char for char in anyascii(word).casefold() if char.isalnum()) or word


def in_one_script(mine: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Both names in Latin letters, but in their own where both are written in syllables."""
    if _syllabic(mine) and _syllabic(other):
        return mine, other
    return [latin(word) for word in mine], [latin(word) for word in other]


def _syllabic(parts: list[str]) -> bool:
    return any(_SYLLABLES.search(part) for part in parts if not part.isascii())


# What one letter, a number or a short word that differs leaves of a likeness: less than any name
# needs to agree, more than a word that has nothing to do with the other.
_ONE_LETTER, _ANOTHER_NUMBER, _SHORT_SLIP = 0.85, 0.5, 0.6


def alike(left: str, right: str) -> float:
    """Two words of names: 1 for the same, less for initials, short forms and spellings, 0 for others."""
    if left == right:
        return 1.0
    if _NUMBER.match(left) and _NUMBER.match(right):
        return _ANOTHER_NUMBER
    shorter = min(len(left), len(right))
    if shorter == 1:
        return _ONE_LETTER if left[0] == right[0] else 0.0
    if right in NICKNAMES.get(left, ()) or left in NICKNAMES.get(right, ()):
        return 0.9
    most = _most_slips(left, right, shorter)
    slips = OSA.distance(left, right, score_cutoff=most)
    if slips <= most:
        return 0.9 - 0.05 * slips if shorter > 2 else _SHORT_SLIP
    return 0.75 if sound_alike(left, right) else 0.0


def difference(left: str, right: str) -> str:
    """How two words that are alike differ, to stand between them: "fits" an initial, "is spelled like"."""
    if _NUMBER.match(left) and _NUMBER.match(right):
        return "is another number than"
    if min(len(left), len(right)) == 1:
        return "fits"
    if right in NICKNAMES.get(left, ()):
        return "is also called"
    return "is spelled like"


def _most_slips(left: str, right: str, shorter: int) -> int:
    """How many letters may be wrong: a short word is soon another one."""
    if not (left.isascii() and right.isascii()) and _syllabic([left, right]):
        return 0
    return 2 if shorter >= 8 else 1


# Spellings of one sound differ in vowels and signs, and still share half of their letters: "Husayn"
# and "Hussein" do, "Marquez" and "Marcos" do not.
_SHARED = 0.5


def sound_alike(left: str, right: str) -> bool:
    """Are they one sound, as it is written from other alphabets?"""
    bones = bones_of(left)
    return len(bones) > 2 and bones == bones_of(right) and OSA.normalized_similarity(left, right) >= _SHARED


# Signs for one sound in the spellings in use (BGN/PCGN, ISO 9, French, German).
_SOUNDS = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("zh", "j"), ("kh", "h"), ("ph", "f"),
    ("sh", "s"), ("ch", "c"), ("ck", "k"), ("th", "t"), ("dh", "d"), ("gh", "g"), ("ts", "s"), ("x", "ks"),
    ("q", "k"), ("w", "v"), ("z", "s"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouyjhw']")
_LIKE_VOWELS = tuple("aeiouyj")
_TWICE = re.compile(r"(.)\1+")
# Baltic names end in an s that other spellings leave out.
_ENDING = re.compile(r"(?<=.{5})s$")


@lru_cache(maxsize=8192)
def bones_of(word: str) -> str:
    """The consonants that are heard, a first vowel, y or j as "a": what spellings of one sound share."""
    plain = _TWICE.sub(r"\1", _ENDING.sub("", word))
    for signs, sound in _SOUNDS:
        plain = plain.replace(signs, sound)
    first = "a" if plain[:1] in _LIKE_VOWELS else plain[:1]
    return first + _VOWELS.sub("", plain[1:])
