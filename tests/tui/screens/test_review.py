"""The review: order, second reader, disagreements, the others, and going on where one was."""

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Static

from claims import Ledger
from claims.views import Which
from tui.app import OnRecordApp
from tui.screens.dialogs import Choose, Message
from tui.screens.review import Review
from tui.state.held import FIRST_REPEAT


@pytest.fixture
def carrow(waterfront: Ledger, place: Path) -> Iterator[Ledger]:
    """The same record, open for a second reviewer."""
    with Ledger.open(place, by="carrow") as other:
        yield other


def words(screen, selector: str) -> str:
    return screen.query_one(selector, Static).visual.plain


async def reviewing(app, pilot, until) -> Review:
    await until(pilot, lambda: isinstance(app.screen, Review) and app.screen.place)
    return app.screen


async def chosen(app, pilot, until, key: str, choice: str) -> Review:
    """Choose from the menu that a key opens."""
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, Choose))
    await pilot.press(choice)
    await until(pilot, lambda: isinstance(app.screen, Review))
    return app.screen


async def test_the_order_is_chosen_and_told(waterfront, until):
    app = OnRecordApp(lambda: waterfront, start="review")
    newest = [item.id for item in waterfront.queue(order="newest").items]
    random = [item.id for item in waterfront.queue(order="random").items]
    assert random == [item.id for item in waterfront.queue(order="random").items]
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        await chosen(app, pilot, until, "greater_than_sign", "n")
        await until(pilot, lambda: [item.id for item in screen.deck.items] == newest)
        assert words(screen, "#progress").endswith("newest first")
        assert screen.deck.place == 1
        await chosen(app, pilot, until, "greater_than_sign", "3")
        await until(pilot, lambda: [item.id for item in screen.deck.items] == random)


async def test_a_blind_second_reader_sees_the_others_verdict_after_their_own(waterfront, carrow, until):
    first, second = (item.subjects for item in carrow.queue().items[:2])
    carrow.judge(first, "unsure")
    carrow.judge(second, "unsure")
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        await chosen(app, pilot, until, "f", "s")
        await until(pilot, lambda: {item.subjects for item in screen.deck.items} == {first, second})
        assert "maybe, by carrow" in words(screen, "#question")
        await chosen(app, pilot, until, "f", "b")
        await until(pilot, lambda: screen.blind and screen.deck.items)
        assert "carrow" not in words(screen, "#question")
        await pilot.press("m")
        await until(pilot, lambda: app._notifications)
        assert "As others (carrow: maybe)." in [each.message for each in app._notifications]
        await pilot.press("a")
        await until(pilot, lambda: len(app._notifications) > 1)
        assert any(each.message.startswith("Reviewers disagree") for each in app._notifications)
        assert waterfront.queue(which=Which.SECOND).items == ()


async def test_a_disagreement_is_settled_in_ones_name(waterfront, carrow, until):
    (item, *_) = carrow.queue().items
    carrow.judge(item.subjects, "unsure")
    waterfront.judge(item.subjects, item.verdicts[0])
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        await chosen(app, pilot, until, "f", "d")
        await until(pilot, lambda: [one.id for one in screen.deck.items] == [item.id])
        assert "reviewers disagree" in words(screen, "#question")
        assert "settles each, in your name" in words(screen, "#progress")
        await pilot.press("a")
        await until(pilot, lambda: waterfront.outcomes([item.subjects])[item.subjects].state == "settled")
        outcome = waterfront.outcomes([item.subjects])[item.subjects]
        assert (outcome.verdict, outcome.by) == (item.verdicts[0], ("okafor",))
        assert screen.deck.shown is None


async def test_what_another_decides_meanwhile_is_told_and_leaves_the_queue(waterfront, carrow, until):
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reviewing(app, pilot, until)
        shown, other = screen.deck.shown.id, screen.deck.items[1]
        await app.heed_news()
        carrow.judge(other.subjects, "unsure")
        await app.heed_news()
        await until(pilot, lambda: other.id not in {item.id for item in screen.deck.items})
        assert [each.message for each in app._notifications] == ["carrow decided 1 thing meanwhile."]
        assert screen.deck.shown.id == shown


