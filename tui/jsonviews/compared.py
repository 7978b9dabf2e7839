"""Findings and utterances, each with its passages."""

from __future__ import annotations

from claims.exports.findings import form as finding_form
from claims.views import Assessed, Utterance, Version
from tui import jsonforms
from tui.jsonforms import Json, day


def assessed(view: Assessed) -> dict[str, Json]:
    """A finding with its status, passages and decisions: a line of `audit --json`."""
    return finding_form(view)


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
        "preferred_why": version.why or None,
    }
