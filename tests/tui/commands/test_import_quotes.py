"""`onrecord import` of a table of ready-made quotes."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

TABLE = (
    "Quote,Name,Position,Outlet,Date,Link,Mood\n"
    "“We will not ask the fishing families to pay for this pier.”,Marisol Vega,mayor,Bay Ledger,2031-03-03,"
    "https://ledger.example/pier,glad\n"
    "Storm Edda sank 12 boats.,Ines Carrow,spokeswoman,Port Authority,March 2031,,\n"
    ",Ines Carrow,,,,,\n"
    "We will ask the fishing families to pay for this pier.,Marisol Vega,mayor,Coastal Wire,2031-03-04,,\n"
)


@pytest.fixture
def table(own_settings):
    Path("quotes.csv").write_text(TABLE, "utf-8")
    Path("onrecord.toml").write_text('extractor = "rules"\n', "utf-8")
    return Path("quotes.csv")


@pytest.fixture
def imported(table, onrecord):
    """A record of the table; gives the command to ask it with."""
    assert onrecord("import", "quotes.csv").code == 1
    return onrecord


def test_rows_are_stored_and_derived_and_bad_ones_named(table, onrecord):
    run = onrecord("import", "quotes.csv")
    assert (run.code, run.out) == (1, "")
    said = run.err.splitlines()
    assert said[:3] == [
        "quotes.csv: the column 'Mood' is not used",
        "New record at record.db.".replace("record.db", os.environ["ONRECORD_DB"]),
        "onrecord: quotes.csv row 4: no text",
    ]
    assert said[3].startswith("3 quotes stored, 0 unchanged, 1 failed in ")
    assert said[4].startswith("Matched 3 quotes in ")
    assert said[5:] == ["`onrecord import --undo` takes this import back."]
    (finding,) = onrecord("audit", "--json").json
    assert (finding["check"], [each["asserted"] for each in finding["evidence"]]) == (
        "altered-wording",
        [True, True],
    )
    assert onrecord("verify").code == 0


def test_columns_sheets_and_dates_are_as_a_person_says(onrecord, own_settings):
    Path("q.csv").write_text("Quote,Statement,Who\nA pier.,The pier stays shut.,Vega\n", "utf-8")
    run = onrecord("import", "q.csv", "--map", "text=Statement,speaker=Who")
    assert run.code == 0
    (hit,) = onrecord("search", "pier", "--json").json
    assert (hit["text"], hit["speaker"]) == ("The pier stays shut.", "Vega")
    Path("d.csv").write_text("text,date\nThe harbor stays open.,03/04/2031\n", "utf-8")
    run = onrecord("import", "d.csv", "--month-first")
    assert onrecord("search", "harbor", "--json").json[0]["date"] == "2031-03-04"


def test_dates_that_can_be_two_are_told_when_all_are_stored(onrecord, own_settings):
    Path("d.csv").write_text("text,date\nThe harbor stays open.,03/04/2031\n", "utf-8")
    run = onrecord("import", "d.csv")
    assert "d.csv: 1 date can be read two ways (the first is '03/04/2031' in d.csv row 2)" in run.err
    (hit,) = onrecord("search", "harbor", "--json").json
    assert hit["date"] == "2031-03-04/2031-04-03"
    assert onrecord("rebuild", "--json").json[0]["changed"] == 0


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("mood=Mood", "write FIELD=COLUMN; the fields are text, speaker, role, source, date, url"),
        ("text=A,text=B", "two columns for text"),
        ("text=Quote,speaker= quote", "that column is text already"),
        ("text", "write FIELD=COLUMN"),
        ("text=Quote,speaker", "no column is called 'Quote,speaker'"),
        ("text=Words", "no column is called 'Words' (its columns: 'Quote', 'Name'"),
    ],
)
def test_a_map_that_does_not_fit_is_refused_before_a_record_is_made(onrecord, table, option, said):
    run = onrecord("import", "quotes.csv", "--map", option)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert said in run.err
    assert not Path("record.db").exists()


def test_a_column_whose_name_has_a_comma_is_named_alone(onrecord, own_settings):
    Path("q.csv").write_text('"Quote, full","Who, where"\nThe pier stays shut.,Vega\n', "utf-8")
    assert onrecord("import", "q.csv", "--map", "text=Quote, full", "--map", "speaker=Who, where").code == 0
    (hit,) = onrecord("search", "pier", "--json").json
    assert (hit["text"], hit["speaker"]) == ("The pier stays shut.", "Vega")


def test_dates_have_one_order(onrecord, table):
    run = onrecord("import", "quotes.csv", "--day-first", "--month-first")
    assert (run.code, "--day-first and --month-first exclude each other" in run.err) == (2, True)
    assert not Path("record.db").exists()


def test_dates_are_told_apart_once_the_import_is_taken_back(onrecord, own_settings):
    Path("d.csv").write_text("text,date\nThe harbor stays open.,03/04/2031\nNobody slept.,2031\n", "utf-8")
    assert "take this import back (`onrecord import --undo`)" in onrecord("import", "d.csv").err
    onrecord("import", "--undo")
    assert onrecord("import", "d.csv", "--day-first").code == 0
    (hit,) = onrecord("search", "harbor", "--json").json
    assert hit["date"] == "2031-04-03"
    assert len(onrecord("search", "slept", "--json").json) == 1


def test_options_of_tables_are_not_for_other_records(imported):
    assert imported("export", "--format", "jsonl", "-o", "all.jsonl").code == 0
    run = imported("--db", "theirs.db", "import", "all.jsonl", "--sheet", "Quotes")
    assert (run.code, "not a table" in run.err) == (2, True)


def test_a_second_time_nothing_changes(imported):
    run = imported("import", "quotes.csv")
    assert run.code == 1
    assert "3 rows known, 0 new, 1 failed" in run.err
    assert "figure" not in run.err


def test_rows_that_failed_are_problems_until_they_come_right(imported, table):
    (problem,) = imported("problems", "--json").json
    assert (problem["stage"], problem["message"], problem["location"]) == (
        "import",
        "no text",
        "quotes.csv row 4",
    )
    table.write_text(TABLE.replace("\n,Ines", "\nThe pier stays shut.,Ines"), "utf-8")
    run = imported("import", "quotes.csv")
    assert (run.code, imported("problems", "--json").json) == (0, [])


def test_a_table_with_rows_added_is_told_as_the_same(imported, table):
    table.write_text(f"{TABLE}The pier stays shut.,Ines Carrow,,,,,\n", "utf-8")
    said = imported("import", "quotes.csv").err
    assert ": 3 rows known, 1 new, 1 failed in " in said
    listed = imported("import", "--list").out.splitlines()
    assert [line.rpartition(" · ")[2] for line in listed] == ["1 more quote", "3 quotes"]
    assert [line["again"] for line in imported("import", "--list", "--json").json] == [True, False]


def test_json_has_one_line_a_row(table, onrecord):
    table.write_text(TABLE.splitlines()[0] + "\n" + TABLE.splitlines()[2] + "\n,x\n", "utf-8")
    run = onrecord("import", "quotes.csv", "--json")
    stored, failed = run.json
    assert stored | {"document": ""} == {
        "location": "quotes.csv row 2",
        "status": "stored",
        "reason": None,
        "document": "",
        "quotes": 1,
        "claims": None,
    }
    assert (failed["location"], failed["status"], failed["reason"]) == (
        "quotes.csv row 3",
        "failed",
        "no text",
    )
    assert onrecord("show", stored["document"], "--json").json[0]["document"]["asserted"] is True


def test_it_is_marked_wherever_it_is_told_of(imported):
    assert "asserted, source not seen" in imported("search", "boats").flat
    (hit,) = imported("search", "boats", "--json").json
    assert hit["asserted"] is True
    for id_ in (hit["id"], hit["document"]):
        assert "asserted, source not seen" in imported("show", id_).flat
    assert "asserted, source not seen" in imported("export", "--format", "csv").out
    assert "Asserted, source not seen." in imported("export", "--format", "markdown").out


def test_what_was_read_in_a_document_is_not_marked(record):
    (hit,) = record("search", "lost enough", "--json").json
    assert hit["asserted"] is False
    assert "asserted" not in record("show", hit["document"]).flat


def test_standard_input_is_a_table_too(onrecord, table):
    run = onrecord("import", "-", stdin='{"text": "The pier stays shut."}\n')
    assert run.code == 0
    assert onrecord("search", "shut", "--json").json[0]["location"] == "- row 1"


def test_rows_of_an_export_of_quotes_are_ready_made_quotes(record):
    assert record("export", "--format", "jsonl", "--kind", "quotes", "-o", "mine.jsonl").code == 0
    run = record("--db", "theirs.db", "import", "mine.jsonl")
    assert run.code == 0
    there = record("--db", "theirs.db", "search", "lost enough", "--json").json
    assert [(hit["speaker"], hit["asserted"]) for hit in there] == [("Marisol Vega", True)]


@pytest.mark.parametrize(
    ("text", "said"),
    [("name,date\nVega,2031\n", "no column is called text or quote"), ("", "it is empty")],
)
def test_what_is_no_table_is_refused_before_a_record_is_made(onrecord, text, said):
    Path("notes.csv").write_text(text, "utf-8")
    run = onrecord("import", "notes.csv")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert said in run.err
    assert not Path("record.db").exists()


def test_a_backup_holds_the_rows_and_is_restored_with_them(imported):
    assert imported("backup", "kept.zip").code == 0
    assert imported("--db", "again.db", "restore", "kept.zip").code == 0
    assert imported("--db", "again.db", "verify").code == 0
    done = imported("--db", "again.db", "rebuild", "--json").json[0]
    assert (done["documents"], done["changed"], done["problems"]) == (3, 0, [])


def test_another_record_takes_them_in_as_they_are(imported):
    assert imported("export", "--format", "jsonl", "-o", "all.jsonl").code == 0
    assert imported("--db", "theirs.db", "import", "all.jsonl").code == 0
    assert imported("--db", "theirs.db", "verify").code == 0
    mine, theirs = (
        imported("--db", db, "export", "--format", "csv").out for db in ("record.db", "theirs.db")
    )
    assert sorted(mine.splitlines()) == sorted(theirs.splitlines())
    run = imported("--db", "theirs.db", "import", "quotes.csv")
    assert "3 rows known, 0 new" in run.err


def test_purge_destroys_the_row_for_good(imported):
    (hit,) = imported("search", "boats", "--json").json
    assert imported("withdraw", hit["document"], "--purge", "--yes").code == 0
    kept = [path for path in Path().rglob("*") if path.is_file() and path.name.startswith("record.db")]
    kept += [path for path in Path("record.db.files").rglob("*") if path.is_file()]
    assert kept
    assert not any(b"sank 12" in path.read_bytes() for path in kept)
    assert imported("verify").code == 0
    assert "1 skipped" in imported("import", "quotes.csv").err


@pytest.fixture
def interruptible():
    """What a program in the background starts ignores ctrl-C, and so would what a test starts there."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


# Three lots: the first is stored when the command is stopped, the others are not.
ROWS = 11_000


@pytest.mark.slow
def test_ctrl_c_keeps_what_was_stored_and_the_same_command_goes_on(table, onrecord, interruptible):
    rows = "".join(
        json.dumps({"text": f"Pier {n} lost {n} of its 900 boats in the storm."}) + "\n" for n in range(ROWS)
    )
    Path("many.jsonl").write_text(rows, "utf-8")
    command = [sys.executable, "-P", "-m", "tui", "import", "many.jsonl", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        run.stdout.readline()  # the first rows are stored
        run.send_signal(signal.SIGINT)
        _, err = run.communicate(timeout=60)
    assert run.returncode == 130
    assert "What was stored stays: " in err
    assert "wait for figures and matches: the same command goes on there" in err
    assert onrecord("verify").code == 0
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        told = [json.loads(run.stdout.readline())["status"] for _ in range(ROWS)]
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=60)
    assert told[0] == "unchanged"
    assert told.count("unchanged") + told.count("stored") == ROWS
    assert time.monotonic() - began < 100
