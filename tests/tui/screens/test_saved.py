"""Saved searches, sorting and facets by keys."""

import pytest
from textual.widgets import Input, Static

from tui.app import OnRecordApp
from tui.screens.dialogs import Choose
from tui.screens.facets import Facets
from tui.screens.saved import Saved
from tui.screens.search import Search
from tui.state.kept import Kept, SavedSearch
from tui.widgets.row_list import RowList


def chips(app) -> str:
    return app.screen.query_one("#chips", Static).visual.plain


def rows(app) -> list[str]:
    list_ = app.screen.query_one(RowList)
    return [list_.render_line(y).text.strip() for y in range(1, len(list_.rows) + 1)]


@pytest.fixture
def kept(tmp_path):
    return Kept(tmp_path / "app.json")


async def test_a_search_is_saved_and_shows_later_what_is_new(stories, until, kept, make_material):
    app = OnRecordApp(lambda: stories, kept=kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        app.screen.search("families")
        await until(pilot, lambda: "families" in chips(app))
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, Saved))
        assert rows(app)[0].endswith("2 + save this search: families")
        await pilot.press("enter")
        await until(pilot, lambda: kept.searches(stories.location) == [SavedSearch("families", 2)])
        later = make_material("“The families waited,” Ines Carrow said.\n", "late.txt")
        list(stories.add([later], extractor="rules"))
        await pilot.press("S")
        await until(pilot, lambda: isinstance(app.screen, Saved) and "1 new" in rows(app)[0])
        await pilot.press("enter")
        await until(
            pilot, lambda: isinstance(app.screen, Search) and "+ 1 new since you last looked" in chips(app)
        )
        await until(pilot, lambda: not any("…" in row[:6] for row in rows(app)))
        signs = {row.strip("▸ ")[0] for row in rows(app)}
        assert signs == {"+", "·"}
        assert kept.searches(stories.location) == [SavedSearch("families", 3)]


async def test_a_saved_search_is_dropped_when_its_window_closes(stories, until, kept):
    kept.keep_searches(stories.location, [SavedSearch("pier", 1), SavedSearch("boats", 1)])
    app = OnRecordApp(lambda: stories, kept=kept)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        await pilot.press("escape", "S")
        await until(pilot, lambda: isinstance(app.screen, Saved))
        await pilot.press("x", "j", "x", "wait:150", "x", "escape")
        await until(pilot, lambda: isinstance(app.screen, Search))
        assert [each.line for each in kept.searches(stories.location)] == ["boats"]


async def test_hits_are_sorted_and_turned_round(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        assert "2031-03-04" in rows(app)[0]
        await pilot.press("escape", "less_than_sign")
        await until(pilot, lambda: "oldest first" in chips(app) and "2031-03-03" in rows(app)[0])
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("s")
        await until(pilot, lambda: isinstance(app.screen, Search) and "by speaker" in chips(app))


async def test_a_list_is_sorted_by_a_column(stories, until):
    app = OnRecordApp(lambda: stories, start="sources")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "items", ()))
        await pilot.press("greater_than_sign")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("2")
        await until(pilot, lambda: "by source" in app.screen.query_one("#count", Static).visual.plain)
        assert "Coastal Wire" in rows(app)[0]
        await pilot.press("less_than_sign")
        await until(pilot, lambda: "Harlow Bay Herald" in rows(app)[0])


async def test_facets_hold_months_and_those_without(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        await pilot.press("escape", "f")
        await until(pilot, lambda: isinstance(app.screen, Facets))
        await pilot.press(*"date", "enter")
        await until(pilot, lambda: isinstance(app.screen, Search))
        assert app.screen.query_one("#query", Input).value == "date:2031-03"
        await until(pilot, lambda: "date 2031-03" in chips(app))
