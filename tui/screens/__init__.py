"""The numbered screens, in the order of their keys. A new one is a file here and a line below."""

from __future__ import annotations

from tui.screens.base import RecordScreen
from tui.screens.duplicates import Duplicates
from tui.screens.figures import Figures
from tui.screens.findings import Findings
from tui.screens.history import History
from tui.screens.review import Review
from tui.screens.search import Search
from tui.screens.sources import Sources
from tui.screens.speakers import Speakers

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
