"""The real `add` with readers that hang, swell, crash and leave, with interrupts, and on a terminal."""

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims import Ledger

STORY = """Paper number {n}

HARLOW BAY — Storm Edda injured {n} people and sank 12 boats, said Ines Carrow, a spokeswoman for the port.

“We will rebuild every pier in this harbor before the winter storms arrive,” Mayor Marisol Vega said.
"""

# A reader of another package: files that begin so are its own, and say what it suffers from them.
BEGINNING = b"\x89PNG "
READER = """
import ctypes, os, time

class Troubled:
    name = "troubled"

    def claims(self, material):
        return material.raw.startswith(b"\\x89PNG ")

    def read(self, material):
        print("not for your eyes")
        match material.raw[5:].decode():
            case "swell":
                raise ValueError(len(bytes(2_000_000_000)))
            case "crash":
                ctypes.string_at(0)
            case "exit":
                os._exit(3)
            case "raise":
                raise ValueError("no harbor here")
            case "hang":
                time.sleep(600)
        yield
"""

linux = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture(autouse=True)
def heeding_interrupts():
    """A shell has what it runs in the background ignore Ctrl-C, and that is inherited; the tests may run there."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def environment(tmp_path):
    """With the reader installed."""
    package = tmp_path / "package"
    about = package / "troubled-1.dist-info"
    about.mkdir(parents=True)
    (package / "troubled.py").write_text(READER)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: troubled\nVersion: 1\n")
    (about / "entry_points.txt").write_text("[onrecord.readers]\ntroubled = troubled:Troubled\n")
    inherited = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(package), *([inherited] if inherited else [])])}


@pytest.fixture
def papers(tmp_path):
    """Gives a function that writes so many stories, and files of the troubled reader between them."""

    def write(number, *fates):
        folder = tmp_path / "papers"
        folder.mkdir()
        for n in range(number):
            (folder / f"{n:03}.txt").write_text(STORY.format(n=n + 20), "utf-8")
        for n, fate in enumerate(fates):
            (folder / f"{n:03}-{fate}.png").write_bytes(BEGINNING + fate.encode())
        return folder

    return write


def started(environment, *arguments, **more):
    command = [sys.executable, "-P", "-m", "tui", "--db", "record.db", "add", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen(command, env=environment, start_new_session=True, **(pipes | more))


@pytest.mark.parametrize("jobs", [1, 2])
def test_each_file_that_ends_its_reader_is_named_and_the_others_are_stored(environment, papers, jobs):
    folder = papers(6, "swell", "crash", "exit", "raise")
    process = started(environment, folder, "--json", "--jobs", jobs)
    out, talk = process.communicate(timeout=60)
    told = [json.loads(line) for line in out.splitlines()]
    assert [Path(each["location"]).name for each in told] == sorted(path.name for path in folder.iterdir())
    failed = {Path(each["location"]).name: each["reason"] for each in told if each["status"] == "failed"}
    assert failed == {
        "000-swell.png": "reading it needs more than 1.5 GB of memory",
        "001-crash.png": "the process that read it died (SIGSEGV)",
        "002-exit.png": "the process that read it died (exit code 3)",
        "003-raise.png": "the troubled reader stopped: ValueError: no harbor here",
    }
    assert (process.returncode, talk.splitlines()[-1]) == (1, "6 stored, 0 unchanged, 0 skipped, 4 failed.")


def test_the_failed_files_are_among_the_problems_of_the_record(environment, papers):
    started(environment, papers(1, "exit")).communicate(timeout=60)
    with Ledger.open("record.db") as ledger:
        assert [problem.message for problem in ledger.problems()] == [
            "the process that read it died (exit code 3)"
        ]


@linux
@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["int", "term"]
)
def test_an_interrupt_ends_add_and_its_workers_and_a_rerun_goes_on(environment, papers, number, code):
    folder = papers(30)
    (folder / "020-hang.png").write_bytes(BEGINNING + b"hang")
    process = started(environment | {"PYTHONUNBUFFERED": "1"}, folder, "--json", "--jobs", 2)
    for _ in range(5):
        process.stdout.readline()
    others = below(process.pid)
    os.killpg(process.pid, number)  # as a terminal does
    _, talk = process.communicate(timeout=15)
    assert process.returncode == code
    ending = r"\nonrecord: interrupted\n" if number == signal.SIGINT else ""
    assert re.fullmatch(
        # A line on how far it is comes on a slow machine only.
        r"New record at record\.db\.\n(?:\d+ of 31 read, .*\n)*What was stored stays: \d+ stored, 0 unchanged, 0 skipped, 0 failed\.\n"
        + ending,
        talk,
    )
    assert others
    assert gone(others)
    with Ledger.open("record.db") as ledger:
        assert ledger.verify().faults == ()
        held = len(ledger.documents())
    (folder / "020-hang.png").unlink()
    _, talk = started(environment, folder, "--json").communicate(timeout=60)
    assert talk.splitlines()[-1] == f"{30 - held} stored, {held} unchanged, 0 skipped, 0 failed."


@linux
def test_where_add_is_killed_a_worker_that_hangs_ends_too(environment, papers):
    folder = papers(3)
    (folder / "001-hang.png").write_bytes(BEGINNING + b"hang")
    process = started(environment, folder, "--jobs", 2)
    process.stdout.readline()
    others = below(process.pid)
    process.kill()
    process.communicate(timeout=15)
    assert len(others) >= 2
    assert gone(others)


@linux
def test_without_the_process_that_forks_workers_another_takes_its_place(environment, papers):
    process = started(environment, papers(20, "crash"), "--jobs", 2)
    while not (nursery := children(process.pid)):
        time.sleep(0.01)
    os.kill(nursery[0], signal.SIGKILL)
    _, talk = process.communicate(timeout=60)
    assert talk.endswith("20 stored, 0 unchanged, 0 skipped, 1 failed.\n")


def test_a_script_without_a_main_guard_runs_once(environment, papers):
    papers(2)
    script = Path("script.py")
    script.write_text(
        "from pathlib import Path\n"
        "from claims import Ledger\n"
        "from claims.ports import Given\n"
        "from sources.gather import gather\n"
        "print('begins')\n"
        "with Ledger.open('record.db', create=True) as ledger:\n"
        "    for added in ledger.add(one.material for one in gather(['papers'], Given())):\n"
        "        print(added.status.value)\n"
    )
    command = [sys.executable, str(script)]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert (run.stdout, run.stderr) == ("begins\nstored\nstored\n", "")


def test_on_a_terminal_results_stand_above_the_bar_and_stay(environment, papers):
    folder = papers(12)
    (folder / "zz\x1b[2J[bold]zz.txt").write_text("The pier stays shut.\n")
    ours, theirs = pty.openpty()
    process = started(environment | {"TERM": "xterm"}, folder, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    shown = read_all(ours)
    assert process.wait(timeout=30) == 0
    assert "\x1b[2J" not in shown
    plain = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "\n", shown)
    assert "0 of 13 read" in plain
    assert "13 of 13 read" in plain
    lines = [line.strip() for line in re.split(r"[\r\n]+", plain)]
    results = [line for line in lines if line.startswith(str(folder))]
    assert len(results) == 13
    assert lines[-2:] == ["13 stored, 0 unchanged, 0 skipped, 0 failed.", ""]


def read_all(terminal):
    """Everything written to a terminal until nobody holds it any more."""
    shown = b""
    while select.select([terminal], [], [], 30)[0]:
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            break
    return shown.decode()


def children(pid):
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def below(pid):
    """Every process that this one started, or one of those."""
    return [each for child in children(pid) for each in (child, *below(child))]


def gone(pids, seconds=10):
    """Have all ended, or do they within some seconds?"""
    until = time.monotonic() + seconds
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True
