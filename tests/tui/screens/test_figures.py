"""The history of a figure in the app, by keys."""

import pytest
from textual.widgets import Input, Static

from claims.model import PartialDate
from tui.app import OnRecordApp
from tui.screens.figures import MOST_CLAIMED, NOT_DROPPED, Figures
from tui.screens.search import Search
from tui.screens.statement import Statement
from tui.widgets.row_list import RowList

TEXTS = {"2028": "Police made 120 arrests in Stroud.\n", "2029": "Police made 150 arrests in Stroud.\n"}


@pytest.fixture
def arrests(ledger_of, make_material):
    """A record of the texts."""
    given = [
        make_material(text, f"{year}.txt", source="Bay Ledger", date=PartialDate.parse(year))
        for year, text in TEXTS.items()
    ]
    return ledger_of(*given)


@pytest.fixture
def figures(arrests):
    """An app over it."""
    return OnRecordApp(lambda: arrests)


async def asked(app, pilot, until, topic):
    await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.found)
    await pilot.press("escape", "g", "f")
    await until(pilot, lambda: isinstance(app.screen, Figures))
    await pilot.press("slash", *topic, "enter")
    await until(pilot, lambda: "“" in count(app))


def count(app):
    return app.screen.query_one("#count", Static).visual.plain


def said(app):
    """The last word in the corner."""
    return [each.message for each in app._notifications][-1:]


def cells(app):
    return [one.row.cells for one in app.screen.shown.items]


async def test_a_topic_gives_rows_with_bars_and_changes(figures, until):
    async with figures.run_test(size=(120, 30)) as pilot:
        await asked(figures, pilot, until, "arrests")
        assert count(figures) == "2 figures of “arrests”"
        assert [one[:4] for one in cells(figures)] == [
            ("2028", "120", "█████████▋", ""),
            ("2029", "150", "████████████", "+30 (+25.0%)"),
        ]
        assert "Police made 120 arrests" in figures.screen.query_one("#preview", Static).visual.plain
        await pilot.press("j", "enter")
        await until(pilot, lambda: isinstance(figures.screen, Statement) and figures.screen.page)


async def test_a_row_is_dropped_and_put_back_by_keys_and_undone(figures, arrests, until):
    async with figures.run_test(size=(100, 30)) as pilot:
        await asked(figures, pilot, until, "arrests")
        await pilot.press("x")
        await until(pilot, lambda: count(figures).endswith("1 dropped"))
        assert [one[1] for one in cells(figures)] == ["150", "120"]
        assert figures.screen.shown.items[1].row.quiet
        await pilot.press("u")
        await until(pilot, lambda: count(figures) == "2 figures of “arrests”")
        await pilot.press("x")
        await until(pilot, lambda: count(figures).endswith("1 dropped"))
        await pilot.press("j", "a")
        await until(pilot, lambda: count(figures) == "2 figures of “arrests”")
    assert [line.judgement.verdict for line in arrests.history()][:1] == ["added"]


async def test_a_claim_is_added_by_its_id(figures, arrests, until):
    wanted = arrests.figures("arrests").rows[0].claim.id
    async with figures.run_test(size=(100, 30)) as pilot:
        await asked(figures, pilot, until, "aqueducts")
        assert count(figures) == "No claim counts “aqueducts” in 2 claims."
        await pilot.press("plus")
        await until(pilot, lambda: isinstance(figures.focused, Input))
        await pilot.press(*wanted[:8], "enter")
        await until(pilot, lambda: count(figures) == "1 figure of “aqueducts”")
        assert cells(figures)[0][1] == "✎ 120"


async def test_before_a_topic_is_named_the_most_claimed_are_there_to_choose(figures, until):
    async with figures.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: isinstance(figures.screen, Search) and figures.screen.found)
        await pilot.press("escape", "g", "f")
        await until(pilot, lambda: isinstance(figures.screen, Figures) and figures.screen.topics)
        assert count(figures) == MOST_CLAIMED
        await pilot.press("x", "a", "enter")
        await until(pilot, lambda: count(figures) == "2 figures of “arrests”")


async def test_after_a_drop_a_acts_on_the_row_that_was_dropped_and_names_it(figures, arrests, until):
    async with figures.run_test(size=(100, 30)) as pilot:
        await asked(figures, pilot, until, "arrests")
        await pilot.press("a")
        await until(pilot, lambda: said(figures) == [NOT_DROPPED])
        await pilot.press("x")
        await until(pilot, lambda: count(figures).endswith("1 dropped"))
        await until(pilot, lambda: said(figures) == ["Dropped: 120 of 2028. u takes it back."])
        await pilot.press("a")
        await until(pilot, lambda: count(figures) == "2 figures of “arrests”")
        await until(pilot, lambda: said(figures) == ["Added: 120 of 2028. u takes it back."])
    assert [line.judgement.verdict for line in arrests.history()][:2] == ["added", "dropped"]


async def test_before_a_topic_is_named_the_screen_says_how_and_nothing_breaks(figures, until):
    async with figures.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: isinstance(figures.screen, Search) and figures.screen.found)
        await pilot.press("escape", "g", "f")
        await until(pilot, lambda: isinstance(figures.screen, Figures))
        assert count(figures).startswith("Press / and name what is counted")
        await pilot.press("x", "a", "plus")
        assert isinstance(figures.screen, Figures)
        await pilot.press("slash", *"of", "space", *"the", "enter")
        await until(pilot, lambda: "'of the'" in count(figures))
        assert figures.screen.query_one(RowList).cursor == 0


async def test_the_figures_are_a_plot_above_the_list_and_the_row_under_the_cursor_is_marked(figures, until):
    async with figures.run_test(size=(80, 24)) as pilot:
        await asked(figures, pilot, until, "arrests")
        plotted = figures.screen.query_one("#plot", Static)
        assert not plotted.display
        await pilot.press("p")
        await until(pilot, lambda: plotted.display and "◆" in plotted.visual.plain)
        lines = plotted.visual.plain.splitlines()
        assert lines[0] == "counts"
        assert lines[1].startswith(" 150┤")
        assert lines[-1].strip().startswith("2028-01-01")
        assert lines[1].endswith("●")
        await pilot.press("j")
        await until(pilot, lambda: plotted.visual.plain.splitlines()[1].endswith("◆"))
        assert figures.screen.query_one(RowList).size.height >= 4
        await pilot.press("p")
        await until(pilot, lambda: not plotted.display)
        await pilot.resize_terminal(120, 40)
        assert not plotted.display
