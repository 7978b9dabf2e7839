"""One line of an export as a value again; what is not as `forms` wrote it is refused with a reason."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from claims.exchange.lines import MAX_RAW, BadLine
from claims.exchange.typed import Fields, as_text, mapping, of, text_of
from claims.exports.redacting import LEFT_OUT
from claims.model import Judgement, JudgementKind, PartialDate, PastFinding, Problem, SourceKind
from claims.model.identity import content_id
from claims.ports import Arrival, ExportHead, Fetched, Given, Material

# No record is older than the web or reaches past the calendar: with a time zone put on, the
# ends of the calendar cannot be compared.
_YEARS = range(1900, 9000)
# A path has 4,096 characters at most; the longest address that is told is of its size.
_LONGEST_PROBLEM = 10_000


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
    heads = of(fields, "heads", dict)
    if not all(
        isinstance(each, list) and all(isinstance(one, str) for one in each) for each in heads.values()
    ):
        raise BadLine("its heads are no lists of hashes")
    return ExportHead(
        _moment(text_of(fields, "made")),
        {by: tuple(hashes) for by, hashes in heads.items()},
        of(fields, "documents", int),
        of(fields, "judgements", int),
    )


def document(fields: Fields) -> Arriving:
    id_, written, url = text_of(fields, "id"), text_of(fields, "sha256"), text_of(fields, "url")
    if url == LEFT_OUT:  # its id is made of an address that stayed in the other record
        url, id_ = "", content_id("document", "", written, text_of(fields, "member"))
    arrivals = [_arrival(each) for each in of(fields, "arrivals", list)]
    if not arrivals:
        raise BadLine("nothing says where it came from")
    own = id_ == content_id("document", url, written, text_of(fields, "member"))
    first = arrivals[0]
    if of(fields, "purged", bool):
        return Arriving(id_, first.location, own, None, "it was destroyed in the record that this comes from")
    if fields.get("raw") is None:
        why = "its kept bytes were gone or changed in the record that this comes from"
        return Arriving(id_, first.location, own, None, why)
    raw = _bytes(of(fields, "raw", str))
    if sha256(raw).hexdigest() != written:
        raise BadLine("its bytes were changed on the way: they do not have its SHA-256")
    named = id_ if own else ""
    material = Material(
        raw, first.location, first.retrieved, first.given, named, tuple(arrivals[1:]), first.place,
        first.fetched,
    )  # fmt: skip
    return Arriving(id_, first.location, own, material)


def problem(fields: Fields) -> Problem:
    stage, message = text_of(fields, "stage"), text_of(fields, "message")
    made = Problem(stage, message, location=text_of(fields, "location"))
    if not (made.stage and made.message and made.location):
        raise BadLine("it says not what could not be read, or why")
    if max(map(len, (made.stage, made.message, made.location))) > _LONGEST_PROBLEM:
        raise BadLine(f"a problem has fields of {_LONGEST_PROBLEM:,} characters at most")
    return made


def finding(fields: Fields) -> PastFinding:
    anchors = [as_text(each, "anchor") for each in of(fields, "anchors", list)]
    check, id_ = text_of(fields, "check"), text_of(fields, "id")
    if len(anchors) != 2 or content_id("finding", check, *sorted(anchors)) != id_:
        raise BadLine("its id is not that of its check and what it is about")
    return PastFinding(id_, check, (anchors[0], anchors[1]))


def judgement(fields: Fields) -> Judgement:
    """The decision, exactly as it was made: its hash covers every field."""
    subjects = of(fields, "subjects", list)
    try:
        made = Judgement(
            JudgementKind(text_of(fields, "decides")),
            tuple(as_text(each, "subject") for each in subjects),
            text_of(fields, "verdict"),
            text_of(fields, "by"),
            _moment(text_of(fields, "at")),
            text_of(fields, "value"),
            text_of(fields, "note"),
            text_of(fields, "shown"),
            of(fields, "settles", bool),
            text_of(fields, "previous"),
        )
    except ValueError as error:
        raise BadLine(f"it is no decision: {error}") from None
    if (made.hash, made.id) != (fields.get("hash"), fields.get("id")):
        raise BadLine("it was changed after it was made: its hash is not that of its fields")
    return made


def _arrival(found: object) -> Arrival:
    fields = mapping(found, "arrival")
    given = mapping(fields.get("given"), "given")
    location, retrieved = text_of(fields, "location"), _date(fields.get("retrieved"))
    fetched = None if fields.get("fetched") is None else _fetched(mapping(fields["fetched"], "fetched"))
    return Arrival(location, retrieved, _given(given), "", 0, text_of(fields, "place"), fetched)


def _fetched(fields: Fields) -> Fetched:
    hops = tuple(as_text(each, "hop") for each in of(fields, "hops", list))
    headers = of(fields, "headers", list)
    if not all(isinstance(each, list) and len(each) == 2 for each in headers):
        raise BadLine("its headers are no pairs of name and value")
    pairs = tuple((as_text(name, "header"), as_text(value, "header")) for name, value in headers)
    return Fetched(text_of(fields, "url"), hops, of(fields, "status", int), pairs)


def _given(fields: Fields) -> Given:
    texts = {name: text_of(fields, name) for name in ("source", "country", "url", "origin")}
    kind, date = fields.get("kind"), fields.get("date")
    try:
        known = None if kind is None else SourceKind(as_text(kind, "kind"))
    except ValueError:
        raise BadLine("its source is of no known kind") from None
    return Given(kind=known, date=None if date is None else _date(date), **texts)


def _date(found: object) -> PartialDate:
    fields = mapping(found, "date")
    moment = fields.get("moment")
    raw, evidence = text_of(fields, "raw"), text_of(fields, "evidence")
    try:
        date = PartialDate.parse(text_of(fields, "date"))
    except ValueError as error:
        raise BadLine(str(error)) from None
    at = None if moment is None else _moment(as_text(moment, "moment"))
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
