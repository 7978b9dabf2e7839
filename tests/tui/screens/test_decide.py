from threading import Event

from textual.widgets import Input, Static

from claims import Ledger
from claims.errors import StoreBusy
from tui.app import OnRecordApp
from tui.screens.case import Case
from tui.screens.dialogs import Choose, Message
from tui.screens.form import Correct
from tui.screens.review import Review
from tui.state.cases import case_of_finding


async def reviewing(app, pilot, until) -> Review:
    await until(pilot, lambda: isinstance(app.screen, Review) and app.screen.deck.items)
    return app.screen


def words(screen, selector: str) -> str:
    return screen.query_one(selector, Static).visual.plain


async def test_one_key_decides_what_is_on_screen_and_the_record_knows(raids: Ledger, until):
    app = OnRecordApp(lambda: raids, start="review")
    before = len(raids.queue().items)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        first = screen.deck.shown
        await pilot.press("m")
        await until(pilot, lambda: raids.queue().decided == 1)
        assert raids.history()[0].judgement.subjects == first.subjects
        assert raids.history()[0].judgement.verdict == "unsure"
        assert first.sentence in raids.history()[0].judgement.shown
        assert screen.deck.shown is None or screen.deck.shown.id != first.id
        assert f"{before - 1} left · 1 done" in words(screen, "#progress")


async def test_two_quick_keys_decide_two_items_each_its_own(raids: Ledger, until):
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reviewing(app, pilot, until)
        wanted = [item.subjects for item in screen.deck.items[:2]]
        await pilot.press("a", "m")
        await until(pilot, lambda: raids.queue().decided == len(wanted))
        assert [line.judgement.subjects for line in reversed(raids.history())] == wanted


async def test_a_decision_that_is_still_to_be_saved_as_the_app_closes_is_saved(raids: Ledger, until):
    app, gate = OnRecordApp(lambda: raids, start="review"), Event()
    async with app.run_test(size=(80, 24)) as pilot:
        await reviewing(app, pilot, until)
        app.saver.submit(lambda: gate.wait(20))
        await pilot.press("m")
    gate.set()
    app.saver.close()
    assert raids.queue().decided == 1


async def test_dismissing_asks_for_a_reason_and_the_same_key_takes_the_first(raids: Ledger, until):
    finding = raids.audit(check="sum-of-parts")[0]
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reviewing(app, pilot, until)
        screen.deck.go(finding.finding.id)
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)
        assert raids.history() == []
        await pilot.press("x")
        await until(pilot, lambda: isinstance(app.screen, Choose))
        await pilot.press("wait:150", "x")
        await until(pilot, lambda: raids.queue().decided == 1)
        made = raids.history()[0].judgement
        assert (made.subjects, made.verdict, made.value) == ((finding.finding.id,), "dismissed", "misread")


async def test_misread_opens_the_correction_of_the_marked_passage(raids: Ledger, until):
    finding = raids.audit(check="sum-of-parts")[0].finding
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        screen.deck.go(finding.id)
        await pilot.press("x", "wait:150", "x")
        await until(pilot, lambda: isinstance(app.screen, Correct) and app.screen.query("#value"))
        field = app.screen.query_one("#value", Input)
        field.value = "39"
        await pilot.press("enter")
        await until(pilot, lambda: app.screen is screen)
        verdict, correction = (line.judgement for line in reversed(raids.history()))
    assert (verdict.verdict, verdict.value) == ("dismissed", "misread")
    assert (correction.verdict, correction.value) == ("value", "39")
    assert raids.show(correction.subjects[0]).value.text == "41"


async def test_a_misread_part_is_corrected_with_its_sentence_in_view(raids: Ledger, until):
    finding = raids.audit(check="sum-of-parts")[0].finding
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        screen.deck.go(finding.id)
        await pilot.press("x", "wait:150", "x")
        await until(pilot, lambda: isinstance(app.screen, Correct) and app.screen.query("#value"))
        assert words(app.screen, "#heading") == "Correct, passage 1 of 4"
        assert "41: “HARLOW BAY, March 3, 2031 — Police in Halden County arrested 41" in words(
            app.screen, ".about"
        )
        await pilot.press("pagedown")
        await until(pilot, lambda: isinstance(app.screen, Correct) and app.screen.query("#value"))
        await until(pilot, lambda: words(app.screen, "#heading") == "Correct, passage 2 of 4")
        assert "12: “There were 12 arrests in Harlow Bay" in words(app.screen, ".about")
        app.screen.query_one("#value", Input).value = "14"
        await pilot.press("pageup")
        await until(pilot, lambda: raids.history()[0].judgement.verdict == "value")
        await until(pilot, lambda: words(app.screen, "#heading") == "Correct, passage 1 of 4")
        await pilot.press("escape")
    correction = raids.history()[0].judgement
    assert (raids.show(correction.subjects[0]).value.text, correction.value) == ("12", "14")


async def test_another_reason_opens_nothing(raids: Ledger, until):
    finding = raids.audit(check="sum-of-parts")[0].finding
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(100, 40)) as pilot:
        screen = await reviewing(app, pilot, until)
        screen.deck.go(finding.id)
        await pilot.press("x", "4")
        await until(pilot, lambda: raids.queue().decided == 1)
        assert app.screen is screen
        assert raids.history()[0].judgement.value == "rounding"


