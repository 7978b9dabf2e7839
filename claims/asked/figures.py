"""Recorded figures that count what a figure of the text counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.asked.values import SameMeasure
from claims.checks.events import as_printed, event_of, named_events
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
    """None if the two count other things, or the same at other events or in other years."""
    found, why = relation(asked, recorded)
    if found == "different" or _of_other_events(asked, recorded) or _of_other_years(asked, recorded):
        return None
    return SameMeasure(asked, recorded, found, (*why, *_which_event(asked, recorded)))


def _of_other_events(asked: Citation, recorded: Citation) -> bool:
    mine, other = named_events(asked.sentence), event_of(recorded)
    return bool(mine) and bool(other) and not any(f"{one} ".startswith(f"{other} ") for one in mine)


def _which_event(asked: Citation, recorded: Citation) -> Iterator[str]:
    """Of what the recorded figure is, where the text that is asked for does not say it of its own."""
    other = event_of(recorded)
    if other and not named_events(asked.sentence):
        yield f"on record it is of {as_printed(other, recorded.document)}"
    elif not other and (mine := named_events(asked.sentence)):
        yield f"the record does not say that it is of {as_printed(min(mine), asked.document)}"


_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![,.]\d)")


def _of_other_years(asked: Citation, recorded: Citation) -> bool:
    """Does the text name a year, and is the recorded figure of another one?"""
    mine = _years(asked)
    other = _years(recorded)
    if not other and recorded.document.published:
        published = recorded.document.published
        other = {str(year) for year in range(published.earliest.year, published.latest.year + 1)}
    return bool(mine) and bool(other) and mine.isdisjoint(other)


def _years(cited: Citation) -> set[str]:
    """Years that the figure's own words name: those of its period or date, else of its sentence."""
    claim = cited.value
    assert isinstance(claim, Claim)
    own = _YEAR.findall(f"{claim.period} {claim.as_of or ''}")
    return set(own or _YEAR.findall(cited.sentence)) - {claim.text}
