"""What reporters come for, each from the start of the app, and how many keys it takes."""

import csv

import pytest
from textual.widgets import Static

from claims import Ledger
from tui.app import OnRecordApp
from tui.screens.case import Case
from tui.screens.dialogs import Ask, Choose
from tui.screens.facets import Facets
from tui.screens.findings import Findings
from tui.screens.review import Review
from tui.screens.search import Search
from tui.screens.statement import Statement
from tui.screens.versions import Versions


class Hands:
    """Presses keys and counts them; each waits for what the one before brought."""

    def __init__(self, pilot, until) -> None:
        self.pilot, self.until, self.app, self.keys = pilot, until, pilot.app, 0

    async def on(self, screen: type, holds=lambda screen: True) -> None:
        await self.until(self.pilot, lambda: isinstance(self.app.screen, screen) and holds(self.app.screen))

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        self.keys += len(keys)


@pytest.fixture
def app(raids: Ledger) -> OnRecordApp:
    return OnRecordApp(lambda: raids)


async def test_a_statement_of_an_official_on_a_topic_takes_nine_keys_and_its_context_none_more(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, until)
        await hands.on(Search, lambda screen: screen.found)
        await hands.press(*"port", "escape")
        await hands.on(Search, lambda screen: screen.found.parsed.query.words == "port" and screen.hit())
        await hands.press("f")
        await hands.on(Facets)
        await hands.press("enter")
        await hands.on(Search, lambda screen: screen.line.startswith("port speaker:") and screen.hit())
        await hands.press("enter")
        await hands.on(Statement, lambda screen: screen.page)
        assert "close the old port" in app.screen.page.value.text
        assert "Coastal Wire" in " ".join(each.visual.plain for each in app.screen.query(Static))
    assert hands.keys <= 12


async def test_two_versions_are_judged_one_statement_with_three_keys(app, raids, until):
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, until)
        await hands.on(Search, lambda screen: screen.found)
        await hands.pilot.press("escape")
        await hands.press("3")
        await until(pilot, lambda: getattr(app.screen, "items", ()))
        await hands.press("enter")
        await hands.on(Versions, lambda screen: screen.versions)
        await hands.press("a")
        await until(pilot, lambda: raids.queue().decided == 1)
    assert (hands.keys, raids.history()[0].judgement.verdict) == (3, "same")


async def test_a_finding_is_dismissed_with_its_reason_with_four_keys(app, raids, until):
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, until)
        await hands.on(Search, lambda screen: screen.found)
        await hands.pilot.press("escape")
        await hands.press("4")
        await hands.on(Findings, lambda screen: screen.items)
        await hands.press("enter")
        await hands.on(Case)
        await hands.press("x")
        await hands.on(Choose)
        await hands.press("4")
        await until(pilot, lambda: raids.queue().decided == 1)
    made = raids.history()[0].judgement
    assert (hands.keys, made.verdict, made.value) == (4, "dismissed", "rounding")


async def test_a_list_is_exported_with_three_keys(app, until, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, until)
        await hands.on(Search, lambda screen: screen.hit())
        await hands.pilot.press("escape")
        await hands.press("E")
        await hands.on(Choose)
        await hands.press("c")
        await hands.on(Ask)
        await hands.press("enter")
        await until(pilot, lambda: any("written to" in each.message for each in app._notifications))
    assert hands.keys == 3
    with (tmp_path / "onrecord-quotes.csv").open(encoding="utf-8-sig") as file:
        assert {row["speaker"] for row in csv.DictReader(file)} >= {"Dana Okafor"}


async def test_deciding_and_moving_on_is_one_key(raids, until):
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(120, 40)) as pilot:
        hands = Hands(pilot, until)
        await hands.on(Review, lambda screen: screen.deck.shown)
        first = app.screen.deck.shown.id
        await hands.press("m")
        await until(pilot, lambda: raids.queue().decided == 1)
        assert app.screen.deck.shown.id != first
    assert hands.keys == 1