async def test_undo_brings_the_item_back_on_screen_and_redo_decides_it_again(raids: Ledger, until):
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reviewing(app, pilot, until)
        first = screen.deck.shown.id
        await pilot.press("a", "u")
        await until(pilot, lambda: raids.queue().decided == 0 and len(raids.history()) >= 1)
        await until(
            pilot, lambda: screen.deck.shown and screen.deck.shown.id == first and screen.deck.decided == 0
        )
        await pilot.press("ctrl+r")
        await until(pilot, lambda: raids.queue().decided == 1)


async def test_an_undo_after_a_document_was_destroyed_says_that_it_stays_destroyed(raids: Ledger, until):
    (line, *_) = raids.documents()
    raids.tag(line.id, "raids")
    raids.withdraw(line.id, purge=True)
    app = OnRecordApp(lambda: raids)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "u")
        await until(pilot, lambda: app._notifications)
        (told,) = [each.message for each in app._notifications]
        assert "Taken back: tag set: raids; the document that was destroyed since then stays" in told


async def test_progress_is_what_the_record_says_after_a_restart(raids: Ledger, until):
    item = raids.queue().items[0]
    raids.judge(item.subjects, "unsure")
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "1 done" in words(app.screen, "#progress"))


async def test_a_verdict_that_cannot_be_saved_comes_back_and_says_so(raids: Ledger, until, monkeypatch):
    app = OnRecordApp(lambda: raids, start="review")

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy(raids.location, 15)

    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reviewing(app, pilot, until)
        first, left = screen.deck.shown.id, screen.deck.left
        monkeypatch.setattr(raids, "judge", busy)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, Message))
        assert (screen.deck.shown.id, screen.deck.left) == (first, left)


async def test_a_finding_whose_document_is_withdrawn_before_the_decision_is_saved_is_not_decided(
    raids: Ledger, until, monkeypatch
):
    app, judge = OnRecordApp(lambda: raids, start="review"), raids.judge
    finding = next(item for item in raids.queue().items if item.finding)

    def late(*subjects: object, **how: object) -> None:
        raids.withdraw(finding.citations[0].document.id)
        judge(*subjects, **how)

    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reviewing(app, pilot, until)
        screen.deck.go(finding.id)
        monkeypatch.setattr(raids, "judge", late)
        await pilot.press("m")
        await until(pilot, lambda: finding.id not in [item.id for item in screen.deck.items])
        assert [each.message for each in app._notifications][-1].startswith("The record changed meanwhile")
        assert app.screen is screen
        assert raids.queue().decided == 0


async def test_a_finding_of_the_list_is_decided_where_it_stands(raids: Ledger, until):
    app = OnRecordApp(lambda: raids, start="findings")
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "items", ()))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, Case))
        wanted = app.screen.deck.shown.id
        await pilot.press("a")
        await until(pilot, lambda: raids.show(wanted).findings[0].status.value == "real")
        await pilot.press("q")
        await until(pilot, lambda: "real" in app.screen.row(app.screen.items[0]).cells[0])


async def test_a_decision_made_just_before_quitting_is_saved(raids: Ledger, until):
    app = OnRecordApp(lambda: raids, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        await reviewing(app, pilot, until)
        await pilot.press("m", "q")
    app.saver.close()
    assert raids.queue().decided == 1


async def test_the_figures_of_a_finding_are_a_table_beside_the_passages_or_instead_of_them(
    waterfront: Ledger, until
):
    wanted = next(
        one.finding.id
        for one in waterfront.audit(check="changed-figure")
        if one.finding.kind.value == "conflict"
    )
    app = OnRecordApp(lambda: waterfront, start="review")
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await reviewing(app, pilot, until)
        screen.deck.go(wanted)
        screen.fresh()
        assert not screen.query_one("#numbers").display
        await pilot.press("number_sign")
        table = screen.query_one("#numbers").render().plain
        assert [line.split()[0] for line in table.splitlines()[1:]] == ["A", "B"]
        assert [line.split()[1:4] for line in table.splitlines()[1:]] == [
            ["150", "150", "arrests"],
            ["120", "120", "arrests"],
        ]
        assert not screen.query_one("#desk").display
        assert screen.query_one("#why").size.height >= 8
        await pilot.resize_terminal(120, 40)
        await until(pilot, lambda: screen.query_one("#desk").display)
        assert screen.query_one("#numbers").display
        await pilot.press("w")
        await until(pilot, lambda: app._notifications)
        assert [one.message for one in app._notifications] == [
            "Nothing on record was found to fit with these passages."
        ]


async def test_what_fits_with_a_finding_is_read_beside_it(waterfront: Ledger, until):
    (fits,) = (one for one in waterfront.audit() if one.finding.kind.value == "corroboration")
    app = OnRecordApp(lambda: waterfront, start="findings")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: getattr(app.screen, "items", ()))
        app.decide([case_of_finding(fits)])
        await until(pilot, lambda: isinstance(app.screen, Case) and app.screen.is_mounted)
        first = app.screen
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, Case) and app.screen is not first)
        assert app.screen.deck.shown.id == fits.finding.id
