"""export, verify, backup, restore, doctor, demo: what leaves the record, and whether it is sound."""

import csv
import io
import os
import sqlite3
from pathlib import Path

import pytest

from claims import network_drives
from claims.extraction.learned import Learned
from claims.registry import EXTRACTORS, plugins


def test_csv_is_exported_to_a_file(record):
    run = record("export", "--format", "csv", "-o", "quotes.csv")
    assert (run.code, run.out) == (0, "")
    rows = list(csv.DictReader(io.StringIO(Path("quotes.csv").read_bytes().decode(), newline="")))
    lost = next(row for row in rows if row["text"].endswith("They have lost enough."))
    assert (lost["speaker"], lost["source"], lost["date"]) == (
        "Marisol Vega",
        "Harlow Bay Herald",
        "2031-03-03",
    )
    assert lost["url"] == "https://herald.example/pier"
    assert {row["source"] for row in rows} <= {
        "Harlow Bay Herald",
        "Coastal Wire",
        "Port Authority of Harlow Bay",
    }


def test_json_lines_of_claims_go_to_standard_output(record):
    rows = record("export", "boats", "--kind", "claims", "--format", "jsonl").json
    assert {(row["value"], row["counted"]) for row in rows} >= {("12", "boats"), ("64", "people")}


def test_markdown_takes_the_filters_of_search(record):
    run = record("export", "--format", "markdown", "--source", "wire")
    assert "Coastal Wire" in run.out
    assert "Herald" not in run.out


def test_an_export_that_cannot_be_written_leaves_nothing_behind(record):
    Path("there").mkdir()
    (Path("there") / "file").touch()
    run = record("export", "-o", "there")
    assert (run.code, run.err.count("\n")) == (1, 1)
    run = record("export", "-o", "no/such/folder/quotes.csv")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "no/such/folder" in run.err
    assert ".quotes.csv" not in run.err
    assert not [path for path in Path().rglob("*") if path.name.startswith(".")]


def test_an_export_that_cannot_be_written_names_the_file_that_was_asked_for(record):
    name = f"{'q' * 250}.csv"  # its own name fits a folder, the one that it is written under does not
    run = record("export", "-o", name)
    assert (run.code, run.err.count("\n")) == (1, 1)
    assert f"/{name}: " in run.err
    assert f".{name}" not in run.err


def test_an_export_over_a_file_keeps_who_may_read_it(record):
    Path("quotes.csv").touch()
    Path("quotes.csv").chmod(0o600)
    assert record("export", "-o", "quotes.csv").code == 0
    assert Path("quotes.csv").stat().st_mode & 0o777 == 0o600


def test_an_export_into_a_pipe_leaves_it_a_pipe(record):
    os.mkfifo("pipe")
    reading = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert record("export", "--format", "jsonl", "-o", "pipe").code == 0
    assert Path("pipe").is_fifo()
    assert os.read(reading, 1_000_000).count(b"\n") == len(record("export", "--format", "jsonl").json)
    os.close(reading)


def test_a_formula_in_a_story_is_defused_and_told(stories, onrecord):
    (stories / "odd.txt").write_text(
        "Odd\n\n“=HYPERLINK(1) is what we will type,” Ines Carrow said.\n", "utf-8"
    )
    onrecord("add", "odd.txt")
    run = onrecord("export")
    (row,) = csv.DictReader(io.StringIO(run.out))
    assert row["text"].startswith("'=HYPERLINK")
    assert "1 cell would run as a formula" in run.err
    assert next(csv.DictReader(io.StringIO(onrecord("export", "--raw").out)))["text"].startswith("=HYPERLINK")


def test_a_sound_record_is_verified(record):
    run = record("verify")
    assert run.code == 0
    assert "No fault in 3 documents, 3 snapshots and 0 decisions." in run.err


