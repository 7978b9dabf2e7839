"""Everything about one id."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model import Anchor, Claim, Document, Finding, Judgement, LeftOut, Problem, Quote, Speaker
from claims.ports import Citation, Fetched
from claims.versions.notices import Notice
from claims.views.lines import PageLine
from claims.views.reviewing import Assessed


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything about one id: `value` is what it names.

    Attributes:
        fetched: how its document came, each time that it was fetched, the first one first.
        pages: the versions of its document's page, the oldest first; none if there is one only.
        anchor: what became of a quote or claim in the newer version; None if there is none.
        notices: the correction notes of a document.
        left_out: the numbers of a document, or of a claim's sentence, that are no claims.
    """

    value: Document | Quote | Claim | Finding | Speaker | Judgement
    document: Document | None = None
    citations: tuple[Citation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Assessed, ...] = ()
    versions: tuple[Quote, ...] = ()
    problems: tuple[Problem, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    tags: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    fetched: tuple[Fetched, ...] = ()
    pages: tuple[PageLine, ...] = ()
    anchor: Anchor | None = None
    notices: tuple[Notice, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
