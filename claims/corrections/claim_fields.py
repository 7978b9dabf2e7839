"""Fields of a claim that people may set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claims.corrections.quote_fields import attributed
from claims.corrections.written import date_of, quantity_of
from claims.model import Claim


def _speaker(claim: Claim, name: str, _text: str) -> Claim:
    return replace(claim, attributed_to=attributed(claim.attributed_to, name) if name else None)


def _value(claim: Claim, written: str, _text: str) -> Claim:
    return replace(claim, quantity=quantity_of(written), superlative=None)


def _words(field: str) -> Callable[[Claim, str, str], Claim]:
    def setter(claim: Claim, written: str, _text: str) -> Claim:
        return replace(claim, **{field: written})  # type: ignore[arg-type]

    return setter


def _as_of(claim: Claim, written: str, _text: str) -> Claim:
    return replace(claim, as_of=date_of(written))


FIELDS = {
    "speaker": _speaker,
    "value": _value,
    **{name: _words(name) for name in ("unit", "counted", "role", "subject", "place", "event", "period")},
    "as_of": _as_of,
}
