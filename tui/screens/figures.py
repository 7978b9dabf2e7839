"""The history of a figure: who counted what and when, with bars; rows are added and dropped by hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from claims.errors import OnRecordError
from claims.model import Judgement
from claims.ports import Exporter
from claims.series.values import Counted, RowState
from tui import keys
from tui.safe import line, q
from tui.screens.base import RecordScreen
from tui.screens.dialogs import Ask
from tui.screens.handing_on import hand_on
from tui.state.handing_on import HandedOn
from tui.state.plot import left_out_words, plot, points_of, unit_of
from tui.state.rows import Column, HeldRows
from tui.state.series import Line, about, amount_words, lines_of, series_words, topic_rows
from tui.state.words import date_words
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from claims.dossiers.values import Dossier
    from claims.series.values import Series

COLUMNS = (
    Column("Date", 10),
    Column("Figure", 12, grows=True),
    Column("", 12, gone_below=90),
    Column("Change", 18, right=True, gone_below=56),
    Column("Counts", 14, grows=True),
    Column("Scope", 10, grows=True, gone_below=76),
    Column("Who", 14, grows=True, gone_below=100),
)
HINT = "what is counted: arrests, pounds of fentanyl, jail population in Halden"
NOTHING_ASKED = "Press / and name what is counted: every claim that counts it is listed by date."
MOST_CLAIMED = "Press / and name what is counted, or choose what many documents give figures of:"
NOT_DROPPED = "This row is among the figures: x drops it, + adds another claim."


# A screen with so many lines holds the plot, the list and what is told of a row.
ROOM = 34
# More lines make a plot no clearer.
MOST_LINES = 16

# Rows that `a` puts back; of a disputed one it takes this reviewer's side.
_OUT = (RowState.DROPPED, RowState.DISPUTED)


class Figures(RecordScreen):
    FOOTER = ("open", "topic", "figure.drop", "figure.back", "figure.add", "undo", "close", "help")
    SCOPES = ("list", "figures")
    BINDINGS = keys.bindings("figures")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = "RowList"

    def __init__(self) -> None:
        super().__init__()
        self.topic = ""
        self.shown: HeldRows[Line] = HeldRows()
        self.topics: list[Counted] = []  # what is listed before a topic is named
        self._last_dropped = ""
        self._series: Series | None = None
        self._plotted: bool | None = None

    def body(self) -> Iterable[Widget]:
        field = Input(placeholder=HINT, id="query")
        field.cursor_blink = False
        yield field
        yield Static(line(NOTHING_ASKED), id="count", markup=False)
        yield Static(id="plot", markup=False)
        with Container(id="results"):
            yield RowList(COLUMNS)
            yield Static(id="preview", markup=False)

    # Asking.

    def load(self) -> None:
        topic = self.topic
        if topic.strip():
            self.ask(lambda: self.ledger.figures(topic), self._show, group="figures", failed=self._failed)
        else:
            self.ask(self.ledger.counted_often, self._begin, group="figures", failed=self._failed)

    def _begin(self, topics: list[Counted]) -> None:
        """Before a topic is named: the ones that most documents have figures of."""
        self.topics = topics
        list_ = self.query_one(RowList)
        list_.show(HeldRows(topic_rows(topics), lambda row: row), list_.cursor)
        if topics:
            self.query_one("#count", Static).update(line(MOST_CLAIMED))

    def figures(self, topic: str) -> None:
        """Ask for the figures of a topic, from the first row on."""
        self.topic = topic
        self._series = None
        self._last_dropped = ""
        self.query_one(RowList).cursor = 0
        self.load()
        self.set_focus(self.query_one(RowList))

    def _failed(self, error: OnRecordError) -> None:
        self.query_one("#count", Static).update(line(str(error), "$text-error"))

    def _show(self, series: Series) -> None:
        self.topics = []
        self._series = series
        self.shown = HeldRows(lines_of(series), lambda one: one.row)
        list_ = self.query_one(RowList)
        list_.show(self.shown, list_.cursor)
        self.query_one("#count", Static).update(line(series_words(series)))
        self._preview()
        self._draw()

    def _line(self) -> Line | None:
        cursor = self.query_one(RowList).cursor
        return self.shown.items[cursor] if cursor < len(self.shown) else None

    def _preview(self) -> None:
        one = self._line()
        told = about(one.of) if one else ()
        words = [line(each, "bold") if not number else q(each) for number, each in enumerate(told)]
        self.query_one("#preview", Static).update(Content("\n").join(words))

    # As a plot.

    def action_plot(self) -> None:
        """The figures over time above the list, and off again."""
        self._plotted = not self.plotted
        self._draw()

    @property
    def plotted(self) -> bool:
        """Where there is room for both, until somebody says otherwise."""
        return self.size.height >= ROOM if self._plotted is None else self._plotted

    def _draw(self) -> None:
        series, here = self._series, self._line()
        claim = here.of.claim.id if here else ""
        unit = unit_of(series, claim) if series else ""
        points = points_of(series, unit) if series else []
        is_shown = self.plotted and len(points) > 1
        self.set_class(is_shown, "plotted")
        if self._plotted and series and not is_shown:
            self.app.say("A plot needs two figures with a day and one value.")
        if is_shown and series:
            height = max(7, min(MOST_LINES, self.size.height // 2 - 2))
            lines = plot(points, self.size.width - 4, height, claim)
            told = ", ".join(filter(None, (unit or "counts", left_out_words(series, points))))
            self.query_one("#plot", Static).update(q("\n".join([told, *lines])))

    def on_resize(self) -> None:
        self._draw()

    def on_row_list_moved(self) -> None:
        self._preview()
        self._draw()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.figures(event.value)

    def action_find(self) -> None:
        self.set_focus(self.query_one("#query", Input))

    def leave(self) -> bool:
        if self.focused is self.query_one("#query"):
            self.set_focus(self.query_one(RowList))
            return True
        return False

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        if self.topics:
            self.figures(self.topics[event.index].topic)
        else:
            self.app.open(self.shown.items[event.index].of.claim.id)

    # Taking along.

    def action_copy(self) -> None:
        one = self._line()
        if one:
            self.copy_of(one.of.claim.id)

    def action_export(self) -> None:
        citations = [one.of.citation for one in self.shown.items]
        if not citations:
            self.app.say(NOTHING_ASKED)
            return

        def write(exporter: Exporter, out: IO[Any]) -> int:
            from claims.exports.rows import row

            return exporter.write(map(row, citations), out)

        def dossier() -> Dossier:
            return self.ledger.dossier({"kind": "claims", "figures": topic}, citations)

        topic = self.topic
        hand_on(self, HandedOn("claim", write, dossier))

    # Deciding: what was on screen at the key press, by its id.

    def action_drop(self) -> None:
        one = self._line()
        if one:
            self._last_dropped = one.of.claim.id
            self._drop(self.topic, one.of.claim.id)

    def action_put_back(self) -> None:
        """The row under the cursor, if it was taken out; else the one that was dropped last."""
        one = self._line()
        if one and one.of.state not in _OUT:
            last = (each for each in self.shown.items if each.of.claim.id == self._last_dropped)
            one = next((each for each in last if each.of.state in _OUT), None)
            if one is None:
                self.app.say(NOT_DROPPED)
        if one:
            self._put(self.topic, one.of.claim.id)

    def action_add(self) -> None:
        topic = self.topic
        if not topic.strip():
            self.app.say(NOTHING_ASKED)
            return

        def add(claim: str | None) -> None:
            if claim:
                self._put(topic, claim)

        self.app.push_screen(Ask(f"Add a claim to “{topic}”", hint="its id, or six letters of it"), add)

    def _drop(self, topic: str, claim: str) -> None:
        self.app.save(lambda: self.ledger.drop_from_series(topic, claim), self._kept)

    def _put(self, topic: str, claim: str) -> None:
        self.app.save(lambda: self.ledger.put_in_series(topic, claim), self._kept)

    def _kept(self, made: Judgement) -> None:
        which = (each.of for each in self.shown.items if each.of.claim.id in made.subjects)
        told = next((f": {amount_words(one)} of {date_words(one.date)}" for one in which), "")
        self.app.say(f"{made.verdict.capitalize()}{told}. u takes it back.")
