"""What adding costs beside reading and extraction alone, and what a hostile file costs a run.

Run: python -P tests/bench/intake.py [EVAL_FOLDER] [--repeat=N] [--jobs=N] [--first=N] [--guard]

EVAL_FOLDER holds corpora/ (real press releases); by default the ONRECORD_EVAL variable, else
../shared/eval beside the checkout. Each release becomes a file, a manifest says whose it is. Then,
each in a process of its own and timed from its start to its end: reading and extraction in the same
guarded workers with nothing stored; `extract --json`, which prints what it finds; `add` into a new
record; `add` of everything once more; `add` of an empty folder, which is the program's start. Medians
of N rounds. With --guard, instead: one page that takes a parser minutes among twenty good files.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, fields
from pathlib import Path

from claims import executor
from claims.errors import InputError
from claims.intake import Prepared, lost, prepare_input, weight
from claims.ports import Given, Material
from sources.gather import gather

MB = 1_000_000


@dataclass
class Cost:
    """What one process and its workers cost.

    Attributes:
        seconds: by the wall clock.
        cpu: seconds of all of them.
        peak, largest: most memory of the process itself, and of its largest worker, in MB.
    """

    seconds: float
    cpu: float
    peak: float
    largest: float
    code: int


@dataclass
class Round:
    """What each command of one round cost."""

    alone: Cost
    extract: Cost
    add: Cost
    again: Cost
    start: Cost


def main(folder: Path, *, repeat: int, jobs: int, first: int) -> None:
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as made:
        place = Path(made)
        texts = released(folder / "corpora" / "senate_releases_dev.jsonl", place, first)
        print(f"{len(texts):,} releases, {sum(map(len, texts)):,} characters, {jobs} jobs, {repeat} rounds")
        # Once before, so that what is imported is compiled.
        cost([*program(place / "first.db", jobs), place / "0000.txt"])
        rounds = [one_round(place, jobs, number) for number in range(repeat)]
        for field in fields(Round):
            show(field.name, [getattr(one, field.name) for one in rounds], len(texts))
        for line in ratios(rounds):
            print(line)
        size = (place / "0.db").stat().st_size
        encoded = sum(len(text.encode()) for text in texts)
        print(
            f"record {size / MB:.1f} MB, text {encoded / MB:.2f} MB as UTF-8: {size / encoded:.2f} times the text"
        )


def ratios(rounds: list[Round]) -> Iterator[str]:
    """Medians of what is compared in one round."""
    alone = statistics.median(one.alone.seconds / one.add.seconds for one in rounds)
    extract = statistics.median(one.extract.seconds / one.add.seconds for one in rounds)
    again = statistics.median(one.again.seconds / one.add.seconds for one in rounds)
    work = statistics.median(
        (one.again.seconds - one.start.seconds) / (one.add.seconds - one.start.seconds) for one in rounds
    )
    yield f"add runs at {alone:.0%} of the speed of extraction alone, {extract:.0%} of that of `extract`"
    yield f"a second add takes {again:.1%} of a first; the program's start taken off both, {work:.1%}"


def released(corpus: Path, place: Path, first: int) -> list[str]:
    """Writes the releases and their manifest; gives their texts."""
    rows = [json.loads(line) for line in corpus.read_text("utf-8").splitlines()][: first or None]
    lines = ["path,source,kind,date,country"]
    for number, row in enumerate(rows):
        path = place / f"{number:04}.txt"
        path.write_bytes(row["text"].encode())
        lines.append(f"{path},Office of Senator {row['office']},office,{row['date']},US")
    (place / "releases.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return [row["text"] for row in rows]


def one_round(place: Path, jobs: int, number: int) -> Round:
    manifest, record, empty = place / "releases.csv", place / f"{number}.db", place / "empty"
    empty.mkdir(exist_ok=True)
    add = program(record, jobs)
    files = [place / f"{n:04}.txt" for n in range(len(list(place.glob("*.txt"))))]
    alone = cost([sys.executable, "-P", __file__, "--alone", manifest, jobs])
    extracted = cost([sys.executable, "-P", "-m", "tui", "extract", "--json", "--jobs", jobs, *files])
    added = cost([*add, "--manifest", manifest])
    before = derived(record)
    again = cost([*add, "--manifest", manifest])
    if changed := {name for name, rows in derived(record).items() if rows != before.get(name)}:
        print(f"the second add changed {', '.join(sorted(changed))}")
    return Round(alone, extracted, added, again, cost([*add, empty]))


def program(record: Path, jobs: int) -> list[object]:
    return [sys.executable, "-P", "-m", "tui", "--db", record, "add", "--json", "--jobs", jobs]


def alone(manifest: Path, jobs: int) -> None:
    """Reading and extraction in guarded workers; nothing is stored."""
    executor.get_ready()
    inputs = [one.material or one.error for one in gather([], Given(), manifest=manifest)]
    wanted: list[Material | InputError] = [one for one in inputs if one is not None]
    for outcomes in executor.run(prepare_input, wanted, jobs, lost=lost, weigh=weight):
        for one in outcomes:
            assert isinstance(one, Prepared), one


def derived(record: Path) -> dict[str, str]:
    """A hash of every table's rows but the log of arrivals; the record's log is written into it first."""
    with closing(sqlite3.connect(record)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        # A text index without content has no rows of its own; the tables that it is made of have.
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        names = [row[0] for row in database.execute(tables)]
        return {name: rows_of(database, name) for name in names if name != "arrival"}


def rows_of(database: sqlite3.Connection, name: str) -> str:
    known = hashlib.sha256()
    for row in database.execute(f'SELECT * FROM "{name}"'):
        known.update(repr(row).encode())
    return known.hexdigest()


def show(name: str, costs: list[Cost], documents: int) -> None:
    seconds = statistics.median(one.seconds for one in costs)
    cpu = statistics.median(one.cpu for one in costs)
    peak, largest = max(one.peak for one in costs), max(one.largest for one in costs)
    print(
        f"{name:18} {seconds:6.1f} s, {documents / seconds:6.1f} documents/s, CPU {cpu:5.1f} s, "
        f"peak {peak:.0f} MB, largest worker {largest:.0f} MB"
    )


# -- what a process costs -------------------------------------------------------


def cost(command: list[object], *, talk: Path | None = None) -> Cost:
    """Run a command to its end, looking at its memory ten times a second."""
    began = time.monotonic()
    with (talk or Path(os.devnull)).open("wb") as said:
        process = subprocess.Popen(
            [str(word) for word in command], stdout=said, stderr=said, env=_installed()
        )
        peak = largest = 0.0
        while True:
            done, status, used = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            peak = max(peak, memory(process.pid))
            largest = max(largest, *map(memory, below(process.pid)), 0.0)
            time.sleep(0.1)
    process.returncode = os.waitstatus_to_exitcode(status)
    return Cost(time.monotonic() - began, used.ru_utime + used.ru_stime, peak, largest, process.returncode)


def _installed() -> dict[str, str]:
    """The environment of somebody who installed OnRecord: what is imported stays compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def memory(pid: int) -> float:
    """Most memory that a process has had so far, in MB; 0 where the system does not tell."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) * 1024 / MB for line in lines if line.startswith("VmHWM")), 0.0)


def below(pid: int) -> Iterator[int]:
    """Processes that a process started, and those that they started."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from below(child)


