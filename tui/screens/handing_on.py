"""`E`: what is in view, to a file: which format, then which path."""

from __future__ import annotations

from pathlib import Path

from tui.clipboard import free_place
from tui.screens.base import RecordScreen
from tui.screens.dialogs import Ask, Choose
from tui.state.handing_on import HandedOn, formats, not_written, write


def hand_on(screen: RecordScreen, wanted: HandedOn) -> None:
    """Ask for format and path, and write in a thread; the path is told when it is done."""
    app = screen.app
    known = formats(wanted)

    def name(chosen: str | None) -> None:
        if chosen:
            suffix = next(words.split()[-1] for _, name, words in known if name == chosen)
            place = free_place(Path.cwd(), f"onrecord-{wanted.one}s", suffix)
            app.push_screen(Ask("Write to", value=str(place)), lambda place: keep(chosen, place))

    def keep(chosen: str, place: str | None) -> None:
        if place:
            app.say("Writing …")
            screen.ask(lambda: _written(wanted, chosen, Path(place)), app.say, group="export")

    app.push_screen(Choose(f"Export all {wanted.one}s of this list as", known), name)


def _written(wanted: HandedOn, name: str, place: Path) -> str:
    try:
        return write(wanted, name, place)
    except OSError as error:
        raise not_written(error) from None
