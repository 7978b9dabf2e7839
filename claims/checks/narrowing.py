"""What narrows or widens a figure: a part, others, several events, a list, an earlier time."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks import lexicon
from claims.checks.words_around import WORD, holds_any, is_number, stem, synonym


def flags_of(
    sentence: str, start: int, end: int, before: list[str], after: list[str], *, is_all: bool
) -> list[str]:
    """The flags of `Measure` that the words beside a figure set.

    Args:
        is_all: `is_all_of_its_kind` holds.
    """
    around = sentence[max(0, start - 50) : end + 60].casefold()
    flags = []
    if _is_of_some(before, after) or not (is_all or lexicon.PART_WORDS.isdisjoint(before[-4:])):
        flags.append("part")
    if holds_any(around, lexicon.NARROWING) or _IN_ONE_PART.match(sentence):
        flags.append("part")
    if _AFTERSHOCKS & {*before[-5:], *after[:4]}:
        flags.append("part")
    if after[:1] in (["other"], ["others"], ["more"]) or "others" in after[:3]:
        flags.append("others")
    if before[-1:] in (["the"], ["those"], ["these"], ["all"]) and before[-2:] != ["in", "all"]:
        flags.append("definite")
    if before[-1:] == ["no"]:
        flags.append("label")
    if is_listed(sentence, end):
        flags.append("listed")
    return flags


_ENDS_CLAUSE = re.compile(r"\s?(?:[,;:.)—–]|--|$)")


def is_all_of_its_kind(sentence: str, start: int, end: int, counted: str) -> bool:
    """ "More seizures, including 117 firearms, than ever": a part of the seizures, but all the firearms.

    One word says what is counted, right behind the figure and at the end of its clause, and no
    whole of the same is told before it.
    """
    before, behind = sentence[:start].casefold(), sentence[end:].lstrip().casefold()
    low = counted.casefold()
    if not before.rstrip().endswith(_INCLUDING) or not low.isalpha() or not behind.startswith(low):
        return False
    is_last = _ENDS_CLAUSE.match(behind, len(low)) is not None
    return is_last and not any(synonym(stem(word)) == synonym(stem(low)) for word in WORD.findall(before))


_INCLUDING = ("including", "included")
# "In neighbouring Ostrow district, 10 people were killed": a part of what a whole country counts.
_IN_ONE_PART = re.compile(
    r"\s{0,2}(?:In|At) (?:the )?(?:[\w’'-]{2,30} ){1,4}"
    r"(?:district|county|province|village|region|suburb|neighbou?rhood)\b"
)
_AFTERSHOCKS = frozenset("aftershock aftershocks foreshock foreshocks".split())
_AT_ONE_SITE = re.compile(
    rf"\b(?:{'|'.join(sorted(lexicon.SEVERAL_EVENTS))}) (?:in|at|near|outside|inside|on) "
    rf"(?:[\w’'-]{{1,30}} ){{1,4}}?(?:{'|'.join(sorted(lexicon.SITES))})\b"
)


_OVER_DAYS = re.compile(
    r"\b(?:over|during|within|across|in) (?:the )?(?:past |last |next )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:days|nights|weeks|months|years)\b|"
    r"\bsince (?:19|20)\d\d\b"
)
# One of these stands in whatever that finds.
_DAYS = (" days", " nights", " weeks", " months", " years", "since ")


def adds_up(sentence: str) -> bool:
    """Does a sentence tell of several events, or of a stretch of time?"""
    low = sentence.casefold()
    if holds_any(low, lexicon.PERIODS) or (holds_any(low, _DAYS) and _OVER_DAYS.search(low)):
        return True
    if not holds_any(low, lexicon.SEVERAL_EVENTS):
        return False
    told = lexicon.SEVERAL_EVENTS & set(WORD.findall(low))
    return bool(told) and not _AT_ONE_SITE.search(low)


def is_listed(sentence: str, end: int) -> bool:
    """Is the figure that ends here one part of a list of places or groups?"""
    return bool(_FOLLOWED_BY_KIND.match(sentence, end)) and _list_items(sentence) > 1


@lru_cache(maxsize=512)
def _list_items(sentence: str) -> int:
    return len(_LIST_ITEM.findall(sentence))


_COUNT = r"(?:\d[\d,.]{0,20}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_KIND = r"(?: [\w’'-]{1,20})?,? (?:in|at|from|by|aboard|on|near|outside|with|across)\b"
_FOLLOWED_BY_KIND = re.compile(_KIND)
_LIST_ITEM = re.compile(rf"(?:[,;:]|\band|\bas well as) (?:and )?{_COUNT}{_KIND}", re.IGNORECASE)

_OF_WHOM = frozenset("the them whom those these his her their its".split())
_SOME = frozenset("some most many half any all each part none".split())


def _is_of_some(before: list[str], after: list[str]) -> bool:
    """ "three of the victims", "one of five people", "one 7.3-magnitude tremor": of a part."""
    if before[-1:] == ["one"]:
        return True
    if after[:1] == ["of"] and (len(after) < 2 or after[1] in _OF_WHOM or is_number(after[1])):
        return True
    of = before[-1:] == ["of"] and len(before) > 1
    return of and (before[-2] in _SOME or before[-2] in lexicon.GROUPS or is_number(before[-2]))


_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_IN_MONTH = re.compile(
    rf"\b(?:(?:[Ii]n|[Ll]ast) (?:early |late |mid-)?(?:{_MONTHS})|[Ss]ince (?:{_MONTHS})(?! \d))\b"
)
_NAMES_OF_MONTHS = tuple(_MONTHS.split("|"))
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def is_of_month(sentence: str) -> bool:
    """ "in September": told of a whole month, or looked back at."""
    return holds_any(sentence, _NAMES_OF_MONTHS) and bool(_IN_MONTH.search(sentence))


def is_of_day(sentence: str) -> bool:
    """ "on Sunday": told of a day of this week."""
    return bool(_WEEKDAY.search(sentence)) and not is_of_month(sentence)


_BACK = re.compile(
    r"\b(?:in|during|of) (?:19|20)\d\d\b|"
    r"\b(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) "
    r"(?:months?|years?|decades?) (?:ago|after|before|earlier|since)\b|"
    r"\b(?:months|years|decades) (?:ago|after|before|earlier)\b",
    re.IGNORECASE,
)
# One of these stands in whatever that finds.
_BACKWARD = (" 19", " 20", "month", "year", "decade")


def looks_back(sentence: str) -> bool:
    """ "two years ago", "a month after", "in 2016": it may tell of an earlier event."""
    return holds_any(sentence.casefold(), _BACKWARD) and bool(_BACK.search(sentence))


_PLACE_FIRST = re.compile(r"\s{0,2}In (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}),")


def place_first(sentence: str) -> str:
    """The place that a sentence begins with ("In Ostrow, three people ..."); "" if with none."""
    found = _PLACE_FIRST.match(sentence)
    return found.group(1) if found else ""


_PERPETRATOR = "|".join(sorted(lexicon.PERPETRATORS))
_PERPETRATOR_DEAD = re.compile(
    rf"\b(?:includ(?:ing|ed|es)|and) (?:the |a |an )?(?:[\w’'-]+ )?(?:{_PERPETRATOR})\b|"
    rf"\b(?:himself|herself)\b|"
    rf"\b(?:{_PERPETRATOR})\b[^.;]{{0,30}}\b(?:dead|died|(?:was|were) (?:also )?killed)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=512)
def perpetrator_dead(sentence: str) -> bool:
    """Does a sentence count who did it among the dead, or tell of that death too?"""
    return bool(_PERPETRATOR_DEAD.search(sentence))


_FISCAL = re.compile(r"\b(?:fiscal(?: year)?|FY) ?'?(?:19|20)?\d{0,2}\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SO_FAR = re.compile(
    r"\b(?:so far|to date|as of|until now|up to now|preliminary|initial(?:ly)?|at first)\b", re.IGNORECASE
)


@lru_cache(maxsize=512)
def is_fiscal(sentence: str) -> bool:
    """Is it told of a fiscal year?"""
    return bool(_FISCAL.search(sentence))


@lru_cache(maxsize=512)
def years(sentence: str) -> frozenset[str]:
    """The years that a sentence names."""
    return frozenset(_YEAR.findall(sentence))


@lru_cache(maxsize=512)
def is_interim(sentence: str) -> bool:
    """ "so far", "to date", "initially": the figure may have grown since."""
    return bool(_SO_FAR.search(sentence))
