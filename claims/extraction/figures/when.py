"""When a figure holds: its period as printed, and the date of "as of"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from claims.model import PartialDate

_MONTHS = "January February March April May June July August September October November December".split()
_YEAR = r"(?:1[6-9]|20)[0-9]{2}"
_MONTH = rf"(?:{'|'.join(_MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
_COUNT = r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|few|couple of)"
_PERIOD = re.compile(
    rf"\b(?:between\s{_YEAR}\sand\s{_YEAR}|from\s{_YEAR}\s(?:to|through)\s{_YEAR}"
    rf"|(?:in|during|since|until|by|over|through|after|before|for|throughout)\s(?:the\s)?"
    rf"(?:(?:early|late|mid|fiscal|spring|summer|fall|autumn|winter|year|of|first|second|third|fourth|quarter|half|end)[\s-]){{0,4}}"
    rf"(?:{_MONTH}\s?)?(?:[0-3]?[0-9],?\s)?{_YEAR}(?![0-9]|,[0-9])"
    rf"|(?:in|during|since|until|through|by)\s(?:early\s|late\s|mid-)?{_MONTH}\b"
    rf"|(?:(?:in|over|during|for|within)\s)?(?:the\s)?(?:past|last|previous|next|coming)\s(?:{_COUNT}\s)?"
    r"(?:days?|weeks?|weekend|months?|quarters?|years?|decades?|century|summer|winter|spring|fall)"
    rf"|(?:over|within|during|in|for|after)\s(?:about\s|nearly\s|almost\s|more\sthan\s|just\s)?{_COUNT}\s(?:days|weeks|months|years|decades)"
    rf"|(?:(?:in|for|during|by|since)\s)?(?:the\s)?(?:FY\s?’?|fiscal\s(?:year\s)?)(?:{_YEAR}|[0-9]{{2}})"
    rf"|(?:as\sof|at)\sthe\s(?:end|start|beginning|close)\sof\s(?:the\s)?(?:year|month|quarter|(?:{_MONTH}\s)?{_YEAR}|{_MONTH})"
    r"|(?:so\sfar\s|earlier\s|later\s)?this\s(?:day|week|weekend|month|quarter|year|summer|winter|spring|fall|decade|century)"
    r"|(?:(?:in|over)\s(?:the\s)?year\s|year[\s-])?to[\s-]date"
    r"|a\s(?:week|month|year|decade)\s(?:ago|earlier|before)"
    r"|(?:in|during)\sthe\s(?:first|second|third|fourth|final|latest)\s(?:quarter|half))\b",
    re.IGNORECASE | re.ASCII,
)  # fmt: skip


def periods(sentence: str) -> list[tuple[int, int]]:
    """Places of the sentence that say when, in code points of it."""
    return [match.span() for match in _PERIOD.finditer(sentence)]


def period_of(sentence: str, found: Sequence[tuple[int, int]], start: int, end: int, limit: int) -> str:
    """The period of the figure at [start, end): the first one after it and before the next
    figure at `limit`, else one that heads the sentence, else the only one there is."""
    following = bisect_left(found, end, key=lambda span: span[0])
    leads = found[0][1] <= start and (found[0][0] <= 1 or len(found) == 1)
    if following < len(found) and found[following][0] < limit:
        chosen = found[following]
    elif leads or (len(found) == 1 and following == 0):
        chosen = found[0]
    else:
        return ""
    return " ".join(sentence[chosen[0] : chosen[1]].split())


_AS_OF = re.compile(
    rf"\bas\sof\s(?:(?P<month>{_MONTH})\s(?:(?P<day>[0-3]?[0-9])\b)?,?\s?)?(?P<year>{_YEAR})?\b",
    re.IGNORECASE,
)


def as_of(sentence: str) -> PartialDate | None:
    """The date of "as of May 3, 2021"; None without a year, which is never guessed."""
    found = _AS_OF.search(sentence)
    if not found or not found["year"]:
        return None
    written = found["year"]
    if found["month"]:
        month = next(i for i, name in enumerate(_MONTHS, 1) if name[:3] == found["month"][:3].title())
        written += f"-{month:02}" + (f"-{int(found['day']):02}" if found["day"] else "")
    try:
        return PartialDate.parse(written, evidence="text", raw=found.group())
    except ValueError:
        return None
