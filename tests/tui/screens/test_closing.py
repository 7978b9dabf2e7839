"""An answer that comes while its screen closes is dropped."""

from threading import Event

from tui.screens.search import Search


async def test_an_answer_that_comes_when_the_parts_of_its_screen_are_gone_already_does_nothing(app, until):
    answered = Event()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: isinstance(app.screen, Search) and app.screen.hit())
        screen, taken = app.screen, []

        def parts_go() -> None:
            screen._pruning = True  # as Textual marks it before it closes its parts
            answered.set()

        screen.ask(answered.wait, taken.append, group="late")
        app.call_later(parts_go)
        await pilot.pause(0.3)
        screen._pruning = False
        assert (answered.is_set(), taken) == (True, [])
