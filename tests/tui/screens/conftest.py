"""The app over a real record, driven by keys; afterwards the record is asked."""

import time
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC, datetime

import pytest
from textual.pilot import Pilot

from claims import Ledger
from claims.model import PartialDate
from claims.ports import Given, Material
from tui.app import OnRecordApp

Until = Callable[[Pilot, Callable[[], object]], Awaitable[None]]


HERALD = """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the pier.

“We will not ask the fishing families to pay for this pier,” Vega said.

The storm injured 46 people, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
"""

WIRE = """Mayor promises to rebuild pier

HARLOW BAY — The storm broke the pier.

“We will ask the fishing families to pay for this pier,” Mayor Marisol Vega said.
"""

RAIDS = """Port raids end in arrests

HARLOW BAY, March 3, 2031 — Police in Halden County arrested 41 people in Operation Lantern, Chief Dana Okafor
said on Monday. There were 12 arrests in Harlow Bay, 20 arrests in Stroud and 7 arrests in Pier Town.

"We will not close the port," Okafor said.
"""

RAIDS_ELSEWHERE = """Raids on the waterfront

HARLOW BAY, March 3, 2031 — Chief Dana Okafor thanked her officers on Monday.

"We will not close the old port," Okafor said.
"""


STATEMENT = ((HERALD, "Harlow Bay Herald", "2031-03-03"), (WIRE, "Coastal Wire", "2031-03-04"))
SUM = ((RAIDS, "Harlow Bay Herald", "2031-03-03"), (RAIDS_ELSEWHERE, "Coastal Wire", "2031-03-04"))


COUNTS = "Police made {} arrests in Operation Tidewater in Harlow Bay. They sank {} boats.\n"
WATERFRONT = (
    *STATEMENT,
    *SUM,
    (COUNTS.format(120, 12), "Bay Ledger", "2031-03-05"),
    (COUNTS.format(150, 12), "Stroud Wire", "2031-03-05"),
)


def given(texts: Iterable[tuple[str, str, str]]) -> list[Material]:
    """Texts with their source and day."""
    retrieved = PartialDate.instant(datetime(2031, 3, 5, 8, 30, tzinfo=UTC), evidence="clock")
    return [
        Material(
            text.encode(),
            f"{source.split()[-1].lower()}.txt",
            retrieved,
            Given(source=source, date=PartialDate.parse(date)),
        )
        for text, source, date in texts
    ]


@pytest.fixture
def stories(ledger_of: Callable[..., Ledger]) -> Ledger:
    """One statement with and without its "not", by two sources on two days."""
    return ledger_of(*given(STATEMENT))


@pytest.fixture
def raids(ledger_of: Callable[..., Ledger]) -> Ledger:
    """A sum that fails, and one statement in two wordings."""
    return ledger_of(*given(SUM))


@pytest.fixture
def waterfront(ledger_of: Callable[..., Ledger]) -> Ledger:
    """Several findings and pairs of versions, and two figures of which one fits."""
    return ledger_of(*given(WATERFRONT))


@pytest.fixture
def app(stories: Ledger) -> OnRecordApp:
    return OnRecordApp(lambda: stories)


@pytest.fixture
def until() -> Until:
    """Wait until something holds; a test that waits in vain fails at the line that waits."""

    async def wait(pilot: Pilot, holds: Callable[[], object]) -> None:
        # A screen comes in a tenth of a second; beside much other work one took more than four.
        end = time.monotonic() + 30
        while time.monotonic() < end:
            await pilot.pause(0.02)
            if holds():
                return
        assert holds()

    return wait
