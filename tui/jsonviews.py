"""Answers of the Ledger as the JSON of the command line, made of the forms of values."""

from __future__ import annotations

from claims.asked.values import Checked, Likeness, SameMeasure, Statement
from claims.model import Anchor, Attachment, Claim, Document, Evidence, Finding, Judgement, Quote, Speaker
from claims.ports import Citation
from claims.versions.notices import Notice
from claims.views import (
    Added,
    Assessed,
    DocumentLine,
    HistoryLine,
    Hit,
    PageLine,
    Rebuilt,
    Shown,
    SourceLine,
    Taken,
    Tally,
    Utterance,
    Version,
)
from tui import jsonforms
from tui.jsonforms import Json, day, places, words


def added(result: Added) -> dict[str, Json]:
    return {
        "location": result.location,
        "status": result.status.value,
        "reason": result.reason or None,
        "document": result.document or None,
        "quotes": result.quotes,
        "claims": result.claims,
    }


def taken(result: Taken) -> dict[str, Json]:
    return {
        "reviewer": result.by,
        "taken": result.taken,
        "unchanged": result.here,
        "refused": result.refused,
        "destroyed": words(result.destroyed),
    }


def hit(found: Hit) -> dict[str, Json]:
    return {
        "id": found.id or None,
        "kind": found.kind,
        "document": found.document,
        "text": found.text,
        "spans": places(found.spans),
        "speaker": found.speaker or None,
        "role": found.role or None,
        "source": found.source or None,
        "date": day(found.date),
        "date_is": found.date_is or None,
        "location": found.location,
        "title": found.title or None,
        "status": found.status,
        "score": round(found.score, 4),
        "surface": found.surface or None,
        "asserted": found.asserted,
    }


def assessed(view: Assessed) -> dict[str, Json]:
    """A finding with its status and passages: a line of `audit --json`."""
    documents = {cited.document.id: cited.document for cited in view.citations}
    evidence: list[Json] = [
        _evidence(piece, documents.get(piece.document)) for piece in view.finding.evidence
    ]
    return {**jsonforms.finding(view.finding), "status": view.status.value, "evidence": evidence}


def _evidence(piece: Evidence, stands_in: Document | None) -> dict[str, Json]:
    about: dict[str, Json] = {
        "location": stands_in.location if stands_in else None,
        "document": piece.document,
        "asserted": stands_in.is_asserted if stands_in else None,
        "source": stands_in.source.name if stands_in and stands_in.source else None,
        "date": day(stands_in.published) if stands_in else None,
        "start": piece.span.start,
        "end": piece.span.end,
        "text": piece.text,
    }
    return about | ({"claim": piece.claim} if piece.claim else {"quote": piece.quote})


def utterance(view: Utterance) -> dict[str, Json]:
    """A cluster: a line of `duplicates --json`."""
    return {
        "id": view.cluster.id,
        "members": [_version(version) for version in view.versions],
        "sources": len({version.citation.document.source for version in view.versions}),
        "pairs": [jsonforms.pair(each) for each in view.cluster.pairs],
    }


def _version(version: Version) -> dict[str, Json]:
    stands_in, words = version.citation.document, version.quote
    return {
        "quote": words.id,
        "text": words.text,
        "speaker": words.attribution.name if words.attribution else None,
        "source": stands_in.source.name if stands_in.source else None,
        "date": day(words.said_on or stands_in.published),
        "location": stands_in.location,
        "asserted": stands_in.is_asserted,
        "start": words.whole.start,
        "end": words.whole.end,
        "preferred": version.preferred,
    }


def checked(answer: Checked) -> dict[str, Json]:
    """What `check --json` prints."""
    searched = answer.searched
    return {
        "verdict": answer.verdict.value,
        "text": answer.text,
        "speaker": answer.speaker or None,
        "speaker_from": ("text" if answer.from_paste else "option") if answer.speaker else None,
        "searched": {
            "documents": searched.documents,
            "undated": searched.undated,
            "earliest": searched.earliest or None,
            "latest": searched.latest or None,
            "quotes": searched.quotes,
            "claims": searched.claims,
        },
        "statements": [_near_statement(each) for each in answer.statements],
        "in_text": [{**hit(each.hit), **_nearness(each.likeness)} for each in answer.in_text],
        "claims": [_same_measure(each) for each in answer.claims],
    }


def _near_statement(one: Statement) -> dict[str, Json]:
    return {
        **hit(one.hit),
        **_nearness(one.likeness),
        "utterance": one.utterance,
        "primary": one.primary,
        "printings": one.printings,
        "more_printings": one.more,
        "said_by_speaker": one.is_theirs,
    }


def _nearness(found: Likeness) -> dict[str, Json]:
    """`part` says which of text and record is a part of the other; `diff` has the text left."""
    return {
        "relation": found.kind.value,
        "score": round(found.score, 4),
        "why": words(found.why),
        "part": found.part.value or None,
        "diff": [[one.op, one.left, one.right] for one in found.diff],
    }


