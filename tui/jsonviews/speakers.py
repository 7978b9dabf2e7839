"""Who may be one speaker, and what a speaker is put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.model import Speaker
from tui import jsonforms
from tui.jsonforms import Json, words

if TYPE_CHECKING:
    from claims.matching.likely import Likely
    from claims.matching.speakers import Part


def likely(pair: Likely) -> dict[str, Json]:
    return {
        "a": jsonforms.speaker(pair.a),
        "b": jsonforms.speaker(pair.b),
        "score": pair.score,
        "why": words(pair.why),
    }


def member(speaker: Speaker, part: Part) -> dict[str, Json]:
    one = part.member
    return {
        "id": one.id,
        "speaker": speaker.id,
        "name": one.name,
        "role": one.role or None,
        "organization": one.organization or None,
        "quotes": part.quotes,
        "claims": part.claims,
    }
