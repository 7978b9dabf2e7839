"""Lines of lists: sources, documents, decisions."""

from __future__ import annotations

from claims.views import DocumentLine, HistoryLine, ImportLine, SourceLine
from tui import jsonforms
from tui.jsonforms import Json, day
from tui.jsonviews.inputs import attachment


def import_line(line: ImportLine) -> dict[str, Json]:
    return {
        "id": line.id,
        "at": line.moment,
        "location": line.location,
        "quotes": line.quotes,
        "withdrawn": line.withdrawn,
        "taken_back": line.taken_back,
        "again": line.again,
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
