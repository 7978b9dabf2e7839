from textual.widgets import Static

from tui.app import OnRecordApp
from tui.keyboard import Keyboard
from tui.screens.search import Search
from tui.screens.tour import Tour
from tui.state.kept import Kept
from tui.state.tour import pages


async def test_the_tour_is_shown_once_and_again_on_demand(stories, until, tmp_path):
    kept = Kept(tmp_path / "app.json")
    app = OnRecordApp(lambda: stories)
    app.first = kept
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Tour))
        await pilot.press("enter", "enter", "left_square_bracket")
        assert "2 of 5" in app.screen.query_one("#page", Static).visual.plain
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Search))
        assert Kept(tmp_path / "app.json").toured
        await pilot.press("escape", "f2")
        await until(pilot, lambda: isinstance(app.screen, Tour))
        await pilot.press(*["enter"] * 5)
        await until(pilot, lambda: isinstance(app.screen, Search))
    again = OnRecordApp(lambda: stories)
    again.first = kept
    async with again.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(again.screen, Search) and again.screen.hit())
        assert isinstance(again.screen, Search)


def test_the_tour_tells_the_keys_that_are_set():
    keys = Keyboard()
    assert f"{keys.key('facets').first} picks a speaker" in pages(keys)[0][1][2]
    assert len(pages(keys)) == 5
