"""What a PDF states of itself: title, author, and when it was made or changed."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from claims.model import PartialDate
from sources.documents import Stated

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_STAMP = re.compile(
    r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:([+\-Z])(?:(\d\d)'?(\d\d)?'?)?)?)?", re.ASCII
)


def stated(file: PdfDocument) -> Stated:
    """The fields of its information that say something of the text."""
    changed = _date(_field(file, "ModDate"), "pdf ModDate")
    return Stated(
        title=_field(file, "Title"),
        author=_field(file, "Author"),
        modified=changed or _date(_field(file, "CreationDate"), "pdf CreationDate"),
    )


def _field(file: PdfDocument, name: str) -> str:
    """One field; "" where it holds half a character, of which PDFium makes no text."""
    try:
        return str(file.get_metadata_value(name))
    except UnicodeDecodeError:
        return ""


def _date(written: str, evidence: str) -> PartialDate | None:
    """ "D:20310304153000-05'00'": a moment if it has a zone, else a day; none for what is no date."""
    found = _STAMP.match(written)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        moment = datetime(year, month, day, hour, minute, second)
        if not found[7]:
            return PartialDate.day(moment.date(), evidence=evidence, raw=written)
        ahead = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
        zone = timezone(-ahead if found[7] == "-" else ahead)
        return PartialDate.instant(moment.replace(tzinfo=zone), evidence=evidence, raw=written)
    except ValueError:
        return None
