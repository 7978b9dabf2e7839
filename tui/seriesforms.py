"""A row of a figure's history as the JSON of the command line."""

from __future__ import annotations

from claims.model.quantities import written
from claims.series.values import Change, SeriesRow
from tui import jsonforms
from tui.jsonforms import Json, day


def row(one: SeriesRow) -> dict[str, Json]:
    """A line of `figures --json`; `claim` has all that the claim says."""
    document, claim = one.citation.document, one.claim
    return {
        "claim": jsonforms.claim(claim),
        "date": day(one.date),
        "date_is": one.date_is or None,
        "counts": one.counts or None,
        "place": claim.place or None,
        "population": claim.population.value if claim.population else None,
        "period": claim.period or None,
        "event": claim.event or None,
        "speaker": one.speaker or None,
        "source": one.source or None,
        "change": _change(one.change),
        "drift": one.drift or None,
        "state": one.state.value,
        "retracted": one.retracted,
        "sentence": one.citation.sentence,
        "document": document.id,
        "location": document.location,
    }


def _change(change: Change | None) -> dict[str, Json] | None:
    if change is None:
        return None
    return {
        "by": written(change.by),
        "percent": round(float(change.percent), 2) if change.percent is not None else None,
        "since": change.since,
        "about": change.about,
    }
