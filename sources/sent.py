"""Dates as mails and feeds write them."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from claims.model import PartialDate

# The library reads much else, some of it wrongly.
_SENT = re.compile(r"(?:[A-Za-z]{2,9}, *)?\d{1,2} [A-Za-z]{3,9}\.? \d{4},? +\d{1,2}:\d\d")


def sent_on(written: str, evidence: str) -> PartialDate | None:
    """The moment of "Mon, 3 Mar 2031 09:12:00 +0100", the day if no zone is named; None for other forms."""
    if not _SENT.match(written):
        return None
    try:
        moment = parsedate_to_datetime(written)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if moment.tzinfo is None:
        return PartialDate.day(moment.date(), evidence=evidence, raw=written)
    return PartialDate.instant(moment, evidence=evidence, raw=written)
