"""What a search and `check` found."""

from __future__ import annotations

from claims.asked.values import Checked, Likeness, SameMeasure, Statement
from claims.model import Claim
from claims.views import Hit
from tui import jsonforms
from tui.jsonforms import Json, day, places, words


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
    """`part` says which of text and record is a part of the other; `diff` has the text left, and a report
    as it is in `read_as`.
    """
    return {
        "relation": found.kind.value,
        "score": round(found.score, 4),
        "why": words(found.why),
        "part": found.part.value or None,
        "read_as": found.read_as or None,
        "diff": [[one.op, one.left, one.right] for one in found.diff],
    }


def _same_measure(one: SameMeasure) -> dict[str, Json]:
    value, stands_in = one.recorded.value, one.recorded.document
    assert isinstance(value, Claim)
    return {
        "asked": one.asked.value.text,
        "relation": one.relation,
        "why": words(one.why),
        "claim": jsonforms.claim(value, stands_in),
        "sentence": one.recorded.sentence,
        "source": stands_in.source.name if stands_in.source else None,
        "date": day(stands_in.published),
        "location": stands_in.location,
        "document": stands_in.id,
    }