def test_a_changed_snapshot_is_found(record):
    snapshot = next(path for path in Path("record.db.files").rglob("*") if path.is_file())
    snapshot.chmod(0o600)
    snapshot.write_bytes(snapshot.read_bytes()[:-1] + b"?")
    run = record("verify")
    assert run.code == 1
    assert "1 fault" in run.err


def test_a_backup_is_restored_with_its_decisions(record):
    quote = record("search", "lost enough", "--json").json[0]["id"]
    record("tag", quote, "pier")
    assert record("backup", "copy.zip").code == 0
    assert record("--db", "again.db", "restore", "copy.zip").code == 0
    assert record("--db", "again.db", "verify").code == 0
    assert record("--db", "again.db", "search", "--tag", "pier", "--json").json[0]["id"] == quote


def test_a_restore_never_overwrites_unasked(record):
    record("backup", "copy.zip")
    run = record("restore", "copy.zip")
    assert run.code == 2
    assert "--replace" in run.err
    assert record("search", "families").code == 0
    record("tag", record("search", "families", "--json").json[0]["id"], "pier")
    assert record("restore", "copy.zip", "--replace").code == 0
    assert record("search", "--tag", "pier", "--json").json == []


def test_a_backup_makes_no_folder_and_a_restore_needs_a_file(record):
    run = record("backup", "nowhere/copy.zip")
    assert (run.code, run.err.endswith("there is no folder nowhere\n")) == (2, True)
    assert not Path("nowhere").exists()
    run = record("restore", "copy.zip")
    assert (run.code, run.err) == (2, "onrecord: copy.zip: there is no such file\n")


def test_what_is_no_backup_is_refused(record):
    Path("story.zip").write_text("no archive")
    run = record("--db", "again.db", "restore", "story.zip")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert not Path("again.db").exists()


def test_the_doctor_names_versions_places_and_plugins(record):
    run = record("doctor", "--json")
    facts = {fact["name"]: fact for fact in run.json}
    assert run.code == 0
    assert "plain-text" in facts["readers"]["value"]
    assert facts["record"]["value"].endswith("record.db")
    assert "3 documents" in facts["opens"]["value"]
    assert "SQLite" in record("doctor").out


def test_the_doctor_fails_where_the_record_does_not_open(record):
    Path("record.db").write_bytes(b"this is no database, it is a story about a pier" * 100)
    run = record("doctor")
    assert run.code == 1
    assert "mend this" in run.out


def test_a_damaged_record_is_named_and_not_touched(record):
    with sqlite3.connect("record.db") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    whole = Path("record.db").read_bytes()
    damaged = whole[:4096] + b"\x7f" * 8192 + whole[12288:]
    Path("record.db").write_bytes(damaged)
    run = record("search", "families")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert Path("record.db").read_bytes() == damaged


def test_a_record_that_cannot_be_written_is_still_read(record, monkeypatch):
    writable = os.access
    monkeypatch.setattr("os.access", lambda path, mode: mode != 2 and writable(path, mode))
    assert len(record("search", "families", "--json").json) == 2
    run = record("note", record("search", "families", "--json").json[0]["id"], "ask her office")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "not written" in run.err


@pytest.mark.slow
def test_the_demo_prints_its_audit_and_leaves_nothing_behind(onrecord, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run = onrecord("demo")
    assert run.code == 0
    assert "SEVERITY" in run.out
    assert "ictional" in run.err
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("onrecord-demo-")]
    assert not (tmp_path / "record.db").exists()


def test_an_export_says_what_search_says(record):
    exported = [
        row["id"] for row in record("export", "--since", "2031", "--format", "jsonl", "--kind", "quotes").json
    ]
    assert exported == [
        hit["id"] for hit in record("search", "--since", "2031", "--limit", "0", "--json").json
    ]


def test_a_rebuild_names_a_document_whose_copy_is_gone_keeps_it_and_exits_1(record):
    for copy in Path("record.db.files").rglob("*"):
        if copy.is_file():
            copy.unlink()
            break
    run = record("rebuild")
    assert run.code == 1
    assert "its snapshot cannot be read" in run.flat
    assert len(record("search", "--since", "2000", "--json").json) >= 4


