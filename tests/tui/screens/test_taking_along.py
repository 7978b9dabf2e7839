"""Copying and exporting by keys; afterwards the file is read."""

import csv

import pytest
from textual.widgets import Input

from claims.dossiers.verifying import verify
from tui.app import OnRecordApp
from tui.screens.dialogs import Ask, Choose, Message
from tui.screens.figures import Figures
from tui.screens.findings import Findings
from tui.screens.search import Search
from tui.screens.statement import Statement


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty working folder, and no clipboard of any kind."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "linux")
    return folder


def told(app) -> list[str]:
    return [each.message for each in app._notifications]


async def test_a_citation_is_copied_from_list_and_page_and_the_place_is_told(app, here, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        await pilot.press("escape", "y")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("c")
        await until(pilot, lambda: (here / "onrecord-copy.txt").exists())
        assert (here / "onrecord-copy.txt").read_text().startswith("“We will ask the fishing families")
        await until(
            pilot, lambda: "No clipboard can be reached from here: The citation is in" in str(told(app))
        )
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("f")
        await until(pilot, lambda: (here / "onrecord-copy-2.txt").exists())


async def test_the_filter_in_view_is_exported_and_nothing_is_replaced(app, here, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        app.screen.search("source:herald")
        await until(pilot, lambda: app.screen.found.total == 3)
        for _ in range(2):
            await pilot.press("E")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("c")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            app.screen.query_one(Input).value = str(here / "vega.csv")
            await pilot.press("enter")
            await until(pilot, lambda: isinstance(app.screen, Message) or "written to" in str(told(app)))
            if isinstance(app.screen, Search):
                assert f"3 quotes written to {here / 'vega.csv'}." in told(app)
        assert isinstance(app.screen, Message)
        rows = list(csv.DictReader((here / "vega.csv").open(newline="")))
        assert {row["source"] for row in rows} == {"Harlow Bay Herald"}


async def test_a_dossier_of_the_list_in_view_is_written_and_holds(app, here, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        app.screen.search("source:herald")
        await until(pilot, lambda: app.screen.found.total == 3)
        for place in ("case.zip", "case"):
            await pilot.press("E")
            await until(pilot, lambda: isinstance(app.screen, Choose))
            await pilot.press("d")
            await until(pilot, lambda: isinstance(app.screen, Ask))
            app.screen.query_one(Input).value = str(here / place)
            await pilot.press("enter")
            await until(pilot, lambda place=place: f"written to {here / place}." in str(told(app)))
            done = verify(here / place)
            assert (done.faults, done.passages, done.documents) == ((), 3, 1)


async def test_findings_and_figures_are_exported_as_they_are_listed(raids, here, until):
    app = OnRecordApp(lambda: raids, start="findings")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Findings) and app.screen.items)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("m")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: (here / "onrecord-findings.md").exists())
        listed = len(app.screen.shown.items)
        await pilot.press("E")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: (here / "onrecord-findings.zip").exists())
        assert verify(here / "onrecord-findings.zip").findings == listed
        await pilot.press("7")
        await until(pilot, lambda: isinstance(app.screen, Figures) and app.screen.is_mounted)
        app.screen.figures("arrests")
        await until(pilot, lambda: len(app.screen.shown))
        await pilot.press("E")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("j")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        await pilot.press("enter")
        await until(pilot, lambda: (here / "onrecord-claims.jsonl").exists())
        lines = (here / "onrecord-claims.jsonl").read_text().splitlines()
        assert len(lines) == len(app.screen.shown)
