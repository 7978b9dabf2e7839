"""What every command starts from: the settings and the record, each looked for when first needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claims import Ledger
    from claims.config import Settings
    from tui.keyboard import Keyboard
    from tui.printing import Paper


class Session:
    """One run of the command line.

    Args:
        options: settings as written on the command line; "" where not given.
    """

    def __init__(self, options: Mapping[str, str]) -> None:
        self._options = options

    @cached_property
    def settings(self) -> Settings:
        from claims.config import load

        return load(self._options)

    @cached_property
    def paper(self) -> Paper:
        """Where commands print for people."""
        from tui.printing import Paper

        return Paper.on_stdout(self.settings.color)

    @cached_property
    def keyboard(self) -> Keyboard:
        """The keys of the app, as they are set.

        Raises:
            BadSettings: two things would have one key, or there is nothing of a name that is given keys.
        """
        from tui.keyboard import keyboard
        from tui.screens import together

        settings = self.settings
        return keyboard(settings.keys, settings.remap, together, settings.origins)

    @cached_property
    def extractor(self) -> str:
        """The extractor that is set. What it works without is said, once.

        Raises:
            BadValue: it is not installed.
        """
        from claims.intake import shortcoming
        from tui.printing import say

        if lacks := shortcoming(self.settings.extractor):
            say(f"onrecord: {lacks}.")
        return self.settings.extractor

    def reading(self) -> Ledger:
        """The record, open for commands that only read: they never make one, and one that
        cannot be written serves as well."""
        return self._open()

    def writing(self, *, create: bool = False) -> Ledger:
        """The record, open for decisions (and with `create` for a first document).

        Raises:
            ReadOnlyRecord: it cannot be written; better said before a long work than after it.
        """
        ledger = self._open(create=create)
        if ledger.read_only:
            from claims.errors import ReadOnlyRecord

            ledger.close()
            raise ReadOnlyRecord(ledger.location)
        _warn_of_network_drive(ledger.location)
        return ledger

    def _open(self, *, create: bool = False) -> Ledger:
        from claims import Ledger, waiting

        waiting.tell(_say_that_we_wait)
        is_new = create and _is_nothing(self.settings.db)
        ledger = Ledger.open(self.settings.db, by=self.settings.by, create=create)
        if is_new:  # a slip in a path makes one too
            from tui.printing import say

            say(f"New record at {ledger.location}.")
        return ledger

    def on_terminal(self) -> bool:
        """Can the app run? It draws on one stream and reads keys from another."""
        dumb = os.environ.get("TERM", "") == "dumb"
        return sys.stdin.isatty() and sys.stdout.isatty() and sys.stderr.isatty() and not dumb

    def run_app(
        self, location: str = "", *, demo: bool = False, start: str = "search", read_only: bool = False
    ) -> int:
        """The app on a record, this one's unless another is named; returns its exit code."""
        from claims.config import default_file
        from tui.chosen import Chosen
        from tui.running import run_app

        settings = self.settings
        origin = settings.origins["theme"]
        chosen = Chosen(
            self.keyboard,
            settings.jobs,
            settings.extractor,
            settings.theme,
            origin,
            # What wins over the user's file would win over what is kept there.
            keeps_theme=origin in ("default", str(default_file())),
        )
        place = location or settings.db
        return run_app(
            place,
            by=settings.by,
            demo=demo,
            start=start,
            chosen=chosen,
            read_only=read_only,
            tour=not read_only,
        )


def _is_nothing(place: str) -> bool:
    from pathlib import Path

    return not (Path(place).exists() and Path(place).stat().st_size)


def _warn_of_network_drive(place: str) -> None:
    from pathlib import Path

    from claims.network_drives import network_drive
    from tui.printing import say

    if kind := network_drive(Path(place)):
        say(
            f"onrecord: the record lies on a network drive ({kind}), where two programs that write at once"
            " may spoil it: keep it on a disk of this machine"
        )


def _say_that_we_wait() -> None:
    from tui.printing import say

    say("onrecord: another program is writing to the record; waiting for it to finish")
