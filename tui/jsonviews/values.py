"""One value with all that belongs to it."""

from __future__ import annotations

from claims.model import Anchor, Claim, Document, Finding, Judgement, LeftOut, Quote, Speaker
from claims.ports import Citation, Fetched
from claims.versions.notices import Notice
from claims.views import PageLine, Shown
from tui import jsonforms
from tui.jsonforms import Json, day, places, words
from tui.jsonviews.compared import assessed


def shown(view: Shown, *, text: bool = False, withdrawn: bool = False) -> dict[str, Json]:
    """One value with all that belongs to it: `show --json`; `text` adds a document's whole text."""
    kind, form = _named(view)
    whole = view.value if isinstance(view.value, Document) else None
    if text and whole:
        form["text"] = whole.text
    corrected = getattr(view.value, "corrected", ())
    return {
        "kind": kind,
        kind: form,
        "document": jsonforms.document(view.document) if view.document else None,
        "withdrawn": withdrawn,
        "corrected": [jsonforms.correction(each) for each in corrected],
        "evidence": [citation(cited) for cited in view.citations],
        "quotes": [jsonforms.quote(each, whole) for each in view.quotes],
        "claims": [jsonforms.claim(each, whole) for each in view.claims],
        "findings": [assessed(each) for each in view.findings],
        "versions": [jsonforms.quote(each) for each in view.versions],
        "problems": [jsonforms.problem(each) for each in view.problems],
        "judgements": [jsonforms.judgement(each) for each in view.judgements],
        "tags": words(view.tags),
        "locations": words(view.locations),
        "fetched": [_fetched(each) for each in view.fetched],
        "pages": [_page(each) for each in view.pages],
        "anchor": _anchor(view.anchor),
        "notes": [_note(view, each) for each in view.notices],
        "left_out": [_left_out(one) for one in view.left_out],
    }


def _fetched(fetched: Fetched) -> dict[str, Json]:
    return {
        "url": fetched.url,
        "hops": list(fetched.hops),
        "status": fetched.status,
        "headers": dict(fetched.headers),
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


def _left_out(one: LeftOut) -> dict[str, Json]:
    return {"text": one.text, "start": one.span.start, "end": one.span.end, "reason": one.reason}


def _named(view: Shown) -> tuple[str, dict[str, Json]]:
    match view.value:
        case Document() as document:
            return "document", jsonforms.document(document)
        case Quote() as quote:
            return "quote", jsonforms.quote(quote, view.document)
        case Claim() as claim:
            return "claim", jsonforms.claim(claim, view.document)
        case Finding() as finding:
            return "finding", jsonforms.finding(finding)
        case Speaker() as speaker:
            return "speaker", jsonforms.speaker(speaker)
        case Judgement() as made:
            return "judgement", jsonforms.judgement(made)


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
        "located": jsonforms.located(cited.document, place),
        "asserted": cited.document.is_asserted,
        "document": cited.document.id,
    }
