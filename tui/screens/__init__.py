"""The screens, the numbered ones in the order of their keys. A new one is a file here and a line below."""

from __future__ import annotations

from tui.screens.base import RecordScreen
from tui.screens.case import Case
from tui.screens.check import Check
from tui.screens.duplicates import Duplicates
from tui.screens.figures import Figures
from tui.screens.findings import Findings
from tui.screens.history import History
from tui.screens.person import Person
from tui.screens.review import Review
from tui.screens.search import Search
from tui.screens.sources import Sources
from tui.screens.speakers import Speakers
from tui.screens.statement import Statement
from tui.screens.versions import Versions

SCREENS: tuple[type[RecordScreen], ...] = (
    Search,
    Speakers,
    Duplicates,
    Findings,
    Review,
    Sources,
    Figures,
    History,
)

# With those that are opened from them.
EVERY: tuple[type[RecordScreen], ...] = (*SCREENS, Case, Check, Person, Statement, Versions)

# Windows hold the keyboard alone.
WINDOWS = ("window", "message", "confirm", "help", "pick", "form", "saved", "tour")


def together() -> set[tuple[str, ...]]:
    """Scopes of keys that hold at the same time: in these no key may mean two things."""
    return {("app", *screen.SCOPES) for screen in EVERY} | {(scope,) for scope in WINDOWS}
