"""A pasted quote is answered on a screen of its own."""

from textual import events
from textual.widgets import Input, Static

from tui.screens.check import Check
from tui.screens.search import Search
from tui.screens.statement import Statement
from tui.widgets.row_list import RowList

SAID = "We will not ask the fishing families to pay for this pier"


def words(app, selector: str) -> str:
    return app.screen.query_one(selector, Static).visual.plain


def listed(app) -> list[str]:
    list_ = app.screen.query_one(RowList)
    return [list_.render_line(y).text for y in range(1, len(list_.rows) + 1)]


async def test_a_quote_pasted_into_the_query_is_checked(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        app.post_message(
            events.Paste(f"“{SAID.replace('families', 'fami-' + chr(10) + 'lies')},” Vega said.")
        )
        await until(pilot, lambda: isinstance(app.screen, Check) and app.screen.answer)
        assert words(app, "#verdict").startswith(
            "Said, word for word: Marisol Vega · Harlow Bay Herald, 2031-03-03 (published)."
        )
        assert "Your text names Vega" in words(app, "#verdict")
        assert "one says not" in listed(app)[1]
        await pilot.press("down")
        await until(pilot, lambda: "[-not-]" in words(app, "#preview"))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        assert app.screen.page.document.source.name == "Coastal Wire"
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, Search))
        assert app.screen.query_one("#query", Input).value == ""


async def test_a_word_that_is_pasted_is_searched_for(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        app.post_message(events.Paste("fishing families"))
        await until(pilot, lambda: app.screen.query_one("#query", Input).value == "fishing families")
        assert isinstance(app.screen, Search)


async def test_a_key_checks_what_was_searched_for_and_other_words_are_asked_there(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press(*"families", "enter", "C")
        await until(pilot, lambda: isinstance(app.screen, Check) and app.screen.answer)
        assert words(app, "#verdict").startswith("Said, shortened")
        await pilot.press("slash", "home", *"zeppelin", "space", "enter")
        await until(pilot, lambda: app.screen.answer.verdict == "not-found")
        assert "looked through 4 quotes and the whole texts of 2 documents" in " ".join(
            words(app, "#verdict").split()
        )
        assert not app.screen.query_one(RowList).display


async def test_the_speaker_whom_the_search_line_names_is_asked_for(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        app.screen.search("speaker:carrow fishing families")
        await pilot.press("C")
        await until(pilot, lambda: isinstance(app.screen, Check) and app.screen.answer)
        assert app.screen.query_one("#asked", Input).value == "speaker:carrow fishing families"
        assert app.screen.answer.verdict == "another-speaker"


async def test_nothing_to_check_waits_for_words(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "C")
        await until(pilot, lambda: isinstance(app.screen, Check))
        await pilot.press(*"broke", "space", *"the", "space", *"pier", "enter")
        await until(pilot, lambda: app.screen.answer and app.screen.answer.verdict == "in-text")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        assert app.screen.page.document.location == "wire.txt"


async def test_hostile_words_are_only_words(app, until):
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        app.post_message(
            events.Paste("[/b] ask the fishing families [@click=app.quit] \x1b]52;c;x\x07 to pay")
        )
        await until(pilot, lambda: isinstance(app.screen, Check) and app.screen.answer)
        assert "\x1b" not in words(app, "#verdict") + words(app, "#preview")
