"""What fits and what does not, decided or not; enter opens one to read and decide."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import FindingKind, FindingStatus
from claims.views import Assessed
from tui.screens.lists import ListScreen
from tui.state.cases import case_of_finding
from tui.state.rows import Column, Row
from tui.state.words import STATUS_SIGNS, STATUS_WORDS, counted, finding_words

_FITS = (FindingKind.CORROBORATION, FindingKind.COMPATIBLE)


class Findings(ListScreen[Assessed]):
    NAME, HEADING, LETTER = "findings", "Findings", "x"
    COLUMNS = (
        Column("State", 12),
        Column("Weight", 6),
        Column("Kind", 14, gone_below=100),
        Column("What was found", 24, grows=True),
        Column("Check", 16, gone_below=110),
    )
    EMPTY = "Nothing was found: no figures or words of the record disagree or agree."

    def fetch(self) -> Sequence[Assessed]:
        return self.ledger.audit()

    def count(self, items: Sequence[Assessed]) -> str:
        fits = sum(item.finding.kind in _FITS for item in items)
        to_decide = sum(item.status is FindingStatus.OPEN for item in items) - sum(
            item.status is FindingStatus.OPEN and item.finding.kind in _FITS for item in items
        )
        return f"{counted(len(items), 'finding')}: {to_decide:,} to decide, {fits:,} that fit"

    def row(self, item: Assessed) -> Row:
        finding = item.finding
        fits = finding.kind in _FITS
        open_ = item.status is FindingStatus.OPEN
        state = "= fits" if fits and open_ else f"{STATUS_SIGNS[item.status]} {STATUS_WORDS[item.status]}"
        weight = "" if fits else finding.severity.value
        cells = (state, weight, finding_words(finding), finding.sentence, finding.check.replace("-", " "))
        return Row(cells, quiet=item.status is FindingStatus.DISMISSED)

    def open(self, index: int) -> None:
        cases = [case_of_finding(item) for item in self.shown.items]
        self.app.decide(cases, index)
