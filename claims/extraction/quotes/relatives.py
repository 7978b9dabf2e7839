"""Whom "who" stands for: the name or noun phrase right before it."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.quotes.cues import ADVERBS, DETERMINERS, MONTHS, PREPOSITIONS, RELATIVES, TIMES
from claims.extraction.quotes.noun_phrases import LONGEST, belongs, phrase_ending
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import DASHES, Range
from claims.extraction.speakers.can_speak import may_be_who, may_speak

# "At a rally in Harlow Bay, the mayor, who ...": the name before the comma is a place.
_OF_PLACES = frozenset("in at on near outside inside across around".split())
_LINKS = frozenset(("of", "including"))
_PERIODS = TIMES | {"day"}
_NO_NAME = PREPOSITIONS | DETERMINERS | ADVERBS | TIMES | frozenset(MONTHS)


def is_relative(s: Sentence, phrase: Range) -> bool:
    """Is it `who`, `which` or `that` alone, or `who's`?"""
    stem = s.low[phrase[0]].replace("\u2019", "'").partition("'")[0]
    return phrase[0] == phrase[1] and stem in RELATIVES and not s.words[phrase[0]].isupper()


def antecedent(s: Sentence, relative: int) -> Range | None:
    """The phrase a relative pronoun stands for: of a name and its apposition the name."""
    low = s.low[relative]
    at = relative - 1
    set_off = at > 0 and (s.words[at] == "," or s.words[at] in DASHES)
    if set_off:
        at -= 1
    if at < 0 or s.low[at] in RELATIVES or (low == "that" and (set_off or at in s.pieces)):
        return None
    phrase = phrase_ending(s, at) and _speaking_part(s, at, low.startswith("who"))
    return phrase and (_described(s, phrase) or phrase)


def _described(s: Sentence, phrase: Range) -> Range | None:
    """The name that the phrase describes: `Vega, the mayor of Harlow Bay, who`."""
    first = phrase[0]
    comma = first - 1
    while comma > 0 and s.low[comma] in ADVERBS:  # "Vega, now the mayor"
        comma -= 1
    described = s.low[first] in DETERMINERS and comma > 0 and s.words[comma] == ","
    if not described or not _ends_name(s, comma - 1):
        return None
    begin = comma - 1
    while begin > max(0, comma - LONGEST) and _ends_name(s, begin - 1):
        begin -= 1
    before = s.low[begin - 1] if begin else ""
    fronted = begin == 1 and before in PREPOSITIONS
    return None if fronted or before in _OF_PLACES else (begin, comma - 1)


def _ends_name(s: Sentence, at: int) -> bool:
    return s.is_name(at) and s.low[at] not in _NO_NAME


def _speaking_part(s: Sentence, last: int, of_person: bool) -> Range:
    """`a victory for Vega, who`, `wrote to voters in Halden who`: from the first noun that can speak."""
    first = last
    while first > max(0, last - LONGEST) and belongs(s, first - 1, first):
        first -= 1
    links = [i for i in range(first, last) if s.low[i] in PREPOSITIONS or s.low[i] in _LINKS]
    for begin, end in pairwise([first - 1, *links, last + 1]):
        if begin + 1 < end and _can_speak(s, begin + 1, end - 1, of_person):
            return begin + 1, last
    while s.is_name(last) and first < last and not s.is_name(first):
        first += 1  # "met Vega, who"
    return first, last


def _can_speak(s: Sentence, first: int, last: int, of_person: bool) -> bool:
    if s.low[last].removesuffix("s") in _PERIODS:
        return False  # "over the past days with Vega, who"
    named = first + (s.low[first] in DETERMINERS)
    speaks = may_be_who if of_person else may_speak
    return speaks(s.words[first : last + 1]) or all(_ends_name(s, i) for i in range(named, last + 1))
