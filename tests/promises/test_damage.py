"""What was damaged or changed behind our back is found, and never written to (RELIABILITY section 3, "Corrupt DB", "Snapshot damaged")."""

import random
import sqlite3
from contextlib import closing

import pytest
from records import MARK, command, copied, faults, files, holding
from steps import run, spread

COPIES = 100


@pytest.fixture
def grown(record, onrecord, tmp_path):
    """A record of some hundred kilobytes, closed."""
    story = "Pier counted\n\n" + "\n\n".join(
        f"“We will rebuild pier {n} for {n} million dollars,” Mayor Marisol Vega said." for n in range(60)
    )
    (tmp_path / "long.txt").write_text(story, "utf-8")
    assert onrecord(record, "add", tmp_path / "long.txt").code == 0
    return record


def looked_at(record, onrecord):
    """What people do first with a record that may be damaged; the bytes of its database stay."""
    before = record.read_bytes()
    for words in (["verify"], ["search", "pier"], ["add", __file__], ["audit"]):
        ended = onrecord(record, *words)
        assert "Traceback" not in ended.err
        assert "fault of OnRecord" not in ended.err
        yield words[0], ended
    assert record.read_bytes() == before


@pytest.mark.parametrize(("mask", "places"), [(0xFF, 20), (0x01, 8)], ids=["all bits", "one bit"])
def test_bytes_flipped_anywhere_in_the_database_are_found_and_it_is_not_written(
    grown, onrecord, tmp_path, mask, places
):
    """What is not found stood in derived rows, or nowhere: a rebuild makes them again."""
    sound = holding(grown)
    whole = grown.read_bytes()

    def flipped_at(place):
        record = copied(grown, tmp_path / f"at-{place}")
        at = place * 4096 + (0, 1000, 4000)[place % 3]
        flipped = bytes(byte ^ mask for byte in whole[at : at + 64])
        record.write_bytes(whole[:at] + flipped + whole[at + 64 :])
        before = record.read_bytes()
        ended = onrecord(record, "verify")
        assert "Traceback" not in ended.err
        assert "fault of OnRecord" not in ended.err
        assert record.read_bytes() == before
        if ended.code == 0:
            assert onrecord(record, "rebuild").code == 0
            assert holding(record) == sound, f"at byte {at}"

    chosen = random.Random(mask).sample(range(len(whole) // 4096), places)
    spread(chosen, flipped_at, tmp_path / "scratch")


@pytest.mark.parametrize("share", [0.02, 0.5, 0.98])
def test_a_database_that_was_cut_is_said_to_be_damaged_and_not_written(grown, onrecord, share):
    whole = grown.read_bytes()
    grown.write_bytes(whole[: int(len(whole) * share)])
    for _name, ended in looked_at(grown, onrecord):
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
        assert "damaged" in ended.err


def test_a_story_in_the_place_of_the_database_is_no_record_and_is_not_written(record, onrecord):
    record.write_text("Harbor board backs new pier. " * 400)
    for _name, ended in looked_at(record, onrecord):
        assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
        assert "no OnRecord record" in ended.err


@pytest.fixture
def hundred(tmp_path, onrecord):
    """A record of a hundred short documents."""
    record = tmp_path / "hundred" / "record.db"
    (tmp_path / "stories").mkdir()
    for n in range(COPIES):
        (tmp_path / "stories" / f"{n:03}.txt").write_text(f"Notice {n}\n\nThe harbor office is closed.\n")
    assert onrecord(record, "add", tmp_path / "stories").code == 0
    return record


def snapshots(record):
    return files(record.with_name("record.db.files"))


@pytest.mark.slow
def test_one_byte_flipped_in_each_of_a_hundred_kept_copies_is_a_hundred_faults(hundred, onrecord):
    for n, path in enumerate(snapshots(hundred)):
        raw = bytearray(path.read_bytes())
        raw[n % len(raw)] ^= 1
        path.write_bytes(raw)
    ended = onrecord(hundred, "verify")
    assert ended.code == 1
    assert ended.out.count("the kept bytes of this document were changed") == COPIES
    assert f"{COPIES} faults in {COPIES} documents" in ended.err


def test_a_kept_copy_that_is_gone_is_a_fault_and_a_strange_file_is_none(record, onrecord):
    folder = record.with_name("record.db.files")
    (folder / "notes.txt").write_text("ask the harbor office")
    (folder / "ab").mkdir(exist_ok=True)
    (folder / "ab" / ".part-left").write_text("half")
    (folder / "ab" / "readme").write_text("mine")
    assert onrecord(record, "verify").code == 0
    next(path for path in snapshots(record) if len(path.name) == 64).unlink()
    ended = onrecord(record, "verify")
    assert ended.code == 1
    assert ended.out.count("the kept bytes of this document are gone") == 1


@pytest.fixture(scope="module")
def decided_once(made_once, tmp_path_factory):
    """The record with three decisions, closed."""
    folder = tmp_path_factory.mktemp("decided")
    record = copied(made_once, folder / "home")
    document = holding(record)["documents"][0][0]
    for words in ("first", "second", "third"):
        assert run(command(record, "note", document, words), folder / "scratch").code == 0
    return record


@pytest.fixture
def decided(decided_once, tmp_path):
    """A copy of that record, in a folder of its own."""
    return copied(decided_once, tmp_path / "home")


def tampered(record, *statements):
    """Change rows as a person with another program would who took our triggers away first."""
    with closing(sqlite3.connect(record, isolation_level=None)) as database:
        database.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            for name, table in database.execute(
                "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
            ):
                if f" {table} " in statement:
                    database.execute(f"DROP TRIGGER {name}")
            assert database.execute(statement).rowcount != 0, f"nothing was changed by {statement}"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgement SET note = 'other words' WHERE key = 2",
        "UPDATE judgement SET by = 'vega' WHERE key = 2",
        "DELETE FROM judgement WHERE key = 1",
        "DELETE FROM judgement WHERE key = 2",
        "UPDATE quote SET text = replace(text, 'fishing', 'sailing')",
        "UPDATE quote SET spans = replace(spans, '2', '3')",
        "UPDATE document SET text = replace(text, 'fishing', 'sailing')",
        "UPDATE document SET text = 'x' || text",
        "UPDATE finding SET sentence = CAST(x'ff' AS TEXT)",
        "DELETE FROM arrival WHERE 1",
    ],
)
def test_a_row_that_was_changed_is_found(decided, onrecord, statement):
    """Also where the triggers that would tell of it are put back."""
    with closing(sqlite3.connect(decided)) as database:
        triggers = [
            row[0] for row in database.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")
        ]
    tampered(decided, statement)
    with closing(sqlite3.connect(decided)) as database:
        there = {row[0] for row in database.execute("SELECT sql FROM sqlite_master WHERE type = 'trigger'")}
        for trigger in set(triggers) - there:
            database.execute(trigger)
    found = faults(decided)
    assert found != []
    assert not any("lacks its" in fault for fault in found)
    assert onrecord(decided, "verify").code == 1


def test_a_trigger_that_was_taken_away_is_found(decided):
    tampered(decided, "UPDATE judgement SET note = note WHERE key = 2")
    assert any("lacks its" in fault for fault in faults(decided))


@pytest.mark.parametrize("index", ["quote_text", "claim_text", "document_text"])
def test_words_taken_out_of_a_search_index_are_found(decided, index):
    with closing(sqlite3.connect(decided, isolation_level=None)) as database:
        database.execute("BEGIN")
        database.execute(f"INSERT INTO {index}({index}) VALUES ('delete-all')")
        database.execute("COMMIT")
    assert any("text index" in fault for fault in faults(decided))


def test_what_is_damaged_is_mended_by_a_backup(decided, onrecord, tmp_path):
    before = holding(decided)
    assert onrecord(decided, "backup", tmp_path / "copy.zip").code == 0
    decided.write_bytes(decided.read_bytes()[:9000])
    ended = run(command(decided, "restore", tmp_path / "copy.zip", "--replace"), tmp_path / "scratch")
    assert ended.code == 0, ended.err
    assert (faults(decided), holding(decided)) == ([], before)
    assert MARK in str(before)
