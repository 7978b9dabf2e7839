"""Two reviewers at two apps on one file: each sees what the other decides."""

from pathlib import Path

from textual.widgets import Static

from claims import Ledger
from tui.app import OnRecordApp
from tui.screens.review import Review


def question(app: OnRecordApp) -> str:
    return app.screen.query_one("#question", Static).visual.plain


async def test_decisions_of_each_reach_the_other_and_a_disagreement_is_settled_by_name(
    waterfront: Ledger, place: Path, until
):
    mine, theirs = (
        OnRecordApp(lambda: waterfront, start="review"),
        OnRecordApp(lambda: Ledger.open(place, by="carrow"), start="review"),
    )
    async with mine.run_test(size=(120, 40)) as here, theirs.run_test(size=(120, 40)) as there:
        for app, pilot in ((mine, here), (theirs, there)):
            await until(pilot, lambda app=app: isinstance(app.screen, Review) and app.screen.deck.shown)
            await app.heed_news()
        item = mine.screen.deck.shown
        assert theirs.screen.deck.shown.id == item.id
        # Both decide before either heard of the other.
        await here.press("m")
        await there.press("a")
        await until(here, lambda: waterfront.outcomes([item.subjects])[item.subjects].state == "disputed")
        for app, by in ((mine, "carrow"), (theirs, "okafor")):
            await app.heed_news()
            told = f"{by} decided 1 thing meanwhile."
            await until(
                here, lambda app=app, told=told: told in [each.message for each in app._notifications]
            )
        await here.press("f")
        await here.pause()
        await here.press("d")
        await until(here, lambda: [one.id for one in mine.screen.deck.items] == [item.id])
        assert "reviewers disagree" in question(mine)
        await here.press("a")
        await until(here, lambda: waterfront.outcomes([item.subjects])[item.subjects].state == "settled")
        outcome = theirs.ledger.outcomes([item.subjects])[item.subjects]
        assert (outcome.verdict, outcome.by) == (item.verdicts[0], ("okafor",))
        theirs.ledger.close()
