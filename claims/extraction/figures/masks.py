"""Numbers that measure nothing: dates, clock times, labels, scores, addresses and the like.

Two layers: places of a sentence that are masked before any number is read, and
reasons for which a number that was read is turned down (`figures_rejected`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple


class Rejection(StrEnum):
    """Why a number is no claim; the words are for people."""

    DATE = "part of a date"
    YEAR = "a year"
    DECADE = "a decade"
    CLOCK_TIME = "a time of day"
    WEB = "part of an address on the web or by mail"
    PHONE = "a telephone number"
    ADDRESS = "part of a street address or postcode"
    LAW = "a citation of law"
    LABEL = "a number of a section, page, route, game or other numbered thing"
    NAME = "part of a name"
    MODEL = "a model, version or generation"
    SCORE = "a score"
    ORDINAL = "a rank"
    PRONOUN = '"one" that counts nothing'
    LIST = "a number of a list"
    FOOTNOTE = "a reference or footnote"
    IDIOM = "a set phrase"
    UNCLEAR = "a number whose separators make no one amount"


class Mask(NamedTuple):
    """A place of a sentence that holds no figure, [start, end), and why."""

    start: int
    end: int
    reason: Rejection


_MONTH = (
    r"(?:[Jj]an(?:uary|\.)?|[Ff]eb(?:ruary|\.)?|Mar(?:ch|\.)?|[Aa]pr(?:il|\.)?|May|[Jj]une?|[Jj]uly?"
    r"|[Aa]ug(?:ust|\.)?|[Ss]ept?(?:ember|\.)?|[Oo]ct(?:ober|\.)?|[Nn]ov(?:ember|\.)?|[Dd]ec(?:ember|\.)?)"
)
_DAY = r"[0-3]?[0-9](?:st|nd|rd|th)?"
_YEAR = r"(?:1[5-9]|20|21)[0-9]{2}"
_END = r"(?![0-9A-Za-z%])(?![.,][0-9])"

_AM_PM = r"(?:[ap]m\b|[ap]\.m\.?|[AP]M\b|[AP]\.M\.?)"
_STREETS = (
    r"(?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.?|Drive|Dr\.|Lane|Parkway|Pkwy|Highway|Plaza)"
)
_REPORTER = r"(?:U\.?S\.?C|C\.?F\.?R|F\.[23]d|U\.S|S\.\s?Ct)\.?"

# Every part is bounded, so the whole is linear on any text. A rare character is asked for
# first and what stands before it after that: three times as fast as the other way round.
_PATTERNS: tuple[tuple[Rejection, tuple[str, ...]], ...] = (
    (
        Rejection.WEB,
        (r"\b(?:https?://|www\.)\S{1,400}", r"\S{1,80}@\S{1,80}", r"[#@](?<!\w.)\w{1,80}"),
    ),
    (
        Rejection.DATE,
        (
            # 5 June 2018, 3-5 May, 4th of July
            rf"\b{_DAY}(?:\s?[-–/]\s?{_DAY})?(?:\sof)?\s{_MONTH}\b\.?(?:,?\s{_YEAR}\b)?(?!\s[a-z]+ed\b)",
            # May 3, 2021; Sept. 12, 13 and 14; April 3 to 5
            (
                rf"\b{_MONTH}\s{_DAY}(?![0-9])"
                rf"(?:(?:\s?[-–]\s?|,\s|\sand\s|,\sand\s|\sto\s){_DAY}(?![0-9%]|[.,:][0-9]|\s(?!and\b|to\b)[a-z])){{0,6}}"
                rf"(?:,?\s{_YEAR}\b(?![.,][0-9]))?{_END}"
            ),
            rf"\b{_MONTH},?\s(?:of\s)?{_YEAR}{_END}",
            rf"\b{_YEAR}[-./][01]?[0-9][-./][0-3]?[0-9]{_END}",
            rf"\b[0-3]?[0-9]([-./])[0-3]?[0-9]\1(?:{_YEAR}|[0-9]{{2}}){_END}",
            r"\b9/11\b|\b24/7\b",
        ),
    ),
    (
        Rejection.YEAR,
        (
            rf"\b{_YEAR}\s?[-–/]\s?(?:{_YEAR}|[0-9]{{2}})(?![0-9%]|\s(?:million|billion|percent))",
            rf"\b(?:FY|fiscal|'|’)\s?(?:{_YEAR}|[0-9]{{2}})(?![0-9,]|'s|\s(?:percent|million))",
            rf"(?:©|\(c\)|[Cc]opyright)\s{{0,2}}{_YEAR}",
        ),
    ),
    (Rejection.DECADE, (r"(?=[0-9])(?<![0-9.,$£€])(?:1[5-9]|20)?[0-9]0['’]?s\b",)),
    (
        Rejection.CLOCK_TIME,
        (
            rf"\b[0-2]?[0-9][:.][0-5][0-9](?:[:.][0-5][0-9])?\s?{_AM_PM}",
            rf"\b[0-2]?[0-9]\s?(?:and|to|or|[-–])\s?[0-2]?[0-9]\s?{_AM_PM}",
            r"\b[0-2]?[0-9]\s?(?:[ap]m|[ap]\.m\.|[AP]M|[AP]\.M\.|o['’]clock)(?![a-z])",
            r"\b[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?\b",
            r"\b[0-2][0-9][0-5][0-9]\s(?:hours|GMT|UTC|BST|EST)\b",
        ),
    ),
    (
        Rejection.PHONE,
        (
            r"(?=[+(0-9])(?<![0-9$])(?:\+?[0-9]{1,3}[-. ])?\(?[0-9]{3}\)?[-. ][0-9]{3}[-. ][0-9]{4}(?![0-9])",
            r"\+[0-9][0-9 \-()]{7,18}[0-9]",
            r"\b0[0-9]{1,4}(?:[ -][0-9]{3,4}){2}\b(?![.,][0-9])",
        ),
    ),
    (
        Rejection.LAW,
        (
            rf"\b[0-9]{{1,3}}\s{_REPORTER}\s(?:§{{1,2}}\s?)?[0-9]{{1,5}}[a-z]?(?:\([a-z0-9]{{1,3}}\)){{0,4}}",
            r"§{1,2}\s?[0-9]{1,5}[a-z]?",
            r"\b(?:H\.?\s?R\.?|S\.|A\.B\.|S\.B\.|H\.B\.|HB|SB|AB)\s[0-9]{1,5}\b",
        ),
    ),
    (
        Rejection.ADDRESS,
        (
            (
                r"\b[0-9]{1,5}(?:-[0-9]{1,4})?\s(?:[NSEW]\.?\s)?"
                rf"(?:[A-Z][\w.'’]{{0,20}}\s|[0-9]{{1,3}}(?:st|nd|rd|th)\s){{1,3}}{_STREETS}\b"
            ),
            r"\b(?:[A-Z]{2}\s[0-9]{5}(?:-[0-9]{4})?\b|[0-9]{5}\sZIP\b)",
            r"\b[A-Z]{1,2}[0-9][0-9A-Z]?\s[0-9][A-Z]{2}\b",
        ),
    ),
    (Rejection.ORDINAL, (r"\b[0-9][0-9,]{0,12}(?:st|nd|rd|th)\b",)),
    (
        Rejection.FOOTNOTE,
        (
            r"\[[0-9]{1,3}(?:\s?[-–,]\s?[0-9]{1,3}){0,12}\]",
            r"\((?<=[a-z].)[0-9]{1,2}\)",
            r"\((?<!\w.)[0-9]{1,2}\)(?=\s[a-z])",
        ),
    ),
    (
        Rejection.MODEL,
        (r"\b[0-9]{1,4}(?:\.[0-9]{1,4}){2,6}\b", r"\bv\.?[0-9]{1,4}(?:\.[0-9]{1,4}){0,4}\b"),
    ),
    (Rejection.SCORE, (r"\b[0-9]{1,3}(?:\s?[-–]\s?[0-9]{1,3}){2,5}\b",)),
)

_MASKS = tuple(
    (reason, re.compile(pattern, re.ASCII)) for reason, patterns in _PATTERNS for pattern in patterns
)
_LIST_NUMBER = re.compile(r"\(?[0-9]{1,2}[.)](?:\s|$)", re.ASCII)


def masks(sentence: str, *, begins_paragraph: bool = False) -> list[Mask]:
    """Places that hold no figure, in order; places of different reasons may overlap.

    Args:
        begins_paragraph: a number at the start may be the number of a list item.
    """
    found = [
        Mask(match.start(), match.end(), reason)
        for reason, pattern in _MASKS
        for match in pattern.finditer(sentence)
    ]
    if begins_paragraph and (match := _LIST_NUMBER.match(sentence)):
        found.append(Mask(0, match.end(), Rejection.LIST))
    return sorted(found)
