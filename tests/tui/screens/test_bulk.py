"""Marking lines and deciding them together; going back, clearing; keys that are held."""

import pytest
from textual.events import Key
from textual.widgets import Static

from claims import Ledger
from tui.app import OnRecordApp
from tui.screens.bulk import DEAF, Confirm
from tui.screens.case import Case
from tui.screens.dialogs import Choose
from tui.screens.findings import Findings
from tui.state.held import BETWEEN_REPEATS, FIRST_REPEAT
from tui.widgets.row_list import RowList


def words(screen, selector: str) -> str:
    return screen.query_one(selector, Static).visual.plain


def signs(screen) -> str:
    """The marks of the lines that are shown, in order."""
    return "".join(screen.shown.at(place).mark for place in range(len(screen.shown)))


@pytest.fixture
def findings(waterfront: Ledger) -> OnRecordApp:
    return OnRecordApp(lambda: waterfront, start="findings")


async def listed(app, pilot, until) -> Findings:
    await until(pilot, lambda: isinstance(app.screen, Findings) and app.screen.items)
    return app.screen


async def confirmed(app, pilot, until) -> str:
    """Wait for the look at what would be decided, and until it listens; its question."""
    await until(pilot, lambda: isinstance(app.screen, Confirm) and app.screen.query(".samples"))
    await pilot.pause(DEAF + 0.05)
    return words(app.screen, "Static")


async def test_lines_are_marked_by_space_a_range_and_all_and_escape_lets_go(findings, until):
    async with findings.run_test(size=(100, 30)) as pilot:
        screen = await listed(findings, pilot, until)
        count = len(screen.shown)
        assert count >= 2
        await pilot.press("space")
        assert (signs(screen)[0], screen.cursor) == ("●", 1)
        assert words(screen, "#count").endswith("1 marked")
        await pilot.press("V")
        assert signs(screen) == "●" * count
        await pilot.press("V", "home", "v", "j")
        assert signs(screen)[:2] == "○○"
        assert words(screen, "#count").endswith("marking 2: v keeps, esc gives up")
        await pilot.press("escape")
        assert "○" not in signs(screen)
        await pilot.press("home", "v", "j", "v")
        assert signs(screen)[:2] == "●●"
        await pilot.press("escape")
        assert signs(screen).strip() == ""


async def test_marked_findings_are_dismissed_with_one_reason_and_one_undo_takes_all_back(
    findings, waterfront, until
):
    async with findings.run_test(size=(100, 30)) as pilot:
        screen = await listed(findings, pilot, until)
        marked = {one.finding.id for one in screen.shown.items[:2]}
        await pilot.press("space", "space", "X")
        await until(pilot, lambda: isinstance(findings.screen, Choose))
        await pilot.press("4")
        assert await confirmed(findings, pilot, until) == "Decide 2 findings: dismissed (rounding)?"
        assert waterfront.history() == []
        await pilot.press("Y")
        await until(pilot, lambda: len(waterfront.history()) == 2)
        made = [line.judgement for line in waterfront.history()]
        assert {one.subjects[0] for one in made} == marked
        assert {(one.verdict, one.value) for one in made} == {("dismissed", "rounding")}
        await until(pilot, lambda: findings.screen is screen and signs(screen).strip() == "")
        await pilot.press("u")
        await until(pilot, lambda: not any(one.status.value == "dismissed" for one in waterfront.audit()))
        await pilot.press("ctrl+r")
        await until(pilot, lambda: sum(one.status.value == "dismissed" for one in waterfront.audit()) == 2)


@pytest.mark.parametrize("key", ["enter", "escape", "A", "y"])
async def test_only_the_capital_letter_decides(findings, waterfront, until, key):
    async with findings.run_test(size=(80, 24)) as pilot:
        await listed(findings, pilot, until)
        await pilot.press("A")
        await confirmed(findings, pilot, until)
        await pilot.press(key)
        await pilot.pause(0.1)
    findings.saver.close()
    assert waterfront.history() == []