def _same_measure(one: SameMeasure) -> dict[str, Json]:
    value, stands_in = one.recorded.value, one.recorded.document
    assert isinstance(value, Claim)
    return {
        "asked": one.asked.value.text,
        "relation": one.relation,
        "why": words(one.why),
        "claim": jsonforms.claim(value),
        "sentence": one.recorded.sentence,
        "source": stands_in.source.name if stands_in.source else None,
        "date": day(stands_in.published),
        "location": stands_in.location,
        "document": stands_in.id,
    }


def source(line: SourceLine) -> dict[str, Json]:
    return {
        "id": line.source.id,
        "name": line.source.name,
        "kind": line.source.kind.value,
        "country": line.source.country or None,
        "documents": line.documents,
        "quotes": line.quotes,
        "claims": line.claims,
    }


def document_line(line: DocumentLine) -> dict[str, Json]:
    return {
        "id": line.id,
        "title": line.title or None,
        "location": line.location,
        "source": line.source or None,
        "date": day(line.date),
        "quotes": line.quotes,
        "claims": line.claims,
        "problems": line.problems,
        "withdrawn": line.withdrawn,
        "version": line.version,
        "versions": line.versions,
    }


def history(line: HistoryLine) -> dict[str, Json]:
    return {
        **jsonforms.judgement(line.judgement),
        "subject": line.subject,
        "stands": line.stands,
        "changed": line.changed,
        "found_no_more": line.found_no_more,
        "attachments": [attachment(each) for each in line.attachments],
    }


def attachment(step: Attachment) -> dict[str, Json]:
    return {"old": step.old, "new": step.new, "why": step.why}


def rebuilt(done: Rebuilt) -> dict[str, Json]:
    return {
        "documents": done.documents,
        "changed": done.changed,
        "quotes": _tally(done.quotes),
        "claims": _tally(done.claims),
        "findings": {"all": done.findings, "new": done.findings_new, "gone": done.findings_gone},
        "carried": [
            {
                "decision": jsonforms.judgement(each.judgement),
                "attachments": [attachment(step) for step in each.attachments],
            }
            for each in done.carried
        ],
        "lost": [jsonforms.judgement(each) for each in done.lost],
        "problems": [jsonforms.problem(each) for each in done.problems],
    }


def _tally(tally: Tally) -> dict[str, Json]:
    return {"same": tally.same, "reattached": tally.reattached, "new": tally.new, "gone": tally.gone}


def shown(view: Shown, *, text: bool = False, withdrawn: bool = False) -> dict[str, Json]:
    """One value with all that belongs to it: `show --json`; `text` adds a document's whole text."""
    kind, form = _named(view.value)
    if text and isinstance(view.value, Document):
        form["text"] = view.value.text
    corrected = getattr(view.value, "corrected", ())
    return {
        "kind": kind,
        kind: form,
        "document": jsonforms.document(view.document)
        if view.document
        else form
        if kind == "document"
        else None,
        "withdrawn": withdrawn,
        "corrected": [jsonforms.correction(each) for each in corrected],
        "evidence": [citation(cited) for cited in view.citations],
        "quotes": [jsonforms.quote(each) for each in view.quotes],
        "claims": [jsonforms.claim(each) for each in view.claims],
        "findings": [assessed(each) for each in view.findings],
        "versions": [jsonforms.quote(each) for each in view.versions],
        "problems": [jsonforms.problem(each) for each in view.problems],
        "judgements": [jsonforms.judgement(each) for each in view.judgements],
        "tags": words(view.tags),
        "locations": words(view.locations),
        "pages": [_page(each) for each in view.pages],
        "anchor": _anchor(view.anchor),
        "notes": [_note(view, each) for each in view.notices],
        "left_out": [
            {"text": one.text, "start": one.span.start, "end": one.span.end, "reason": one.reason}
            for one in view.left_out
        ],
    }


def _page(line: PageLine) -> dict[str, Json]:
    return {
        "document": line.document,
        "number": line.number,
        "title": line.title or None,
        "date": day(line.published),
        "retrieved": day(line.retrieved),
        "stands": line.stands,
    }


def _anchor(found: Anchor | None) -> dict[str, Json] | None:
    if found is None:
        return None
    return {"state": found.state.value, "newer": found.newer or None, "spans": places(found.spans)}


def _note(view: Shown, note: Notice) -> dict[str, Json]:
    text = note.span.of(view.document.text) if view.document else ""
    return {"kind": note.kind.value, "start": note.span.start, "end": note.span.end, "text": text}


def _named(value: Document | Quote | Claim | Finding | Speaker | Judgement) -> tuple[str, dict[str, Json]]:
    match value:
        case Document():
            return "document", jsonforms.document(value)
        case Quote():
            return "quote", jsonforms.quote(value)
        case Claim():
            return "claim", jsonforms.claim(value)
        case Finding():
            return "finding", jsonforms.finding(value)
        case Speaker():
            return "speaker", jsonforms.speaker(value)
        case Judgement():
            return "judgement", jsonforms.judgement(value)


def citation(cited: Citation) -> dict[str, Json]:
    value = cited.value
    place = value.span if isinstance(value, Claim) else value.whole
    return {
        "id": value.id,
        "text": value.text,
        "sentence": cited.sentence,
        "start": place.start,
        "end": place.end,
        "location": cited.document.location,
        "asserted": cited.document.is_asserted,
        "document": cited.document.id,
    }
