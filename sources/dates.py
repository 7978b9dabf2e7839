"""Date lines: lines that say when a text was published or changed, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from claims.model import PartialDate, Precision, Span
from claims.readymade.row import DAY_FIRST, MONTH_FIRST
from sources.months import MONTHS

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = "(?:{})".format("|".join([*MONTHS, "sept", *(name[:3] for name in MONTHS)]))
_DAY = "|".join([*_DAYS, "tues", "thur", "thurs", *(name[:3] for name in _DAYS)])
_WEEKDAY = rf"(?:(?P<weekday>{_DAY})\.?,? )?"
_DATE = re.compile(
    rf"{_WEEKDAY}(?:"
    rf"(?P<month1>{_MONTH})\.? (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year1>\d{{4}})"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)? (?P<month2>{_MONTH})\.?,? (?P<year2>\d{{4}})"
    r"|(?P<year3>\d{4})[-/](?P<month3>\d{2})[-/](?P<day3>\d{2})"
    r"|(?P<day4>\d{1,2})\.(?P<month4>\d{1,2})\.(?P<year4>\d{4})"
    r"|(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year5>\d{4})"
    rf"|(?P<month6>{_MONTH})\.?,? (?P<year6>\d{{4}})"
    r")(?!\d)",
    re.IGNORECASE | re.ASCII,
)
# In a table, where a whole column is of dates; a time may follow.
_NUMBERS = re.compile(r"(?P<first>\d{1,2})([/-])(?P<second>\d{1,2})\2(?P<year>\d{4})(?=$|[ T,])", re.ASCII)

_LABEL = re.compile(
    r"(?:first |originally |last )?(?P<word>published|posted|released|issued|date|created"
    r"|updated|modified|revised|edited)(?: on| at)?:? ",
    re.IGNORECASE,
)
_MODIFIED = {"updated", "modified", "revised", "edited"}

# What may stand beside the date on such a line: a time, a zone, marks between two dates.
_TIME = re.compile(
    r"(?:at )?\d{1,2}[:.]\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})\)?)?"
    r"|\d{1,2} ?[ap]\.?m\.?(?: [A-Z]{2,4})?|\d{1,3} min(?:ute)?s? read",
    re.IGNORECASE,
)
_MARKS = " \t\u00a0,;:|/•·()–—-."

# The longest date line of two labelled dates with times has some 110 characters.
_LONGEST = 140


@dataclass(frozen=True, slots=True)
class Stated:
    """A date that a line states.

    Attributes:
        labelled: a word such as "Published" stands before it.
        modified: that word says when the text was changed.
        trouble: why the words do not give a date, or do not fit each other; or "".
    """

    date: PartialDate | None
    labelled: bool
    modified: bool
    span: Span
    trouble: str = ""


def date_line(text: str, span: Span) -> list[Stated]:
    """The dates of a line that holds nothing but dates; else none.

    A line with any other word on it is no date line: the date in "The trial
    opens on May 4, 2023" says nothing about the page.
    """
    line = span.of(text).replace("\u00a0", " ")
    if len(line) > _LONGEST:
        return []
    stated: list[Stated] = []
    place = 0
    while place < len(line):
        if line[place] in _MARKS:
            place += 1
            continue
        label = _LABEL.match(line, place)
        found = _DATE.match(line, label.end() if label else place)
        if found:
            stated.append(_stated(found, label, Span(span.start + place, span.start + found.end())))
            place = found.end()
        elif stated and (time := _TIME.match(line, place)):
            place = time.end()
        else:
            return []
    return stated


def dates_within(line: str) -> Iterator[Stated]:
    """The dates in a line that may hold other words too, such as a byline; each with the label before it."""
    labels = {label.end(): label for label in _LABEL.finditer(line)}
    for found in _DATE.finditer(line):
        yield _stated(found, labels.get(found.start()), Span(found.start(), found.end()))


def read_date(words: str) -> PartialDate | None:
    """The one date these words are, if they are one and can be read one way only."""
    found = _DATE.fullmatch(words.strip())
    return _read(found)[0] if found else None


def two_ways(words: str) -> tuple[date, date] | None:
    """Two days that these words can be, with the day first and with the month first; none if they can be
    only one, or none.
    """
    first, second = _ways(words)
    return (first, second) if first and second and first != second else None


def one_way(words: str) -> PartialDate | None:
    """The day that numbers with slashes or hyphens between them are, if they can be only one."""
    days = {day for day in _ways(words) if day}
    return PartialDate.day(days.pop(), evidence="text", raw=words) if len(days) == 1 else None


def order_in(words: str) -> str:
    """The order in which the numbers of a date stand, if there is only one in which they are a date."""
    day_first, month_first = _ways(words)
    if (day_first is None) == (month_first is None):
        return ""
    return DAY_FIRST if day_first else MONTH_FIRST


def _ways(words: str) -> tuple[date | None, date | None]:
    found = _NUMBERS.match(words.strip())
    if not found:
        return None, None
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    return _day(year, second, first), _day(year, first, second)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def read_stamp(raw: str, evidence: str) -> PartialDate | None:
    """A date of a page's metadata: ISO 8601 with time and zone kept if it has them, or words.

    A time without a zone gives the day only.
    """
    written = raw.strip()
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return _plain_stamp(written, evidence)
    if moment.tzinfo is not None:
        return PartialDate.instant(moment, evidence=evidence, raw=raw)
    return PartialDate.day(moment.date(), evidence=evidence, raw=raw)


def _plain_stamp(written: str, evidence: str) -> PartialDate | None:
    try:
        return PartialDate.parse(written, evidence=evidence)
    except ValueError:
        found = _DATE.match(written)
        read = _read(found)[0] if found else None
        if read is None:
            return None
        return PartialDate(read.earliest, read.latest, read.precision, written, evidence)


def _stated(found: re.Match[str], label: re.Match[str] | None, span: Span) -> Stated:
    read, trouble = _read(found)
    word = label["word"].lower() if label else ""
    raw = (label.group() if label else "") + found.group()
    if read is not None:
        read = PartialDate(read.earliest, read.latest, read.precision, raw, "text", span)
    return Stated(read, bool(label), word in _MODIFIED, span, trouble)


def _read(found: re.Match[str]) -> tuple[PartialDate | None, str]:
    """The date of a match, and what is wrong with it."""
    words = found.group()
    if found["first"]:
        return _with_slashes(found)
    year, month, day = _numbers(found)
    if not 1 <= month <= 12 or year < 1:
        return None, f"{words!r} is no date"
    if day is None:
        return PartialDate.parse(f"{year:04}-{month:02}", evidence="text", raw=words), ""
    try:
        exact = date(year, month, day)
    except ValueError:
        return None, f"there is no such day as {words!r}"
    weekday = found["weekday"]
    trouble = ""
    if weekday and not _DAYS[exact.weekday()].startswith(weekday.lower()[:3]):
        trouble = f"{words!r} was a {_DAYS[exact.weekday()].capitalize()}"
    return PartialDate(exact, exact, Precision.DAY, words, "text"), trouble


def _with_slashes(found: re.Match[str]) -> tuple[PartialDate | None, str]:
    first, second, year = int(found["first"]), int(found["second"]), int(found["year5"])
    readings = set()
    for month, day in ((first, second), (second, first)):
        try:
            readings.add(date(year, month, day))
        except ValueError:
            continue
    if len(readings) != 1:
        why = "can be read as two dates" if readings else "is no date"
        return None, f"{found.group()!r} {why}"
    exact = readings.pop()
    return PartialDate(exact, exact, Precision.DAY, found.group(), "text"), ""


def _numbers(found: re.Match[str]) -> tuple[int, int, int | None]:
    """Year, month (0 if it is none) and day of a match; the day None for a whole month."""
    for form in "1234":
        if found["year" + form]:
            return int(found["year" + form]), _month(found["month" + form]), int(found["day" + form])
    return int(found["year6"]), _month(found["month6"]), None


def _month(written: str) -> int:
    if written.isdigit():
        return int(written)
    for number, name in enumerate(MONTHS, 1):
        if name.startswith(written.lower()):
            return number
    return 0
