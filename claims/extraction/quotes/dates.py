"""When a statement was made, where the words beside the cue say so."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.extraction.quotes.cues import MONTHS, WEEKDAYS
from claims.model import PartialDate, Span

_MONTH = (
    r"(?P<month>Jan(?:uary|\.)|Feb(?:ruary|\.)|Mar(?:ch|\.)|Apr(?:il|\.)|May|June?|July?|Aug(?:ust|\.)"
    r"|Sept?(?:ember|\.)|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DATE = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(day.title() for day in WEEKDAYS)})\b"
    rf"|{_MONTH}\s(?P<day>\d{{1,2}})\b(?!\d)(?:,?\s(?P<year>\d{{4}})\b)?"
    rf"|(?P<day2>\d{{1,2}})\s{_MONTH.replace('month', 'month2')}(?:\s(?P<year2>\d{{4}})\b)?"
    r"|(?P<near>today|yesterday)\b)"
)


def said_on(text: str, zone: Span, published: PartialDate | None) -> PartialDate | None:
    """The date in `zone`, the words beside a cue; None if none is stated or it cannot be resolved.

    A weekday is the last such day up to the day of publication, and a date without
    a year the last such date; without a publication date neither is known.
    """
    found = _DATE.search(text, zone.start, zone.end)
    if found is None:
        return None
    known = published.earliest if published and published.earliest == published.latest else None
    day = _resolved(found, known)
    if day is None:
        return None
    return PartialDate.day(day, evidence="text", raw=found.group(), span=Span(found.start(), found.end()))


def _resolved(found: re.Match[str], known: date | None) -> date | None:
    if found["weekday"]:
        if known is None:
            return None
        back = (known.weekday() - WEEKDAYS.index(found["weekday"].lower())) % 7
        return known - timedelta(days=back)
    if found["near"]:
        return None if known is None else known - timedelta(days=found["near"] == "yesterday")
    month = found["month"] or found["month2"]
    number = next(i for i, name in enumerate(MONTHS, 1) if name.startswith(month[:3].lower()))
    day, year = int(found["day"] or found["day2"]), found["year"] or found["year2"]
    return _calendar_day(int(year) if year else None, number, day, known)


def _calendar_day(year: int | None, month: int, day: int, known: date | None) -> date | None:
    try:
        if year is not None:
            return date(year, month, day)
        if known is None:
            return None
        this = date(known.year, month, day)
        return this if this <= known else date(known.year - 1, month, day)
    except ValueError:
        return None
