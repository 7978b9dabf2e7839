"""One line of an export as a value again; what is not as `forms` wrote it is refused with a reason."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import TypeVar

from claims.exchange.lines import MAX_RAW, BadLine
from claims.model import Judgement, JudgementKind, PartialDate, PastFinding, SourceKind
from claims.model.identity import content_id
from claims.ports import Arrival, ExportHead, Fetched, Given, Material

Fields = Mapping[str, object]
Value = TypeVar("Value")

# No record is older than the web or reaches past the calendar: with a time zone put on, the
# ends of the calendar cannot be compared.
_YEARS = range(1900, 9000)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Arriving:
    """A document of an export.

    Attributes:
        material: its bytes as they came in first; none if the export has none.
        own: are these the bytes that its id is made of? A page that was fetched again may
            have the same text in other bytes.
        lacking: a clause that says why there are no bytes; "" if there are.
    """

    id: str
    location: str
    own: bool
    material: Material | None
    lacking: str = ""


def head(fields: Fields) -> ExportHead:
    heads = _of(fields, "heads", dict)
    if not all(
        isinstance(each, list) and all(isinstance(one, str) for one in each) for each in heads.values()
    ):
        raise BadLine("its heads are no lists of hashes")
    return ExportHead(
        _moment(_text(fields, "made")),
        {by: tuple(hashes) for by, hashes in heads.items()},
        _of(fields, "documents", int),
        _of(fields, "judgements", int),
    )


def document(fields: Fields) -> Arriving:
    id_, written = _text(fields, "id"), _text(fields, "sha256")
    arrivals = [_arrival(each) for each in _of(fields, "arrivals", list)]
    if not arrivals:
        raise BadLine("nothing says where it came from")
    own = id_ == content_id("document", _text(fields, "url"), written, _text(fields, "member"))
    first = arrivals[0]
    if _of(fields, "purged", bool):
        return Arriving(id_, first.location, own, None, "it was destroyed in the record that this comes from")
    if fields.get("raw") is None:
        why = "its kept bytes were gone or changed in the record that this comes from"
        return Arriving(id_, first.location, own, None, why)
    raw = _bytes(_of(fields, "raw", str))
    if sha256(raw).hexdigest() != written:
        raise BadLine("its bytes were changed on the way: they do not have its SHA-256")
    named = id_ if own else ""
    material = Material(
        raw, first.location, first.retrieved, first.given, named, tuple(arrivals[1:]), first.place,
        first.fetched,
    )  # fmt: skip
    return Arriving(id_, first.location, own, material)


def finding(fields: Fields) -> PastFinding:
    anchors = [_as_text(each, "anchor") for each in _of(fields, "anchors", list)]
    check, id_ = _text(fields, "check"), _text(fields, "id")
    if len(anchors) != 2 or content_id("finding", check, *sorted(anchors)) != id_:
        raise BadLine("its id is not that of its check and what it is about")
    return PastFinding(id_, check, (anchors[0], anchors[1]))


def judgement(fields: Fields) -> Judgement:
    """The decision, exactly as it was made: its hash covers every field."""
    subjects = _of(fields, "subjects", list)
    try:
        made = Judgement(
            JudgementKind(_text(fields, "decides")),
            tuple(_as_text(each, "subject") for each in subjects),
            _text(fields, "verdict"),
            _text(fields, "by"),
            _moment(_text(fields, "at")),
            _text(fields, "value"),
            _text(fields, "note"),
            _text(fields, "shown"),
            _of(fields, "settles", bool),
            _text(fields, "previous"),
        )
    except ValueError as error:
        raise BadLine(f"it is no decision: {error}") from None
    if (made.hash, made.id) != (fields.get("hash"), fields.get("id")):
        raise BadLine("it was changed after it was made: its hash is not that of its fields")
    return made


def _arrival(found: object) -> Arrival:
    fields = _mapping(found, "arrival")
    given = _mapping(fields.get("given"), "given")
    location, retrieved = _text(fields, "location"), _date(fields.get("retrieved"))
    fetched = None if fields.get("fetched") is None else _fetched(_mapping(fields["fetched"], "fetched"))
    return Arrival(location, retrieved, _given(given), "", 0, _text(fields, "place"), fetched)


def _fetched(fields: Fields) -> Fetched:
    hops = tuple(_as_text(each, "hop") for each in _of(fields, "hops", list))
    headers = _of(fields, "headers", list)
    if not all(isinstance(each, list) and len(each) == 2 for each in headers):
        raise BadLine("its headers are no pairs of name and value")
    pairs = tuple((_as_text(name, "header"), _as_text(value, "header")) for name, value in headers)
    return Fetched(_text(fields, "url"), hops, _of(fields, "status", int), pairs)


def _given(fields: Fields) -> Given:
    texts = {name: _text(fields, name) for name in ("source", "country", "url", "origin")}
    kind, date = fields.get("kind"), fields.get("date")
    try:
        known = None if kind is None else SourceKind(_as_text(kind, "kind"))
    except ValueError:
        raise BadLine("its source is of no known kind") from None
    return Given(kind=known, date=None if date is None else _date(date), **texts)


def _date(found: object) -> PartialDate:
    fields = _mapping(found, "date")
    moment = fields.get("moment")
    raw, evidence = _text(fields, "raw"), _text(fields, "evidence")
    try:
        date = PartialDate.parse(_text(fields, "date"))
    except ValueError as error:
        raise BadLine(str(error)) from None
    at = None if moment is None else _moment(_as_text(moment, "moment"))
    return replace(date, raw=raw, evidence=evidence, moment=at)


def _moment(written: str) -> datetime:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        raise BadLine(f"{written[:40]!r} is no time") from None
    if moment.tzinfo is None:
        raise BadLine(f"{written[:40]!r} names no time zone")
    if moment.year not in _YEARS:
        raise BadLine(f"{written[:40]!r} is out of all time")
    return moment


def _bytes(written: str) -> bytes:
    if len(written) > MAX_RAW // 3 * 4 + 4:
        raise BadLine(f"its bytes are more than {MAX_RAW:,}")
    try:
        return base64.b64decode(written.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise BadLine("its bytes are no base64") from None


def _of(fields: Fields, name: str, kind: type[Value]) -> Value:
    found = fields.get(name)
    # A bool is an int for Python and a Judgement's flag is no count.
    if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
        raise BadLine(f"its field {name!r} is missing, or of another kind")
    return found


def _text(fields: Fields, name: str) -> str:
    return _as_text(fields.get(name), name)


def _as_text(found: object, name: str) -> str:
    if not isinstance(found, str):
        raise BadLine(f"its field {name!r} is missing, or no text")
    if _SURROGATE.search(found):
        raise BadLine(f"its field {name!r} holds half a character")
    return found


def _mapping(found: object, name: str) -> Fields:
    if not isinstance(found, dict):
        raise BadLine(f"its field {name!r} is missing, or no object")
    return found
