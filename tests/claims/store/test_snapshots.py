import os
import stat
from hashlib import sha256

import pytest

from claims.store import files as module
from claims.store.snapshots import Snapshots

RAW = b"Harlow Bay\r\n\x00\xff"
NAME = sha256(RAW).hexdigest()


@pytest.fixture
def kept(tmp_path):
    return Snapshots(tmp_path / "record.db.files")


def test_bytes_come_back_as_they_went_in_under_their_hash(kept):
    assert kept.put(RAW) == NAME
    assert kept.get(NAME) == RAW
    assert NAME in kept
    assert list(kept) == [NAME]


def test_the_same_bytes_are_kept_once_and_not_written_again(kept):
    kept.put(RAW)
    before = kept.path(NAME).stat()
    kept.put(RAW)
    assert kept.path(NAME).stat().st_ino == before.st_ino
    assert len(list(kept.folder.rglob("*"))) == 2


def test_a_damaged_snapshot_is_mended_when_the_same_bytes_come_again(kept):
    kept.put(RAW)
    kept.path(NAME).write_bytes(RAW[:-1])
    assert not kept.is_whole(NAME)
    kept.put(RAW)
    assert kept.is_whole(NAME)


def test_bytes_that_were_never_kept_are_an_error(kept):
    assert NAME not in kept
    with pytest.raises(FileNotFoundError):
        kept.get(NAME)


def test_a_write_that_fails_leaves_no_file_behind(kept, monkeypatch):
    def full(handle):
        if stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(module.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        kept.put(RAW)
    assert [path for path in kept.folder.rglob("*") if path.is_file()] == []


def test_the_file_and_its_folder_are_synced_and_only_then_is_it_there(kept, monkeypatch):
    seen = []
    sync = os.fsync

    def watched(handle):
        seen.append((stat.S_ISDIR(os.fstat(handle).st_mode), NAME in kept))
        sync(handle)

    kept.put(b"other")
    monkeypatch.setattr(module.os, "fsync", watched)
    kept.put(RAW)
    assert (False, False) in seen
    assert seen[-1] == (True, True)


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o022])
def test_files_and_folders_are_for_their_owner_only_whatever_the_umask(kept, umask):
    before = os.umask(umask)
    try:
        kept.put(RAW)
    finally:
        os.umask(before)
    modes = {stat.S_IMODE(path.stat().st_mode) for path in [kept.folder, kept.path(NAME).parent]}
    assert modes == {0o700}
    assert stat.S_IMODE(kept.path(NAME).stat().st_mode) == 0o600
