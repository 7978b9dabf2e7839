from array import array
from threading import Event

import pytest
from textual.widgets import Input, Static

from tui.app import OnRecordApp
from tui.screens.dialogs import Ask, Choose
from tui.screens.facets import Facets
from tui.screens.form import Correct
from tui.screens.search import Search
from tui.screens.statement import Statement
from tui.state.queryline import parse
from tui.widgets.document_text import DocumentText
from tui.widgets.row_list import RowList


def listed(app) -> list[str]:
    list_ = app.screen.query_one(RowList)
    return [list_.render_line(y).text for y in range(1, len(list_.rows) + 1)]


def words(app, selector: str) -> str:
    return app.screen.query_one(selector, Static).visual.plain


async def typed(pilot, until, line: str) -> None:
    """Type a line and wait until it was searched for and its rows are here, in a list that has its place."""
    screen = pilot.app.screen
    screen.query_one("#query", Input).focus()
    for letter in line:
        await pilot.press({" ": "space", ":": "colon"}.get(letter, letter))
    wanted = parse(line)

    def is_here(row: str) -> bool:
        return bool(row.strip()) and "  …" not in row

    await until(pilot, lambda: screen.found.parsed == wanted and all(map(is_here, listed(pilot.app))))


async def test_results_follow_what_is_typed(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "speaker:vega families source:herald")
        assert len(listed(app)) == 1
        assert "Marisol Vega" in listed(app)[0]
        assert "We will not ask the fishing families" in words(app, "#preview")
        assert "speaker vega" in words(app, "#chips")
        drawn = app.screen.query_one(RowList).render_line(1)
        assert [piece.text for piece in drawn if piece.style.underline] == ["families"]
        shown = app.screen.query_one("#preview", Static).visual
        assert [shown.plain[one.start : one.end] for one in shown.spans if one.style == "bold"] == [
            "families"
        ]


async def test_nothing_found_says_what_was_searched(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "zeppelin")
        assert words(app, "#nothing").startswith("Nothing fits.")
        looked = "2 documents, dated 2031-03-03 to 2031-03-04"
        await until(pilot, lambda: looked in words(app, "#nothing"))


async def test_letters_typed_into_the_query_are_no_commands(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "quart2")
        assert isinstance(app.screen, Search)
        assert app.screen.query_one("#query", Input).value == "quart2"


async def test_enter_opens_the_statement_and_escape_comes_back(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, Search))


async def test_a_passage_in_no_quote_opens_where_it_stands(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "kind:text broke")
        assert "○ in the text, not recorded" in words(app, "#preview")
        await pilot.press("enter")
        await until(pilot, lambda: app.focused is app.screen.query_one(RowList))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        await pilot.pause()
        text = app.screen.query_one(DocumentText)
        lines = [text.render_line(y).text for y in range(text.size.height)]
        assert "The storm broke the pier." in next(line for line in lines if line.startswith("▌"))


async def test_a_filter_is_picked_from_a_list_with_counts(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "f")
        await until(pilot, lambda: isinstance(app.screen, Facets))
        await pilot.press("c", "o", "a", "s", "t", "enter")
        await until(pilot, lambda: isinstance(app.screen, Search))
        assert app.screen.query_one("#query", Input).value == 'source:"Coastal Wire"'
        await until(pilot, lambda: len(listed(app)) == 1)


async def test_a_claim_shows_its_figure_before_its_sentence(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "kind:claims injured")
        assert "46 · people — The storm injured 46" in listed(app)[0]
        assert words(app, "#preview").startswith("46 · people\nThe storm injured 46 people")


async def test_a_paraphrase_is_marked_in_list_and_preview(app, until):
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "rebuild")
        assert "paraphrase: the city" in listed(app)[0]
        assert words(app, "#preview").startswith("paraphrase: the city will rebuild the pier")


async def test_a_name_is_offered_as_a_filter(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "carrow")
        offer = "speaker:carrow  1 quote of Ines Carrow"
        await until(pilot, lambda: offer in words(app, "#nothing"))


