"""A full or failing disk costs nothing that was there, and is said in one sentence (RELIABILITY section 3, "Disk full")."""

import os
import shutil
import subprocess

import pytest
from records import command, copied, faults, holding
from steps import broken_at, failing_at_byte, full_from, run, sample, spread
from trying import said, steps_of, tried

# Refusals a command.
MOST = 6


@pytest.fixture
def works(record, papers):
    """Commands that write, by name: each takes a record and gives what to do to it."""
    finding = holding(record)["findings"][0][0]
    return {
        "add": lambda place: command(place, "add", "--manifest", papers),
        "judge": lambda place: command(place, "judge", finding, "real"),
        "backup": lambda place: command(place, "backup", place.with_name("copy.zip")),
    }


@pytest.fixture
def one(request, tmp_path, record, works):
    """The command of that name on the record of the papers; `add` begins where there is no record."""
    base = record
    if request.param == "add":
        (tmp_path / "nothing").mkdir()
        base = tmp_path / "nothing" / "record.db"
    return tried(tmp_path, base, works[request.param], again=request.param == "add")


@pytest.mark.parametrize("injected", [full_from, broken_at], ids=["full", "broken"])
@pytest.mark.parametrize("one", ["add", "judge", "backup"], indirect=True)
def test_at_every_step_the_disk_may_refuse(tmp_path, one, injected):
    def at(number):
        home = tmp_path / f"at-{number}"
        refused(tmp_path, one, home, injected(number, home))

    spread(sample(steps_of(tmp_path, one), MOST), at, tmp_path / "scratch")


@pytest.mark.parametrize("one", ["add", "judge", "backup"], indirect=True)
def test_a_write_that_is_cut_anywhere_costs_nothing_that_was_there(tmp_path, one):
    def at(size):
        assert refused(tmp_path, one, tmp_path / f"at-{size}", failing_at_byte(size)) != 0

    sizes = [1000, 5000, 30_000, 200_000] if one.again else [1000, 5000]
    spread(sizes, at, tmp_path / "scratch")


def refused(tmp_path, one, home, prepare):
    """Run it on such a disk, look at what it said and left, and run it on a good one; its exit code."""
    record = copied(one.base, home)
    ended = run(one.work(record), tmp_path / "scratch", prepare)
    told_or_done(ended, home)
    found = said(record)
    assert found is None or faults(record) == []
    if not one.again:
        assert found in one.states
    if one.again or (found != one.states[-1] or (ended.code and "copy.zip" in ended.err)):
        assert run(one.work(record), tmp_path / "scratch").code == 0
    assert (faults(record), said(record)) == ([], one.states[-1])
    return ended.code


def told_or_done(ended, home):
    """It stopped with a sentence that names a place; or nothing that it still had to do needed the disk."""
    assert ended.code in (0, 1, 2), ended.err
    assert "Traceback" not in ended.err
    assert "fault of OnRecord" not in ended.err
    if ended.code:
        (sentence,) = [line for line in ended.err.splitlines() if line.startswith("onrecord:")]
        assert str(home) in sentence or "an injected place" in sentence
        assert any(word in sentence for word in ("full", "No space", "disk", "error", "too large"))


# -- a small disk ----------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 4 MB in memory. Only root may mount one."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m,mode=700", "tmpfs", str(place)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip(f"NOT TESTED, a small disk cannot be mounted here: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk, left):
    """Leave only so much room, in bytes; returns what fills the rest."""
    filler = disk / "filler"
    room = os.statvfs(disk)
    filler.write_bytes(bytes(max(0, room.f_bavail * room.f_frsize - left)))
    return filler


@pytest.mark.parametrize("name", ["add", "judge", "backup"])
def test_on_a_small_disk(small_disk, tmp_path, works, record, papers, name):
    shutil.copytree(record.parent, small_disk / "home")
    place = small_disk / "home" / "record.db"
    work = works[name](place)
    if name == "add":
        more = papers.with_name("more.txt")
        more.write_text("Harbor office\n\n" + "The harbor office is closed.\n\n" * 8000)
        work = command(place, "add", more)
    before = holding(place)
    codes = []
    for left in (0, 4096, 61_440, 131_072, 4 << 20):
        filler = fill(small_disk, left)
        ended = run(work, tmp_path / "scratch")
        filler.unlink()
        told_or_done(ended, small_disk)
        codes.append(ended.code)
        assert faults(place) == []
        if not ended.code:
            break
        assert holding(place) == before
    assert codes[0] != 0
    assert codes[-1] == 0
