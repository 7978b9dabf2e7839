"""How well figures are found, how fast and at what cost, beside other tools, in one run.

Run: python -P tests/bench/numbers.py [SET ...] [--errors=N] [--sets=FOLDER] [--no-start]

SETs are of numbers/ in the evaluation data (gold texts and their scorer), all eight by default; that
data is looked for in --sets, the ONRECORD_EVAL variable, else ../shared/eval beside the checkout.
Rates are sentences a second of CPU time of one process, the sentences being those of our own splitter
for every tool. A start is a new process that loads a tool and reads one text, by the wall clock, best
of three; for ours also the command `onrecord extract`. quantulum3 is run where it is installed
(`pip install quantulum3`, and with its classifier `pip install 'quantulum3[classifier]'`).
"""

from __future__ import annotations

import sys

if __name__ == "numbers":
    raise ImportError("tests/bench/numbers.py was taken for Python's own module: run Python with -P")
if __name__ == "__main__" and not sys.flags.safe_path:
    sys.path.pop(0)  # this folder, for the same reason

import argparse
import importlib.util
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve()
ROOT = HERE.parents[2]
SETS = (
    "newsquant",
    "measeval",
    "grobidq",
    "recognizers",
    "duckling",
    "quantulum",
    "numberparser",
    "priceparser",
)
MEASURES = ("span", "value", "+unit", "+unit+qual", "bounds", "concept")
STARTS = 3


def module(path: Path) -> Any:
    """A file as a module, whatever its name is elsewhere."""
    spec = importlib.util.spec_from_file_location(f"bench_{path.stem}", path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


readers = module(HERE.with_name("number_readers.py"))


def main() -> int:
    """Prints the tables; returns the exit code."""
    asked = arguments()
    folder = asked.sets / "numbers"
    if not (folder / "score.py").is_file():
        print(f"{asked.sets}: no numbers/score.py there; name the folder of the evaluation data")
        return 2
    if not asked.no_start:
        print_starts()
    sys.path.insert(0, str(ROOT))  # this checkout, whatever is installed
    used = dict(opened())
    scorer = module(folder / "score.py")
    print(f"{'set':13}{'system':16}" + "".join(f"{m:>11}" for m in MEASURES) + f"{'sentences/s':>13}  raised")
    for name in asked.set or SETS:
        records = scorer.read(folder / f"{name}.dev.jsonl")
        count = sum(sentences_of(record["text"]) for record in records)
        for system, read in used.items():
            found, seconds, raised = run(read, records)
            scores = scorer.score(records, found, errors=asked.errors if system == "ours" else 0)
            print(line(name, system, scores, count / seconds, raised))
    return 0


def arguments() -> argparse.Namespace:
    beside = ROOT.parent / "shared" / "eval"
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("set", nargs="*", help=", ".join(SETS))
    ask.add_argument("--sets", type=Path, default=Path(os.environ.get("ONRECORD_EVAL") or beside))
    ask.add_argument("--errors", type=int, default=0, help="print so many records that are not all right")
    ask.add_argument("--no-start", action="store_true", help="leave out the time and memory of a start")
    return ask.parse_args()


def opened() -> Iterator[tuple[str, Any]]:
    """Each tool that is installed, once it has read a text: what is loaded once is not timed."""
    for name, begin in readers.READERS.items():
        try:
            read = begin()
        except readers.NotInstalled as missing:
            print(f"{name}: left out, {missing} is not installed")
            continue
        attempt(read, readers.FIRST_TEXT)
        yield name, read


def attempt(read: Any, text: str) -> list[Any] | None:
    """What a tool finds; None where it raises."""
    try:
        found: list[Any] = read(text)
    except Exception:  # noqa: BLE001 - what other tools raise is theirs to choose
        return None
    return found


def run(read: Any, records: list[Any]) -> tuple[dict[str, list[Any]], float, int]:
    """Predictions by record, CPU seconds, and on how many texts the tool raised; they count as empty."""
    began = time.process_time()
    found = {record["id"]: attempt(read, record["text"]) for record in records}
    seconds = time.process_time() - began
    raised = sum(each is None for each in found.values())
    return {key: each or [] for key, each in found.items()}, max(seconds, 1e-9), raised


def sentences_of(text: str) -> int:
    """How many sentences our splitter makes of a text."""
    from claims.extraction.page import paragraphs
    from claims.extraction.sentences import sentences

    return sum(1 for paragraph in paragraphs(text) for _ in sentences(text, paragraph))


def line(name: str, system: str, scores: dict[str, Any], rate: float, raised: int) -> str:
    cells = "".join(f"{scores.get(measure, {}).get('F1', ''):>11}" for measure in MEASURES)
    return f"{name:13}{system:16}{cells}{rate:>13,.0f}{f'  {raised} texts' if raised else ''}"


# -- starts ------------------------------------------------------------------------


def print_starts() -> None:
    print(f"{'from a cold start':24}{'first result':>14}{'peak':>10}")
    with tempfile.TemporaryDirectory() as made:
        story = Path(made) / "story.txt"
        story.write_text(f"{readers.FIRST_TEXT}\n", encoding="utf-8")
        script = [str(HERE.with_name("number_readers.py"))]
        starts = {name: [*script, name] for name in readers.READERS}
        starts["onrecord extract"] = ["-m", "tui", "extract", "--json", str(story)]
        for name, command in starts.items():
            tries = [start(command) for _ in range(STARTS)]
            if all(code == 0 for *_, code in tries):
                seconds, peak = min(each[0] for each in tries), min(each[1] for each in tries)
                print(f"{name:24}{seconds:>12.2f} s{peak:>7.0f} MB")
    print()


def start(command: list[str]) -> tuple[float, float, int]:
    """Seconds by the wall clock, the most memory of one of its processes in MB, and the exit code."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-P", *command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if "tui" not in command and process.returncode == 0:
        return seconds, float(said), 0  # a reader prints its own
    return seconds, used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3), process.returncode


if __name__ == "__main__":
    sys.exit(main())
