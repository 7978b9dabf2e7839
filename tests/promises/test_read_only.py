"""A record that cannot be written can be read, and stays untouched (RELIABILITY section 3, "Read-only DB or folder")."""

import shutil
import subprocess

import pytest
from records import MARK, as_nobody, copied, holding

READS = [
    ["search", "fishing"],
    ["search", "--kind", "text", MARK],
    ["check", "We will not ask the fishing families to pay"],
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
def public(made_once, open_folder, monkeypatch):
    """A record that anybody may read; the folders above it may be entered."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(open_folder / "config"))
    record = copied(made_once, open_folder / "public")
    for path in [record.parent, *record.parent.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    yield record
    record.parent.chmod(0o700)


@pytest.mark.parametrize("closed", [_file, _folder, _both])
def test_without_the_right_to_write(public, onrecord, closed):
    known = _known(public)
    closed(public)
    _browsed_and_not_written(public, known, lambda *words: onrecord(public, *words, prepare=as_nobody))


def test_adding_without_the_right_to_write(public, open_folder, papers, onrecord):
    paper = shutil.copy(papers.with_name("port.txt"), open_folder)
    _both(public)
    _not_written(public, [["add", paper]], lambda *words: onrecord(public, *words, prepare=as_nobody))


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
