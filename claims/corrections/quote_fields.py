"""Fields of a quote that people may set."""

from __future__ import annotations

from dataclasses import replace

from claims.corrections.written import BY_HAND, date_of, span_of
from claims.errors import BadValue
from claims.model import Attribution, Quote, QuoteKind
from claims.model.spans import joined


def attributed(
    old: Attribution | None, name: str, *, role: str | None = None, organization: str | None = None
) -> Attribution:
    """The attribution with another name; a new name drops the role that belonged to the old one."""
    if old is None:
        return Attribution(name, role=role or "", organization=organization or "", method=BY_HAND)
    changed = old.name != name
    return replace(
        old,
        name=name,
        role=role if role is not None else ("" if changed else old.role),
        organization=organization if organization is not None else ("" if changed else old.organization),
        method=BY_HAND,
        confidence=1.0,
    )


def _speaker(quote: Quote, name: str, _text: str) -> Quote:
    return replace(quote, attribution=attributed(quote.attribution, name) if name else None)


def _role(quote: Quote, role: str, _text: str) -> Quote:
    if quote.attribution is None:
        raise BadValue("role", role, "set the speaker first")
    return replace(quote, attribution=attributed(quote.attribution, quote.attribution.name, role=role))


def _organization(quote: Quote, organization: str, _text: str) -> Quote:
    if quote.attribution is None:
        raise BadValue("organization", organization, "set the speaker first")
    named = quote.attribution.name
    return replace(quote, attribution=attributed(quote.attribution, named, organization=organization))


def _bounds(quote: Quote, written: str, text: str) -> Quote:
    spans = tuple(span_of(piece, text) for piece in written.split(","))
    return replace(quote, spans=spans, text=joined(text, spans))


def _said_on(quote: Quote, written: str, _text: str) -> Quote:
    return replace(quote, said_on=date_of(written))


def _kind(quote: Quote, written: str, _text: str) -> Quote:
    return replace(quote, kind=QuoteKind(written))


FIELDS = {
    "speaker": _speaker,
    "role": _role,
    "organization": _organization,
    "bounds": _bounds,
    "said_on": _said_on,
    "kind": _kind,
}
