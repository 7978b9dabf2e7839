import os
import stat
from hashlib import sha256

import pytest

from claims.store.packs import Packs, packed, rows_of
from claims.store.snapshots import Snapshots

ROWS = [f"row {number} of Harlow Bay".encode() for number in range(100)]
NAMES = {sha256(row).hexdigest(): row for row in ROWS}
FIRST = next(iter(NAMES))


@pytest.fixture
def packs(tmp_path):
    made = Packs(tmp_path / "record.db.files" / "packs")
    made.put(NAMES)
    return made


@pytest.fixture
def pack(packs):
    (path,) = packs.folder.iterdir()
    return path


def every(packs):
    return {name: row for _, rows in packs.whole(NAMES) for name, row in rows.items()}


def test_rows_of_one_file_come_back_by_their_hash(packs, pack):
    assert every(packs) == NAMES
    assert set(packs) == set(NAMES)
    assert list(packs.copies(FIRST)) == [ROWS[0]]
    assert stat.S_IMODE(pack.stat().st_mode) == 0o600


def test_another_program_finds_them_and_rows_that_come_later(packs):
    other = Packs(packs.folder)
    assert every(other) == NAMES
    late = sha256(b"late").hexdigest()
    packs.put({late: b"late"})
    assert other.holds(late)


def test_rows_stand_in_lines_that_people_can_read(pack):
    assert pack.read_bytes().startswith(b"onrecord pack 1\nrow 0 of Harlow Bay\nrow 1 of Harlow Bay\n")


def test_a_destroyed_row_is_in_no_file_and_the_others_stay(packs, pack):
    (packs.folder / ".part-killed").write_bytes(ROWS[0])
    packs.drop(FIRST)
    assert all(ROWS[0] not in path.read_bytes() for path in packs.folder.iterdir())
    assert every(packs) == {name: row for name, row in NAMES.items() if name != FIRST}


def test_a_pack_whose_last_row_is_destroyed_goes(packs):
    last = sha256(b"last").hexdigest()
    packs.put({last: b"last"})
    packs.drop(last)
    assert len(list(packs.folder.iterdir())) == 1
    assert not packs.holds(last)


def test_an_index_that_was_damaged_is_made_again_from_the_lines(packs, pack):
    raw = bytearray(pack.read_bytes())
    raw[-100] ^= 1
    pack.write_bytes(raw)
    again = Packs(packs.folder)
    assert every(again) == NAMES
    again.drop(FIRST)
    assert ROWS[0] not in pack.read_bytes()
    assert len(every(Packs(packs.folder))) == 99


def test_a_changed_row_is_not_whole_and_mended_by_the_same_row(packs, pack):
    pack.write_bytes(pack.read_bytes().replace(b"row 7 of", b"row 8 of", 1))
    name = sha256(ROWS[7]).hexdigest()
    kept = Snapshots(packs.folder.parent)
    assert name in kept
    assert not kept.is_whole(name)
    kept.put_rows(kept.lacking(NAMES))
    assert kept.is_whole(name)
    assert kept.every(NAMES) == NAMES


def test_a_cut_pack_keeps_the_rows_before_the_cut(packs, pack):
    pack.write_bytes(pack.read_bytes()[:200])
    kept = every(Packs(packs.folder))
    assert 0 < len(kept) < 10
    assert all(NAMES[name] == row for name, row in kept.items())


def test_single_files_and_packs_are_one_store(tmp_path):
    kept = Snapshots(tmp_path / "record.db.files")
    single = kept.put(b"single")
    kept.put_rows(NAMES)
    assert set(kept) == {single, *NAMES}
    assert kept.get(FIRST) == ROWS[0]
    assert kept.lacking({single: b"single", **NAMES}) == {}
    kept.drop(FIRST)
    assert FIRST not in kept
    with pytest.raises(FileNotFoundError):
        kept.get(FIRST)


def test_a_write_that_fails_leaves_no_pack(tmp_path, monkeypatch):
    def full(handle):
        if stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("claims.store.files.os.fsync", full)
    packs = Packs(tmp_path / "packs")
    with pytest.raises(OSError, match="No space"):
        packs.put(NAMES)
    assert list(packs.folder.iterdir()) == []


def test_a_pack_gives_its_rows_with_the_hashes_that_they_have():
    assert dict(rows_of(packed(NAMES))) == NAMES
