"""The screens, the numbered ones in the order of their keys. A new one is a file here and a line below.

Each is loaded when it is first gone to, so that the first frame does not wait for the others.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.screens.base import RecordScreen


class Numbered(NamedTuple):
    """A screen with a number.

    Attributes:
        name: for `start`, and of its mode.
        heading: for the top bar.
        letter: the key after g.
        place: its module here, and its class.
    """

    name: str
    heading: str
    letter: str
    place: str

    def loaded(self) -> type[RecordScreen]:
        return _loaded(self.place)

    def made(self) -> RecordScreen:
        return self.loaded()()


SCREENS = (
    Numbered("search", "Search", "s", "search:Search"),
    Numbered("speakers", "Speakers", "p", "speakers:Speakers"),
    Numbered("duplicates", "Duplicates", "d", "duplicates:Duplicates"),
    Numbered("findings", "Findings", "x", "findings:Findings"),
    Numbered("review", "Review", "r", "review:Review"),
    Numbered("sources", "Sources", "o", "sources:Sources"),
    Numbered("figures", "Figures", "f", "figures:Figures"),
    Numbered("history", "History", "h", "history:History"),
)

# Those that are opened from them.
OPENED = ("case:Case", "check:Check", "person:Person", "statement:Statement", "versions:Versions")

# Windows hold the keyboard alone.
WINDOWS = ("window", "message", "confirm", "help", "pick", "form", "saved", "tour")


def every() -> tuple[type[RecordScreen], ...]:
    """Every screen; loads all of them."""
    return (*(screen.loaded() for screen in SCREENS), *map(_loaded, OPENED))


def together() -> set[tuple[str, ...]]:
    """Scopes of keys that hold at the same time: in these no key may mean two things."""
    return {("app", *screen.SCOPES) for screen in every()} | {(scope,) for scope in WINDOWS}


def _loaded(place: str) -> type[RecordScreen]:
    module, _, name = place.partition(":")
    screen: type[RecordScreen] = getattr(import_module(f"tui.screens.{module}"), name)
    return screen
