"""The first frame is there before the record, and takes what is typed."""

from threading import Event

from tui.app import OnRecordApp
from tui.widgets.row_list import RowList


async def test_what_is_typed_before_the_record_is_open_is_searched_for(stories, until):
    opened = Event()

    def open_():
        assert opened.wait(30)
        return stories

    app = OnRecordApp(open_)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.begun)
        await pilot.press("p", "i", "e")
        await pilot.pause(0.1)
        await pilot.press("r")
        assert app.screen.line == "pier"
        assert not app.opening.done()
        opened.set()
        await until(pilot, lambda: app.screen.found and app.screen.found.parsed.query.words == "pier")
        assert len(app.screen.query_one(RowList).rows) == 3
