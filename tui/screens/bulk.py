"""Deciding many things at once: a look at what they are, then a key that is no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import inf
from time import monotonic

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from claims.errors import OnRecordError
from claims.model import Judgement
from claims.views import ReviewItem
from tui import keys
from tui.safe import line
from tui.screens.base import RecordScreen
from tui.screens.dialogs import Choose
from tui.state.bulk import Plan, plan, reasons
from tui.state.words import verdict_words

# A key that is still held, or was typed ahead, is no answer to what was not read yet.
DEAF = 0.3

Failed = Callable[[OnRecordError], None]


def reason_for(screen: RecordScreen, then: Callable[[str], None]) -> None:
    """Ask by one key why a finding does not count."""

    def chosen(reason: str | None) -> None:
        if reason is not None:
            then(reason)

    screen.app.push_screen(Choose("Why does it not count?", reasons()), chosen)


def decide_all(
    screen: RecordScreen, items: Sequence[ReviewItem], which: int, taken: Callable[[Plan], Failed]
) -> None:
    """Decide all of them in one step, once what they are was looked at and confirmed.

    Args:
        which: 0 accepts, 1 rejects.
        taken: called at once with what is decided; returns what to do if it cannot be saved.
    """
    if not items:
        screen.app.say("Nothing here is left to decide.")
        return
    ask = partial(_confirm, screen, tuple(items), which, taken)
    if any(item.verdicts[which] == "dismissed" for item in items):
        reason_for(screen, ask)
    else:
        ask("")


def _confirm(
    screen: RecordScreen,
    items: Sequence[ReviewItem],
    which: int,
    taken: Callable[[Plan], Failed],
    reason: str,
) -> None:
    wanted = plan(items, which, reason, screen.ledger.by)

    def decided(yes: bool | None) -> None:
        if yes:
            screen.app.save(lambda: screen.ledger.judge_all(wanted.drafts), saved, taken(wanted))
        else:
            screen.app.say("Nothing was decided.")

    def saved(made: Sequence[Judgement]) -> None:
        verdicts = dict.fromkeys(verdict_words(one.verdict) for one in made)
        screen.app.say(f"{len(made):,} decided: {', '.join(verdicts)}. u takes all of them back.")

    screen.app.push_screen(Confirm(wanted), decided)


class Confirm(ModalScreen[bool]):
    """What would be decided; only `Y` does it."""

    BINDINGS = keys.bindings("confirm")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self, wanted: Plan) -> None:
        super().__init__()
        self._plan = wanted
        # When this was first drawn, or a key that came too soon was pressed.
        self._last = inf

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(line(self._plan.question(), "bold"), markup=False)
            counts = [line(f"  {words}") for words in self._plan.counts()]
            yield Static(Content("\n").join(counts), classes="about", markup=False)
            heading = Content("For example").stylize("bold $text-primary")
            samples = [line(f"· {words}", "$text-muted") for words in self._plan.samples()]
            yield Static(Content("\n").join([heading, *samples]), classes="samples", markup=False)
            yield Static("Y  decide them      enter, esc  leave them", classes="hint", markup=False)

    def on_mount(self) -> None:
        self.call_after_refresh(self._drawn)

    def _drawn(self) -> None:
        self._last = monotonic()

    def on_key(self, event: events.Key) -> None:
        if event.time < self._last + DEAF:
            self._last = max(self._last, event.time)
            event.stop()
            event.prevent_default()

    def action_decide(self) -> None:
        # A key typed before this was opened comes here too, past `on_key`.
        if monotonic() >= self._last + DEAF:
            self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)
