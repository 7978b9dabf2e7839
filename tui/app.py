"""The terminal app: screens, keys that hold everywhere, and windows for what goes wrong.

No domain logic: screens ask the Ledger for values and send decisions back.
"""

from __future__ import annotations

import asyncio
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events
from textual.app import SystemCommand
from textual.binding import Binding
from textual.filter import LineFilter
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Input

from claims.display import display_safe
from claims.errors import BadValue, OnRecordError
from claims.model import Judgement, Span
from claims.views import ReviewItem
from tui import keys, palette
from tui.keyboard import Keyboard
from tui.safe import ControlFilter
from tui.screens import SCREENS
from tui.screens.base import Desk, RecordScreen
from tui.screens.case import Case
from tui.screens.dialogs import Choose, Message
from tui.screens.help import Help
from tui.screens.search import Search
from tui.screens.statement import Statement
from tui.state.held import BETWEEN_REPEATS, Held
from tui.state.kept import Kept, default_place
from tui.state.saving import Saver, in_a_thread
from tui.state.words import judgement_words, turned_words

if TYPE_CHECKING:
    from claims import Ledger

DARK, LIGHT = "textual-dark", "textual-light"


def run_app(
    location: str,
    *,
    by: str,
    demo: bool = False,
    start: str = "search",
    keyboard: Keyboard | None = None,
) -> int:
    """Open a record in the terminal app; returns the exit code.

    Args:
        start: the NAME of a screen.

    Raises:
        RecordError, StoreBusy: the record cannot be opened. Where there is none, nothing
            was drawn yet; else the screen is restored first.
        BadValue: there is no such screen.
    """
    names = [screen.NAME for screen in SCREENS]
    if start not in names:
        raise BadValue("screen", start, f"one of {', '.join(names)}")
    if not Path(location).exists():
        open_record(location, by)
    note = "demo: fiction" if demo else ""
    # The demo's record is thrown away, and so is what would be kept of it.
    kept = Kept() if demo else Kept(default_place())
    open_ = partial(open_record, location, by)
    app = OnRecordApp(open_, note=note, start=start, keyboard=keyboard, kept=kept)
    try:
        app.run()
    finally:
        app.saver.close()
    with app.opening.result():
        if app.crash:
            sys.stderr.write(app.crash)
    return app.return_code or 0


def open_record(location: str, by: str) -> Ledger:
    """Open the record; importing what it stands on takes longer than drawing the first frame."""
    from claims import Ledger

    return Ledger.open(location, by=by)


