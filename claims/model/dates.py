"""Dates as far as they are known, with the words that say so."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from claims.model.spans import Span


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    BOUNDS = "bounds"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of known precision: every day from `earliest` to `latest` is possible.

    Attributes:
        raw: the words or the metadata value it was read from.
        evidence: where those stand: "text", "meta NAME", "json-ld", "url",
            "given" (by the user) or "clock" (retrieval).
        span: the place in `Document.text`, if the words stand there.
        moment: the instant with its zone, where one was stated; else None.
    """

    earliest: date
    latest: date
    precision: Precision
    raw: str = ""
    evidence: str = ""
    span: Span | None = None
    moment: datetime | None = None

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"a date's bounds are in order, got {self.earliest} > {self.latest}")
        if self.moment is not None and self.moment.tzinfo is None:
            raise ValueError("a moment names its time zone")

    def __str__(self) -> str:
        """ISO 8601: 2020-09-22, 2020-09, 2020, or 2020-09-01/2020-10-15 for bounds."""
        match self.precision:
            case Precision.DAY:
                return self.earliest.isoformat()
            case Precision.MONTH:
                return f"{self.earliest:%Y-%m}"
            case Precision.YEAR:
                return f"{self.earliest:%Y}"
            case _:
                return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"

    @classmethod
    def parse(cls, written: str, *, evidence: str = "given", raw: str = "") -> PartialDate:
        """Read YYYY-MM-DD, YYYY-MM, YYYY or two of them with a slash between.

        Raises:
            ValueError: the words are no such date; nothing is guessed.
        """
        raw = raw or written
        head, slash, tail = written.strip().partition("/")
        first, last, precision = _bounds(head)
        if slash:
            _, last, _ = _bounds(tail)
            precision = Precision.BOUNDS
        return cls(first, last, precision, raw, evidence)

    @classmethod
    def day(cls, day: date, *, evidence: str, raw: str = "", span: Span | None = None) -> PartialDate:
        """One whole day."""
        return cls(day, day, Precision.DAY, raw or day.isoformat(), evidence, span)

    @classmethod
    def instant(cls, moment: datetime, *, evidence: str, raw: str = "") -> PartialDate:
        """The day of a moment, in the zone it was stated in."""
        day = moment.date()
        return cls(day, day, Precision.DAY, raw or moment.isoformat(), evidence, None, moment)


_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def _bounds(written: str) -> tuple[date, date, Precision]:
    found = _WRITTEN.fullmatch(written.strip())
    if not found:
        raise ValueError(f"{written!r} is no date: write YYYY-MM-DD, YYYY-MM or YYYY")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if day and month:
            exact = date(year, month, day)
            return exact, exact, Precision.DAY
        if month:
            last = calendar.monthrange(year, month)[1]
            return date(year, month, 1), date(year, month, last), Precision.MONTH
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    except ValueError as error:
        raise ValueError(f"{written!r} is no date: {error}") from None
