"""What every screen shares: the record, asking it without freezing, the two bars."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import getters
from textual.app import App, ComposeResult
from textual.screen import Screen
from textual.widget import Widget

from claims.errors import OnRecordError
from tui.screens.dialogs import Ask
from tui.widgets.bars import KeyBar, TopBar

if TYPE_CHECKING:
    from pathlib import Path

    from claims import Ledger
    from claims.model import Judgement, Span
    from claims.views import ReviewItem, Shown
    from tui.chosen import Chosen
    from tui.keyboard import Keyboard
    from tui.state.jobs import Job
    from tui.state.kept import Kept
    from tui.state.saving import Saver

# A flag is a tag, so that search, export and colleagues know it.
FLAG = "flagged"

Answered = TypeVar("Answered")
Failed = Callable[[OnRecordError], None]


class Desk(App[int]):
    """What screens may ask of the app.

    Attributes:
        opening: the record, which is opened in another thread after the first frame.
        begun: the first frame is drawn, and what is shown may be asked for.
        places: the file that keeps where one was in a review; None for none.
        changes: grows with every decision, so that a screen knows it is behind.
        tabs: name and title of every numbered screen, in order.
        chosen: what the settings choose, keys among it.
        job: the long work that runs beside the app, if one does.
        kept: what is kept on this machine from one run to the next.
        note: what the top bar says of the record ("demo: fiction"), or "".
    """

    opening: Future[Ledger]
    begun: bool = False
    places: Path | None = None
    saver: Saver
    chosen: Chosen
    job: Job | None = None
    kept: Kept
    changes: int = 0
    tabs: tuple[tuple[str, str], ...] = ()
    note: str = ""
    _remarked: bool = False
    # By the clock of `monotonic`, until when a warning may still be on screen.
    _warned: float = 0.0

    @property
    def ledger(self) -> Ledger:
        """The open record; waits for it, so that it is best asked for in a thread."""
        return self.opening.result()

    async def opened(self) -> None:
        """Wait until the record is open, without keeping a thread.

        Raises:
            OnRecordError: it cannot be opened.
        """
        # Who waits may be told to stop; the record is opened all the same.
        await asyncio.shield(asyncio.wrap_future(self.opening))

    @property
    def keyboard(self) -> Keyboard:
        return self.chosen.keyboard

    @property
    def note_now(self) -> str:
        """What the top bar says at its right: how far a long work is, else what the record is."""
        return self.job.words if self.job else self.note

    def trouble(self, error: OnRecordError) -> None:
        """Say in a window what went wrong."""
        raise NotImplementedError

    def search(self, line: str) -> None:
        """Go to the search screen with a query line."""
        raise NotImplementedError

    def open(self, wanted: str, place: Sequence[Span] = ()) -> None:
        """Show a quote, a claim or a document by its id; in a document, a place of it."""
        raise NotImplementedError

    def decide(self, cases: Sequence[ReviewItem], at: int = 0) -> None:
        """Show things to decide, beginning with one of them."""
        raise NotImplementedError

    def compare(self, statements: Sequence[Sequence[str]], at: int = 0) -> None:
        """Lay the versions of statements side by side, each given by its quotes, beginning with one."""
        raise NotImplementedError

    def say(self, words: str, *, warn: bool = False) -> None:
        """A short word in the corner; never read as markup."""
        if warn:
            self._warned = monotonic() + self.NOTIFICATION_TIMEOUT
        self.notify(words, severity="warning" if warn else "information", markup=False)

    def remark(self, words: str) -> None:
        """A short word about what is on screen, gone when something else is."""
        self.say(words)
        self._remarked = True

    def moved_on(self) -> None:
        """Something else is on screen. A warning stays for its time, and a remark beside it too."""
        if self._remarked and monotonic() >= self._warned:
            self.clear_notifications()
        self._remarked = False

    def save(
        self,
        work: Callable[[], Answered],
        then: Callable[[Answered], None] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Write to the record, after what was to be written before.

        It is written even if its screen, or the app, closes meanwhile.
        """
        future = asyncio.wrap_future(self.saver.submit(work))

        async def finish() -> None:
            try:
                saved = await future
            except OnRecordError as error:
                (failed or self.trouble)(error)
                return
            self.changes += 1
            if then:
                then(saved)
            self.catch_up()

        self.run_worker(finish, group="saving")  # type: ignore[arg-type]  # it may return None

    def catch_up(self) -> None:
        """Let the screen in front show what the record says now."""
        if isinstance(self.screen, RecordScreen):
            self.screen.catch_up()


