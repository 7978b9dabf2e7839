from tui.state.held import Held


def counted(*presses: tuple[str, float]) -> list[tuple[str, float]]:
    """Which presses count, where each that waits is let go once its key was quiet for long enough."""
    held, found = Held(), []
    waiting: tuple[str, float] | None = None
    for key, at in presses:
        if held.repeats(key, at):
            waiting = None
            continue
        if waiting:
            found.append(waiting)
            waiting = None
        if held.must_wait(key, at):
            waiting = (key, at)
        else:
            found.append((key, at))
    return [*found, waiting] if waiting else found


def test_a_held_key_counts_once_however_late_it_begins_to_repeat():
    for delay in (0.2, 0.5, 1.0):
        held = [("a", 0.0), *(("a", delay + 0.04 * number) for number in range(30))]
        assert counted(*held) == [("a", 0.0)]


def test_a_key_that_is_pressed_again_counts_again():
    presses = [("a", 0.0), ("a", 0.4), ("a", 0.8), ("a", 3.0)]
    assert counted(*presses) == presses


def test_another_key_counts_at_once():
    presses = [("a", 0.0), ("x", 0.02), ("a", 0.04)]
    assert counted(*presses) == presses


def test_holding_after_pressing_again_counts_what_was_pressed():
    held = [("a", 0.0), ("a", 0.5), *(("a", 1.0 + 0.03 * number) for number in range(9))]
    assert counted(*held) == [("a", 0.0), ("a", 0.5)]
