"""When the lines by a page's headline say that it was published, and changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from claims.model import PartialDate, Precision
from sources.dates import Stated, dates_within, two_ways
from sources.html_lines import Line
from sources.months import in_english

# Lines of bylines, dates and sections; longer ones tell something.
_LONGEST = 140

_CHANGED = re.compile(
    r"\b(?:updated|modified|revised|edited|corrected|mise? à jour|modifié|actualizado|aktualisiert|geändert"
    r"|aggiornato|atualizado|bijgewerkt|uppdaterad|opdateret|oppdatert)\b",
    re.IGNORECASE,
)
# A day of something that is told: "signed into law on August 14".
_TOLD = re.compile(r"\b(?:on|in|by|until|till|since|from|of|before|after|to|for|the)\s$", re.IGNORECASE)
_POSTED = re.compile(r"\b(?:posted|published|updated|written|first) (?:on|by)\s$", re.IGNORECASE)
# "3/09/15 8:00am": with a time behind it, the last number is a year.
_SHORT_YEAR = re.compile(r"(?<![\d/])(\d{1,2}/ ?\d{1,2}/)(\d\d)(?= +\d{1,2}:\d\d)")
# There were no pages before; a day of history is none of publication.
_OLDEST = date(1991, 8, 6)
# Pages in these languages write the day first; English ones either way, and a zone of
# the United States by the date says which.
_DAY_FIRST = frozenset("bg ca cs da de el es fi fr hr it nb nl no pl pt ro ru sk sl sr tr uk".split())
_AMERICAN = re.compile(r"\b(?:[ECMP][SD]?T|AK[SD]T|HST)\b")


def shown_dates(
    near: Sequence[Line], language: str, newest: date
) -> tuple[PartialDate | None, PartialDate | None]:
    """The first day that is shown as that of publication, and as that of a change.

    Args:
        near: the lines by the headline, the nearest first.
        language: the page's; it sets the names of months, and which of two numbers is the day.
        newest: no later day is believed.
    """
    published = modified = None
    for line in near:
        for day, is_change in _days(line.text, language) if len(line.text) <= _LONGEST else ():
            if not _OLDEST <= day <= newest:
                continue
            read = PartialDate.day(day, evidence="text", raw=line.text)
            if is_change:
                modified = modified or read
            else:
                published = published or read
    return published, modified


def _days(text: str, language: str) -> Iterator[tuple[date, bool]]:
    """Each day of a line, and whether the words before it say that it is that of a change."""
    line, end = _SHORT_YEAR.sub(r"\g<1>20\2", in_english(text, language)), 0
    for stated in dates_within(line):
        before = line[end : stated.span.start]
        end = stated.span.end
        if not stated.labelled and _TOLD.search(before) and not _POSTED.search(before):
            continue
        if day := _day(stated, line, language):
            yield day, bool(stated.modified or _CHANGED.search(before))


def _day(stated: Stated, line: str, language: str) -> date | None:
    if stated.date is not None:
        return stated.date.earliest if stated.date.precision is Precision.DAY else None
    if not (ways := two_ways(stated.span.of(line))):
        return None
    if _AMERICAN.search(line):
        return ways[1]
    return ways[0] if language.casefold()[:2] in _DAY_FIRST else None
