"""The answer of `check` as a list: statements, passages of texts, figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.asked.values import Checked, InText, SameMeasure, Statement
from claims.display import ASSERTED
from claims.model import Span
from claims.printed import NO_SOURCE
from tui.state.checked import likeness_words, marked, printings_words, reasons, where
from tui.state.rows import Row
from tui.state.sides import speaker_of
from tui.state.words import date_words

FITS = {"conflict": "does not fit", "agree": "fits", "compatible": "can both hold"}


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the answer.

    Attributes:
        about: what the preview shows, a paragraph each: what differs first.
        wanted: id to open; `place` is where in it, if it is a document.
    """

    row: Row
    about: tuple[str, ...]
    wanted: str
    place: tuple[Span, ...] = ()


def lines_of(answer: Checked) -> Sequence[Found]:
    """Everything that was found, in the order in which it is printed."""
    return [
        *map(_statement, answer.statements),
        *map(_passage, answer.in_text),
        *map(_figure, answer.claims),
    ]


def _statement(one: Statement) -> Found:
    hit, how = one.hit, likeness_words(one.likeness)
    words = hit.surface or hit.text if one.likeness.is_whole else marked(one.likeness.diff) or hit.text
    cells = (how, hit.speaker or "–", words, hit.source or "–", date_words(hit.date))
    who = ", ".join(filter(None, (hit.speaker, hit.role)))
    told = "; ".join(filter(None, (how, *reasons(one.likeness), printings_words(one))))
    seen = f"{hit.location}, {ASSERTED}" if hit.asserted else hit.location
    about = (words, f"— {who}" if who else "", where(hit), told, seen)
    return Found(Row(cells, quiet=not one.is_theirs), about, hit.id)


def _passage(one: InText) -> Found:
    hit, words = one.hit, marked(one.likeness.diff)
    cells = ("in the text, not recorded", "–", words, hit.source or "–", date_words(hit.date))
    about = (words, where(hit), f"{hit.status}; {likeness_words(one.likeness)}", hit.location)
    return Found(Row(cells), about, hit.document, hit.spans)


def _figure(one: SameMeasure) -> Found:
    value, document = one.recorded.value, one.recorded.document
    source = document.source.name if document.source else NO_SOURCE
    told = f"figure {FITS[one.relation]}"
    words = f"{value.text} — {one.recorded.sentence}"
    cells = (told, speaker_of(value), words, source, date_words(document.published))
    why = f"“{one.asked.value.text}” in your text {FITS[one.relation]}: {'; '.join(one.why)}"
    return Found(Row(cells), (words, source, why, document.location), value.id)
