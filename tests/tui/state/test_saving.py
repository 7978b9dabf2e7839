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
