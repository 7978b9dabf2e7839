"""A child process that dies, or whose disk fails, at one chosen step of what it does to a record.

`watched` says what a step is. Steps inside SQLite, between two pages of its log, are
reached by a limit on the size of files (`stopped_at_byte`, `failing_at_byte`).
"""

from __future__ import annotations

import errno
import io
import os
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import forkserver
from pathlib import Path
from typing import NamedTuple, TypeVar
from uuid import uuid4

import lent
import watched
from watched import Step

# What a child ends with where its work raised what no command turns into a sentence.
CRASHED = 77
EVERY = bool(os.environ.get("ONRECORD_EVERY_STEP"))

Prepare = Callable[[], None]
Case = TypeVar("Case")


@dataclass(frozen=True)
class Ended:
    """How a child ended: `code` is its exit code, or minus the signal that killed it."""

    code: int
    out: str
    err: str
    steps: tuple[Step, ...]


class Child(NamedTuple):
    id: int
    out: Path
    err: Path
    steps: Path


def run(work: Callable[[], int | None], scratch: Path, prepare: Prepare = lambda: None) -> Ended:
    """Run `work` in a forked child; `scratch` is a folder for what it prints, away from the record."""
    return finish(start(work, scratch, prepare))


def start(work: Callable[[], int | None], scratch: Path, prepare: Prepare = lambda: None) -> Child:
    scratch.mkdir(exist_ok=True)
    name = uuid4().hex
    files = [scratch / f"{name}.{end}" for end in ("out", "err", "steps")]
    for file in files:
        file.touch()
    id_ = os.fork()
    if id_ == 0:
        _live(work, prepare, *files)
    return Child(id_, *files)


def finish(child: Child) -> Ended:
    code = os.waitstatus_to_exitcode(os.waitpid(child.id, 0)[1])
    out, err, steps = (path.read_text("utf-8", "replace") for path in child[1:])
    return Ended(code, out, err, tuple(steps.splitlines()))


def _live(work: Callable[[], int | None], prepare: Prepare, out: Path, err: Path, steps: Path) -> None:
    code = CRASHED
    try:
        for number, path in ((1, out), (2, err)):
            handle = os.open(path, os.O_WRONLY | os.O_APPEND)
            os.dup2(handle, number)
            os.close(handle)
        sys.stdin = io.TextIOWrapper(io.BytesIO())
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
        # A server of workers that the parent may have started is no child of this process.
        forkserver._forkserver.__init__()
        lent.lend()
        watched.note_in(steps)
        prepare()
        code = work() or 0
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else CRASHED
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def spread(cases: Iterable[Case], check: Callable[[Case], object], scratch: Path) -> None:
    """Check each case in one of two children at once; raises what they failed with."""

    def lane(share: Sequence[Case]) -> None:
        for case in share:
            try:
                check(case)
            except BaseException as error:
                error.add_note(f"in the case {case}")
                raise

    cases = list(cases)
    lanes = [start(partial(lane, cases[n::2]), scratch) for n in range(2)]
    ended = [finish(child) for child in lanes]
    assert [one.code for one in ended] == [0, 0], "".join(one.out + one.err for one in ended)


def counted(home: Path, *, transactions: bool = True) -> Prepare:
    """Only write down every step under the folder `home`."""
    return lambda: watched.watch(home, lambda _n, _step: None, transactions)


def killed_at(number: int, home: Path, *, transactions: bool = True) -> Prepare:
    """SIGKILL just before the step of this number, from 0; each change before it has happened.

    Args:
        transactions: False takes every BEGIN out, so that each statement stands for
            itself: what a test sees of that shows that it can fail.
    """

    def act(n: int, _step: Step) -> None:
        if n == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return lambda: watched.watch(home, act, transactions)


def full_from(number: int, home: Path) -> Prepare:
    """From the step of this number the disk has no room any more."""
    return lambda: watched.watch(
        home, lambda n, step: watched.refuse(errno.ENOSPC, step) if n >= number else None
    )


def broken_at(number: int, home: Path) -> Prepare:
    """The step of this number cannot be done: the device fails, once."""
    return lambda: watched.watch(
        home, lambda n, step: watched.refuse(errno.EIO, step) if n == number else None
    )


def stopped_at_byte(size: int) -> Prepare:
    """The process dies in the middle of the write that would make any file longer than `size`."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def failing_at_byte(size: int) -> Prepare:
    """A write that would make any file longer than `size` is cut there and fails."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def sample(steps: Sequence[Step], most: int) -> list[int]:
    """Numbers of steps: the first and last of every kind, then evenly, `most` unless there are more kinds.

    The kind of a statement is its verb: inside one transaction they are all alike.
    ONRECORD_EVERY_STEP=1 takes every step, which needs minutes.
    """
    if EVERY:
        return list(range(len(steps)))
    kinds = [step.split()[0] if step[0].isupper() else step for step in steps]
    first = {kind: n for n, kind in reversed(list(enumerate(kinds)))}
    last = {kind: n for n, kind in enumerate(kinds)}
    evenly = range(0, len(steps), max(1, len(steps) // most))
    chosen = dict.fromkeys([*first.values(), *last.values(), *evenly])
    return sorted(list(chosen)[: max(most, len(first))])
