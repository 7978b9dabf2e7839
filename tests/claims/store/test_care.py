import json
import os
import random
from contextlib import closing
from dataclasses import replace
from zipfile import ZipFile

import pytest
from store_material import add, add_paper, claim, document, material, note, quote, sql, told

from claims.errors import RecordError, StoreBusy
from claims.ports import Extraction
from claims.store import Store, failures, restore
from claims.views import Query

# -- verify -----------------------------------------------------------------------------


def test_a_sound_record_has_no_fault_and_says_what_was_looked_at(store):
    made = [add_paper(store, number) for number in range(3)]
    head = [store.append(note(made[0].id, str(number))) for number in range(2)][-1]
    verified = store.verify()
    assert verified.faults == ()
    assert (verified.documents, verified.snapshots, verified.judgements) == (3, 3, 2)
    assert verified.heads == {"ines": (head.hash,)}


REMEDY = "add it again as before, or restore a backup"


def messages(store):
    return [fault.message for fault in store.verify().faults]


def test_every_snapshot_with_a_flipped_byte_is_found(store):
    made = [add_paper(store, number) for number in range(20)]
    for number, one in enumerate(made):
        raw = bytearray(store.snapshots.get(one.raw_sha256))
        raw[number] ^= 1
        store.snapshots.path(one.raw_sha256).write_bytes(raw)
    faults = store.verify().faults
    assert [(fault.document, fault.message) for fault in faults] == [
        (one.id, f"the kept bytes of this document were changed (from paper-{number}.txt): {REMEDY}")
        for number, one in enumerate(made)
    ]


def test_a_snapshot_that_is_gone_is_found(store):
    made = add_paper(store, 1)
    store.snapshots.path(made.raw_sha256).unlink()
    assert messages(store) == [f"the kept bytes of this document are gone (from paper-1.txt): {REMEDY}"]


@pytest.fixture
def page(store):
    made = document("“We will open the pier,” she said. Crews laid 40 stones.")
    said, counted = quote(made, "We will open the pier"), claim(made, "40 stones", "Crews laid 40 stones.")
    store.add_document(made, material(made), Extraction((said,), (counted,)), extractor="rules 1")
    return made, said, counted


def test_a_quote_or_claim_that_is_not_what_stands_at_its_place_is_found(store, path, page):
    _made, said, counted = page
    sql(path, "UPDATE quote SET text = 'We will close the pier'")
    sql(path, "UPDATE claim SET text = '41 stones'")
    assert messages(store) == [
        f"the quote {said.id} is not what stands at its place",
        f"the claim {counted.id} is not what stands at its place",
    ]
    assert store.verify().faults[0].span == said.whole


def test_a_changed_document_text_is_found(store, path, page):
    sql(path, "UPDATE document SET text = replace(text, 'pier', 'dock')")
    assert messages(store) == [f"the quote {page[1].id} is not what stands at its place"]


def test_words_that_the_text_index_lacks_are_found(store, path, page):
    sql(path, "INSERT INTO quote_text(quote_text) VALUES ('delete-all')")
    (message,) = messages(store)
    assert message.startswith("the text index of quotes does not fit their text")


@pytest.mark.parametrize(
    "change",
    [
        "INSERT INTO claim_text (rowid, words, counted) VALUES (1, 'stray', '')",
        "INSERT INTO claim_text (claim_text, rowid, words, counted) SELECT 'delete', number, 'Crews laid 40 stones.', counted FROM claim",
        "UPDATE claim SET number = number + 1",
        "UPDATE claim SET counted = 'planks'",
    ],
    ids=["more", "less", "moved", "other"],
)
def test_words_of_claims_that_the_text_index_lacks_or_has_of_others_are_found(store, path, change):
    page = document("Crews laid 40 stones. Nobody fell.")
    add(store, page, claims=[claim(page, "40 stones", "Crews laid 40 stones.")])
    assert store.verify().faults == ()
    sql(path, change)
    (fault,) = store.verify().faults
    assert fault.message.startswith("the text index of claims does not fit their text")


