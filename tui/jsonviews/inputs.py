"""What became of an input, of decisions in a file, of a rebuild."""

from __future__ import annotations

from claims.model import Attachment
from claims.views import Added, AuthorityTaken, Rebuilt, Taken, Tally
from tui import jsonforms
from tui.jsonforms import Json, words


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


def authority(result: AuthorityTaken) -> dict[str, Json]:
    """What became of an authority file."""
    return {
        "entries": result.entries,
        "changed": result.changed,
        "speakers": result.speakers,
        "quotes": result.quotes,
        "refused": [{"line": line, "why": why} for line, why in result.refused],
    }


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


def attachment(step: Attachment) -> dict[str, Json]:
    return {"old": step.old, "new": step.new, "why": step.why}


def _tally(tally: Tally) -> dict[str, Json]:
    return {"same": tally.same, "reattached": tally.reattached, "new": tally.new, "gone": tally.gone}