class RecordScreen(Screen[None]):
    """A screen over the record.

    Attributes:
        desk: the app, also for who asks when the screen has left it.

    Class attributes of a subclass:
        HEADING: of a screen that is opened from another; a numbered one has that of its line in SCREENS.
        FOOTER: ids of at most eight keys.
        SCOPES: whose keys the help lists.
    """

    HEADING: ClassVar[str] = ""
    FOOTER: ClassVar[tuple[str, ...]] = ()
    FOOTER_WORDS: ClassVar[dict[str, str]] = {}
    SCOPES: ClassVar[tuple[str, ...]] = ()

    app = getters.app(Desk)
    desk: Desk

    def __init__(self) -> None:
        super().__init__()
        self._asked: dict[str, int] = {}
        self._seen = -1

    @property
    def ledger(self) -> Ledger:
        return self.desk.ledger

    def compose(self) -> ComposeResult:
        # What is still to be saved when the app closes is saved after its screens have left it.
        self.desk = self.app
        yield TopBar(self.app.tabs, self.app.current_mode, lambda: self.app.note_now)
        yield from self.body()
        yield KeyBar(self.app.keyboard, self.FOOTER, self.FOOTER_WORDS)

    def body(self) -> Iterable[Widget]:
        """The widgets between the bars."""
        raise NotImplementedError

    def load(self) -> None:
        """Ask the record again for what is shown."""
        raise NotImplementedError

    def on_mount(self) -> None:
        self.catch_up()

    def on_screen_resume(self) -> None:
        self.app.moved_on()
        self.catch_up()

    def catch_up(self) -> None:
        """Load if the record changed since this screen last asked."""
        if self.is_mounted and self.app.begun and self._seen != self.app.changes:
            self._seen = self.app.changes
            self.load()

    def about(self) -> str:
        """The id of what a key that decides is about; "" where that does not change by itself."""
        return ""

    def taken_back(self, judgements: Sequence[Judgement]) -> None:
        """What was decided in one step was undone or done again."""

    def note_on(self, wanted: str, about: str) -> None:
        """Ask for a note and keep it."""

        def keep(words: str | None) -> None:
            if words:
                self.app.save(lambda: self.ledger.note(wanted, words), lambda _: self.app.say("Note kept."))

        self.app.push_screen(Ask("Note", about=about[:400]), keep)

    def tag_on(self, wanted: str, about: str, tags: Sequence[str]) -> None:
        """Ask for a tag to set, or with a - before it to take off."""

        def keep(words: str | None) -> None:
            tag = (words or "").removeprefix("-").strip()
            remove = (words or "").startswith("-")
            if tag:
                done = "Tag taken off." if remove else "Tag set."
                self.app.save(
                    lambda: self.ledger.tag(wanted, tag, remove=remove), lambda _: self.app.say(done)
                )

        hint = f"set: {', '.join(tags)}; -tag takes one off" if tags else "e.g. budget"
        self.app.push_screen(Ask("Tag", about=about[:400], hint=hint), keep)

    def flag_on(self, wanted: str, tags: Sequence[str]) -> None:
        """Flag what does not look right, or take the flag off; flagged ones are found as tag:flagged."""
        remove = FLAG in tags
        done = "Flag taken off." if remove else f"Flagged: tag:{FLAG} finds it. u takes it back."
        self.app.save(lambda: self.ledger.tag(wanted, FLAG, remove=remove), lambda _: self.app.say(done))

    def copy_of(self, wanted: str) -> None:
        """Offer the forms in which a quote or claim is copied."""
        self.ask(lambda: self.ledger.show(wanted), self.offer_copy, group="copy")

    def offer_copy(self, shown: Shown) -> None:
        from tui.screens.copying import offer  # what writes its forms is loaded when it is asked for

        if shown.citations:
            offer(self.app, shown.citations[0])
        else:
            self.app.say("There is no passage to copy.")

    def leave(self) -> bool:
        """Escape: back out of something inside this screen; False if there is nothing to leave."""
        return False

    def ask(
        self,
        work: Callable[[], Answered],
        then: Callable[[Answered], None],
        *,
        group: str,
        failed: Failed | None = None,
    ) -> None:
        """Ask the record in a thread; only the newest answer of a group is used.

        A thread cannot be stopped, so each question has a number, and an answer
        to an older one is dropped.
        """
        number = self._asked[group] = self._asked.get(group, 0) + 1

        async def wait() -> None:
            try:
                await self.app.opened()
                answer = await asyncio.to_thread(work)
            except OnRecordError as error:
                if number == self._asked[group]:
                    (failed or self.app.trouble)(error)
                return
            # While a screen closes it is attached still, but not displayed any more: its parts go first.
            if number == self._asked[group] and self.is_attached and self.display:
                then(answer)

        # Not `wait()`: a worker that is cancelled before it ran would leave that never awaited.
        self.run_worker(wait, group=group, exclusive=True)  # type: ignore[arg-type]  # it may return None
