import asyncio
import threading

import pytest

from tui.state.saving import Saver


def test_what_was_submitted_is_done_in_order_before_closing_returns():
    saver, done, gate = Saver(), [], threading.Event()
    saver.submit(lambda: gate.wait(5))
    for number in range(5):
        saver.submit(lambda number=number: done.append(number))
    gate.set()
    saver.close()
    assert done == [0, 1, 2, 3, 4]


def test_a_failure_is_told_to_who_asked_and_the_next_is_still_done():
    saver = Saver()
    failed = saver.submit(lambda: 1 // 0)
    assert saver.submit(lambda: "kept").result(5) == "kept"
    with pytest.raises(ZeroDivisionError):
        failed.result(5)
    saver.close()


def test_what_waits_to_be_saved_as_the_app_closes_is_saved():
    saver, done, gate = Saver(), [], threading.Event()

    async def app() -> None:
        saver.submit(lambda: gate.wait(5))
        waiting = asyncio.wrap_future(saver.submit(lambda: done.append("decision")))
        waiting.cancel()
        await asyncio.sleep(0)

    asyncio.run(app())
    gate.set()
    saver.close()
    assert done == ["decision"]
