"""What follows an import of odd rows, of half as many and of all: it takes time with their number, not with its square.

Run: python -P tests/bench/odd_quotes.py [ROWS] [--jobs=N]

Three kinds of rows: one quote in each of ROWS (40,000 if not given), quotes of other words that end in one
sentence (a quarter as many), and two quotes of up to a megabyte of words and numbers. Printed are seconds by
the clock of each step, for half and for all of it. Twice as much takes twice as long and a little more;
four times as long would be the square.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from claims import Ledger
from sources.tables import table_in

ONE = "We will rebuild the pier before the winter storms come again"
SHARED = "Everybody is presumed innocent until the court of the harbor district has found otherwise in public"
# The longest quotes, in words; about a megabyte.
LONGEST = 150_000
# One word in so many of the long ones is a figure: as many as a text can well hold.
OTHER_WORDS = 10


def main(rows: int, *, jobs: int) -> None:
    kinds: dict[str, Callable[[int], Iterator[str]]] = {
        "one quote": lambda size: (ONE for _ in range(size)),
        "one sentence shared": lambda size: (f"{_words(14, row)}. {SHARED}" for row in range(size)),
        "two long quotes": lambda size: (_words(size, row, figures=True) for row in range(2)),
    }
    sizes = {"one quote": rows, "one sentence shared": rows // 4, "two long quotes": LONGEST}
    print(f"{'':20} {'size':>8} {'store':>7} {'match':>7} {'figures':>7} {'check':>7}  seconds")
    for name, made in kinds.items():
        for size in (sizes[name] // 2, sizes[name]):
            took = _import(list(made(size)), jobs)
            print(f"{name:20} {size:8,} {' '.join(f'{one:7.1f}' for one in took)}")


def _import(texts: list[str], jobs: int) -> list[float]:
    with tempfile.TemporaryDirectory(prefix="onrecord-bench-") as made:
        table = Path(made) / "quotes.jsonl"
        table.write_text("".join(f"{json.dumps(_row(text, at))}\n" for at, text in enumerate(texts)))
        with Ledger.open(Path(made) / "bench.db", create=True) as ledger, table.open("rb") as file:
            stored = partial(_store, ledger, table_in(file, str(table)))
            steps = (
                stored,
                ledger.match_waiting,
                partial(ledger.read_figures, jobs=jobs),
                ledger.check_waiting,
            )
            return [_seconds(step) for step in steps]


def _store(ledger: Ledger, rows: object) -> None:
    for _ in ledger.import_quotes(rows):  # type: ignore[arg-type]
        pass


def _seconds(step: Callable[[], object]) -> float:
    began = time.perf_counter()
    step()
    return time.perf_counter() - began


def _row(text: str, at: int) -> dict[str, str]:
    return {
        "text": text,
        "speaker": f"Speaker {at % 500}",
        "source": f"Outlet {at % 50}",
        "date": "2031-03-04",
        "url": f"https://example.org/{at}",
    }


def _words(size: int, seed: int, *, figures: bool = False) -> str:
    chance = random.Random(seed)
    return " ".join(
        f"{chance.randrange(2, 90_000):,} boats"
        if figures and at % OTHER_WORDS == 0
        else "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 4)))
        for at in range(size)
    )


_SYLLABLES = [first + last for first in "bdfglmnprst" for last in "aeiou"]


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if not one.startswith("--")]
    options = dict(one.removeprefix("--").split("=") for one in sys.argv[1:] if one.startswith("--"))
    main(int(given[0]) if given else 40_000, jobs=int(options.get("jobs", 2)))
