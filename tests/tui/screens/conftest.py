"""The app over a real record, driven by keys; afterwards the record is asked."""

from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from claims import Ledger
from claims.model import PartialDate
from claims.ports import Material
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


@pytest.fixture
def stories(ledger: Ledger, make_material: Callable[..., Material]) -> Ledger:
    """One statement with and without its "not", by two sources on two days."""
    herald = make_material(
        HERALD, "herald.txt", source="Harlow Bay Herald", date=PartialDate.parse("2031-03-03")
    )
    wire = make_material(WIRE, "wire.txt", source="Coastal Wire", date=PartialDate.parse("2031-03-04"))
    assert [added.status.value for added in ledger.add([herald, wire], extractor="rules")] == [
        "stored",
        "stored",
    ]
    return ledger


@pytest.fixture
def raids(ledger: Ledger, make_material: Callable[..., Material]) -> Ledger:
    """A sum that fails, and one statement in two wordings."""
    releases = [
        make_material(RAIDS, "herald.txt", source="Harlow Bay Herald", date=PartialDate.parse("2031-03-03")),
        make_material(
            RAIDS_ELSEWHERE, "wire.txt", source="Coastal Wire", date=PartialDate.parse("2031-03-04")
        ),
    ]
    assert [added.status.value for added in ledger.add(releases, extractor="rules")] == ["stored", "stored"]
    return ledger


@pytest.fixture
def app(stories: Ledger) -> OnRecordApp:
    return OnRecordApp(lambda: stories)


@pytest.fixture
def until() -> Until:
    """Wait until something holds; a test that waits in vain fails at the line that waits."""

    async def wait(pilot: Pilot, holds: Callable[[], object]) -> None:
        for _ in range(200):
            await pilot.pause(0.02)
            if holds():
                return
        assert holds()

    return wait
