"""What a dossier says, as the JSON of its files. `proving` reads it back, `page` prints it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from claims import __version__
from claims.dossiers.values import Dossier, Enclosed, Link
from claims.exchange.forms import Json, arrival_form, date_form, judgement_form
from claims.exchange.forms import row as row_form
from claims.exports.context import shown
from claims.exports.findings import form as finding_form
from claims.exports.rows import row
from claims.model import Claim, Correction, PartialDate, Problem, Source
from claims.ports import Citation
from claims.views import Assessed

# Of its files. A dossier of a greater number is refused.
FORMAT = 1


def head(dossier: Dossier, lacking: dict[str, list[str]]) -> dict[str, Json]:
    """What stands in dossier.json.

    Args:
        lacking: by document, the SHA-256 of kept bytes that are gone or changed.
    """
    searched = dossier.searched
    return {
        "format": FORMAT,
        "onrecord": __version__,
        "chosen": dict(dossier.chosen),
        "redacted": dossier.redacted,
        "holds": {
            "documents": len(dossier.documents),
            "passages": len(dossier.citations),
            "findings": len(dossier.findings),
            "decisions": sum(link.told is not None for link in dossier.chain),
            "links": len(dossier.chain),
        },
        "searched": {
            "documents": searched.documents,
            "undated": searched.undated,
            "quotes": searched.quotes,
            "claims": searched.claims,
            "earliest": searched.earliest,
            "latest": searched.latest,
        },
        "gaps": list(_gaps(dossier, lacking)),
        "heads": {by: list(hashes) for by, hashes in dossier.heads.items()},
    }


def document(item: Enclosed, lacking: list[str]) -> dict[str, Json]:
    one = item.document
    return {
        "id": one.id,
        "title": one.title,
        "source": _source(one.source),
        "reprints": _source(one.reprints),
        "author": one.author,
        "published": _date(one.published),
        "modified": _date(one.modified),
        "retrieved": _date(one.retrieved),
        "location": one.location,
        "url": one.url,
        "member": one.member,
        "asserted": one.is_asserted,
        "withdrawn": item.withdrawn,
        "media_type": one.media_type,
        "encoding": one.encoding,
        "encoding_guessed": one.encoding_guessed,
        "language": one.language,
        "read_with": one.read_with,
        "extractor": item.extractor,
        "sha256": one.raw_sha256,
        "text": {"sha256": sha256(one.text.encode()).hexdigest(), "characters": len(one.text)},
        "arrivals": [_arrival(item, number, lacking) for number in range(len(item.arrivals))],
        "pages": [
            {"document": page.document, "number": page.number, "stands": page.stands} for page in item.pages
        ],
        "locators": [
            {"start": each.start, "kind": each.kind.value, "label": each.label} for each in one.locators
        ],
        "corrected": _corrected(one.corrected),
        "problems": [_problem(each) for each in item.problems],
    }


def passage(citation: Citation, tags: tuple[str, ...]) -> dict[str, Json]:
    """The row of an export, with its words in their context, and how its speaker is known."""
    value, around = citation.value, shown(citation)
    said = value.attributed_to if isinstance(value, Claim) else value.attribution
    sentence: Json = None
    if isinstance(value, Claim):
        sentence = [value.sentence.start, value.sentence.end]
    return {
        **row_form(row(citation)),
        "words": value.text,
        "sentence": sentence,
        "context": {"start": around.start, "end": around.end, "text": around.of(citation.document.text)},
        "mention": said.mention_text if said else "",
        "known_by": said.method if said else "",
        "speaker_confidence": said.confidence if said else None,
        "confidence": value.confidence,
        "corrected": _corrected(value.corrected),
        "tags": list(tags),
    }


def finding(found: Assessed, decided: tuple[str, ...]) -> dict[str, Json]:
    """As `audit --json`, with what its id is made of; its decisions by id."""
    return finding_form(found) | {"anchors": list(found.finding.anchors), "decisions": list(decided)}


def link(item: Link) -> dict[str, Json]:
    """A decision whole; without its reviewer's name and note; or no more than its place in the chain."""
    place: dict[str, Json] = {"by": item.by, "hash": item.hash, "previous": item.previous}
    if item.told is None:
        return {"kind": "link", **place}
    told = judgement_form(item.told) | {"stands": item.stands}
    if item.hash:
        return told
    cut = {name: value for name, value in told.items() if name not in _OF_REVIEWER}
    return {**cut, "kind": "redacted", "id": item.id}


# A hash covers its reviewer's name: who guesses the name could make sure of it.
_OF_REVIEWER = ("note", "shown", "hash", "previous")


def _gaps(dossier: Dossier, lacking: dict[str, list[str]]) -> Iterator[Json]:
    """What could not be read, and what was not searched, a sentence each."""
    for unread in dossier.unread:
        yield _gap(f"not read: {unread.message}", location=unread.location)
    for id_ in lacking:
        yield _gap("its kept bytes are gone or were changed", id_)
    for item in dossier.documents:
        id_ = item.document.id
        yield from (_gap(f"{problem.stage}: {problem.message}", id_) for problem in item.problems)
        if item.document.is_asserted:
            yield _gap("a table says that this was said: nobody here has seen its source", id_)
    yield from map(_gap, _of_record(dossier))


def _gap(what: str, document: str = "", location: str = "") -> Json:
    return {"what": what, "document": document or None, "location": location or None}


def _of_record(dossier: Dossier) -> Iterator[str]:
    if dossier.searched.undated and {"since", "until"} & dossier.chosen.keys():
        yield f"{dossier.searched.undated:,} undated documents of the record pass no filter of dates"
    if dossier.behind:
        yield "the record was compared by other checks than were installed: it may hold further findings"
    if dossier.waiting:
        yield f"{dossier.waiting:,} imported quotes were not compared yet"


def _arrival(item: Enclosed, number: int, lacking: list[str]) -> dict[str, Json]:
    """Without its place, an absolute path of somebody's machine."""
    arrival = item.arrivals[number]
    told = {name: value for name, value in arrival_form(arrival).items() if name != "place"}
    is_kept = arrival.raw_sha256 not in lacking
    return {**told, "sha256": arrival.raw_sha256, "size": arrival.size, "kept": is_kept}


def _source(source: Source | None) -> Json:
    if source is None:
        return None
    named = {"name": source.name, "kind": source.kind.value, "country": source.country}
    return {**named, "evidence": source.evidence}


def _date(date: PartialDate | None) -> Json:
    return date_form(date) if date else None


def _corrected(made: tuple[Correction, ...]) -> list[Json]:
    return [{"field": one.field, "value": one.value, "by": one.by, "at": one.at} for one in made]


def _problem(one: Problem) -> dict[str, Json]:
    span = one.span
    place: Json = [span.start, span.end] if span else None
    return {"stage": one.stage, "message": one.message, "place": place}