async def test_the_next_start_goes_on_where_one_was_with_the_last_decisions(
    waterfront, place, tmp_path, until
):
    app = OnRecordApp(lambda: waterfront, start="review")
    app.places = tmp_path / "review.json"
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        await chosen(app, pilot, until, "greater_than_sign", "n")
        await until(pilot, lambda: screen.deck.items)
        decided = screen.deck.shown.id
        await pilot.press("m", "s", "s")
        await until(pilot, lambda: waterfront.queue().decided == 1)
        here = screen.deck.shown.id
    app.saver.close()
    with Ledger.open(place, by="okafor") as again:
        app = OnRecordApp(lambda: again, start="review")
        app.places = tmp_path / "review.json"
        async with app.run_test(size=(120, 40)) as pilot:
            screen = await reviewing(app, pilot, until)
            await until(pilot, lambda: screen.deck.items)
            assert screen.place.order == "newest"
            assert screen.deck.shown.id == here
            await pilot.press("backspace")
            assert screen.deck.shown.id == decided
            await pilot.press("x")
            if isinstance(app.screen, Choose):
                await pilot.press("4")
            await until(pilot, lambda: screen.deck.shown and screen.deck.shown.id == here)


# A reviewer decides one item, skips one, and is killed: nothing is closed or written after that.
KILLED = """
import asyncio, os, signal, sys
from pathlib import Path
from claims import Ledger
from tui.app import OnRecordApp

async def review(place, places):
    ledger = Ledger.open(place, by="okafor")
    app = OnRecordApp(lambda: ledger, start="review")
    app.places = Path(places)
    async with app.run_test(size=(80, 24)) as pilot:
        while not (getattr(app.screen, "deck", None) and app.screen.deck.items):
            await pilot.pause(0.02)
        await pilot.press("m", "s")
        while not app.screen.place or app.screen.place.item != app.screen.deck.shown.id:
            await pilot.pause(0.02)
        await asyncio.wrap_future(app.saver.submit(lambda: None))
        print(app.screen.deck.shown.id, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(review(*sys.argv[1:]))
"""


async def test_after_a_kill_the_decisions_are_there_and_the_review_goes_on(
    waterfront, place, tmp_path, until
):
    places = tmp_path / "review.json"
    command = [sys.executable, "-c", KILLED, str(place), str(places)]
    killed = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    with Ledger.open(place, by="okafor") as again:
        assert [line.judgement.verdict for line in again.history()] == ["unsure"]
        app = OnRecordApp(lambda: again, start="review")
        app.places = places
        async with app.run_test(size=(80, 24)) as pilot:
            screen = await reviewing(app, pilot, until)
            assert screen.deck.shown.id == killed.stdout.strip()


async def test_the_summary_tells_what_was_decided_and_how_far_others_agree(waterfront, carrow, until):
    (item, *_) = carrow.queue().items
    carrow.judge(item.subjects, "unsure")
    waterfront.judge(item.subjects, "unsure")
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await reviewing(app, pilot, until)
        await pilot.press("P")
        await until(pilot, lambda: isinstance(app.screen, Message) and app.screen.query(".told"))
        told = words(app.screen, ".told")
    assert told.startswith("This sitting: 1 decision\n  1 maybe")
    assert "You and carrow: 1 of 1 alike (100%)" in told


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_question_passages_and_last_decisions_are_on_screen_at_each_size(waterfront, until, size):
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=size) as pilot:
        screen = await reviewing(app, pilot, until)
        await until(pilot, lambda: screen.deck.shown)
        await pilot.press("m")
        await pilot.pause(FIRST_REPEAT / 4)
        for selector, least in (("#question", 1), ("Evidence", 5), ("#last", 1)):
            assert screen.query_one(selector).size.height >= least
