"""W3C Web Annotation: every quote and figure as an annotation that other programs find again in the page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from claims.exports import telling
from claims.exports.linked import iri, told, written
from claims.ports import ExportRow, Passage

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
LABEL = (
    "Quotes and figures found by OnRecord. TextPositionSelector counts Unicode code points, from 0, of the "
    "text that was read from the page and is kept beside it; who counts UTF-16 units, as browsers do, "
    "takes TextQuoteSelector, or converts."
)


class WebAnnotation:
    """A collection of one page; an annotation has a target for each piece of its quote."""

    name = "webannotation"
    suffix = ".jsonld"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        collection, page = "urn:onrecord:annotations", "urn:onrecord:annotations:page"
        first = {"id": page, "type": "AnnotationPage", "partOf": collection, "startIndex": 0}
        head = {
            "@context": CONTEXT,
            "id": collection,
            "type": "AnnotationCollection",
            "label": LABEL,
            "generator": {"id": "urn:onrecord", "type": "Software", "name": "OnRecord"},
            "first": first,
        }
        return written(out, head, "items", map(_annotation, rows), inside="first")


def _annotation(row: ExportRow) -> dict[str, Any]:
    targets = [_target(row, one) for one in row.passages or (Passage(row.start, row.end, row.text),)]
    return {
        "id": iri(row.kind, row.id),
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _told(row)},
        "target": targets if len(targets) > 1 else targets[0],
    }


def _told(row: ExportRow) -> str:
    """Who and where: "Marisol Vega, mayor. Coastal Wire, 2031-03-02 (published)"; a figure before it."""
    figure = " · ".join(filter(None, (row.fields.get(name, "") for name in ("figure", "counted"))))
    who = telling.who(row) if row.speaker or row.kind == "quote" else ""
    return ". ".join(filter(None, (figure if row.kind == "claim" else "", who, telling.where(row))))


def _target(row: ExportRow, passage: Passage) -> dict[str, Any]:
    quote = {
        "type": "TextQuoteSelector",
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
    }
    position = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
    source = told({
        "id": telling.page_of(row) or iri("document", row.document),
        "type": "Text",
        "language": row.fields.get("language", ""),
    })  # fmt: skip
    taken = row.fields.get("retrieved", "")
    state = {"type": "TimeState", "sourceDate": taken} if "T" in taken else None
    return told({"source": source, "selector": [quote, position], "state": state})
