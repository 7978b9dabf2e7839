"""What browsers write at the beginning of a page that they save: its address, and when that was."""

from __future__ import annotations

import re
from datetime import datetime

from claims.model import PartialDate

# The comment stands before or right behind the document type.
_WITHIN = 4_096
_ADDRESS = re.compile(
    r"<!--\s{0,20}(?:saved from url=\(\d{1,6}\)|Page saved with SingleFile\s{1,20}url:\s{0,5})"
    r"(https?://[^\s\"'<>]{3,2000})",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"Page saved with SingleFile\s[^>]{0,2100}?saved date:\s{0,5}"
    r"\w{3} (\w{3} \d{1,2} \d{4} [\d:]{8}) GMT([+-]\d{4})",
    re.IGNORECASE,
)


def saved_address(page: str) -> str:
    """The address a page was saved from, or ""."""
    found = _ADDRESS.search(page[:_WITHIN])
    return found[1] if found else ""


def saved_on(page: str) -> PartialDate | None:
    """When it was saved, if the page says so."""
    found = _DAY.search(page[:_WITHIN])
    try:
        moment = datetime.strptime(f"{found[1]} {found[2]}", "%b %d %Y %H:%M:%S %z") if found else None
    except ValueError:
        return None
    return (
        PartialDate.instant(moment, evidence="saved page", raw=found[0][-40:]) if found and moment else None
    )
