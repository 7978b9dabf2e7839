"""All that a report tells of a record, or of what a query hits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from claims.model import Document, Judgement, Problem, Speaker
from claims.ports import Arrival, Citation
from claims.views.reviewing import Assessed
from claims.views.searching import Query, Searched

if TYPE_CHECKING:
    from claims.series.values import Series


@dataclass(frozen=True, slots=True)
class Reported:
    """A document with every time that it came, and what could not be read or decided in it."""

    document: Document
    arrivals: tuple[Arrival, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """A quote, whose it is across documents, and what stands of decisions about it, notes too."""

    citation: Citation
    speaker: Speaker | None = None
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Everything is in the order in which it is told.

    Attributes:
        made: when, UTC.
        query: what it is limited to; an empty one: the whole record.
        problems: of what no document came of.
        series: figures over time, of what is counted in most documents.
    """

    made: datetime
    query: Query
    searched: Searched
    quotes: tuple[Said, ...] = ()
    findings: tuple[Assessed, ...] = ()
    series: tuple[Series, ...] = ()
    documents: tuple[Reported, ...] = ()
    problems: tuple[Problem, ...] = ()