async def test_the_hit_is_corrected_noted_and_tagged_from_the_list(app, stories, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "families source:herald")
        hit = app.screen.hit().id
        await pilot.press("escape")
        for key, kept in (("c", lambda: stories.show(hit).judgements), ("t", lambda: stories.show(hit).tags)):
            await pilot.press(key)
            await until(pilot, lambda: isinstance(app.screen, Ask))
            await pilot.press(*"budget", "enter")
            await until(pilot, kept)
            await until(pilot, lambda: isinstance(app.screen, Search))
        await pilot.press("e")
        await until(pilot, lambda: isinstance(app.screen, Correct))


async def test_a_passage_in_no_quote_says_how_to_record_it(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await typed(pilot, until, "kind:text broke")
        await pilot.press("escape", "e")
        await until(pilot, lambda: "select words" in str([each.message for each in app._notifications]))


@pytest.fixture
def tides(ledger_of, make_material):
    """A record of 300 quotes."""
    said = "\n\n".join(f"“Tide {number} came in,” Mayor Marisol Vega said." for number in range(300))
    return ledger_of(make_material(said))


@pytest.fixture
def tide(tides):
    """An app over it."""
    return OnRecordApp(lambda: tides)


async def test_the_rest_of_a_long_answer_follows_its_first_page(tide, until):
    async with tide.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(tide.screen, Search) and tide.screen.found)
        tide.screen.query_one("#query", Input).focus()
        await pilot.press(*"tide")
        await until(pilot, lambda: words(tide, "#chips").startswith("300 quotes"))
        await pilot.press("enter", "G")
        await until(pilot, lambda: "Tide 299" in words(tide, "#preview"))


async def test_the_end_is_gone_to_when_it_is_known(tide, until, tides, monkeypatch):
    """A key press while the rest is still asked for is answered, and the end is the real one."""
    wait, slices = Event(), tides.slices
    monkeypatch.setattr(tides, "slices", lambda query: (some for some in slices(query) if wait.wait(20)))
    async with tide.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(tide.screen, Search) and tide.screen.found)
        tide.screen.query_one("#query", Input).focus()
        await pilot.press(*"tide", "enter", "G")
        await until(pilot, lambda: "Tide 63" in words(tide, "#preview"))
        assert words(tide, "#chips").startswith("64 … quotes")
        wait.set()
        await until(pilot, lambda: "Tide 299" in words(tide, "#preview"))
        assert words(tide, "#chips").startswith("300 quotes")


async def test_another_letter_gives_up_what_nobody_waits_for(tide, until, tides, monkeypatch):
    wait, slices, begun, given_up = Event(), tides.slices, [], []

    def slow(query):
        yield from slices(query)
        begun.append(query.words)
        wait.wait(20 if query.words == "tide" else 0)
        try:
            yield array("q", [1])
        except GeneratorExit:
            given_up.append(query.words)
            raise

    monkeypatch.setattr(tides, "slices", slow)
    async with tide.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: isinstance(tide.screen, Search) and tide.screen.found)
        tide.screen.query_one("#query", Input).focus()
        await pilot.press(*"tide")
        await until(pilot, lambda: words(tide, "#chips").startswith("64 … quotes"))
        await until(pilot, lambda: "tide" in begun)
        await pilot.press("space", *"299")
        await until(pilot, lambda: words(tide, "#chips").startswith("1 quote"))
        wait.set()
        await until(pilot, lambda: "tide" in given_up)


async def test_the_type_of_what_is_searched_is_picked_and_a_hit_is_flagged(app, stories, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "T")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("f")
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        assert app.screen.query_one("#query", Input).value == "kind:claims"
        claim = app.screen.hit().id
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: stories.show(claim).tags == ("flagged",))
        await pilot.press("exclamation_mark")
        await until(pilot, lambda: stories.show(claim).tags == ())
