"""The terminal app: screens, and keys that hold everywhere.

No domain logic: screens ask the Ledger for values and send decisions back.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding
from textual.screen import Screen

from claims.errors import OnRecordError
from tui import keys, palette
from tui.chosen import Chosen
from tui.desk.harmless import Harmless
from tui.desk.holding import Holding
from tui.desk.news import News
from tui.desk.ordering import Ordering
from tui.desk.theming import Theming
from tui.desk.touring import Touring
from tui.desk.turning import Turning
from tui.desk.working import Working
from tui.screens import SCREENS
from tui.screens.base import RecordScreen
from tui.screens.dialogs import Choose
from tui.state.kept import Kept
from tui.state.saving import Saver, in_a_thread

if TYPE_CHECKING:
    from claims import Ledger
    from claims.model import Span
    from claims.views import ReviewItem


class OnRecordApp(Ordering, Holding, Harmless, Theming, Turning, Working, News, Touring):
    """The app over a record, which the caller closes.

    Args:
        open_: opens the record; called in a thread after the first frame, since what it
            imports would hold that up even from there.
        start: the name of the first screen.
    """

    TITLE = "OnRecord"
    CSS_PATH = "onrecord.tcss"
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {s.name: s.made for s in SCREENS}
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (80, "-middle"),
        (110, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (24, "-short"), (30, "-tall")]  # noqa: RUF012
    ENABLE_COMMAND_PALETTE = True
    BINDINGS = [  # noqa: RUF012
        *keys.bindings("app"),
        *(
            Binding(f"{number}", f"go('{s.name}')", s.heading, show=False)
            for number, s in enumerate(SCREENS, 1)
        ),
    ]

    def __init__(
        self,
        open_: Callable[[], Ledger],
        *,
        note: str = "",
        start: str = "search",
        chosen: Chosen | None = None,
        kept: Kept | None = None,
    ) -> None:
        # Else Textual makes an empty screen first and draws that.
        self.DEFAULT_MODE = start  # type: ignore[misc]
        super().__init__()
        self.kept = kept or Kept()
        self.chosen = chosen or Chosen()
        self.opening = Future()
        self._open = open_
        self.saver = Saver()
        self.note = note
        self.tabs = tuple((screen.name, screen.heading) for screen in SCREENS)
        self.look()

    def on_mount(self) -> None:
        self.set_keymap(self.keyboard.keymap)
        self.call_after_refresh(self._open_record)

    def _open_record(self) -> None:
        """Open the record: the first frame is drawn."""
        in_a_thread(self._open, self.opening)
        self.begun = True
        self.run_worker(self._await_record())
        self.catch_up()

    async def _await_record(self) -> None:
        """End if the record cannot be opened: whoever started the app asks for it again, and says why."""
        try:
            await self.opened()
        except OnRecordError:
            self.exit()

    # Going somewhere.

    def action_go(self, name: str) -> None:
        """A numbered screen, at its own level: what was opened above it stays for later."""
        self.switch_mode(name)

    def action_goto(self) -> None:
        choices = [(screen.letter, screen.name, screen.heading) for screen in SCREENS]

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
            from tui.screens.search import Search

            if isinstance(self.screen, Search):
                self.screen.search(line)

        self.call_after_refresh(ask)

    def open(self, wanted: str, place: Sequence[Span] = ()) -> None:
        from tui.screens.statement import Statement

        self.push_screen(Statement(wanted, place))

    def decide(self, cases: Sequence[ReviewItem], at: int = 0) -> None:
        from tui.screens.case import Case

        self.push_screen(Case(cases, at, self.ledger.by))

    def compare(self, statements: Sequence[Sequence[str]], at: int = 0) -> None:
        from tui.screens.versions import Versions

        self.push_screen(Versions(statements, at))

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
        from tui.screens.help import Help

        screen = self.screen
        if isinstance(screen, RecordScreen):
            screens = [(f"{n}", s.heading, s.letter) for n, s in enumerate(SCREENS, 1)]
            heading = screen.HEADING or dict(self.tabs)[self.current_mode]
            self.push_screen(Help(heading, screen.SCOPES, screens, self.keyboard))

    def action_reload(self) -> None:
        if isinstance(self.screen, RecordScreen):
            self.screen.load()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every screen, and every key of the screen that is open, by name."""
        scopes = screen.SCOPES if isinstance(screen, RecordScreen) else ()
        return palette.commands(self.keyboard, scopes, self.action_go, self.action_press)
