"""Every decision, newest first; enter opens what it was about."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import JudgementKind
from claims.views import HistoryLine
from tui.screens.lists import ListScreen
from tui.state.rows import Column, Row
from tui.state.words import counted, decision_words, is_taken_back

_OF_A_VALUE = (
    JudgementKind.CORRECTION,
    JudgementKind.PASSAGE,
    JudgementKind.NOTE,
    JudgementKind.TAG,
    JudgementKind.FIGURES,
    JudgementKind.PREFERRED,
    JudgementKind.QUOTES,
    JudgementKind.UTTERANCE,
)


class History(ListScreen[HistoryLine]):
    COLUMNS = (
        Column("When (UTC)", 16),
        Column("Who", 10, grows=True),
        Column("Decision", 18, grows=True),
        Column("About", 22, grows=True),
    )
    EMPTY = "Nothing was decided yet: 5 shows what there is to decide."

    def fetch(self) -> Sequence[HistoryLine]:
        return self.ledger.history()

    def count(self, items: Sequence[HistoryLine]) -> str:
        back = sum(is_taken_back(item) for item in items)
        no_more = sum(item.found_no_more for item in items)
        changed = sum(item.changed for item in items) - no_more
        words = [counted(len(items), "decision")]
        words += [f"{back:,} taken back"] if back else []
        words += [f"{changed:,} whose passage changed"] if changed else []
        words += [f"{no_more:,} whose finding is found no more"] if no_more else []
        return ", ".join(words)

    def row(self, item: HistoryLine) -> Row:
        made = item.judgement
        return Row(
            (
                f"{made.at:%Y-%m-%d %H:%M}",
                made.by,
                decision_words(item),
                item.subject,
            ),
            quiet=not item.stands,
        )

    def open(self, index: int) -> None:
        made = self.shown.items[index].judgement
        if made.kind in _OF_A_VALUE:
            self.app.open(made.subjects[0])