class OnRecordApp(Desk):
    """The app over a record, which the caller closes.

    Args:
        open_: opens the record; called in a thread at once, so that the first
            frame does not wait for it.
    """

    TITLE = "OnRecord"
    CSS_PATH = "onrecord.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {s.NAME: s for s in SCREENS}
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (80, "-middle"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (24, "-short"), (30, "-tall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = True
    _withheld: events.Key | None
    BINDINGS = [  # noqa: RUF012
        *keys.bindings("app"),
        *(
            Binding(f"{number}", f"go('{s.NAME}')", s.HEADING, show=False)
            for number, s in enumerate(SCREENS, 1)
        ),
    ]

    def __init__(
        self,
        open_: Callable[[], Ledger],
        *,
        note: str = "",
        start: str = "search",
        keyboard: Keyboard | None = None,
        kept: Kept | None = None,
    ) -> None:
        super().__init__()
        self.kept = kept or Kept()
        self.keyboard = keyboard or Keyboard()
        self.opening = in_a_thread(open_)
        self.saver = Saver()
        self.note = note
        self.tabs = tuple((screen.NAME, screen.HEADING) for screen in SCREENS)
        self.crash = ""
        self._start = start
        self._harmless = ControlFilter()
        self._held, self._withheld = Held(), None
        self._deciding = self.keyboard.deciding

    def on_mount(self) -> None:
        self.set_keymap(self.keyboard.keymap)
        self.theme = DARK
        # Over a slow line a smooth scroll is many screens for one.
        self.animation_level = "none"
        self.switch_mode(self._start)
        self.run_worker(self._await_record())

    async def _await_record(self) -> None:
        """End if the record cannot be opened: whoever started the app asks for it again, and says why."""
        try:
            await asyncio.wrap_future(self.opening)
        except OnRecordError:
            self.exit()

    # A key that is held down decides once.

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if event.key in self._deciding and self._held.repeats(event.key, event.time):
            self._withheld = None
            return
        await self._let_go()
        decides = event.key in self._deciding and not isinstance(self.focused, Input)
        if decides and self._held.must_wait(event.key, event.time):
            self._withheld = event
            self.set_timer(BETWEEN_REPEATS, partial(self._let_go, event))
        else:
            await super().on_event(event)

    async def _let_go(self, only: events.Key | None = None) -> None:
        """A press that waited was no repetition: it counts now."""
        event = self._withheld
        if event is not None and only in (None, event):
            self._withheld = None
            await super().on_event(event)

    # What reaches the terminal.

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and the net that keeps control characters from the terminal."""
        return [*super().get_line_filters(), self._harmless]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """As Textual's, but never read as markup."""
        message, title = display_safe(message), display_safe(title)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def _fatal_error(self) -> None:
        """A fault of ours: keep the trace for after the screen is restored, harmless as all else."""
        trace = traceback.format_exc()
        self.crash = display_safe(f"{trace}OnRecord stopped on a fault of its own; every decision is kept.\n")
        self._close_messages_no_wait()

    def trouble(self, error: OnRecordError) -> None:
        self.push_screen(Message("That did not work", str(error)))

    # Going somewhere.

    def action_go(self, name: str) -> None:
        """A numbered screen, at its own level: what was opened above it stays for later."""
        self.switch_mode(name)

    def action_goto(self) -> None:
        choices = [(screen.LETTER, screen.NAME, screen.HEADING) for screen in SCREENS]

        def go(name: str | None) -> None:
            if name == "top":
                self.simulate_key("home")
            elif name:
                self.action_go(name)

        self.push_screen(Choose("Go to", [("g", "top", "top of this"), *choices]), go)

    def action_press(self, key: str) -> None:
        """A click on a key of the footer is that key."""
        self.simulate_key(key)

    def search(self, line: str) -> None:
        self.switch_mode("search")
        while len(self.screen_stack) > 1:
            self.pop_screen()

        def ask() -> None:
            if isinstance(self.screen, Search):
                self.screen.search(line)

        self.call_after_refresh(ask)

    def open(self, wanted: str, place: Sequence[Span] = ()) -> None:
        self.push_screen(Statement(wanted, place))

    def decide(self, cases: Sequence[ReviewItem], at: int = 0) -> None:
        self.push_screen(Case(cases, at, self.ledger.by))

    async def action_back(self) -> None:
        """Escape only backs out; it never quits."""
        screen = self.screen
        if isinstance(screen, RecordScreen) and screen.leave():
            return
        if len(self.screen_stack) > 1:
            self.pop_screen()

    def action_close(self) -> None:
        """Close what is open; at the root, quit: nothing is left to save."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        else:
            self.exit(0)

    def action_help(self) -> None:
        screen = self.screen
        if isinstance(screen, RecordScreen):
            screens = [(f"{n}", s.HEADING, s.LETTER) for n, s in enumerate(SCREENS, 1)]
            self.push_screen(Help(screen.HEADING, screen.SCOPES, screens, self.keyboard))

    def action_reload(self) -> None:
        if isinstance(self.screen, RecordScreen):
            self.screen.load()

    def action_turn_theme(self) -> None:
        self.theme = LIGHT if self.theme == DARK else DARK

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every screen, and every key of the screen that is open, by name."""
        scopes = screen.SCOPES if isinstance(screen, RecordScreen) else ()
        return palette.commands(self.keyboard, scopes, self.action_go, self.action_press)

    # Taking back.

    def action_undo(self) -> None:
        self._turn(self.ledger.undo)

    def action_redo(self) -> None:
        self._turn(self.ledger.redo)

    def _turn(self, verb: Callable[[], Sequence[Judgement]]) -> None:
        """Undo or redo, after all that is still being saved; then show what it was about."""

        def turn() -> tuple[list[Judgement], str]:
            made = verb()
            values = (self.ledger.show(row.subjects[0]).value for row in made)
            about = [each for each in values if isinstance(each, Judgement)]
            words = judgement_words(about[-1])
            told = words if len(about) == 1 else f"{len(about):,} decisions at once, the last {words}"
            destroyed = self.ledger.destroyed_since(about[-1])
            return about, turned_words(made[-1].kind, told, destroyed_since=destroyed)

        def turned(told: tuple[list[Judgement], str]) -> None:
            judgements, words = told
            self.say(words)
            if isinstance(self.screen, RecordScreen):
                self.screen.taken_back(judgements)

        self.save(turn, turned, lambda error: self.say(str(error), warn=True))
