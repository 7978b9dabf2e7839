"""Work in one worker and in several gives the same, in the same order, and no item can stop the others."""

import ctypes
import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from claims.errors import InputError, TooLarge, WorkLost
from claims.executor import run
from claims.workers.limits import MB, Limits
from claims.workers.stage import reading

# Met soon, and enough for work that does nothing on a machine that does much else.
SHORT_READING = Limits(reading_seconds=1)
SHORT_WORK = Limits(working_seconds=3)
SMALL = Limits(reading_bytes=300 * MB, working_bytes=400 * MB)


def length(words: str) -> int:
    return len(words)


def same(item: object) -> object:
    return item


def process(_: object) -> int:
    return os.getpid()


def slowly_first(number: int) -> int:
    time.sleep(0.3 if number == 0 else 0)
    return number


def suffer(fate: str) -> str:
    """What hostile bytes do to the process that reads them."""
    with reading("story.txt"):
        match fate:
            case "hang":
                time.sleep(60)
            case "swell":
                return str(len(bytes(310 * MB)))
            case "crash":
                ctypes.string_at(0)
            case "exit":
                os._exit(3)
            case "leave":
                sys.exit(4)
            case "raise":
                raise KeyError("harbor")
    if fate == "idle":
        time.sleep(60)
    return f"{fate}: read"


def why(item: str, clause: str) -> str:
    return clause


def test_results_come_in_the_order_of_the_items_whatever_the_jobs():
    words = ["harbour"[: n % 7] for n in range(40)]
    assert list(run(length, words, 2)) == list(run(length, words, 1)) == [len(w) for w in words]


def test_a_slow_item_holds_its_place_and_not_the_other_workers():
    assert list(run(slowly_first, range(20), 2)) == list(range(20))


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(
    ("fate", "clause"),
    [
        ("hang", "reading it took more than 1 s, so it was given up"),
        ("crash", "the process that read it died (SIGSEGV)"),
        ("exit", "the process that read it died (exit code 3)"),
        ("leave", "the process that read it died (exit code 1)"),
        ("idle", "working on it took more than 3 s, so it was given up"),
    ],
    ids=["hang", "crash", "exit", "leave", "idle"],
)
def test_an_item_that_ends_its_worker_is_told_and_the_others_go_on(fate, clause, jobs):
    limits = SHORT_WORK if fate == "idle" else SHORT_READING
    told = list(run(suffer, ["one", fate, "two", "three"], jobs, lost=why, limits=limits))
    assert told == ["one: read", clause, "two: read", "three: read"]


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no limit of memory")
def test_an_item_that_needs_too_much_memory_is_an_input_error_and_the_others_go_on():
    taken = run(suffer, ["one", "swell"], 1, limits=SMALL)
    assert next(taken) == "one: read"
    with pytest.raises(InputError, match=r"story.txt: reading it needs more than 300 MB of memory"):
        next(taken)


@pytest.mark.skipif(sys.platform != "linux", reason="the system has no limit of memory")
def test_a_worker_that_met_the_limit_of_memory_is_replaced():
    first, second, third = run(swelling_process, [0, 1, 0], 1, limits=SMALL)
    assert first == second != third


def swelling_process(swell: int) -> int:
    try:
        if swell:
            suffer("swell")
    except InputError:
        pass
    return os.getpid()


def test_a_worker_serves_many_items():
    assert len(set(run(process, range(30), 2))) <= 2


def test_what_the_function_raises_is_raised_in_the_turn_of_its_item():
    taken = run(suffer, ["one", "raise", "two"], 2)
    assert next(taken) == "one: read"
    with pytest.raises(KeyError, match="harbor"):
        next(taken)


def test_without_anybody_to_tell_a_lost_item_is_an_error():
    with pytest.raises(WorkLost, match=r"the process that read it died \(exit code 3\)"):
        list(run(suffer, ["exit"], 1))


def test_no_more_items_are_taken_than_are_worth_waiting_for():
    taken = []

    def items() -> Iterator[str]:
        for n in range(1000):
            taken.append(n)
            yield "x"

    next(run(length, items(), 1))
    assert len(taken) <= 65


def test_large_items_are_taken_one_at_a_time():
    held = []
    for result in run(same, _counted(held), 2, weigh=lambda _: 50 * MB):
        assert len(held) - 1 <= result + 1
    assert len(held) == 8


def _counted(held: list[int]) -> Iterator[int]:
    for number in range(8):
        held.append(number)
        yield number


def test_an_item_inside_its_result_is_the_same_object():
    item = TooLarge("big.txt", 60_000_000, 50_000_000)
    (result,) = run(same, [item], 1)
    assert result is item


def test_an_input_error_keeps_its_sentence_between_processes():
    (error,) = run(refusal, ["big.txt"], 2)
    assert str(error) == "big.txt: 60,000,000 bytes are over the limit of 50,000,000"


def refusal(name: str) -> InputError:
    return TooLarge(name, 60_000_000, 50_000_000)


def test_a_function_that_no_worker_can_import_is_an_error_and_no_hang():
    with pytest.raises(Exception, match="nowhere"):
        list(run(_from_nowhere(), [1, 2], 1))


def _from_nowhere():
    def work(item: object) -> object:
        return item

    work.__qualname__ = "nowhere"
    return work


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_fork_of_this_process_has_workers_of_its_own():
    (nursery,) = run(parent, [0], 1)
    child = os.fork()
    if child == 0:
        (other,) = run(parent, [0], 1)
        os._exit(3 if other != nursery else 4)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 3
    assert list(run(parent, [0], 1)) == [nursery]


def parent(_: object) -> int:
    return os.getppid()


def test_nothing_runs_on_when_the_results_are_not_wanted_any_more():
    taken = run(process, range(500), 2)
    workers = {next(taken), next(taken)}
    taken.close()
    assert [pid for pid in workers if _lives(pid)] == []


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def slow_first(number: int) -> int:
    time.sleep(2.5 if number == 0 else 0)
    return number


def test_while_the_next_result_is_long_in_coming_something_is_given_now_and_then():
    found = list(run(slow_first, [0, 1, 2], 2, idle=lambda: -1))
    assert [one for one in found if one >= 0] == [0, 1, 2]
    assert found[0] == -1
    assert found.count(-1) <= 3


def test_what_a_worker_imports_to_read_and_extract_has_no_database():
    asked = (
        "import sys, claims.arriving, claims.rereading, claims.readymade.figures;"
        "print('claims.store.finished' in sys.modules, 'sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "False"]
