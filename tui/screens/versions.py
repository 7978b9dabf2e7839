"""The versions of one statement, word by word: what was cut or changed, and which one is shown first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from claims.model import Judgement, Outcome
from claims.views import Draft, Utterance
from tui import keys
from tui.safe import line
from tui.screens.base import RecordScreen
from tui.state.laidout import LEGEND, Laid, laid
from tui.state.words import counted, verdict_words
from tui.widgets.version_columns import VersionColumns

VERDICTS = ("same", "different", "unsure")
NOT_ANY_MORE = "These are no versions of one statement any more. u takes the last decision back, q goes back."


@dataclass(frozen=True, slots=True)
class Answer:
    """A statement as it stands now; None if it has no other version any more."""

    utterance: Utterance | None
    outcomes: dict[tuple[str, ...], Outcome]


class Versions(RecordScreen):
    """Args: statements: quote ids of each statement that `[` and `]` go through; at: which to begin with."""

    HEADING = "Versions"
    FOOTER = (
        "version.same",
        "version.other",
        "version.apart",
        "version.prefer",
        "layout",
        "undo",
        "close",
        "help",
    )
    FOOTER_WORDS = {  # noqa: RUF012
        "version.same": "same",
        "version.other": "different",
        "version.apart": "no version",
        "version.prefer": "show first",
        "layout": "turn",
    }
    SCOPES = ("versions",)
    BINDINGS = keys.bindings("versions")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = ""

    def __init__(self, statements: Sequence[Sequence[str]], at: int = 0) -> None:
        super().__init__()
        self._statements, self._at = tuple(map(tuple, statements)), at
        self._answer: Answer | None = None
        self._stacked: bool | None = None
        self.exact = False
        self.marked = 1
        self.versions: list[Laid] = []

    def body(self) -> Iterable[Widget]:
        yield Static(id="progress", markup=False)
        yield VersionColumns()
        yield Static(id="why", markup=False)

    # Asking and drawing.

    def load(self) -> None:
        self.ask(partial(self._ask, self._statements[self._at]), self._told, group="versions")

    def _ask(self, quotes: Sequence[str]) -> Answer:
        utterance = self.ledger.versions(quotes)
        members = [one.quote.id for one in utterance.versions] if utterance else []
        pairs = [(min(members[0], other), max(members[0], other)) for other in members[1:]]
        return Answer(utterance, self.ledger.outcomes(pairs))

    def _told(self, answer: Answer) -> None:
        self._answer = answer
        self.show()

    def show(self) -> None:
        answer = self._answer
        if answer is None:
            return
        self.versions = laid(answer.utterance, answer.outcomes, exact=self.exact) if answer.utterance else []
        self.marked = min(self.marked, max(0, len(self.versions) - 1))
        self.query_one(VersionColumns).show(self.versions, self.marked, stacked=self.stacked)
        self.query_one("#progress", Static).update(line(self._progress(answer.utterance)))
        self.query_one("#why", Static).update(self._why())

    @property
    def stacked(self) -> bool:
        """One below the other where columns would be narrow, until somebody turns that."""
        return self.size.width < 80 if self._stacked is None else self._stacked

    def _progress(self, utterance: Utterance | None) -> str:
        if utterance is None:
            return NOT_ANY_MORE
        told = [f"{self._at + 1:,} of {len(self._statements):,}"] if len(self._statements) > 1 else []
        printings = counted(len(utterance.versions), "printing")
        told.append(f"{printings}, {counted(len(self.versions), 'wording')}")
        told += ["capitals and punctuation count"] * self.exact
        return "   ·   ".join(told)

    def _why(self) -> Content:
        lines = [line(words) for words in (self.versions[self.marked].why if self.versions else ())]
        return Content("\n").join([*lines, line(LEGEND, "$text-muted")])

    def on_resize(self) -> None:
        self.call_after_refresh(self.show)

    def about(self) -> str:
        return self.versions[self.marked].first if self.versions else ""

    # Moving about.

    def action_side(self, by: int) -> None:
        self.marked = (self.marked + by) % max(1, len(self.versions))
        self.show()

    def action_step(self, by: int) -> None:
        self._at = min(max(0, self._at + by), len(self._statements) - 1)
        self.marked = 1
        self.query_one(VersionColumns).to_top()
        self.load()

    def action_scroll_sides(self, rows: int) -> None:
        self.query_one(VersionColumns).scroll_by(rows)

    def action_turn(self) -> None:
        self._stacked = not self.stacked
        self.show()

    def action_exact(self) -> None:
        """Whether capitals and punctuation count."""
        self.exact = not self.exact
        self.show()

    def action_open_side(self) -> None:
        if self.versions:
            self.app.open(self.versions[self.marked].first)

    def action_copy(self) -> None:
        if self.versions:
            self.copy_of(self.versions[self.marked].first)

    def action_note(self) -> None:
        if self.versions:
            one = self.versions[self.marked]
            self.note_on(one.first, one.heading)

    # Deciding: what was on screen at the key press, by its ids.

    def action_decide(self, which: int) -> None:
        """Is the marked wording the statement of the primary source? The same key again clears that."""
        if not self.versions or self.marked == 0 or self._answer is None:
            self.app.say("A is what the others are compared with: mark one of those by → first.")
            return
        one, verdict = self.versions[self.marked], VERDICTS[which]
        pairs = [tuple(sorted((self.versions[0].first, id_))) for id_ in one.quotes]
        own = [pair for pair in pairs if self._own(pair) == verdict]
        if len(own) == len(pairs):
            self.app.save(lambda: self.ledger.clear_all(pairs), self._cleared)
            return
        drafts = [Draft(pair, verdict, shown=self._words(one)) for pair in pairs]
        self._judge_all(drafts, verdict_words(verdict))

    def _own(self, pair: tuple[str, ...]) -> str:
        outcome = self._answer.outcomes.get(pair) if self._answer else None
        mine = [one.verdict for one in outcome.judgements if one.by == self.ledger.by] if outcome else []
        return mine[-1] if mine else ""

    def _cleared(self, _: Sequence[Judgement]) -> None:
        self.app.say("No longer decided; ctrl+r decides it again.")

    def action_apart(self) -> None:
        """The marked wording is no version of this statement, whatever it is like."""
        if self.versions:
            one = self.versions[self.marked]
            drafts = [Draft((id_,), "apart", shown=self._words(one)) for id_ in one.quotes]
            self._judge_all(drafts, "taken out of this statement")

    def action_prefer(self) -> None:
        if self.versions:
            one = self.versions[self.marked]
            drafts = [Draft((one.first,), "preferred", shown=self._words(one))]
            self._judge_all(drafts, "shown first from now on")

    def _judge_all(self, drafts: Sequence[Draft], told: str) -> None:
        def judged(_: Sequence[Judgement]) -> None:
            self.app.say(f"{told[:1].upper()}{told[1:]}; u takes it back.")

        self.app.save(lambda: self.ledger.judge_all(drafts), judged)

    @staticmethod
    def _words(one: Laid) -> str:
        return " ".join(piece.right for piece in one.diff if piece.right)
