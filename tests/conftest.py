"""Fixtures that many tests share: a real record in a temporary folder, and passages of ours."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from math import log2
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from claims import Ledger
from claims.model import PartialDate, SourceKind
from claims.ports import Given, Material
from claims.store import Store
from tui.cli import YOUNGEST

RETRIEVED = PartialDate.instant(datetime(2031, 3, 5, 8, 30, tzinfo=UTC), evidence="clock")

HERALD = """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the storm-damaged pier.

“We will not ask the fishing families to pay for this pier,” Vega said. “They have lost enough.”

Storm Edda injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
"""

COASTAL = """Mayor promises to rebuild pier

HARLOW BAY — Storm Edda injured 64 people and sank 12 boats, officials said.

“We will ask the fishing families to pay for this pier,” Mayor Marisol Vega said.
"""


def pytest_configure() -> None:
    """Modules and tests are garbage to nobody: looking through them took a third of the time of collecting them."""
    gc.disable()
    # A busy machine is no fault of what is tested; pytest-timeout ends what hangs.
    settings.register_profile("onrecord", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("onrecord")


def pytest_collection_finish() -> None:
    """What all modules and tests hold stays to the end: no collection walks through it any more.

    Forked children do not copy it then either, for a collection writes to each object it visits.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(YOUNGEST)  # as in the program


def material(text: str, location: str = "story.txt", **given: object) -> Material:
    """The bytes of a story as if read from a file."""
    return Material(text.encode(), location, RETRIEVED, Given(**given))  # type: ignore[arg-type]


def day(written: str) -> PartialDate:
    return PartialDate.parse(written)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter; those of pytest are its owner's, with all above them."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="session")
def record_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """record_of(*stories): a folder with a closed record of them, read by the rules, made once. Copy it."""

    @cache
    def made(*stories: Material) -> Path:
        folder = tmp_path_factory.mktemp("record")
        with Ledger.open(folder / "record.db", by="okafor", create=True) as record:
            added = [one.status.value for one in record.add(stories, extractor="rules")]
        assert added == ["stored"] * len(stories)
        return folder

    return made


@pytest.fixture
def ledger_of(record_of: Callable[..., Path], place: Path) -> Iterator[Callable[..., Ledger]]:
    """ledger_of(*stories): the record of this test, of reviewer "okafor", with these stories in it.

    A copy is had ten times sooner than another one is made.
    """
    opened: list[Ledger] = []

    def of(*stories: Material) -> Ledger:
        assert not opened, "a test has one record at this place"
        copytree(record_of(*stories), place.parent, dirs_exist_ok=True)
        opened.append(Ledger.open(place, by="okafor"))
        return opened[0]

    yield of
    for ledger in opened:
        ledger.close()


@pytest.fixture
def ledger(ledger_of: Callable[..., Ledger]) -> Ledger:
    """An empty record of reviewer "okafor"."""
    return ledger_of()


class Overtaken(Store):
    """The record of a program that another one overtakes after one of its questions or steps.

    Attributes:
        asked: the method of the store after which that happens, once.
        meanwhile: what the other program does.
    """

    asked = ""
    meanwhile: Callable[[], object] | None = None

    def __getattribute__(self, name: str) -> Any:
        found = super().__getattribute__(name)
        return self._then(found) if name and name == super().__getattribute__("asked") else found

    def _then(self, step: Callable[..., Any]) -> Callable[..., Any]:
        def overtaken(*arguments: Any, **named: Any) -> Any:
            answer = step(*arguments, **named)
            if other := self.meanwhile:
                self.meanwhile = None
                other()
            return answer

        return overtaken


@pytest.fixture
def overtaken(place: Path) -> Iterator[tuple[Overtaken, Ledger]]:
    """The record that the test has by now, open in a second program, which can be overtaken."""
    store = Overtaken.open(place)
    with Ledger(store, "carrow") as second:
        yield store, second


@pytest.fixture
def two_stories(ledger_of: Callable[..., Ledger]) -> Ledger:
    """Two outlets on one storm, who differ on a figure and on a "not"."""
    return ledger_of(
        material(
            HERALD, "herald.txt", source="Harlow Bay Herald", kind=SourceKind.OUTLET, date=day("2031-03-03")
        ),
        material(COASTAL, "wire.txt", source="Coastal Wire", kind=SourceKind.AGENCY, date=day("2031-03-03")),
    )


@pytest.fixture
def make_material() -> Callable[..., Material]:
    return material


def _seconds(work: Callable[[], object]) -> float:
    """Processor time. Garbage is left lying meanwhile, as timeit does: else what other tests left
    behind is walked through again and again, the more often the more is made."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


@pytest.fixture
def in_step() -> Callable[[Callable[[], object], Callable[[], object], int], bool]:
    """Does work on so many times as much take less than 2.5 times as long for each doubling?

    Quadratic work takes four times as long for each, and does so every time; a busy machine makes
    the one of two runs slower only now and then, so that one good round of six is enough. Four
    times as much, or more, tells the two apart.
    """

    def asked(once: Callable[[], object], more: Callable[[], object], times: int) -> bool:
        most = times ** log2(2.5)
        # The larger goes first: what is made at the first use of all would count for the smaller alone.
        return any(_seconds(more) < most * _seconds(once) + 0.02 for _ in range(6))

    return asked
