"""The app over a real record, driven by keys; afterwards the record is asked."""

import shutil
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

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


def built(folder: Path, herald: str, wire: str) -> Path:
    """A record of two texts, by two sources on two days."""
    retrieved = PartialDate.instant(datetime(2031, 3, 5, 8, 30, tzinfo=UTC), evidence="clock")
    given = [
        (herald, "herald.txt", Given(source="Harlow Bay Herald", date=PartialDate.parse("2031-03-03"))),
        (wire, "wire.txt", Given(source="Coastal Wire", date=PartialDate.parse("2031-03-04"))),
    ]
    texts = [Material(text.encode(), name, retrieved, about) for text, name, about in given]
    with Ledger.open(folder / "record.db", by="okafor", create=True) as ledger:
        assert [added.status.value for added in ledger.add(texts, extractor="rules")] == ["stored"] * 2
    return folder


@contextmanager
def copied(folder: Path, place: Path) -> Iterator[Ledger]:
    """A copy of a built record, open: building one takes longer than most tests do."""
    shutil.copytree(folder, place.parent, dirs_exist_ok=True)
    with Ledger.open(place, by="okafor") as ledger:
        yield ledger


@pytest.fixture(scope="session")
def built_stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("stories"), HERALD, WIRE)


@pytest.fixture(scope="session")
def built_raids(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("raids"), RAIDS, RAIDS_ELSEWHERE)


@pytest.fixture
def stories(built_stories: Path, place: Path) -> Iterator[Ledger]:
    """One statement with and without its "not", by two sources on two days."""
    with copied(built_stories, place) as ledger:
        yield ledger


@pytest.fixture
def raids(built_raids: Path, place: Path) -> Iterator[Ledger]:
    """A sum that fails, and one statement in two wordings."""
    with copied(built_raids, place) as ledger:
        yield ledger


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
