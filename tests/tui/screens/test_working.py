"""Long work from the app: documents come in while one goes on, and what could not be read is listed."""

from threading import Event

import pytest
from textual.widgets import Input

from tui.app import OnRecordApp
from tui.chosen import Chosen
from tui.desk.paths import PathSuggester
from tui.screens.dialogs import Ask, Choose, Message
from tui.screens.search import Search
from tui.state.jobs import Job, adding, rebuilding
from tui.widgets.bars import TopBar
from tui.widgets.row_list import RowList

STORY = "“Tide {} came in,” Mayor Marisol Vega said.\n"


@pytest.fixture
def app(stories):
    return OnRecordApp(lambda: stories, chosen=Chosen(extractor="rules"))


def told(app) -> str:
    return " ".join(each.message for each in app._notifications)


def bar(app) -> str:
    return app.screen.query_one(TopBar).render().plain


async def test_a_folder_is_added_by_keys_and_a_file_that_cannot_be_read_is_listed(
    app, stories, until, tmp_path
):
    folder = tmp_path / "new"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(1))
    (folder / "b.pdf").write_bytes(b"%PDF-1.4\nthis is none")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        await pilot.press("escape", "I")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, Ask))
        app.screen.query_one(Input).value = str(folder)
        await pilot.press("enter")
        await until(pilot, lambda: "Added: 1 stored" in told(app))
        assert "1 document could not be read: Sources (6) lists them." in told(app)
        await pilot.press("6")
        await until(pilot, lambda: len(getattr(app.screen, "items", ())) == 4)
        first = app.screen.query_one(RowList).render_line(1).text
        assert "× unread" in first
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Message))


async def test_the_app_goes_on_while_a_work_runs_and_the_work_is_stopped(app, until):
    wait, begun = Event(), Event()

    def work(job: Job) -> str:
        begun.set()
        for done in range(1, 100):
            wait.wait(20)
            job.reach(done, 100)
        return "never"

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        app.start(Job("adding", "read", lambda job: adding_words(work, job)))
        await until(pilot, begun.is_set)
        await pilot.press("escape", "2")
        await until(pilot, lambda: len(getattr(app.screen, "items", ())) > 1)
        assert "adding: 0 read" in bar(app)
        await pilot.press("I")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("s")
        await until(pilot, lambda: "stopping" in bar(app))
        wait.set()
        await until(pilot, lambda: "stopped at 1" in told(app))
        assert app.job is None
        assert "adding" not in bar(app)


def adding_words(work, job: Job) -> str:
    from tui.state.jobs import Stopped

    try:
        return work(job)
    except Stopped:
        return "stopped at 1"


def test_an_addition_that_is_stopped_keeps_what_was_stored(stories, tmp_path):
    folder = tmp_path / "new"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(STORY.format(number))
    job = adding(stories, str(folder), 1, "rules")
    job.told = job.stop
    assert job.run().startswith("Stopped; what was stored stays: ")
    again = adding(stories, str(folder), 1, "rules")
    assert again.run().endswith("0 skipped, 0 failed.")
    assert len(stories.documents()) == 2 + 4


def test_a_rebuild_is_told_and_can_be_stopped(stories):
    assert rebuilding(stories, 1, "rules").run() == (
        "Read and compared again: 0 of 2 documents came out otherwise."
    )
    job = rebuilding(stories, 1, "rules")
    job.stop()
    assert job.run().startswith("Stopped")
    assert stories.verify().faults == ()
    assert len(stories.documents()) == 2


async def test_a_path_is_completed_as_it_is_typed(tmp_path):
    (tmp_path / "releases").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "zero\u200bwidth").mkdir()
    offers = PathSuggester()
    assert await offers.get_suggestion(f"{tmp_path}/re") == f"{tmp_path}/releases/"
    assert await offers.get_suggestion(f"{tmp_path}/") == f"{tmp_path}/releases/"
    assert await offers.get_suggestion(f"{tmp_path}/zero") is None
    assert await offers.get_suggestion(f"{tmp_path}/nowhere/x") is None
