"""Values as the JSON of the command line: the contract with scripts and other tools.

What is not known is null, never an empty string. Offsets are code points of the
document's text, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypeAlias

from claims.model import (
    Attribution,
    Claim,
    Correction,
    Document,
    Finding,
    Judgement,
    Pair,
    PartialDate,
    Problem,
    Quote,
    Span,
    Speaker,
)
from claims.model.quantities import written
from claims.ports import Extraction
from tui.printing import emit

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def emit_json(form: Json) -> None:
    """One object on one line of standard output."""
    emit(json.dumps(form, ensure_ascii=False))


def words(several: Iterable[str]) -> list[Json]:
    return list(several)


def day(known: PartialDate | None) -> str | None:
    return str(known) if known else None


def places(spans: Iterable[Span]) -> list[Json]:
    return [[span.start, span.end] for span in spans]


def document(value: Document) -> dict[str, Json]:
    published = value.published
    return {
        "id": value.id,
        "location": value.location,
        "url": value.url or None,
        "title": value.title or None,
        "source": value.source.name if value.source else None,
        "asserted": value.is_asserted,
        "author": value.author or None,
        "date": day(published),
        "date_evidence": published.evidence or None if published else None,
        "modified": day(value.modified),
        "language": value.language or None,
        "media_type": value.media_type,
        "read_with": value.read_with or None,
    }


def quote(value: Quote, stands_in: Document | None = None) -> dict[str, Json]:
    """With its document it says on which page it stands, or when it was said."""
    said = value.attribution
    cue: Json = None
    if said and said.cue:
        cue = {"text": said.cue_text, "start": said.cue.start, "end": said.cue.end}
    return {
        "id": value.id,
        "text": value.text,
        "spans": places(value.spans),
        "located": located(stands_in, value.whole),
        "type": value.kind.value,
        "said_on": day(value.said_on),
        "speaker": speaker_mention(said),
        "cue": cue,
        "confidence": round(value.confidence, 4),
        "method": (said.method if said else "") or value.method or None,
    }


def located(stands_in: Document | None, span: Span) -> str | None:
    """ "page 3" or "at 00:12:31"."""
    return (stands_in.located(span) or None) if stands_in else None


def speaker_mention(said: Attribution | None) -> dict[str, Json] | None:
    if said is None:
        return None
    return {
        "name": said.name,
        "mention": said.mention_text or None,
        "start": said.mention.start if said.mention else None,
        "end": said.mention.end if said.mention else None,
        "role": said.role or None,
        "organization": said.organization or None,
        "kind": said.kind.value,
        "confidence": round(said.confidence, 4),
    }


def claim(value: Claim, stands_in: Document | None = None) -> dict[str, Json]:
    """As `quote`."""
    return {
        "id": value.id,
        "text": value.text,
        "start": value.span.start,
        "end": value.span.end,
        "sentence": [value.sentence.start, value.sentence.end],
        "located": located(stands_in, value.span),
        **_amount(value),
        "polarity": "negative" if value.negated else "positive",
        "unit": value.unit or None,
        "dimension": value.dimension or None,
        "counted": value.counted or None,
        "role": value.role or None,
        "subject": value.subject or None,
        "population": value.population.value if value.population else None,
        "place": value.place or None,
        "event": value.event or None,
        "period": value.period or None,
        "period_kind": value.period_kind.value if value.period_kind else None,
        "as_of": day(value.as_of),
        "superlative": _superlative(value),
        "attributed_to": value.attributed_to.name if value.attributed_to else None,
        "quote": value.quote,
        "confidence": round(value.confidence, 4),
    }


def _amount(value: Claim) -> dict[str, Json]:
    amount = value.quantity
    return {
        "value": written(amount.value) if amount else None,
        "low": written(amount.low) if amount else None,
        "high": written(amount.high) if amount else None,
        "low_open": amount.low_open if amount else False,
        "high_open": amount.high_open if amount else False,
        "comparator": value.comparator.value,
        "digits": amount.digits or None if amount else None,
    }


def _superlative(value: Claim) -> Json:
    most = value.superlative
    if most is None:
        return None
    return {"property": most.property, "scope": most.scope, "direction": most.direction}


def problem(value: Problem) -> dict[str, Json]:
    return {
        "stage": value.stage,
        "message": value.message,
        "document": value.document or None,
        "location": value.location or None,
        "start": value.span.start if value.span else None,
        "end": value.span.end if value.span else None,
    }


def extraction(read: Document, found: Extraction, *, text: bool = False) -> dict[str, Json]:
    """A document with all that was found in it: a line of `extract --json`."""
    about = document(read)
    if text:
        about["text"] = read.text
    return {
        "document": about,
        "quotes": [quote(each, read) for each in found.quotes],
        "claims": [claim(each, read) for each in found.claims],
        "problems": [problem(each) for each in found.problems],
    }


def finding(value: Finding) -> dict[str, Json]:
    return {
        "id": value.id,
        "check": value.check,
        "kind": value.kind.value,
        "severity": value.severity.value,
        "sentence": value.sentence,
        "why": words(value.why),
        "explains": words(value.explains),
        "settles": words(value.settles),
    }


def pair(value: Pair) -> dict[str, Json]:
    return {
        "a": value.a,
        "b": value.b,
        "relation": value.relation.value,
        "score": round(value.score, 4),
        "why": words(value.why),
    }


def speaker(value: Speaker) -> dict[str, Json]:
    roles: list[Json] = [
        {
            "title": role.title,
            "organization": role.organization or None,
            "since": day(role.since),
            "until": day(role.until),
        }
        for role in value.roles
    ]
    return {
        "id": value.id,
        "name": value.name,
        "kind": value.kind.value,
        "roles": roles,
        "aliases": words(value.aliases),
        "members": words(value.members),
        "quotes": value.quotes,
        "claims": value.claims,
        "authority": value.authority or None,
    }


def judgement(value: Judgement) -> dict[str, Json]:
    return {
        "id": value.id,
        "kind": value.kind.value,
        "subjects": words(value.subjects),
        "verdict": value.verdict,
        "value": value.value or None,
        "by": value.by,
        "at": value.at.isoformat(),
        "note": value.note or None,
        "shown": value.shown or None,
        "settles": value.settles,
        "previous": value.previous or None,
        "hash": value.hash,
    }


def correction(value: Correction) -> dict[str, Json]:
    return {"field": value.field, "value": value.value, "by": value.by, "at": value.at}
