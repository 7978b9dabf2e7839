"""Values in the words of schema.org: who spoke, which work it stands in, what is claimed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claims.exports.linked import iri, told
from claims.exports.telling import page_of
from claims.ports import ExportRow

CONTEXT = "https://schema.org"
_KINDS = {"direct": "verbatim quote", "mixed": "partly verbatim quote", "indirect": "paraphrase"}


def quotation(row: ExportRow) -> dict[str, Any]:
    """Whom the text names as speaking: no more is known than that it says so."""
    return told({
        "@type": "Quotation",
        "@id": iri("quote", row.id),
        "identifier": row.id,
        "text": row.text,
        "disambiguatingDescription": _KINDS.get(row.fields.get("type", ""), ""),
        "inLanguage": row.fields.get("language", ""),
        "dateCreated": _day(row, "said"),
        "spokenByCharacter": speaker(row),
        "isPartOf": work(row),
    })  # fmt: skip


def claim(row: ExportRow) -> dict[str, Any]:
    """Its author is whom the text names, else who published it; a denied figure is told by its sentence."""
    denied = bool(row.fields.get("denied"))
    return told({
        "@type": "Claim",
        "@id": iri("claim", row.id),
        "identifier": row.id,
        "text": row.text,
        "disambiguatingDescription": "a denial" if denied else "",
        "inLanguage": row.fields.get("language", ""),
        "author": speaker(row) or publisher(row),
        "about": {} if denied else _amount(row),
        "appearance": work(row),
    })  # fmt: skip


def speaker(row: ExportRow) -> dict[str, Any]:
    """None for nobody who is named."""
    if not row.speaker:
        return {}
    if row.fields.get("speaker_kind") in ("body", "group"):
        return {"@type": "Organization", "name": row.speaker}
    body = row.fields.get("organization", "")
    return told({
        "@type": "Person",
        "name": row.speaker,
        "jobTitle": row.role,
        "affiliation": {"@type": "Organization", "name": body} if body else None,
    })  # fmt: skip


def publisher(row: ExportRow) -> dict[str, Any]:
    return {"@type": "Organization", "name": row.source} if row.source else {}


def work(row: ExportRow) -> dict[str, Any]:
    """The document, and the copy of it that is kept."""
    fields = row.fields
    copy = told({"sha256": fields.get("sha256", ""), "dateCreated": fields.get("retrieved", "")})
    return told({
        "@type": "CreativeWork",
        "@id": iri("document", row.document),
        "name": fields.get("title", ""),
        "url": page_of(row),
        "publisher": publisher(row),
        "datePublished": _day(row, "published"),
        "encoding": {"@type": "MediaObject", **copy} if copy else None,
    })  # fmt: skip


def _day(row: ExportRow, date_is: str) -> str:
    """A date of ISO 8601; none where only bounds are known."""
    return row.date if row.date_is == date_is and "/" not in row.date else ""


def _amount(row: ExportRow) -> dict[str, Any]:
    fields = row.fields
    return told({
        "@type": "QuantitativeValue",
        "name": fields.get("counted", ""),
        "description": fields.get("figure", ""),
        "value": _number(fields.get("value", "")),
        "minValue": _number(fields.get("low", "")),
        "maxValue": _number(fields.get("high", "")),
        "unitText": fields.get("unit", ""),
    })  # fmt: skip


def _number(written: str) -> int | float | None:
    """None where a program that reads JSON would round it: the text has its digits."""
    if not written or "/" in written:
        return None
    exact = Decimal(written)
    if exact == exact.to_integral_value() and abs(exact) < 2**53:
        return int(exact)
    return float(exact) if Decimal(repr(float(exact))) == exact else None
