from textual.widgets import Input, Static

from claims import Ledger, keying
from claims.model import PartialDate
from claims.views import Query
from tui.app import OnRecordApp
from tui.screens import SCREENS
from tui.screens.dialogs import Choose
from tui.screens.lists import ListScreen
from tui.screens.search import Search
from tui.screens.statement import Statement
from tui.widgets.row_list import RowList


async def test_a_number_opens_each_screen_of_an_empty_record(ledger: Ledger, until):
    app = OnRecordApp(lambda: ledger)
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape")
        for number, screen in enumerate(SCREENS, 1):
            await pilot.press(str(number))
            await until(pilot, lambda screen=screen: isinstance(app.screen, screen.loaded()))
            if isinstance(app.screen, ListScreen):
                await until(pilot, lambda: app.screen.query_one("#empty").display)


async def test_sources_open_their_document_and_are_narrowed_by_words(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "g", "o")
        await until(pilot, lambda: isinstance(app.screen, ListScreen) and app.screen.items)
        assert "2 documents of 2 sources" in app.screen.query_one("#count", Static).visual.plain
        await pilot.press("slash", *"coastal", "enter")
        await until(pilot, lambda: len(app.screen.query_one(RowList).rows) == 1)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Statement) and app.screen.page)
        assert app.screen.page.document.source.name == "Coastal Wire"
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ListScreen))
        await pilot.press("escape")
        assert len(app.screen.query_one(RowList).rows) == 2


async def test_a_speaker_opens_what_they_said(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "2")
        await until(pilot, lambda: isinstance(app.screen, ListScreen) and app.screen.items)
        name = app.screen.items[0].name
        await pilot.press("enter")
        await until(
            pilot, lambda: isinstance(app.screen, Search) and name in app.screen.query_one(Input).value
        )
        await until(pilot, lambda: {app.screen.hit() and app.screen.hit().speaker} == {name})


async def test_history_lists_decisions_taken_from_other_screens(app, stories, until):
    stories.note(stories.documents()[0].id, "call the harbor board")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "H")
        await until(pilot, lambda: isinstance(app.screen, ListScreen) and app.screen.items)
        assert app.screen.row(app.screen.items[0]).cells[2] == "note: call the harbor board"


async def test_history_marks_a_decision_whose_passage_changed(app, stories, place, until):
    quote = stories.search(Query(words="fishing families")).hits[0].id
    stories.correct(quote, "speaker", "")
    stories.correct(quote, "speaker", "Ines Carrow")
    with Ledger.open(place, by="carrow") as other:
        other.correct(quote, "role", "spokeswoman")
    stories.undo()
    async with app.run_test(size=(100, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "H")
        await until(pilot, lambda: isinstance(app.screen, ListScreen) and app.screen.items)
        marked = [row for item in app.screen.items if "changed" in (row := app.screen.row(item).cells[2])]
        assert marked == ["role: spokeswoman (its passage changed)"]
        count = app.screen.query_one("#count", Static).visual.plain
        assert count == "4 decisions, 1 taken back, 1 whose passage changed"


async def test_escape_never_quits_and_q_does_at_the_root(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
        await pilot.press("escape", "escape", "escape")
        assert app.is_running
        await pilot.press("q")
        await until(pilot, lambda: not app.is_running or app.return_code == 0)
        assert app.return_code == 0


async def test_findings_hide_what_fits_until_it_is_asked_for(ledger, make_material, until):
    text = "Police made {} arrests in Operation Tidewater in Harlow Bay. They sank {} boats.\n"
    given = [
        make_material(
            text.format(arrests, 12), f"{source}.txt", source=source, date=PartialDate.parse("2031-03-03")
        )
        for source, arrests in (("Coastal Wire", 120), ("Bay Ledger", 150))
    ]
    assert {one.status.value for one in ledger.add(given, extractor="rules")} == {"stored"}
    kinds = {one.finding.kind.value for one in ledger.audit()}
    assert kinds == {"conflict", "corroboration"}
    app = OnRecordApp(lambda: ledger, start="findings")
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "items", ()))
        count = app.screen.query_one("#count", Static)
        assert count.visual.plain == "2 findings: 1 to decide, 1 that fit (w shows them)"
        assert len(app.screen.query_one(RowList).rows) == 1
        await pilot.press("w")
        assert len(app.screen.query_one(RowList).rows) == 2
        assert count.visual.plain == "2 findings: 1 to decide, 1 that fit"
        await pilot.press("T")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("2")
        await until(pilot, lambda: count.visual.plain == "fits: 1 of 2 findings (T shows all)")
        await pilot.press("w")
        assert len(app.screen.query_one(RowList).rows) == 1


async def test_findings_that_other_checks_made_say_so(ledger, make_material, until, monkeypatch):
    list(ledger.add([make_material("Police made 12 arrests in Stroud.\n")], extractor="rules"))
    monkeypatch.setattr(keying, "_REVISION", "of tomorrow")
    app = OnRecordApp(lambda: ledger, start="findings")
    async with app.run_test(size=(120, 30)) as pilot:
        count = app.screen.query_one("#count", Static)
        await until(pilot, lambda: "findings:" in count.visual.plain)
        assert count.visual.plain.endswith("onrecord rebuild compares all of it again.")
