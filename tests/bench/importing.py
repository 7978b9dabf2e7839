"""What importing ready-made quotes costs beside raw inserts of the same finished rows.

Run: python -P tests/bench/importing.py QUOTES.jsonl [--rounds=N] [--first=N] [--derive]

QUOTES.jsonl holds an object a line with text, speaker, role, source, date, url. Each round stores it
through the product into a new record (`Ledger.import_quotes`, file reading included), and beside it, in the same
run, gives the very rows that came of it to `sqlite3`'s executemany: same tables, triggers and
indexes, a new record each time, the connection set as the product sets its own, once in one
transaction and once in lots as the product has them. Both alternate, each in a process of its own.
Printed are CPU microseconds a row, rows a second by the wall clock, the ratio of speeds, the most memory. With
--derive the second phase (matches, figures, checks) is run too, once, and timed apart.
"""

from __future__ import annotations

import json
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from functools import partial
from pathlib import Path

from claims import Ledger
from claims.store import dialect
from sources.tables import table_in

TABLES = ("member", "document", "arrival", "quote", "gram", "waiting")


def main(quotes: Path, *, rounds: int, first: int, derive: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as made:
        folder = Path(made)
        table = folder / "quotes.jsonl"
        lines = quotes.read_bytes().splitlines(keepends=True)[: first or None]
        table.write_bytes(b"".join(lines))
        print(f"{len(lines):,} rows, {table.stat().st_size / 1e6:.1f} MB, {rounds} rounds")
        told: dict[str, list[dict[str, float]]] = {}
        for number in range(rounds):
            record = folder / f"{number}.db"
            told.setdefault("import", []).append(alone("store", table, record))
            for way in ("raw", "raw-lots"):
                beside = folder / f"{number}-{way}.db"
                told.setdefault(way, []).append(alone(way, record, beside))
                forget(beside)
            if number or not derive:
                forget(record)
        for name, costs in told.items():
            show(name, costs, told["import"])
        if derive:
            print(json.dumps(alone("derive", table, folder / "0.db")))


def alone(task: str, *paths: Path) -> dict[str, float]:
    """One task in a process of its own."""
    command = [sys.executable, "-P", __file__, f"--task={task}", *map(str, paths)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    cost: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return cost


def show(name: str, costs: list[dict[str, float]], ours: list[dict[str, float]]) -> None:
    cpu = statistics.median(one["cpu"] for one in costs)
    wall = statistics.median(one["seconds"] for one in costs)
    rows = costs[0]["rows"]
    line = f"{name:9} {cpu / rows * 1e6:6.0f} us CPU a row, {rows / wall:8,.0f} rows/s"
    line += f", {max(one['peak'] for one in costs):5.0f} MB"
    if costs is not ours:
        by_cpu = statistics.median(raw["cpu"] / own["cpu"] for raw, own in zip(costs, ours, strict=True))
        by_wall = statistics.median(
            raw["seconds"] / own["seconds"] for raw, own in zip(costs, ours, strict=True)
        )
        line += f"; import runs at {by_cpu:.0%} of its speed by CPU, {by_wall:.0%} by the clock"
    print(line)


def forget(record: Path) -> None:
    for path in sorted(record.parent.glob(record.name + "*"), reverse=True):
        if path.is_file():
            path.unlink()


# -- each in a process of its own ----------------------------------------------------


def store(table: Path, record: Path) -> dict[str, float]:
    with Ledger.open(record, create=True) as ledger, table.open("rb") as stream:
        clock = Clock()
        rows = sum(len(lot) for lot in ledger.import_quotes(table_in(stream, table.name)))
        return clock.told(rows)


def raw(made: Path, record: Path, lot: int) -> dict[str, float]:
    """Args: lot: rows of documents in one transaction; 0 for all."""
    Ledger.open(record, create=True).close()
    with closing(sqlite3.connect(made)) as source:
        tables = {name: source.execute(f"SELECT * FROM {name}").fetchall() for name in TABLES}
        insert = {name: statement(source, name) for name in TABLES}
    documents = len(tables["document"])
    parts = -(-documents // lot) if lot else 1
    with closing(dialect.connect(record, read_only=False)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA cache_size = -131072")
        clock = Clock()
        for part in range(parts):
            connection.execute("BEGIN IMMEDIATE")
            for name, rows in tables.items():
                # Everybody who speaks first: quotes point at them.
                size = len(rows) if name == "member" else -(-len(rows) // parts)
                connection.executemany(insert[name], rows[part * size : (part + 1) * size])
            connection.execute("COMMIT")
        return clock.told(documents)


def statement(source: sqlite3.Connection, table: str) -> str:
    names = [row[1] for row in source.execute(f"PRAGMA table_info({table})")]
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' for _ in names)})"


def derive(_: Path, record: Path) -> dict[str, float]:
    """Seconds by the clock and of CPU of each step of the second phase."""
    with Ledger.open(record) as ledger:
        waiting, told = ledger.waiting(), {}
        steps = {
            "matches": ledger.match_waiting,
            "figures": partial(ledger.read_figures, jobs=2),
            "checks": ledger.check_waiting,
        }
        for name, step in steps.items():
            clock = Clock()
            step()
            cost = clock.told(waiting)
            told |= {f"{name}_seconds": round(cost["seconds"], 1), f"{name}_cpu": round(cost["cpu"], 1)}
        return told | {"quotes": waiting, "peak": cost["peak"]}


class Clock:
    """What this process, and workers that ended, cost since it was made."""

    def __init__(self) -> None:
        self._wall, self._cpu = time.perf_counter(), _cpu()

    def told(self, rows: int) -> dict[str, float]:
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        wall, cpu = time.perf_counter() - self._wall, _cpu() - self._cpu
        return {"rows": rows, "seconds": wall, "cpu": cpu, "peak": peak}


def _cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in both)


if __name__ == "__main__":
    places = [Path(word) for word in sys.argv[1:] if not word.startswith("--")]
    options = dict(word[2:].partition("=")[::2] for word in sys.argv[1:] if word.startswith("--"))
    match options.get("task"):
        case "store":
            print(json.dumps(store(*places)))
        case "raw":
            print(json.dumps(raw(*places, lot=0)))
        case "raw-lots":
            print(json.dumps(raw(*places, lot=5_000)))
        case "derive":
            print(json.dumps(derive(*places)))
        case _:
            rounds_, first_ = int(options.get("rounds", 3)), int(options.get("first", 0))
            main(places[0], rounds=rounds_, first=first_, derive="derive" in options)
