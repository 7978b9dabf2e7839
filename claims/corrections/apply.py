"""Lays corrections over a value: one table of fields for the terminal and for rebuild."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import InvalidOperation
from typing import TypeVar

from claims.corrections import claim_fields, document_fields, quote_fields
from claims.corrections.bounds import BOUNDS, holds
from claims.corrections.written import BY_HAND
from claims.errors import BadValue
from claims.model import Attribution, Claim, Correction, Document, Judgement, Quote, QuoteKind, Span

Value = TypeVar("Value", bound=Quote | Claim | Document)

# Each setter takes the value, what was written and the document's text.
_FIELDS: dict[type, dict[str, Callable[..., object]]] = {
    Quote: dict(quote_fields.FIELDS),
    Claim: dict(claim_fields.FIELDS),
    Document: dict(document_fields.FIELDS),
}

# "no": judged to be none, and hidden; "yes" takes that back.
_EXISTENCE = {Quote: "quote", Claim: "claim"}


def fields_of(value: Quote | Claim | Document) -> tuple[str, ...]:
    """Every field that can be set on this value; last "quote" or "claim" (no, yes) where it has one."""
    existence = _EXISTENCE.get(type(value))
    return (*_FIELDS[type(value)], *((existence,) if existence else ()))


def corrected(value: Value, corrections: Iterable[Judgement], text: str) -> tuple[Value, bool]:
    """The value with corrections in force, oldest first, and whether it is judged to be none.

    The last one of each field counts, in its own place among the others. One that
    does not fit the value any more is left out of it and of its `corrected`: a
    decision it rested on was undone, or extraction gives another value now.

    Args:
        text: the whole text of its document, for new bounds.
    """
    hidden = False
    corrections = list(corrections)
    given = value
    for judgement in _last_of_each_field(corrections):
        if judgement.verdict == BOUNDS and not holds(judgement, given, text, corrections):
            continue
        try:
            check(value, judgement.verdict, judgement.value, text)
        except BadValue:
            continue
        if judgement.verdict == _EXISTENCE.get(type(value)):
            hidden = judgement.value == "no"
        else:
            value = with_field(value, judgement.verdict, judgement.value, text)
        value = replace(value, corrected=(*value.corrected, _set_by(judgement)))
    return value, hidden


def _last_of_each_field(corrections: Iterable[Judgement]) -> list[Judgement]:
    latest: dict[str, Judgement] = {}
    for judgement in corrections:
        latest.pop(judgement.verdict, None)
        latest[judgement.verdict] = judgement
    return list(latest.values())


def check(value: Value, field: str, written: str, text: str) -> None:
    """Raise BadValue unless this correction can be made."""
    if field == _EXISTENCE.get(type(value)):
        if written not in ("yes", "no"):
            raise BadValue(field, written, f'"no" says that it is no {field}, "yes" takes that back')
        return
    with_field(value, field, written, text)


def with_field(value: Value, field: str, written: str, text: str) -> Value:
    """The value with one field set.

    Raises:
        BadValue: the value has no such field, or the field does not take this.
    """
    table = _FIELDS[type(value)]
    if field not in table:
        raise BadValue("field", field, f"set one of {', '.join(fields_of(value))}")
    try:
        made = table[field](value, written.strip(), text)
    except (ValueError, InvalidOperation) as error:
        raise BadValue(field, written, str(error)) from error
    assert isinstance(made, type(value))
    return made


# A decision from elsewhere may claim any id for its passage; only those of its words are its own.
# Nobody recorded the same words of one document this often.
_MOST_ALIKE = 1_000


def recorded_id(judgement: Judgement) -> str:
    """The id of the quote that a PASSAGE judgement recorded."""
    return str(json.loads(judgement.value)["quote"])


def passage(judgement: Judgement, text: str) -> Quote | None:
    """The quote that a PASSAGE judgement recorded; None where other words stand there now.

    Args:
        text: the whole text of the document it names; "" of one that was purged.
    """
    said = json.loads(judgement.value)
    words = text[said["start"] : said["end"]]
    if not words or not words.startswith(judgement.shown) or said["end"] > len(text):
        return None
    if said["quote"] not in (Quote.id_of(judgement.subjects[0], words, nth) for nth in range(_MOST_ALIKE)):
        return None
    attribution = Attribution(said["speaker"], method=BY_HAND) if said["speaker"] else None
    made = Quote.of(
        judgement.subjects[0],
        text,
        (Span(said["start"], said["end"]),),
        QuoteKind(said["kind"]),
        attribution,
        method=BY_HAND,
    )
    return replace(made, id=said["quote"], corrected=(_set_by(judgement, "quote", "yes"),))


def _set_by(judgement: Judgement, field: str = "", value: str = "") -> Correction:
    at = judgement.at.isoformat(timespec="seconds")
    return Correction(field or judgement.verdict, value or judgement.value, judgement.by, at)
