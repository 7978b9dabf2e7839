"""The words around a figure: how far they are looked at, their stems, the numbers among them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from claims.checks.lexicon import SYNONYMS
from claims.model import Span

# "20s" is one word: no count.
WORD = re.compile(r"\d+(?:[.,]\d+)*(?:-[a-z]+)*s?|[^\W\d_]+(?:['’][^\W\d_]+)?")
_NUMBER_WORDS = frozenset(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety several multiple
    dozen dozens hundreds thousands""".split()
)
STOP = frozenset(
    """a an the of in at on to for from by with and or but as that this these those it its their his her
    was were is are be been being has have had he she they we who which after when while during near about
    more than least over nearly almost some up said says say told officials authorities not no into off
    out also will would could may""".split()
)
# How far a word may stand from a figure and still say what it counts.
_REACH = 12


def near(text: str, *, last: bool) -> list[str]:
    """The words of a text that stand nearest its end, or its beginning, in order."""
    words = WORD.findall((text[-160:] if last else text[:160]).casefold())
    return words[-_REACH:] if last else words[:_REACH]


def clause(text: str) -> list[str]:
    """The words after a figure up to the next comma or other mark: what follows is of something else."""
    return near(_MARK.split(text[:160], maxsplit=1)[0], last=False)


_MARK = re.compile(r"[,;:()—–]|\.(?:\s|$)|\s-+\s")


def holds_any(text: str, pieces: Iterable[str]) -> bool:
    """Does any of the pieces stand in a text, be it inside a word?

    It takes a tenth of the time of a pattern, so that it is asked first where most texts hold none.
    """
    return any(map(text.__contains__, pieces))


def is_number(word: str) -> bool:
    return (word[0].isdigit() and not word.endswith("s")) or word in _NUMBER_WORDS


def stems(text: str) -> frozenset[str]:
    """What a text tells of: stems of its words, one for one thing, no figures, no small words."""
    return frozenset(
        synonym(stem(word))
        for word in WORD.findall(text.casefold())
        if word not in STOP and not word[0].isdigit()
    )


def synonym(stemmed: str) -> str:
    """The one word for a thing that headlines and stories call by several."""
    return SYNONYMS.get(stemmed, stemmed)


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without its plural: enough to compare nouns, no more."""
    plain = word.replace("'", "").replace("’", "").removesuffix("'s")
    if plain in _IRREGULAR:
        return _IRREGULAR[plain]
    if plain.endswith("ies") and len(plain) > 4:
        return plain[:-3] + "y"
    if plain.endswith(("ses", "xes", "ches", "shes")):
        return plain[:-2]
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") and len(plain) > 3 else plain


_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "gunmen": "gunman",
    "children": "child",
    "kids": "child",
    "people": "person",
}
_SMALL = {
    word: value for value, word in enumerate("one two three four five six seven eight nine ten".split(), 1)
}
# A number before one of these, or after one of those, counts nothing: money, clock times, ages, labels.
_NO_COUNT_AFTER = re.compile(
    r"(?:[-–:%]|\s(?:million|billion|percent|years?|months?|days?|hours?|minutes?|miles?|kilometers?|feet|"
    r"p\.?m|a\.?m|block)\b)",
    re.IGNORECASE,
)
_NO_COUNT_BEFORE = re.compile(r"(?:[$€£#:.\d]|\bNo\.?\s?)$")


# The words of a text that may be whole numbers, as `WORD` cuts them: the others are not looked at singly.
_MAY_COUNT = re.compile(
    r"\d+(?:[.,]\d+)*(?:-[a-z]+)*s?"
    rf"|(?<![^\W\d_])(?<![^\W\d_]['’])(?i:{'|'.join(_SMALL)})(?!['’]?[^\W\d_])"
)


def counts(text: str, *, but: Span) -> tuple[int, ...]:
    """The whole numbers of a text that may count people or things, in order, but for those in one place."""
    return tuple(value for start, end, value in _numbers(text) if end <= but.start or start >= but.end)


@lru_cache(maxsize=256)
def _numbers(text: str) -> tuple[tuple[int, int, int], ...]:
    """Start, end and value of each: found once for all figures of a text that lost its full stops."""
    found = []
    for place in _MAY_COUNT.finditer(text):
        word = place.group().casefold().replace(",", "")
        value = _SMALL.get(word) or (int(word) if word.isdecimal() and len(word) < 10 else 0)
        before = text[max(0, place.start() - 4) : place.start()]
        if value and not _NO_COUNT_AFTER.match(text, place.end()) and not _NO_COUNT_BEFORE.search(before):
            found.append((place.start(), place.end(), value))
    return tuple(found)
