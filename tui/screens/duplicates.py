"""Statements that stand in several documents; enter lays their versions side by side."""

from __future__ import annotations

from collections.abc import Sequence

from claims import printed
from claims.model import Document, Relation
from claims.views import ReviewItem, Utterance
from tui import keys
from tui.screens.marking import MarkingList
from tui.state.cases import cases_of_utterance
from tui.state.rows import Column, Row
from tui.state.sides import speaker_of
from tui.state.words import RELATIONS, counted


class Duplicates(MarkingList[Utterance]):
    COLUMNS = (
        Column("Versions", 8, right=True),
        Column("How alike", 22),
        Column("Speaker", 14, grows=True, gone_below=70),
        Column("Statement", 24, grows=True),
        Column("Sources", 14, grows=True, gone_below=100),
    )
    EMPTY = "No statement stands in two documents. I adds more of them: another outlet on the same day, say."
    FOOTER = ("open", "mark", "accept.all", "narrow", "goto", "undo", "close", "help")
    FOOTER_WORDS = {"mark": "mark", "accept.all": "all are the same"}  # noqa: RUF012
    SCOPES = ("list", "narrow", "marks")
    BINDINGS = keys.bindings("narrow", "marks")  # type: ignore[assignment]  # Textual's type is wider

    def fetch(self) -> Sequence[Utterance]:
        return self.ledger.duplicates()

    def count(self, items: Sequence[Utterance]) -> str:
        printings = sum(len(item.versions) for item in items)
        return f"{counted(len(items), 'statement')} printed {counted(printings, 'time')}"

    def row(self, item: Utterance) -> Row:
        relations = dict.fromkeys(RELATIONS[each] for each in sorted(_relations(item), key=_ORDER.index))
        sources = dict.fromkeys(_source(version.citation.document) for version in item.versions)
        first = item.versions[0].quote
        return Row(
            (
                str(len(item.versions)),
                ", ".join(relations),
                speaker_of(first),
                printed.quote(first, item.versions[0].citation.document.text),
                ", ".join(sources),
            )
        )

    def id_of(self, item: Utterance) -> str:
        return item.cluster.id

    def cases(self, item: Utterance) -> Sequence[ReviewItem]:
        return cases_of_utterance(item)

    def open(self, index: int) -> None:
        self.app.compare([item.cluster.members for item in self.shown.items], index)


# What differs is named before what is the same.
_ORDER = list(reversed(Relation))


def _relations(item: Utterance) -> set[Relation]:
    return {pair.relation for pair in item.cluster.pairs}


def _source(document: Document) -> str:
    return document.source.name if document.source else document.location
