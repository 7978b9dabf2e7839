"""What an export of a record holds, as the JSON of one line each.

The first field, "kind", says what a line is: "record" (the head, once, first),
"entry" (of an authority file), "document", "problem" (with an input of which no document
came), "quote", "claim", "finding" (one that was decided), "judgement". `parsing` is the inverse.
"""

from __future__ import annotations

import base64
from dataclasses import asdict
from typing import TypeAlias

from claims import __version__
from claims.model import Entry, Judgement, PartialDate, PastFinding, Problem, SpeakerKind
from claims.ports import (
    Arrival,
    ExportDocument,
    ExportEntry,
    ExportHead,
    ExportItem,
    ExportRow,
    Fetched,
    Given,
)

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

# Of the lines below. A file of a greater number is refused.
FORMAT = 1


def form(item: ExportItem) -> dict[str, Json]:
    """One line of an export."""
    match item:
        case ExportHead():
            return _head(item)
        case ExportDocument():
            return _document(item)
        case Judgement():
            return judgement_form(item)
        case ExportEntry():
            return {**_entry(item.entry), "location": item.location}
        case Problem():
            return {
                "kind": "problem",
                "stage": item.stage,
                "message": item.message,
                "location": item.location,
            }
        case PastFinding():
            return {"kind": "finding", "id": item.id, "check": item.check, "anchors": list(item.anchors)}
        case _:
            return row(item)


def row(value: ExportRow) -> dict[str, Json]:
    """The fields of a row and its own fields side by side."""
    plain = asdict(value)
    plain |= plain.pop("fields")
    return plain


def _head(head: ExportHead) -> dict[str, Json]:
    return {
        "kind": "record",
        "format": FORMAT,
        "onrecord": __version__,
        "made": head.made.isoformat(),
        "documents": head.documents,
        "judgements": head.judgements,
        "heads": {by: list(hashes) for by, hashes in head.heads.items()},
    }


def _entry(entry: Entry) -> dict[str, Json]:
    """As `claims.authorities` reads it."""
    roles: list[Json] = [
        {
            "title": role.title,
            "organization": role.organization,
            "start": str(role.since or ""),
            "end": str(role.until or ""),
        }
        for role in entry.roles
    ]
    return {
        "kind": "entry",
        "id": entry.id,
        "name": entry.name,
        "body": entry.kind is SpeakerKind.BODY,
        "aliases": list(entry.aliases),
        "party": entry.party,
        "state": entry.state,
        "roles": roles,
    }


def _document(item: ExportDocument) -> dict[str, Json]:
    document, sha256 = item.document, item.arrivals[0].raw_sha256
    return {
        "kind": "document",
        "id": document.id,
        "url": document.url,
        "member": document.member,
        "asserted": document.is_asserted,
        "title": document.title,
        "source": document.source.name if document.source else "",
        "date": str(document.published or ""),
        "withdrawn": item.withdrawn,
        "purged": item.purged,
        "arrivals": [arrival_form(arrival) for arrival in item.arrivals],
        "sha256": sha256,
        "raw": None if item.raw is None else base64.b64encode(item.raw).decode("ascii"),
    }


def arrival_form(arrival: Arrival) -> dict[str, Json]:
    return {
        "location": arrival.location,
        "retrieved": date_form(arrival.retrieved),
        "given": _given(arrival.given),
        "place": arrival.place,
        "fetched": _fetched(arrival.fetched) if arrival.fetched else None,
    }


def _fetched(fetched: Fetched) -> dict[str, Json]:
    return {
        "url": fetched.url,
        "hops": list(fetched.hops),
        "status": fetched.status,
        "headers": [[name, value] for name, value in fetched.headers],
    }


def _given(given: Given) -> dict[str, Json]:
    return {
        "source": given.source,
        "kind": given.kind.value if given.kind else None,
        "country": given.country,
        "url": given.url,
        "origin": given.origin,
        "date": date_form(given.date) if given.date else None,
    }


def date_form(date: PartialDate) -> dict[str, Json]:
    return {
        "date": str(date),
        "moment": date.moment.isoformat() if date.moment else None,
        "raw": date.raw,
        "evidence": date.evidence,
    }


def judgement_form(made: Judgement) -> dict[str, Json]:
    """All that its hash covers; "decides" is its kind."""
    return {
        "kind": "judgement",
        "id": made.id,
        "decides": made.kind.value,
        "subjects": list(made.subjects),
        "verdict": made.verdict,
        "value": made.value,
        "by": made.by,
        "at": made.at.isoformat(timespec="microseconds"),
        "note": made.note,
        "shown": made.shown,
        "settles": made.settles,
        "previous": made.previous,
        "hash": made.hash,
    }
