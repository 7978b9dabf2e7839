"""One command on one record, with all that the record may say when the command was cut short."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from records import copied, holding
from steps import counted, run

from claims.errors import NoSuchRecord


@dataclass(frozen=True)
class Tried:
    """One command on one record.

    Attributes:
        base: the record before it, copied for each kill; its folder may be empty.
        work: what to do to a record.
        states: all that the record may say after a kill, the one before first, the finished one last.
        again: can the finished command be done once more, without a further effect?
    """

    base: Path
    work: Callable[[Path], Callable[[], int]]
    states: list
    again: bool = True


def said(record):
    try:
        return holding(record)
    except NoSuchRecord:
        return None


def tried(tmp_path, base, work, *, between=(), again=True):
    """The command with its states: it is run undisturbed once."""
    done = copied(base, tmp_path / "done")
    assert run(work(done), tmp_path / "scratch").code == 0
    return Tried(base, work, [said(base), *between, said(done)], again)


def steps_of(tmp_path, one, **options):
    home = tmp_path / "counted"
    ended = run(one.work(copied(one.base, home)), tmp_path / "scratch", counted(home, **options))
    return ended.steps
