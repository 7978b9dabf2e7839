"""What leaves a record without what is its reviewers' own: their names, their notes, their folders.

It is taken out before an exporter sees it, so that every format leaves out the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from claims.checks.citing import begun
from claims.model import (
    Claim,
    Correction,
    Document,
    Finding,
    Judgement,
    JudgementKind,
    Outcome,
    PastFinding,
    Problem,
    Quote,
)
from claims.ports import Arrival, Citation, ExportDocument, ExportEntry, ExportHead, ExportItem, ExportRow
from claims.series.values import Series
from claims.views import Assessed, Report, Reported, Said

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_FILE = re.compile(r"file:", re.IGNORECASE)
# In place of the address of a file, which names folders; its document's id cannot be proved without it.
LEFT_OUT = "file:"
# The same in a sentence, which has it in quotation marks: its folders may have blanks in their names.
_FILE_TOLD = re.compile(r"\bfile:/[^'\"\n]*", re.IGNORECASE)
_FOLDERS = re.compile(r".*[/\\]", re.DOTALL)


class Redaction:
    """One export: the same reviewer has the same number in all of it."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def report(self, report: Report) -> Report:
        """All of it, by the same numbers."""
        return replace(
            report,
            quotes=tuple(map(self._said, report.quotes)),
            findings=tuple(self.findings(report.findings)),
            series=tuple(map(self._series, report.series)),
            documents=tuple(map(self._reported, report.documents)),
            problems=tuple(map(bare_problem, report.problems)),
        )

    def rows(self, rows: Iterable[ExportRow]) -> Iterator[ExportRow]:
        return (replace(row, location=bare(row.location), url=address(row.url)) for row in rows)

    def findings(self, findings: Iterable[Assessed]) -> Iterator[Assessed]:
        return map(self.finding, findings)

    def finding(self, found: Assessed) -> Assessed:
        """With its verdicts and tags and when they were made, by "reviewer 1", without notes."""
        return replace(
            found,
            finding=_without_folders(found.finding, found.citations),
            outcome=self._outcome(found.outcome) if found.outcome else None,
            citations=tuple(map(self.citation, found.citations)),
            judgements=self.judgements(found.judgements),
        )

    def judgements(self, judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
        """No chain is left of them: a hash covers the name and the note."""
        return tuple(
            replace(made, by=self.reviewer(made.by), note="", shown="", previous="")
            for made in judgements
            if made.kind is not JudgementKind.NOTE
        )

    def citation(self, citation: Citation) -> Citation:
        newer = self.document(citation.newer) if citation.newer else None
        document = self.document(citation.document)
        return replace(citation, value=self._value(citation.value), document=document, newer=newer)

    def document(self, document: Document) -> Document:
        corrected = self._corrections(document.corrected)
        return replace(
            document, location=bare(document.location), url=address(document.url), corrected=corrected
        )

    def items(self, items: Iterable[ExportItem]) -> Iterator[ExportItem]:
        """A record without its decisions: a chain of decisions cannot be checked without names and notes."""
        for item in items:
            match item:
                case ExportHead():
                    yield replace(item, heads={}, judgements=0)
                case ExportDocument():
                    came = tuple(map(bare_arrival, item.arrivals))
                    yield replace(item, document=self.document(item.document), arrivals=came)
                case ExportEntry():
                    yield replace(item, location=bare(item.location))
                case ExportRow():
                    yield from self.rows([item])
                case Problem():
                    yield bare_problem(item)
                case Judgement() | PastFinding():
                    continue
                case _:
                    yield item

    def reviewer(self, name: str) -> str:
        """A name that tells two reviewers apart and says no more."""
        return f"reviewer {self._numbers.setdefault(name, len(self._numbers) + 1)}"

    def _said(self, said: Said) -> Said:
        citation = self.citation(said.citation)
        return replace(said, citation=citation, judgements=self.judgements(said.judgements))

    def _series(self, series: Series) -> Series:
        rows = tuple(replace(one, citation=self.citation(one.citation)) for one in series.rows)
        dropped = tuple(replace(one, citation=self.citation(one.citation)) for one in series.dropped)
        return replace(series, rows=rows, dropped=dropped)

    def _reported(self, reported: Reported) -> Reported:
        places = (reported.document.location, *(one.location for one in reported.arrivals))
        return replace(
            reported,
            document=self.document(reported.document),
            arrivals=tuple(map(bare_arrival, reported.arrivals)),
            problems=tuple(bare_problem(one, *places) for one in reported.problems),
        )

    def _value(self, value: Quote | Claim) -> Quote | Claim:
        return replace(value, corrected=self._corrections(value.corrected))

    def _corrections(self, made: Iterable[Correction]) -> tuple[Correction, ...]:
        return tuple(
            replace(
                one,
                by=self.reviewer(one.by),
                value=address(one.value) if one.field == "url" else one.value,
            )
            for one in made
        )

    def _outcome(self, outcome: Outcome) -> Outcome:
        by = tuple(map(self.reviewer, outcome.by))
        return replace(outcome, by=by, judgements=self.judgements(outcome.judgements))


def _without_folders(finding: Finding, citations: Iterable[Citation]) -> Finding:
    """Documents that have no other name, or share it, are told apart by where they lie."""
    places = sorted({one.document.location for one in citations}, key=len, reverse=True)

    def told(words: str) -> str:
        for place in places:
            for written in (place, begun(place)):
                words = words.replace(written, bare(written))
        return words

    return replace(
        finding,
        sentence=told(finding.sentence),
        why=tuple(map(told, finding.why)),
        explains=tuple(map(told, finding.explains)),
        settles=tuple(map(told, finding.settles)),
    )


def bare(location: str) -> str:
    """A file's name without its folders, which may tell whose they are; an address stays."""
    is_address = _SCHEME.match(location) and not _FILE.match(location)
    return location if is_address else _FOLDERS.sub("", location)


def address(url: str) -> str:
    """An address, unless it is that of a file."""
    return LEFT_OUT if _FILE.match(url) else url


def bare_problem(problem: Problem, *locations: str) -> Problem:
    """A problem of an input at some locations, which it may tell in its sentence; addresses of files too."""
    message = _FILE_TOLD.sub(LEFT_OUT, problem.message)
    for place in sorted({problem.location, *locations} - {""}, key=len, reverse=True):
        message = message.replace(place, bare(place))
    return replace(problem, message=message, location=bare(problem.location))


def bare_arrival(arrival: Arrival) -> Arrival:
    place = arrival.place if bare(arrival.place) == arrival.place else ""
    # Without it, who reads the document again gives it no address of its own.
    given = replace(arrival.given, url="") if _FILE.match(arrival.given.url) else arrival.given
    return replace(arrival, location=bare(arrival.location), place=place, given=given)
