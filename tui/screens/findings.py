"""What does not fit, decided or not, and on demand what does; enter opens one to read and decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import IO, TYPE_CHECKING, Any

from claims.model import FindingKind, FindingStatus
from claims.ports import Exporter, FindingExporter
from claims.views import Assessed, ReviewItem
from tui import keys
from tui.screens.dialogs import Choose
from tui.screens.handing_on import hand_on
from tui.screens.marking import MarkingList
from tui.state.brief import brief
from tui.state.cases import case_of_finding
from tui.state.handing_on import HandedOn
from tui.state.rows import Column, Row, widths
from tui.state.words import BEHIND, STATUS_SIGNS, STATUS_WORDS, counted, finding_words

if TYPE_CHECKING:
    from claims.dossiers.values import Dossier

_FITS = (FindingKind.CORROBORATION, FindingKind.COMPATIBLE)


# The column of what was found; on a terminal that is narrower than this nothing is cut further.
_SENTENCE, _NARROWEST = 3, 60


class Findings(MarkingList[Assessed]):
    COLUMNS = (
        Column("State", 12),
        Column("Weight", 6),
        Column("Kind", 14, gone_below=100),
        Column("What was found", 24, grows=True),
        Column("Check", 16, gone_below=110),
    )
    EMPTY = "Nothing was found: no figures or words of the record disagree or agree. I adds more documents."
    FOOTER = ("open", "mark", "reject.all", "fits", "narrow", "undo", "close", "help")
    FOOTER_WORDS = {"mark": "mark", "reject.all": "dismiss all"}  # noqa: RUF012
    SCOPES = ("list", "narrow", "marks", "findings")
    BINDINGS = keys.bindings("narrow", "marks", "findings")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self) -> None:
        super().__init__()
        self.with_fits = False
        # In the words of the list; "" for all.
        self.kind = ""
        self._is_behind = False
        self._all: tuple[Assessed, ...] = ()

    def fetch(self) -> Sequence[Assessed]:
        self._is_behind = self.ledger.is_behind()
        return self.ledger.audit()

    def _show(self, items: Sequence[Assessed]) -> None:
        self._all = tuple(items)
        if self.kind:
            super()._show([item for item in items if finding_words(item.finding) == self.kind])
        else:
            super()._show([item for item in items if self.with_fits or not _fits(item)] or items)

    def action_type(self) -> None:
        """Show one kind of finding, or all again."""
        counts = Counter(map(finding_words, (item.finding for item in self._all)))
        kinds = [(f"{n}", words, f"{words}: {count:,}") for n, (words, count) in enumerate(counts.items(), 1)]

        def take(kind: str | None) -> None:
            if kind is not None:
                self.kind = kind
                self._show(self._all)

        self.app.push_screen(Choose("Which findings?", [("a", "", "all"), *kinds]), take)

    def action_export(self) -> None:
        shown = self.shown.items
        if not shown:
            self.app.say("There is nothing in this list.")
            return

        def write(exporter: Exporter, out: IO[Any]) -> int:
            assert isinstance(exporter, FindingExporter)
            return exporter.write_findings(shown, out)

        def dossier() -> Dossier:
            chosen = {"kind": "findings", **({"type": self.kind} if self.kind else {})}
            return self.ledger.dossier(chosen, (), shown)

        hand_on(self, HandedOn("finding", write, dossier, needs=FindingExporter))

    def action_fits(self) -> None:
        """Show what fits too, or no more."""
        self.with_fits = not self.with_fits
        self._show(self._all)

    def count(self, items: Sequence[Assessed]) -> str:
        fits = sum(map(_fits, self._all))
        to_decide = sum(item.status is FindingStatus.OPEN and not _fits(item) for item in self._all)
        hidden = " (w shows them)" if len(items) < len(self._all) else ""
        told = f"{counted(len(self._all), 'finding')}: {to_decide:,} to decide, {fits:,} that fit{hidden}"
        if self.kind:
            told = f"{self.kind}: {len(items):,} of {counted(len(self._all), 'finding')} (T shows all)"
        return f"{told}. {BEHIND}" if self._is_behind else told

    def row(self, item: Assessed) -> Row:
        finding = item.finding
        fits = _fits(item)
        open_ = item.status is FindingStatus.OPEN
        state = "= fits" if fits and open_ else f"{STATUS_SIGNS[item.status]} {STATUS_WORDS[item.status]}"
        weight = "" if fits else finding.severity.value
        sources = (one.document.source for one in item.citations)
        said = brief(finding.sentence, (one.name for one in sources if one), self._room())
        cells = (state, weight, finding_words(finding), said, finding.check.replace("-", " "))
        return Row(cells, quiet=item.status is FindingStatus.DISMISSED)

    def _room(self) -> int:
        """Letters that a list of this width has for what was found."""
        return widths(self.COLUMNS, max(_NARROWEST, self.size.width))[_SENTENCE]

    def id_of(self, item: Assessed) -> str:
        return item.finding.id

    def cases(self, item: Assessed) -> Sequence[ReviewItem]:
        # What fits is decided only where it was marked.
        is_left_out = _fits(item) and item.finding.id not in self.marks.ids
        return () if is_left_out else (case_of_finding(item),)

    def open(self, index: int) -> None:
        # What fits needs no decision: it is read by itself, and not on the way from one conflict to the next.
        chosen = self.shown.items[index]
        alike = [item for item in self.shown.items if _fits(item) is _fits(chosen)]
        self.app.decide([case_of_finding(item) for item in alike], alike.index(chosen))


def _fits(item: Assessed) -> bool:
    return item.finding.kind in _FITS