async def test_a_confirmation_typed_ahead_is_not_heard(findings, waterfront, until):
    async with findings.run_test(size=(80, 24)) as pilot:
        await listed(findings, pilot, until)
        findings.simulate_key("A")
        findings.simulate_key("Y")
        await until(pilot, lambda: isinstance(findings.screen, Confirm))
        findings.screen.post_message(Key("Y", "Y"))
        await confirmed(findings, pilot, until)
        await pilot.press("escape")
    findings.saver.close()
    assert waterfront.history() == []


async def test_all_the_rest_of_a_review_is_accepted_with_a_look_at_it(waterfront, until):
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "deck", None) and app.screen.deck.items)
        total = len(app.screen.deck.items)
        await pilot.press("m", "A")
        await confirmed(app, pilot, until)
        await pilot.press("Y")
        await until(pilot, lambda: waterfront.queue().decided == total)
        assert waterfront.queue().items == ()
        verdicts = [line.judgement.verdict for line in waterfront.history()]
        assert set(verdicts[:-1]) <= {"real", "same"}
        assert verdicts[-1] == "unsure"


async def test_going_back_and_pressing_the_same_key_clears_a_decision(waterfront, until):
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "deck", None) and len(app.screen.deck.items) > 1)
        screen = app.screen
        first, second = (item.id for item in screen.deck.items[:2])
        await pilot.press("m")
        await until(pilot, lambda: waterfront.queue().decided == 1)
        assert "~ maybe" in words(screen, "#last")
        await pilot.press("backspace")
        assert screen.deck.shown.id == first
        await pilot.pause(FIRST_REPEAT)
        await pilot.press("m")
        await until(pilot, lambda: waterfront.queue().decided == 0)
        assert screen.deck.shown.id == first
        await pilot.press("a")
        await until(pilot, lambda: waterfront.queue().decided == 1)
        assert screen.deck.shown.id == second


async def test_another_verdict_after_going_back_leads_to_where_one_was(waterfront, until):
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "deck", None) and len(app.screen.deck.items) > 2)
        screen = app.screen
        first, _, third = (item.id for item in screen.deck.items[:3])
        await pilot.press("m", "s", "backspace", "a")
        await until(pilot, lambda: len(waterfront.history()) == 2)
        assert waterfront.history()[0].judgement.subjects == tuple(first.split())
        assert screen.deck.shown.id == third


async def test_a_held_key_decides_once(waterfront, until):
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "deck", None) and len(app.screen.deck.items) > 1)
        for _ in range(12):
            app.simulate_key("m")
        await pilot.pause(0.3)
        assert len(app.screen.deck.verdicts) == 1
        app.simulate_key("a")
        await until(pilot, lambda: waterfront.queue().decided == 2)


async def test_a_press_that_waits_decides_nothing_else_than_what_was_on_screen(waterfront, until):
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "deck", None) and len(app.screen.deck.items) > 2)
        await pilot.press("m")
        await pilot.pause(BETWEEN_REPEATS)
        app.simulate_key("m")
        await until(pilot, lambda: app._withheld)
        # As when somebody else decided it just then.
        app.screen.deck.skip()
        await until(pilot, lambda: not app._withheld)
        assert any("nothing was decided" in each.message for each in app._notifications)
    app.saver.close()
    assert waterfront.queue().decided == 1


async def test_a_case_of_the_list_shows_what_was_decided_and_clears_it(findings, waterfront, until):
    async with findings.run_test(size=(100, 30)) as pilot:
        screen = await listed(findings, pilot, until)
        wanted = screen.shown.items[0].finding.id
        waterfront.judge([wanted], "real")
        await pilot.press("R")
        await until(pilot, lambda: "real" in screen.row(screen.items[0]).cells[0])
        screen.query_one(RowList).go(next(n for n, i in enumerate(screen.items) if i.finding.id == wanted))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(findings.screen, Case) and findings.screen.deck.verdicts)
        assert "decided: real, by okafor" in words(findings.screen, "#question")
        await pilot.press("a")
        await until(pilot, lambda: waterfront.show(wanted).findings[0].status.value == "open")
