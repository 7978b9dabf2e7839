"""A record that cannot be written can be read, and stays untouched (RELIABILITY section 3, "Read-only DB or folder")."""

import os
import subprocess
import sys

import pytest
from records import MARK, as_nobody, copied, holding
from steps import run

READS = [
    ["search", "fishing"],
    ["search", "--kind", "text", MARK],
    ["show", "DOCUMENT"],
    ["speakers"],
    ["sources"],
    ["duplicates"],
    ["audit"],
    ["history"],
    ["problems"],
    ["export", "--format", "csv"],
    ["verify"],
]
WRITES = [
    ["judge", "FINDING", "real"],
    ["note", "DOCUMENT", "ask the harbor office"],
    ["withdraw", "DOCUMENT"],
    ["rebuild"],
]


def _file(record):
    """Its folder may be written, it may not."""
    record.parent.chmod(0o777)
    record.chmod(0o444)
    record.with_name("record.db.files").chmod(0o555)


def _folder(record):
    record.parent.chmod(0o555)
    record.chmod(0o666)


def _both(record):
    record.parent.chmod(0o555)
    record.chmod(0o444)


@pytest.fixture
def public(made_once, tmp_path, papers):
    """A record that anybody may read; the folders above it may be entered."""
    record = copied(made_once, tmp_path / "public")
    for path in [record.parent, *record.parent.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    # They stay so: other runs of tests have their folders below the upper ones.
    for above in [*record.parents[1:4], *papers.parents[:2]]:
        above.chmod(above.stat().st_mode | 0o111)
    papers.with_name("port.txt").chmod(0o644)
    yield record
    record.parent.chmod(0o700)


@pytest.mark.parametrize("closed", [_file, _folder, _both])
def test_without_the_right_to_write(public, onrecord, closed):
    known = _known(public)
    closed(public)
    _browsed_and_not_written(public, known, lambda *words: onrecord(public, *words, prepare=as_nobody))


def test_adding_without_the_right_to_write(public, papers, onrecord, tmp_path):
    """Apart, for `add` may start another interpreter, which lies where root alone may go on some machines."""

    def may_start():
        as_nobody()
        return 0 if os.access(sys.executable, os.X_OK) else 1

    if run(may_start, tmp_path / "scratch").code:
        pytest.skip(f"NOT TESTED, {sys.executable} may be started by root only")
    _both(public)
    _not_written(
        public, [["add", papers.with_name("port.txt")]], lambda *w: onrecord(public, *w, prepare=as_nobody)
    )


def test_on_a_disk_that_is_mounted_to_be_read(made_once, papers, onrecord, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = _mount("-t", "tmpfs", "-o", "size=8m", "tmpfs", disk)
    if mounted.returncode:
        pytest.skip(f"NOT TESTED, no disk can be mounted here: {mounted.stderr.decode().strip()}")
    try:
        record = copied(made_once, disk / "home")
        known = _known(record)
        assert _mount("-o", "remount,ro", disk).returncode == 0
        _browsed_and_not_written(record, known, lambda *words: onrecord(record, *words))
        _not_written(record, [["add", papers.with_name("port.txt")]], lambda *words: onrecord(record, *words))
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _mount(*words):
    return subprocess.run(["mount", *map(str, words)], capture_output=True, check=False)


def _known(record):
    held = holding(record)
    return {
        "DOCUMENT": held["documents"][0][0],
        "FINDING": held["findings"][0][0],
    }


def _browsed_and_not_written(record, known, onrecord):
    before = _state(record.parent)
    for words in READS:
        ended = onrecord(*[known.get(word, word) for word in words])
        assert ended.code == 0, (words, ended.err)
        assert ended.out or words[0] in ("history", "problems", "verify"), words
    _not_written(record, [[known.get(word, word) for word in words] for words in WRITES], onrecord)
    assert _state(record.parent) == before


def _not_written(record, commands, onrecord):
    before = _state(record.parent)
    for words in commands:
        ended = onrecord(*words)
        assert (ended.code, ended.err.count("\n")) == (2, 1), (words, ended.err)
        assert f"{record}: this record can be read but not written" in ended.err
    assert _state(record.parent) == before


def _state(home):
    return {
        path: (path.stat().st_mtime_ns, path.stat().st_size, path.stat().st_mode)
        for path in [home, *home.rglob("*")]
        if path != home
    }
