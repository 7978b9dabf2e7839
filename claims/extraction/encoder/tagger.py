"""The learned tagger: what the encoder reports, and what rules find beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.extraction.encoder.candidates import candidates_of, goes_beyond, is_empty, is_in_marks
from claims.extraction.encoder.decoding import Report
from claims.extraction.encoder.reading import Paragraph
from claims.extraction.encoder.reports import Encoder
from claims.extraction.page import Page
from claims.extraction.passages import is_run
from claims.extraction.quotes.candidate import Candidate, Marked
from claims.extraction.quotes.clauses import candidates
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import meet
from claims.model import Problem, Span

# A report less sure is more often wrong than right, and one less on record is a belief, a plan or a
# finding. On PolNeAR dev 0.6, 0.7 and 0.75 gave an overlap F1 of 84.9, 85.2 and 85.0.
SURE, ON_RECORD = 0.7, 0.5
# Confidence in what a rule finds and the encoder does not.
UNSEEN = 0.5
# Characters that are read in a document: some 85,000 words, a quarter of a minute of one core.
BUDGET = 500_000


class Joined:
    """Reports as candidates, and candidates of rules where nothing is reported."""

    def __init__(self, page: Page, encoder: Encoder, *, budget: int = BUDGET) -> None:
        self._page, self._encoder, self._budget = page, encoder, budget
        self._reports: list[Report] = []
        self._ends: list[int] = []
        self._unread: Span | None = None

    def read(self, paragraphs: Sequence[Marked]) -> None:
        found = self._encoder.reports(self._page.text, self._within(paragraphs))
        self._reports = _apart(one for one in found if one.sure >= SURE and one.on_record >= ON_RECORD)
        self._ends = [one.content.end for one in self._reports]

    def candidates(self, s: Sentence, *, direct_only: bool) -> list[Candidate]:
        by_rule = candidates(s, direct_only=direct_only)
        if direct_only:
            return by_rule
        return _joined(s, candidates_of(s, self._of(s)), by_rule)

    def problems(self) -> Iterator[Problem]:
        if self._unread:
            message = f"the text is long: from {self._unread.start:,} on statements are found by rules alone"
            yield Problem("quotes", message, self._page.document.id, self._unread)

    def _within(self, paragraphs: Sequence[Marked]) -> Iterator[Paragraph]:
        for each in paragraphs:
            if is_run(each.span):
                continue
            if each.span.end > self._budget:
                self._unread = self._unread or each.span
                return
            yield Paragraph(each.span, [piece.outer for piece in each.pieces])

    def _of(self, s: Sentence) -> list[Report]:
        found = []
        for one in self._reports[bisect_left(self._ends, s.span.start + 1) :]:
            if one.content.start >= s.span.end:
                break
            found.append(one)
        return found


def _apart(reports: Iterable[Report]) -> list[Report]:
    """In order; of two that overlap the surer one: the windows of a long paragraph overlap too."""
    kept: list[Report] = []
    for one in sorted(reports, key=lambda report: report.content):
        if not kept or one.content.start >= kept[-1].content.end:
            kept.append(one)
        elif one.sure > kept[-1].sure:
            kept[-1] = one
    return kept


def _joined(s: Sentence, learned: list[Candidate], by_rule: list[Candidate]) -> list[Candidate]:
    """Marks are exact: what rules find in them goes first, unless the encoder sees the statement go on
    outside of them; then what is learned; the rules' rest only where nothing is.
    """
    learned = sorted((one for one in learned if not is_empty(s, one)), key=_surest_first)
    kept = [
        one
        for one in by_rule
        if one.announces or (is_in_marks(s, one) and not any(goes_beyond(s, more, one) for more in learned))
    ]
    for one in learned:
        kept += [one] * (not any(_meet(one, other) for other in kept))
    if not learned:
        rest = [replace(one, confidence=UNSEEN) for one in by_rule]
        kept += [one for one in rest if not any(_meet(one, other) for other in kept)]
    return sorted(kept, key=lambda one: one.content[0] if one.content else (len(s), 0))


def _surest_first(one: Candidate) -> float:
    return -(one.confidence or 0)


def _meet(one: Candidate, other: Candidate) -> bool:
    return one.tag == other.tag or any(meet(a, b) for a in one.content for b in other.content)
