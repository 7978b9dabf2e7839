"""A row in words for people: its words with their marks, who said them, where they stand."""

from __future__ import annotations

from claims import printed
from claims.model import QuoteKind, Span
from claims.ports import ExportRow


def words(row: ExportRow) -> str:
    """Quotation marks stand only around what was said in these words."""
    if row.kind != "quote" or "type" not in row.fields:
        return row.text
    places = (place.split(":") for place in row.fields.get("spans", "").split(",") if place)
    spans = [Span(int(start), int(end)) for start, end in places]
    return printed.quoted(row.text, spans, QuoteKind(row.fields["type"]))


def who(row: ExportRow) -> str:
    """Name, role and organization, as far as they are known."""
    body = row.fields.get("organization", "") if row.speaker else ""
    return ", ".join(filter(None, (row.speaker, row.role, body))) or printed.NO_SPEAKER


def ended(words: str) -> str:
    """With a full stop, unless one ends it: "Marisol Vega, Sen." has its own."""
    return words if words.endswith(".") else f"{words}."


def where(row: ExportRow) -> str:
    """Who published it, and when: "Coastal Wire, 2031-03-02 (published)"; of no known source its title."""
    title = row.fields.get("title", "")
    publisher = row.source or (f"“{title}”" if title else "")
    when = f"{row.date} ({row.date_is})" if row.date else printed.NO_DATE
    return ", ".join(filter(None, (publisher, when)))


def page_of(row: ExportRow) -> str:
    """The row's address if it is one of the web, which may be a link; else ""."""
    return row.url if row.url.startswith(("http://", "https://")) else ""
