"""Every key of the table is pressed on a screen where it holds, and does what the table says."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.pilot import Pilot

from claims import Ledger
from claims.views import Query
from tui import keys
from tui.app import OnRecordApp
from tui.chosen import Chosen
from tui.keyboard import keyboard
from tui.screens import SCREENS, WINDOWS, bulk, every, together
from tui.screens.bulk import Confirm
from tui.screens.case import Case
from tui.screens.check import Check
from tui.screens.dialogs import Ask, Message
from tui.screens.facets import Facets
from tui.screens.form import Correct
from tui.screens.help import Help
from tui.screens.person import Person
from tui.screens.saved import Looked, Saved
from tui.screens.statement import Statement
from tui.screens.tour import Tour
from tui.screens.versions import Versions
from tui.state.bulk import plan
from tui.state.cases import case_of_finding
from tui.state.facets import Facet
from tui.state.facets import Facets as Counted
from tui.state.kept import SavedSearch
from tui.widgets.document_text import DocumentText
from tui.widgets.row_list import RowList

# In a line one types into, the line itself hears its keys, or the window that scrolls around it.
HEARD_BY_THE_LINE = ("query", "form")


@pytest.fixture
def done(monkeypatch) -> list[str]:
    """Actions in the order in which keys asked for them; none is carried out."""
    asked: list[str] = []

    async def ask(self: OnRecordApp, action: str, *_: object, **__: object) -> bool:
        asked.append(str(action))
        return True

    monkeypatch.setattr(OnRecordApp, "run_action", ask)
    return asked


@asynccontextmanager
async def every_screen(stories: Ledger, until, **options) -> AsyncIterator[tuple[OnRecordApp, Pilot]]:
    app = OnRecordApp(lambda: stories, **options)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.is_mounted and app.opening.done())
        yield app, pilot


def opened(app: OnRecordApp, ledger: Ledger) -> list[tuple[tuple[str, ...], object]]:
    """What opens each screen and window, with the scopes that it is there for."""
    quote = ledger.documents()[0].id
    case = [case_of_finding(each) for each in ledger.audit()[:1]]
    made = {
        Case: lambda: Case(case, 0, "okafor"),
        Check: lambda: Check("the pier"),
        Person: lambda: Person(ledger.speakers()[0], "speaker:vega"),
        Statement: lambda: Statement(quote),
        Versions: lambda: Versions([[hit.id for hit in ledger.search(Query(words="pier")).hits]]),
    }
    windows = {
        "window": lambda: Ask("Note"),
        "message": lambda: Message("That did not work", "no"),
        "confirm": lambda: Confirm(plan([case_of_finding(each) for each in ledger.audit()[:1]], 0)),
        "help": lambda: Help("Search", ("list",), [], app.keyboard),
        "pick": lambda: Facets(Counted("", (Facet("speaker", "Marisol Vega", 2),))),
        "form": lambda: Correct(ledger.show(quote).value),
        "tour": lambda: Tour([("Here", ("and there",))]),
        "saved": lambda: Saved([Looked(SavedSearch("pier", 0), 2, 1, 2)]),
    }
    found = [(("app", *screen.loaded().SCOPES), screen.name) for screen in SCREENS]
    found += [(("app", *screen.SCOPES), made[screen]) for screen in every() if screen in made]
    return found + [((scope,), windows[scope]) for scope in WINDOWS]


async def test_each_key_does_what_the_table_says(stories, until, done, monkeypatch):
    monkeypatch.setattr(bulk, "DEAF", 0.0)
    left = {row for row in keys.KEYS if row.scope not in HEARD_BY_THE_LINE}
    async with every_screen(stories, until) as (app, pilot):
        for scopes, open_ in opened(app, stories):
            wanted = [row for row in keys.KEYS if row in left and row.scope in scopes]
            if not wanted:
                continue
            if isinstance(open_, str):
                app.switch_mode(open_)
            else:
                app.push_screen(open_())
            await until(pilot, lambda: app.screen.is_mounted and app.screen.is_current)
            for widget in (*app.screen.query(RowList), *app.screen.query(DocumentText)):
                widget.display = True
                app.screen.set_focus(widget)
            await pilot.pause()
            await press(pilot, until, done, wanted)
            left -= set(wanted)
    assert left == set()


async def press(pilot: Pilot, until, done: list[str], rows: list[keys.Key]) -> None:
    """Press every key of some rows; what was done is what they say."""
    # Those that are heard before the field that has the keyboard overtake the others.
    rows.sort(key=lambda row: not row.at_once)
    names = [(name, row.action) for row in rows for name in row.keys.split(",")]
    done.clear()
    for name, _ in names:
        pilot.app.simulate_key(name)
    await until(pilot, lambda: len(done) >= len(names))
    assert done == [action for _, action in names]


async def test_keys_that_were_set_hold_instead_in_app_footer_and_help(stories, until, done):
    origins = {"keys": "default", "remap": "default"}
    chosen = keyboard("aleph", {"help": "f3"}, together, origins)
    async with every_screen(stories, until, chosen=Chosen(chosen), start="review") as (app, pilot):
        await until(pilot, lambda: app.screen.is_mounted and "dismiss" in footer(app))
        assert footer(app).startswith("y real   n dismiss   h maybe")
        assert footer(app).endswith("f3 keys")
        done.clear()
        for name in ("y", "n", "h", "a", "question_mark", "f3"):
            app.simulate_key(name)
        await until(pilot, lambda: "help" in done)
        assert done == ["decide(0)", "decide(1)", "decide(2)", "decide(0)", "help"]


def footer(app: OnRecordApp) -> str:
    from tui.widgets.bars import KeyBar

    return app.screen.query_one(KeyBar).render().plain