# -- a hostile file ----------------------------------------------------------------

STORY = """Paper number {n}

HARLOW BAY — Storm Edda injured {n} people and sank 12 boats, said Ines Carrow, a spokeswoman for the port.

“We will rebuild every pier in this harbor before the winter storms arrive,” Mayor Marisol Vega said.
"""


def guard(jobs: int) -> None:
    """A page that takes a parser minutes, among twenty good files."""
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as made:
        papers = Path(made) / "papers"
        papers.mkdir()
        for n in range(20):
            (papers / f"{n:02}.txt").write_text(STORY.format(n=n + 20), "utf-8")
        (papers / "07-slow.html").write_text(slow_page(), "utf-8")
        talk = Path(made) / "talk"
        command = [sys.executable, "-P", "-m", "tui", "--db", Path(made) / "record.db", "add", "--jobs", jobs]
        spent = cost([*command, papers], talk=talk)
        for line in talk.read_text("utf-8").splitlines():
            if not line.startswith(str(papers)):
                print(line.replace(made, "FOLDER"))
        print(
            f"{spent.seconds:.1f} s, exit code {spent.code}, peak {spent.peak:.0f} MB, largest {spent.largest:.0f} MB"
        )


def slow_page() -> str:
    """Many tags, each with few enough attributes to be let through, and too many of them to parse."""
    attributes = " ".join(f"data-{n}='{n}'" for n in range(3_900))
    return (
        "<!doctype html><html><body>" + f"<p {attributes}>The pier stays shut.</p>\n" * 400 + "</body></html>"
    )


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    options = dict(word[2:].partition("=")[::2] for word in sys.argv[1:] if word.startswith("--"))
    if "alone" in options:
        alone(Path(words[0]), int(words[1]))
    elif "guard" in options:
        guard(int(options.get("jobs", 2)))
    else:
        beside = Path(__file__).resolve().parents[3] / "shared" / "eval"
        main(
            Path(words[0] if words else os.environ.get("ONRECORD_EVAL") or beside),
            repeat=int(options.get("repeat", 1)),
            jobs=int(options.get("jobs", 2)),
            first=int(options.get("first", 0)),
        )
