"""Corrections by hand: the fields of a value, and which of them were changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claims.corrections.apply import check, with_field
from claims.errors import BadValue
from claims.model import Claim, Document, Quote, QuoteKind, SourceKind, Span
from claims.model.quantities import written


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: the Ledger's name, what is shown, and the value in force.

    Attributes:
        offered: put into the field in place of the value in force; "" for that value.
    """

    name: str
    label: str
    value: str
    hint: str = ""
    offered: str = ""


def fields_of(value: Quote | Claim | Document, selection: Span | None = None) -> list[Field]:
    """What can be corrected; a selected passage is offered as the new bounds of a quote."""
    if isinstance(value, Quote):
        return _quote_fields(value, selection)
    return _claim_fields(value) if isinstance(value, Claim) else _document_fields(value)


def changes(fields: Sequence[Field], typed: Mapping[str, str]) -> list[tuple[str, str]]:
    """(field, new value) of what was changed, in the order of the form."""
    return [
        (field.name, typed[field.name].strip())
        for field in fields
        if field.name in typed and typed[field.name].strip() != field.value
    ]


def check_all(value: Quote | Claim | Document, wanted: Sequence[tuple[str, str]], text: str) -> None:
    """Raise BadValue unless all these corrections can be made, one after the other.

    Args:
        text: the whole text of the value's document.
    """
    for field, typed in wanted:
        if field in ("quote", "claim"):
            check(value, field, typed, text)
            continue
        if field == "kind":
            check_kind(value, typed)
        value = with_field(value, field, typed, text)


def check_kind(value: object, typed: str) -> None:
    """Raise BadValue, with those there are, unless this is a kind of source, or of quote."""
    kinds = SourceKind if isinstance(value, Document) else QuoteKind
    if isinstance(value, Document | Quote) and typed.strip() not in list(kinds):
        raise BadValue("kind", typed, f"say {', '.join(kinds)}")


_DATE = "e.g. 2026-01-31, 2026-01 or 2026; empty: not stated"


def _quote_fields(quote: Quote, selection: Span | None) -> list[Field]:
    said = quote.attribution
    bounds = ",".join(f"{span.start}:{span.end}" for span in quote.spans)
    offered = f"{selection.start}:{selection.end}" if selection else ""
    return [
        Field("speaker", "Speaker", said.name if said else "", "empty: nobody is named"),
        Field("role", "Role", said.role if said else "", "e.g. spokeswoman"),
        Field("organization", "Of", said.organization if said else "", "e.g. Port Authority"),
        Field("said_on", "Said on", str(quote.said_on or ""), _DATE),
        Field("bounds", "Bounds", bounds, "start:end; or select words with v before e", offered),
        Field("quote", "Is it a quote?", _is_one(quote), "yes or no"),
    ]


def _is_one(value: Quote | Claim) -> str:
    """ "no" for what a person judged to be none."""
    judged = [each.value for each in value.corrected if each.field in ("quote", "claim")]
    return judged[-1] if judged else "yes"


def _claim_fields(claim: Claim) -> list[Field]:
    said = claim.attributed_to
    figure = written(claim.quantity.value) if claim.quantity else None
    return [
        Field("speaker", "Speaker", said.name if said else "", "empty: the document itself"),
        Field("value", "Figure", figure or "", "e.g. 6500000 or >4"),
        Field("unit", "Unit", claim.unit, "e.g. kilogram, percent, USD"),
        Field("counted", "What is counted", claim.counted, "e.g. arrests"),
        Field("subject", "Told of", claim.subject, "e.g. Port Authority"),
        Field("place", "Where", claim.place),
        Field("event", "Event", claim.event),
        Field("period", "Period", claim.period),
        Field("as_of", "As of", str(claim.as_of or ""), _DATE),
        Field("claim", "Is it a claim?", _is_one(claim), "yes or no"),
    ]


def _document_fields(document: Document) -> list[Field]:
    source = document.source
    return [
        Field("title", "Title", document.title),
        Field("source", "Source", source.name if source else "", "empty: not named"),
        Field(
            "kind",
            "Kind",
            source.kind.value if source else "",
            "one of office, agency, outlet, repost, transcript",
        ),
        Field("author", "By", document.author),
        Field("published", "Published", str(document.published or ""), _DATE),
        Field("modified", "Changed", str(document.modified or ""), _DATE),
        Field("url", "Address", document.url, "e.g. https://…"),
    ]