@pytest.mark.parametrize("remove", ["again", "purge", "hide"])
def test_claims_that_go_leave_no_words_in_their_text_index(store, path, remove):
    page = document("Crews laid 40 stones. Nobody fell.")
    made = claim(page, "40 stones", "Crews laid 40 stones.")
    add(store, page, claims=[made])
    if remove == "again":
        store.replace_derived(replace(page, text="Crews laid 40 planks."), Extraction(), extractor="rules 2")
    elif remove == "purge":
        store.purge(page.id)
    else:
        store.put_effective(replace(made, counted="granite"), hidden=True)
    assert store.verify().faults == ()
    indexed = sql(path, "SELECT term FROM claim_text_terms ORDER BY term")
    assert indexed == (
        [("40",), ("crews",), ("granite",), ("laid",), ("stones",)] if remove == "hide" else []
    )


def test_a_trigger_that_is_gone_or_another_one_is_found(store, path):
    sql(path, "DROP TRIGGER judgement_no_update")
    sql(path, "DROP TRIGGER quote_text_add")
    sql(path, "CREATE TRIGGER quote_text_add AFTER INSERT ON quote BEGIN SELECT 1; END")
    assert messages(store) == [
        "the database lacks its judgement_no_update, or has another one",
        "the database lacks its quote_text_add, or has another one",
    ]


@pytest.mark.parametrize(
    "change",
    [
        "verdict = 'x'",
        "by = 'dana'",
        "at = '2020-01-01T00:00:00+00:00'",
        "shown = 'other words'",
        "hash = upper(hash)",
        "first = 'b'",
        "second = 'b'",
    ],
)
def test_a_decision_that_was_changed_behind_our_back_is_found(store, path, change):
    first = store.append(note("a" * 20, "one"))
    store.append(note("a" * 20, "two"))
    sql(path, "DROP TRIGGER judgement_no_update")
    sql(path, f"UPDATE judgement SET {change} WHERE key = 1")
    assert f"the judgement {first.id} was changed after it was made" in messages(store)


def test_a_decision_that_was_deleted_behind_our_back_is_found(store, path):
    for word in ("one", "two", "three"):
        last = store.append(note("a" * 20, word))
    sql(path, "DROP TRIGGER judgement_no_delete")
    sql(path, "DELETE FROM judgement WHERE key = 2")
    assert f"before the judgement {last.id} of ines one is missing" in messages(store)


def test_a_row_that_points_nowhere_is_found(store, path, page):
    sql(path, "INSERT INTO pair VALUES ('a', 'b', 'near', 0.5, '[]')")
    assert set(messages(store)) == {"row 1 of pair points at a missing quote"}


# -- backup and restore -------------------------------------------------------------------


@pytest.fixture
def archive(store, tmp_path):
    """A backup of a record with three documents and two decisions."""
    for number in range(3):
        made = add_paper(store, number)
    store.append(note(made.id, "one"))
    store.append(note(made.id, "two"))
    return store.backup(tmp_path / "out" / "backup.zip")


def test_a_restored_record_is_the_one_that_was_backed_up(store, archive, tmp_path):
    other = tmp_path / "elsewhere" / "other.db"
    restore(archive, other)
    with closing(Store.open(other)) as restored:
        assert restored.document_ids() == store.document_ids()
        assert list(restored.keys(Query())) == list(store.keys(Query()))
        assert restored.judgements() == store.judgements()
        assert [restored.material_of(id_) for id_ in restored.document_ids()] == [
            store.material_of(id_) for id_ in store.document_ids()
        ]
        assert restored.verify() == store.verify()
        told(restored, "It can be written")
    assert other.stat().st_mode & 0o077 == archive.stat().st_mode & 0o077 == 0
    assert [path.name for path in other.parent.iterdir() if path.name.startswith(".")] == []


