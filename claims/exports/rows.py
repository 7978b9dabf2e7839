"""From a quote or claim in its document to the row that exporters write."""

from __future__ import annotations

from claims.display import ASSERTED
from claims.exports.context import passages
from claims.model import Attribution, Claim, Document, PartialDate, Quote
from claims.model.quantities import written
from claims.ports import Citation, ExportRow

COLUMNS = (
    "kind", "id", "text", "speaker", "role", "source", "date", "date_is",
    "location", "url", "document", "start", "end",
)  # fmt: skip
QUOTE_FIELDS = (
    "type", "organization", "title", "spans", "located", "asserted", "language", "retrieved", "sha256",
    "speaker_kind",
)  # fmt: skip
CLAIM_FIELDS = (
    "figure", "value", "low", "high", "comparator", "unit", "counted", "claim_role",
    "subject", "place", "event", "period", "period_kind", "as_of", "denied", "quote",
)  # fmt: skip
FIELDS = (*QUOTE_FIELDS, *CLAIM_FIELDS)


def row(citation: Citation) -> ExportRow:
    """One value ready to print. The text of a claim is its sentence, its figure a field of its own."""
    value, document = citation.value, citation.document
    is_claim = isinstance(value, Claim)
    said = value.attributed_to if isinstance(value, Claim) else value.attribution
    day, date_is = _date(value, document)
    place = value.span if isinstance(value, Claim) else value.whole
    return ExportRow(
        kind="claim" if is_claim else "quote",
        id=value.id,
        text=citation.sentence if is_claim else value.text,
        speaker=said.name if said else "",
        role=said.role if said else "",
        source=document.source.name if document.source else "",
        date=str(day or ""),
        date_is=date_is,
        location=document.location,
        url=document.url,
        document=document.id,
        start=place.start,
        end=place.end,
        fields=_fields(value, said, document),
        passages=passages(citation),
    )


def _date(value: Quote | Claim, document: Document) -> tuple[PartialDate | None, str]:
    if isinstance(value, Quote) and value.said_on:
        return value.said_on, "said"
    return document.published, "published" if document.published else ""


def _fields(value: Quote | Claim, said: Attribution | None, document: Document) -> dict[str, str]:
    places = (value.span,) if isinstance(value, Claim) else value.spans
    common = {
        "organization": said.organization if said else "",
        "title": document.title,
        # The form in which bounds are corrected.
        "spans": ",".join(f"{place.start}:{place.end}" for place in places),
        "located": document.located(value.span if isinstance(value, Claim) else value.whole),
        "asserted": ASSERTED if document.is_asserted else "",
        "language": document.language,
        "retrieved": retrieved(document),
        "sha256": document.raw_sha256,
        "speaker_kind": said.kind.value if said else "",
    }
    if isinstance(value, Quote):
        return {"type": value.kind.value, **common}
    amount = value.quantity
    return {
        **common,
        "figure": value.text,
        "value": written(amount.value) or "" if amount else "",
        "low": written(amount.low) or "" if amount else "",
        "high": written(amount.high) or "" if amount else "",
        "comparator": value.comparator.value,
        "unit": value.unit,
        "counted": value.counted,
        "claim_role": value.role,
        "subject": value.subject,
        "place": value.place,
        "event": value.event,
        "period": value.period,
        "period_kind": value.period_kind.value if value.period_kind else "",
        "as_of": str(value.as_of or ""),
        "denied": "yes" if value.negated else "",
        "quote": value.quote or "",
    }


def retrieved(document: Document) -> str:
    """When the bytes were taken: the moment where it is known, else the day; "" for neither."""
    return moment(document.retrieved) if document.retrieved else ""


def moment(taken: PartialDate) -> str:
    return taken.moment.isoformat(timespec="seconds") if taken.moment else str(taken)
