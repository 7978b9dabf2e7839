"""The versions of a statement beside one another, by keys."""

import gc
import warnings

import pytest
from textual.widgets import Static

from claims import Ledger
from tui.app import OnRecordApp
from tui.screens.statement import Statement
from tui.screens.versions import Versions
from tui.state.held import FIRST_REPEAT


async def compared(app, pilot, until) -> Versions:
    await until(pilot, lambda: getattr(app.screen, "items", ()))
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(app.screen, Versions) and app.screen.versions)
    return app.screen


def columns(screen) -> list[str]:
    found = [column for column in screen.query(".version") if column.display]
    return [column.query_one(Static).visual.plain for column in found]


@pytest.fixture
def app(raids: Ledger) -> OnRecordApp:
    return OnRecordApp(lambda: raids, start="duplicates")


async def test_a_question_that_another_replaces_at_once_leaves_nothing_behind(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(app, pilot, until)
        answers: list[str] = []
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            screen.ask(lambda: "first", answers.append, group="asked")
            screen.ask(lambda: "second", answers.append, group="asked")
            await until(pilot, lambda: answers)
            gc.collect()
        assert answers == ["second"]
        assert [str(each.message) for each in told if "never awaited" in str(each.message)] == []


async def test_what_a_version_has_besides_stands_between_signs_beside_the_primary_source(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(app, pilot, until)
        first, second = columns(screen)
        assert "primary source (" in first
        assert "▸B" in second
        assert "{+old+}" in second or "[-old-]" in second
        await pilot.press("d")
        (both,) = columns(screen)
        assert first.splitlines()[0] in both
        assert second.splitlines()[-1] in both


async def test_the_marked_version_is_judged_and_the_same_key_clears_it(app, raids, until):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await compared(app, pilot, until)
        await pilot.press("a")
        await until(pilot, lambda: "decided: same, by okafor" in "".join(columns(screen)))
        made = raids.history()[0].judgement
        assert made.subjects == tuple(sorted((screen.versions[0].first, screen.versions[1].first)))
        assert made.shown.startswith("We will not close the")
        await pilot.pause(FIRST_REPEAT)
        await pilot.press("a")
        await until(pilot, lambda: "decided" not in "".join(columns(screen)))
        await pilot.press("h", "x")
        await until(pilot, lambda: any("mark one of those" in each.message for each in app._notifications))
        assert raids.queue().decided == 0


async def test_a_version_is_taken_out_put_back_and_shown_first(app, raids, until):
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await compared(app, pilot, until)
        second = screen.versions[1].first
        await pilot.press("K")
        await until(pilot, lambda: not screen.versions)
        assert raids.duplicates() == []
        assert "no versions of one statement any more" in screen.query_one("#progress", Static).visual.plain
        await pilot.press("u")
        await until(pilot, lambda: len(screen.versions) == 2)
        assert screen.versions[1].first == second
        screen.marked = 1
        await pilot.press("equals_sign")
        await until(pilot, lambda: screen.versions[0].first == second)
        assert raids.duplicates()[0].versions[0].quote.id == second
        assert "primary source (chosen by hand)" in columns(screen)[0]


async def test_d_on_a_statement_compares_its_versions(raids, until):
    app = OnRecordApp(lambda: raids)
    wanted = raids.duplicates()[0].versions[1].quote.id
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: app.screen.is_mounted and app.opening.done())
        app.open(wanted)
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, Versions) and len(app.screen.versions) == 2)
        assert len(columns(app.screen)) == 1
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
