from textual.widgets import Input, Static

from claims.model import PartialDate
from tui.screens.case import Case
from tui.screens.person import Person
from tui.screens.search import Search
from tui.screens.speakers import Speakers


def say(ledger, make_material, who, name):
    date = PartialDate.parse("2031-03-05")
    text = f"“We will rebuild what {name} broke,” {who} said.\n"
    list(ledger.add([make_material(text, f"{name}.txt", date=date)], extractor="rules"))


async def opened(app, pilot, until):
    await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
    await pilot.press("escape", "g", "p")
    await until(pilot, lambda: isinstance(app.screen, Speakers) and app.screen.items)


async def test_who_may_be_the_same_is_judged_by_one_key(app, stories, make_material, until):
    say(stories, make_material, "Vega", "Edda")
    before = len(stories.speakers())
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot, until)
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, Case))
        assert app.screen.deck.shown.heading == "one speaker?"
        assert "only “Vega” is shared" in app.screen.query_one("#why", Static).visual.plain
        await pilot.press("a")
        await until(pilot, lambda: len(stories.speakers()) == before - 1)
        assert stories.history(limit=1)[0].judgement.verdict == "same"
        await pilot.press("u")
        await until(pilot, lambda: len(stories.speakers()) == before)


async def test_a_pair_judged_different_is_not_shown_again(app, stories, make_material, until):
    say(stories, make_material, "Vega", "Edda")
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot, until)
        await pilot.press("M")
        await until(pilot, lambda: isinstance(app.screen, Case))
        await pilot.press("x")
        await until(pilot, lambda: stories.suggestions() == [])
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, Speakers))
        await pilot.press("M")
        await until(pilot, lambda: any("No two speakers" in note.message for note in app._notifications))
        assert isinstance(app.screen, Speakers)


async def test_enter_lists_what_a_speaker_said_and_not_what_namesakes_did(app, stories, make_material, until):
    say(stories, make_material, "Vega", "Edda")
    async with app.run_test(size=(100, 30)) as pilot:
        await opened(app, pilot, until)
        surname = next(place for place, one in enumerate(app.screen.items) if one.name == "Vega")
        wanted = app.screen.items[surname]
        await pilot.press(*["down"] * surname, "enter")
        await until(pilot, lambda: isinstance(app.screen, Search))
        assert app.screen.query_one("#query", Input).value == f"speaker:{wanted.id}"


async def test_a_speakers_page_has_roles_months_and_who_may_be_the_same(app, stories, make_material, until):
    say(stories, make_material, "Vega", "Edda")
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(app, pilot, until)
        name = app.screen.items[0].name
        await pilot.press("p")
        await until(pilot, lambda: isinstance(app.screen, Person) and app.screen.sections)
        found = {section.heading: section.lines for section in app.screen.sections}
        assert next(iter(found)) == name
        assert [label for label, _ in found["Statements by month"]] == ["2031-03"]
        assert "only “Vega” is shared" in found["Who may be the same (i decides)"][0][1]
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, Case))
        await pilot.press("q")
        await until(pilot, lambda: isinstance(app.screen, Person))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Search))
        assert app.screen.query_one("#query", Input).value.startswith("speaker:")
