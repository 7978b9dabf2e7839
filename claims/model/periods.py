"""What kind of time a figure's period is, told by its words."""

from __future__ import annotations

import re
from enum import StrEnum


class PeriodKind(StrEnum):
    """What was counted from 2019 on is no figure of a year, and a fiscal year is no calendar year."""

    FISCAL_YEAR = "fiscal year"
    SINCE = "cumulative since"
    MOMENT = "at a moment"
    CALENDAR_YEAR = "calendar year"
    SPAN = "over a span"


_WORDS = (
    (PeriodKind.FISCAL_YEAR, r"\b(?:fiscal|FY\s?’?'?[0-9])"),
    (PeriodKind.SINCE, r"\b(?:since|so\sfar|to[\s-]date|until|till|through(?!out)|all[\s-]time)\b"),
    (PeriodKind.MOMENT, r"\b(?:as\sof|at\sthe\s(?:end|start|beginning|close)|by|before|after)\b"),
    (PeriodKind.CALENDAR_YEAR, r"^(?:in|during|for|throughout)?\s?(?:calendar\s(?:year\s)?)?[12][0-9]{3}$"),
    (PeriodKind.CALENDAR_YEAR, r"^(?:(?:in|during)\s)?(?:last|next|this)\syear$"),
)
_KINDS = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _WORDS)


def period_kind(period: str) -> PeriodKind | None:
    """Of a period as printed: "since 2019", "in fiscal 2021"; None for none."""
    if not period:
        return None
    return next((kind for kind, words in _KINDS if words.search(period)), PeriodKind.SPAN)
