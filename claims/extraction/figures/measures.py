"""Of what a measured amount or a share is, where that stands to its right."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted import Phrase, noun_phrase
from claims.extraction.figures.counted_words import is_participle
from claims.extraction.figures.left_phrases import TIMES
from claims.extraction.figures.reading import Given, Reading

BEFORE_NOUN = frozenset("the its his her their our all those these that this a an".split())
# How long an aside between a figure and its noun or verb may be, in tokens.
_ASIDE = 12
# Figures that may stand between a figure and what all of them describe: "a 2.4-liter, 4-cylinder engine".
_MOST_BETWEEN = 4


def measured(given: Given, reading: Reading, readings: Sequence[Reading]) -> Phrase | None:
    """ "12 kilograms of [wire]", "a 9-foot [wall]", "2 grams is a [fatal dose]"."""
    at = _noun_from(given, reading, readings)
    whole = {other.first: other.noun for other in readings}
    if reading.dimension == "ratio":  # "two thirds of the 90 boats"
        at = max(at, whole.get(at, at))
    found = noun_phrase(given.row, at) if at < len(given.row) else None
    if found and given.word(found.last - 1) in TIMES and given.word(at - 1) != "of":
        found = None  # "up 12 percent last year"
    return found or _defined(given, reading)


def paid_for(given: Given, reading: Reading) -> Phrase | None:
    """ "paid $900 for a [boat]", "took 40 percent from the [pier]"."""
    at = reading.noun
    if reading.dimension == "time" or given.word(at) not in _PAID_FOR or given.text(at + 1)[:1].isupper():
        return None
    at = _past_determiners(given, at + 1)
    return noun_phrase(given.row, at) if at < len(given.row) else None


_COMPARED = frozenset("more less fewer".split())
_PAID_FOR = frozenset("for from of in on".split())


def _noun_from(given: Given, reading: Reading, readings: Sequence[Reading]) -> int:
    """Where the noun may begin: past "of", "worth of", "in", "included in the", asides and other figures."""
    at = _past_figures(given, reading, readings)
    at += given.words(at, at + 2) == ("worth", "of")
    word = given.word(at)
    if word in ("lower", "higher") or (word in _COMPARED and given.word(at + 1) == "than"):
        return len(given.row)
    if word == "in" and reading.dimension == "money":
        # "$5 million in cash" is of cash; "$5 million in Austria" is not of Austria.
        return len(given.row) if given.text(at + 1)[:1].isupper() else at + 1
    if word in ("of", "-"):
        at += 1
    elif is_participle(word) and given.word(at + 1) in ("in", "on", "for", "to"):
        at += 2
    elif reading.dimension != "ratio":
        return at
    return _past_determiners(given, at)


def _past_determiners(given: Given, at: int) -> int:
    while given.word(at) in BEFORE_NOUN:
        at += 1
    return at


def _past_figures(given: Given, reading: Reading, readings: Sequence[Reading]) -> int:
    """ "8 miles (13 kilometers) of tunnels", "a 37m (121ft)-long wreck", "a 7- or 8-inch screen"."""
    at = reading.noun
    if given.text(at) == ")" and given.text(reading.first - 1) == "(":
        at += 1
    others = {other.first: other for other in readings if other.first >= at}
    moved = False  # "in 3 hours 40 people died": a figure right behind has a noun of its own
    for _ in range(_MOST_BETWEEN):
        if given.text(at) == "(" and (closing := _closing(given, at)):
            at = closing
        elif given.text(at) in ("-", ",") and at + 1 in others:
            at += 1
        elif given.text(at) == "-" and given.word(at + 1) in ("or", "and", "to") and at + 2 in others:
            at += 2
        elif at in others and (moved or reading.dimension != "time"):
            at = max(others[at].last, others[at].noun)
        else:
            break
        moved = True
    if given.text(at) == "-" and given.words(at + 1, at + 2) in _SIZES:
        at += 2
    return at


_SIZES = (("long",), ("wide",), ("tall",), ("deep",), ("high",), ("thick",), ("strong",), ("heavy",))


def _closing(given: Given, opening: int) -> int:
    """The place after the bracket that closes one; 0 where none is near."""
    ends = [place for place in range(opening + 1, opening + _ASIDE) if given.text(place) == ")"]
    return ends[0] + 1 if ends else 0


def _defined(given: Given, reading: Reading) -> Phrase | None:
    """ "two milligrams — a few grains — is a lethal dose": what the figure is said to be."""
    at = reading.noun
    if given.text(at) in ("—", "–", ",", "("):
        closing = {"(": ")"}.get(given.text(at), given.text(at))
        ends = [place for place in range(at + 1, at + _ASIDE) if given.text(place) == closing]
        at = ends[0] + 1 if ends else at
    if given.word(at) not in ("is", "are", "was", "were"):
        return None
    at += 1
    while given.word(at) in ("a", "an", "the", "about"):
        at += 1
    return noun_phrase(given.row, at) if at < len(given.row) else None
