"""Keys that come faster than the app answers: each reaches what it was typed for."""

from textual import events
from textual.widgets import Input

from claims.ledger import Ledger
from tui.app import OnRecordApp
from tui.screens.review import Review
from tui.screens.search import Search


def type_at_once(app: OnRecordApp, keys: str) -> None:
    """As a terminal does it whose reader was busy: all of them before the first is answered."""
    for key in keys:
        app.post_message(events.Key({"/": "slash"}.get(key, key), key))


async def test_a_query_typed_right_after_the_slash_is_all_in_the_field(app, until):
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        await pilot.press("escape")
        field = app.screen.query_one(Input)
        type_at_once(app, "/harbor")
        await until(pilot, lambda: field.value == "harbor")


async def test_a_reason_typed_ahead_of_its_window_is_taken_and_the_next_key_is_for_the_next_item(
    raids: Ledger, until
):
    finding = raids.audit(check="sum-of-parts")[0].finding
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Review) and app.screen.deck.items)
        app.screen.deck.go(finding.id)
        type_at_once(app, "x4m")
        await until(pilot, lambda: raids.queue().decided == 2)
        last, first = (line.judgement for line in raids.history()[:2])
    assert (first.subjects, first.verdict, first.value) == ((finding.id,), "dismissed", "rounding")
    assert last.verdict == "unsure"


async def test_a_key_that_is_never_heard_of_again_holds_up_the_next_not_for_good(app, until, monkeypatch):
    monkeypatch.setattr(app, "_let_settle", lambda: None)
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        field = app.screen.query_one(Input)
        field.value = ""
        type_at_once(app, "har")
        await until(pilot, lambda: field.value == "har")
