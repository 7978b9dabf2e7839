"""Recorded figures that count what a figure of the text counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.asked.told_of import of_something_else, which_event
from claims.asked.values import SameMeasure
from claims.checks.measure import relation
from claims.model import Claim
from claims.ports import Citation

if TYPE_CHECKING:
    from claims.store import Store

# Figures of the text that are looked for, claims compared with each, and shown for each.
_ASKED, _COMPARED, _SHOWN = 6, 80, 8

_ORDER = ("conflict", "agree", "compatible")


def same_measure(store: Store, figures: Iterable[Citation], near: Iterable[str]) -> tuple[SameMeasure, ...]:
    """For each figure of the text recorded claims of its measure: those that do not fit first, then the
    newest.

    Args:
        near: ids of quotes that are near to the text; their claims are looked at before others.
    """
    inside = store.claims_in(near)
    found: list[SameMeasure] = []
    for asked in list(figures)[:_ASKED]:
        assert isinstance(asked.value, Claim)
        ids = [*inside, *store.claims_sharing(_words(asked), _COMPARED)]
        fitting = [one for cited in store.citations(ids).values() if (one := _compared(asked, cited))]
        fitting.sort(key=lambda one: one.recorded.value.id)
        fitting.sort(key=lambda one: str(one.recorded.document.published or ""), reverse=True)
        fitting.sort(key=lambda one: _ORDER.index(one.relation))
        found += fitting[:_SHOWN]
    return tuple(found)


def _words(asked: Citation) -> str:
    """The words of the figure's sentence, what it counts first: later ones may not be looked at."""
    value = asked.value
    assert isinstance(value, Claim)
    return f"{value.counted} {value.role} {value.subject} {asked.sentence}"


def _compared(asked: Citation, recorded: Citation) -> SameMeasure | None:
    """None if the two count other things, or the same of other events, years or parts."""
    found, why = relation(asked, recorded)
    if found == "different" or of_something_else(asked, recorded, found):
        return None
    return SameMeasure(asked, recorded, found, (*why, *which_event(asked, recorded)))
