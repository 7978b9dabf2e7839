"""Opening a record in the terminal app."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from claims.errors import BadValue
from tui.app import OnRecordApp
from tui.chosen import Chosen
from tui.screens import SCREENS
from tui.state.kept import Kept, default_place

if TYPE_CHECKING:
    from claims import Ledger


def run_app(
    location: str,
    *,
    by: str,
    demo: bool = False,
    start: str = "search",
    chosen: Chosen | None = None,
    read_only: bool = False,
    tour: bool = False,
) -> int:
    """Open a record in the terminal app; returns the exit code.

    Args:
        start: the name of a screen.
        tour: show the tour to who has not seen it on this machine.

    Raises:
        RecordError, StoreBusy: the record cannot be opened. Where there is none, nothing
            was drawn yet; else the screen is restored first.
        BadValue: there is no such screen.
    """
    names = [screen.name for screen in SCREENS]
    if start not in names:
        raise BadValue("screen", start, f"one of {', '.join(names)}")
    if not Path(location).exists():
        open_record(location, by)
    note = "demo: fiction" if demo else "read only" if read_only else ""
    # The demo's record is thrown away, and so is what would be kept of it.
    kept = Kept() if demo else Kept(default_place())
    open_ = partial(open_record, location, by, read_only=read_only)
    app = OnRecordApp(open_, note=note, start=start, chosen=chosen, kept=kept)
    app.places = None if demo else default_place().with_name("review.json")
    app.first = Kept(default_place()) if tour else None
    try:
        app.run()
    finally:
        if app.job:
            app.job.stop()
        app.saver.close()
    if app.crash:
        sys.stderr.write(app.crash)
    if not app.opening.cancel():  # it ended before the record was to be opened
        app.opening.result().close()
    return app.return_code or 0


def open_record(location: str, by: str, *, read_only: bool = False) -> Ledger:
    """Open the record; importing what it stands on takes longer than drawing the first frame."""
    from claims import Ledger

    return Ledger.open(location, by=by, read_only=read_only)
