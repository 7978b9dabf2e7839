"""One speaker: roles by date, names, statements month by month, and who may be the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.widget import Widget

from claims.model import Speaker
from claims.views import ReviewItem
from tui import keys
from tui.screens.base import RecordScreen
from tui.state.origin import Section
from tui.state.person import person
from tui.widgets.card import Card


class Person(RecordScreen):
    """Args: wanted: who is looked for when their statements are searched, a name or an id."""

    HEADING = "Speaker"
    FOOTER = ("person.said", "person.alike", "person.note", "goto", "undo", "close", "help")
    SCOPES = ("person",)
    BINDINGS = keys.bindings("person")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = "Card"

    def __init__(self, speaker: Speaker, wanted: str) -> None:
        super().__init__()
        self.speaker, self._wanted = speaker, wanted
        self.sections: list[Section] = []

    def body(self) -> Iterable[Widget]:
        yield Card(classes="page")

    def load(self) -> None:
        self.ask(lambda: person(self.ledger, self.speaker), self._show, group="person")

    def _show(self, sections: list[Section]) -> None:
        self.sections = sections
        self.query_one(Card).show(sections)

    def action_said(self) -> None:
        self.app.search(self._wanted)

    def action_scroll_card(self, rows: int) -> None:
        self.query_one(Card).scroll_relative(y=rows, animate=False)

    def action_note(self) -> None:
        self.note_on(self.speaker.id, self.speaker.name)

    def action_alike(self) -> None:
        def show(cases: Sequence[ReviewItem]) -> None:
            if cases:
                self.app.decide(cases)
            else:
                self.app.remark(f"Nobody else seems to be {self.speaker.name}.")

        self.ask(lambda: self.ledger.speaker_cases(self.speaker.id), show, group="alike")