def test_a_backup_holds_what_was_written_before_it_and_others_may_go_on_writing(store, archive):
    told(store, "Later")
    with ZipFile(archive) as file:
        assert len([name for name in file.namelist() if name.startswith("snapshots/")]) == 3


def test_a_backup_in_a_folder_is_named_after_the_record_and_the_time(store, tmp_path):
    made = store.backup(tmp_path)
    assert made.parent == tmp_path
    assert made.name.startswith("record-20")
    assert made.suffix == ".zip"


def test_a_backup_replaces_no_file(store, archive):
    before = archive.read_bytes()
    with pytest.raises(RecordError, match="already"):
        store.backup(archive)
    assert archive.read_bytes() == before


def test_a_record_whose_kept_bytes_are_damaged_is_not_backed_up_in_silence(store, tmp_path):
    made = add_paper(store, 1)
    store.snapshots.path(made.raw_sha256).write_bytes(b"other")
    with pytest.raises(RecordError, match="gone or changed"):
        store.backup(tmp_path / "backup.zip")
    assert not (tmp_path / "backup.zip").exists()


def test_a_record_that_is_there_is_replaced_only_if_told_and_kept_beside(archive, tmp_path):
    other = tmp_path / "other.db"
    with closing(Store.open(other, create=True)) as store:
        said = told(store, "Mine")
    with pytest.raises(RecordError, match="already"):
        restore(archive, other)
    restore(archive, other, overwrite=True)
    restore(archive, other, overwrite=True)
    with closing(Store.open(other)) as store:
        assert len(store.document_ids()) == 3
        assert store.verify().faults == ()
    assert sql(tmp_path / "other.db.replaced", "SELECT id FROM quote") == [(said.id,)]
    assert (tmp_path / "other.db.replaced-2").exists()


def test_a_record_that_is_in_use_is_not_replaced(archive, tmp_path, monkeypatch):
    other = tmp_path / "other.db"
    with closing(Store.open(other, create=True)) as store:
        said = told(store, "Mine")
        monkeypatch.setattr(failures, "BUSY_SECONDS", 0.05)
        with pytest.raises(StoreBusy):
            restore(archive, other, overwrite=True)
        assert store.value(said.id) == said


def test_a_damaged_record_can_be_replaced(archive, tmp_path):
    other = tmp_path / "other.db"
    other.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
    restore(archive, other, overwrite=True)
    with closing(Store.open(other)) as store:
        assert len(store.document_ids()) == 3


def _packed(archive, target, change):
    """The archive with its files changed: name -> bytes in, name -> bytes out."""
    with ZipFile(archive) as file:
        files = {name: file.read(name) for name in file.namelist()}
    with ZipFile(target, "w") as file:
        for name, raw in change(files).items():
            file.writestr(name, raw)
    return target


def _without_a_snapshot(files):
    return {
        name: raw
        for name, raw in files.items()
        if name != max(files, key=lambda name: name.startswith("snapshots/"))
    }


def _with_a_flipped_snapshot(files):
    name = next(name for name in files if name.startswith("snapshots/"))
    return files | {name: files[name][:-1] + b"\0"}


def _with_another_database(files):
    return files | {"record.db": files["record.db"][:-1] + b"\xff"}


def _of_a_newer_program(files):
    return files | {"manifest.json": json.dumps(json.loads(files["manifest.json"]) | {"format": 99})}


def _that_climbs_out(files):
    return files | {"../../evil": b"x"}


def _without_manifest(files):
    return {name: raw for name, raw in files.items() if name != "manifest.json"}


def _without_database(files):
    return {name: raw for name, raw in files.items() if name != "record.db"}


CHANGES = [
    _without_a_snapshot,
    _with_a_flipped_snapshot,
    _with_another_database,
    _of_a_newer_program,
    _that_climbs_out,
    _without_manifest,
    _without_database,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__.strip("_"))