def kept(name):
    """The kept bytes of a story."""
    raw = Path(name).read_bytes()
    return next(path for path in Path("record.db.files").glob("??/*") if path.read_bytes() == raw)


@pytest.fixture
def damaged(record):
    """The command on a record whose kept bytes of wire.txt were changed."""
    kept("wire.txt").write_bytes(b"something else")
    return record


def flat(text):
    return " ".join(text.split())


def test_a_damaged_document_is_named_with_its_remedy(damaged):
    run = damaged("verify")
    assert (run.code, run.err.startswith("1 fault in")) == (1, True)
    assert "the kept bytes of this document were changed (“Mayor promises to rebuild pier”" in run.flat
    assert "from wire.txt): add it again as before, or restore a backup" in run.flat


def test_a_backup_of_a_damaged_document_says_what_to_do(damaged):
    run = damaged("backup", "copy.zip")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "the kept bytes of 1 document are gone or changed" in run.err
    assert "`onrecord verify` names each and says how to mend it" in run.err


@pytest.mark.parametrize("again", [["wire.txt"], ["--manifest", "manifest.csv"]], ids=["alone", "manifest"])
def test_adding_a_damaged_document_again_mends_it_and_says_so(damaged, again):
    told = {each["location"]: each["reason"] for each in damaged("add", *again, "--json").json}
    assert told["wire.txt"].endswith("; its kept bytes were gone or changed and are whole again")
    assert damaged("verify").code == 0
    told = {each["location"]: each["reason"] for each in damaged("add", *again, "--json").json}
    assert "whole again" not in told["wire.txt"]


def test_a_rebuild_says_what_it_could_not_read(damaged):
    run = damaged("rebuild")
    assert run.code == 1
    assert "its kept bytes were changed" in run.flat
    assert "“Mayor promises to rebuild pier”" in run.flat
    assert run.err == (
        "Derived again from 2 of 3 documents: nothing changed. "
        "1 could not be read and keeps what was derived before.\n"
    )


def test_a_rebuild_after_a_mended_document_changed_nothing(damaged):
    damaged("rebuild")
    damaged("add", "--manifest", "manifest.csv")
    run = damaged("rebuild")
    assert (run.code, run.err) == (0, "Derived again from 3 documents: nothing changed.\n")
    assert damaged("problems", "--json").json == []


def test_a_rebuild_says_that_it_counts_what_searches_leave_out(record):
    assert "Counted with those that a search leaves out" not in record("rebuild").flat
    record("withdraw", record("search", "lost enough", "--json").json[0]["document"])
    assert "Counted with those that a search leaves out: withdrawn, judged" in record("rebuild").flat


def test_the_doctor_names_the_extractor_in_use(record, monkeypatch):
    assert "encoder (encoder 3." in record("doctor").out
    monkeypatch.setenv("ONRECORD_EXTRACTOR", "rules")
    assert "rules (rules" in record("doctor").out


def test_the_doctor_says_that_weights_are_missing(record, tmp_path, monkeypatch):
    monkeypatch.setitem(plugins(EXTRACTORS).made, "encoder", Learned(tmp_path / "nowhere"))
    run = record("doctor")
    assert run.code == 1
    assert "the encoder cannot be used (card.json is missing)" in " ".join(run.out.split())


def test_who_writes_to_a_record_on_a_network_drive_is_warned(record, monkeypatch, tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"server:/desk {Path.cwd()} nfs4 rw 0 0\n", "utf-8")
    quote = record("search", "lost enough", "--json").json[0]["id"]
    assert "network drive" not in record("tag", quote, "pier").err
    monkeypatch.setattr(network_drives, "MOUNTS", mounts)
    run = record("tag", quote, "harbor")
    assert (run.code, "the record lies on a network drive (nfs4)" in run.err) == (0, True)