def test_a_backup_that_was_changed_is_refused_and_nothing_is_replaced(archive, tmp_path, change):
    other = tmp_path / "there" / "other.db"
    with closing(Store.open(other, create=True)) as store:
        said = told(store, "Mine")
    bad = _packed(archive, tmp_path / "bad.zip", change)
    with pytest.raises(RecordError, match="no backup of a record"):
        restore(bad, other, overwrite=True)
    with closing(Store.open(other)) as store:
        assert store.value(said.id) == said
    assert sorted(path.name for path in other.parent.iterdir()) == ["other.db", "other.db.files"]
    assert not (tmp_path / "evil").exists()


def test_an_archive_damaged_anywhere_is_refused_or_gives_the_same_record(store, archive, tmp_path):
    raw, chance = archive.read_bytes(), random.Random(7)
    refused = 0
    for number in range(40):
        at = chance.randrange(len(raw))
        bad = tmp_path / f"bad-{number}.zip"
        bad.write_bytes(raw[:at] + bytes([raw[at] ^ chance.randrange(1, 256)]) + raw[at + 1 :])
        other = tmp_path / f"other-{number}.db"
        try:
            restore(bad, other)
        except RecordError:
            refused += 1
            assert not other.exists()
            continue
        with closing(Store.open(other)) as restored:  # a byte that says nothing, like a time of a file
            assert restored.judgements() == store.judgements()
            assert restored.verify() == store.verify()
    assert refused > 30


@pytest.mark.parametrize(("place", "bits"), [(8, 1), (6, 0xE0)], ids=["encrypted", "of a newer kind"])
def test_an_archive_that_seems_another_kind_of_zip_is_refused(archive, tmp_path, place, bits):
    raw = bytearray(archive.read_bytes())
    raw[raw.index(b"PK\x01\x02") + place] |= bits  # flags, version needed (APPNOTE.TXT, 4.4.4 and 4.4.3)
    archive.write_bytes(raw)
    with pytest.raises(RecordError, match="no backup of a record, or it is damaged"):
        restore(archive, tmp_path / "other.db")


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_a_backup_and_what_is_restored_are_for_their_owner_only_whatever_the_umask(store, tmp_path, umask):
    add_paper(store, 1)
    before = os.umask(umask)
    try:
        made = store.backup(tmp_path / "out" / "backup.zip")
        restore(made, tmp_path / "new" / "other.db")
    finally:
        os.umask(before)
    rights = {
        path.relative_to(tmp_path / "new").parts[0]: path.stat().st_mode & 0o777
        for path in (tmp_path / "new").iterdir()
    }
    assert rights == {"other.db": 0o600, "other.db.files": 0o700}
    kept = [path for path in (tmp_path / "new" / "other.db.files").rglob("*") if path.is_file()]
    assert [path.stat().st_mode & 0o777 for path in (made, *kept)] == [0o600, 0o600]
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_what_is_no_archive_is_refused(archive, tmp_path):
    (tmp_path / "cut.zip").write_bytes(archive.read_bytes()[:5000])
    (tmp_path / "text.zip").write_text("to whom it may concern")
    for bad in ("cut.zip", "text.zip", "missing.zip", "out"):
        with pytest.raises(RecordError):
            restore(tmp_path / bad, tmp_path / "new.db")
    assert not (tmp_path / "new.db").exists()


def test_a_backup_of_a_newer_program_says_so_and_names_the_archive(store, archive, tmp_path):
    sql(store.location, "UPDATE alembic_version SET version_num = '9999'")
    newer = store.backup(tmp_path / "newer.zip")
    with pytest.raises(RecordError, match=r"newer\.zip: a newer OnRecord"):
        restore(newer, tmp_path / "new.db")


def test_a_record_is_restored_to_where_a_link_points(archive, tmp_path):
    (tmp_path / "far").mkdir()
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "far" / "record.db")
    restore(archive, link)
    assert link.is_symlink()
    with closing(Store.open(tmp_path / "far" / "record.db")) as store:
        assert store.verify().faults == ()
