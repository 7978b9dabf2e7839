"""`add`: each input has one fate, and the exit code says whether one failed."""

import json
import sqlite3
import zipfile
from pathlib import Path

import pytest


def fates(run):
    return {each["location"]: each["status"] for each in run.json}


def test_an_address_at_which_nobody_else_finds_the_document_is_refused(onrecord, stories):
    run = onrecord("add", "herald.txt", "--url", "file:///home/okafor/herald.txt")
    assert run.code == 2
    assert "write http:// or https:// and the rest" in run.err


def test_each_input_is_told_with_what_it_holds(stories, onrecord):
    run = onrecord("add", "herald.txt", "wire.txt", "--json")
    assert run.code == 0
    assert [each["status"] for each in run.json] == ["stored", "stored"]
    assert all(each["document"] and each["quotes"] and each["claims"] for each in run.json)
    assert run.err.endswith("\n2 stored, 0 unchanged, 0 skipped, 0 failed.\n")


def test_a_new_record_is_told_once_with_its_place(stories, onrecord):
    run = onrecord("--db", "no/such/record.db", "add", "herald.txt", "--json")
    assert run.err == "New record at no/such/record.db.\n1 stored, 0 unchanged, 0 skipped, 0 failed.\n"
    assert len(run.json) == 1
    assert "new record" not in onrecord("--db", "no/such/record.db", "add", "wire.txt").err
    onrecord("--db", "no/such/record.db", "export", "--format", "jsonl", "-o", "all.jsonl")
    run = onrecord("--db", "other.db", "import", "all.jsonl")
    assert run.err.startswith("New record at other.db.\n")


def test_adding_again_changes_nothing(record):
    before = record("search", "--since", "2031", "--json").out
    run = record("add", "--manifest", "manifest.csv", "--json")
    assert (run.code, {each["status"] for each in run.json}) == (0, {"unchanged"})
    assert record("search", "--since", "2031", "--json").out == before


def test_a_failed_input_is_named_and_the_others_are_stored(stories, onrecord):
    run = onrecord("add", "gone.txt", "herald.txt", "--json")
    assert (run.code, fates(run)) == (1, {"gone.txt": "failed", "herald.txt": "stored"})
    assert "1 stored, 0 unchanged, 0 skipped, 1 failed." in run.err
    assert onrecord("search", "families").code == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [("empty.txt", b""), ("blank.txt", b" \n\n"), ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200))],
    ids=["empty", "blank", "picture"],
)
def test_what_is_no_document_fails_when_named_and_is_skipped_in_a_walk(
    stories, onrecord, name, content, herald
):
    folder = stories / "folder"
    folder.mkdir()
    (folder / name).write_bytes(content)
    (folder / "herald.txt").write_text(herald, "utf-8")
    named = onrecord("add", f"folder/{name}", "--json")
    assert (named.code, fates(named)) == (1, {f"folder/{name}": "failed"})
    assert named.json[0]["reason"]
    walked = onrecord("add", "folder", "--json")
    assert (walked.code, fates(walked)[f"folder/{name}"]) == (0, "skipped")


def test_a_link_and_a_hidden_file_of_a_folder_are_skipped(stories, onrecord, herald):
    folder = stories / "folder"
    folder.mkdir()
    (folder / "link.txt").symlink_to(stories / "herald.txt")
    (folder / ".hidden.txt").write_text(herald, "utf-8")
    (folder / "herald.txt").write_text(herald, "utf-8")
    run = onrecord("add", "folder", "--json")
    assert run.code == 0
    assert sorted(fates(run).values()) == ["skipped", "skipped", "stored"]


def test_what_the_user_says_wins(stories, onrecord):
    onrecord(
        "add",
        "herald.txt",
        "--source",
        "Coastal Wire",
        "--date",
        "2031-02",
        "--url",
        "https://wire.example/1",
    )
    (hit, *_) = onrecord("search", "families", "--json").json
    assert (hit["source"], hit["date"], hit["date_is"]) == ("Coastal Wire", "2031-02", "published")


def test_a_date_that_nobody_gave_stays_empty(stories, onrecord):
    onrecord("add", "herald.txt")
    (hit, *_) = onrecord("search", "families", "--json").json
    assert (hit["date"], hit["date_is"]) == (None, None)


def test_a_wrong_manifest_stops_before_a_record_is_made(stories, onrecord):
    Path("manifest.csv").write_text("path,when\nherald.txt,2031\n", "utf-8")
    run = onrecord("add", "--manifest", "manifest.csv")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert not Path("record.db").exists()


def test_standard_input_is_one_document(stories, onrecord, herald):
    run = onrecord("add", "-", "--json", stdin=herald)
    assert (run.code, fates(run)) == (0, {"-": "stored"})


def test_several_processes_give_the_same_record(stories, onrecord):
    onrecord("--db", "one.db", "add", "--manifest", "manifest.csv")
    onrecord("--db", "two.db", "add", "--manifest", "manifest.csv", "--jobs", "2")
    one, two = (onrecord("--db", db, "audit", "--json").out for db in ("one.db", "two.db"))
    assert one == two


def test_for_people_each_input_is_a_line(stories, onrecord):
    run = onrecord("add", "herald.txt", "gone.txt")
    assert "herald.txt: stored, " in run.flat
    assert "onrecord: gone.txt: " in run.err


def test_a_hostile_file_name_does_nothing(stories, onrecord):
    name = "story\x1b]0;x\x07\nonrecord: all is well.txt"
    Path(name).write_bytes(b"")
    for options in ([], ["--json"]):
        run = onrecord("add", name, *options)
        assert not set(run.out + run.err) & set("\x1b\x07")
        assert "\nonrecord: all is well" not in run.err


@pytest.mark.parametrize("kind", ["story", "database"])
def test_a_file_that_is_no_record_is_refused_and_left_alone(stories, onrecord, kind):
    place = Path("other.db")
    if kind == "database":
        with sqlite3.connect(place) as other:
            other.execute("CREATE TABLE stories (id)")
    else:
        place.write_bytes(b"This is a story about a pier, and no database at all. " * 40)
    before = place.read_bytes()
    run = onrecord("--db", "other.db", "add", "herald.txt")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "no OnRecord record" in run.err
    assert place.read_bytes() == before


def test_a_store_that_another_program_writes_is_busy(record, monkeypatch):
    monkeypatch.setattr("claims.store.failures.BUSY_SECONDS", 0.1)
    holder = sqlite3.connect("record.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    run = record("note", record("search", "families", "--json").json[0]["id"], "check this")
    holder.close()
    assert (run.code, run.err.count("\n")) == (4, 1)
    assert "try again" in run.err


def test_json_and_talk_are_kept_apart(stories, onrecord):
    run = onrecord("add", "herald.txt", "--json")
    for line in run.out.splitlines():
        assert set(json.loads(line)) == {"location", "status", "reason", "document", "quotes", "claims"}


def test_an_interrupt_says_what_was_stored(stories, onrecord, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.commands.add.print_added", interrupted)
    run = onrecord("add", "herald.txt", "wire.txt")
    assert run.code == 130
    assert "What was stored stays: 1 stored, 0 unchanged, 0 skipped, 0 failed." in run.err


def test_a_destroyed_document_is_not_taken_in_again_and_that_is_said(record):
    document = record("search", "lost enough", "--json").json[0]["document"]
    record("withdraw", document, "--purge", "--yes")
    day = record("history", "--json").json[0]["at"][:10]
    Path("folder").mkdir()
    Path("herald.txt").rename("folder/herald.txt")
    Path("again.csv").write_text("path,url\nfolder/herald.txt,https://herald.example/pier\n")
    why = f"this document was destroyed here on {day} and is not taken in again"
    named = record("add", "folder/herald.txt", "--manifest", "again.csv", "--json")
    assert [(each["status"], each["reason"]) for each in named.json] == [("failed", why)]
    assert named.code == 1
    walked = record("add", "folder", "--manifest", "again.csv", "--json")
    assert [(each["status"], each["reason"]) for each in walked.json] == [("skipped", why)]
    assert walked.code == 0


def problems(run):
    return [(each["location"], each["message"]) for each in run("problems", "--json").json]


@pytest.mark.parametrize("known", [False, True], ids=["new", "in the record"])
def test_a_file_that_could_not_be_read_is_a_problem_until_it_is(stories, onrecord, herald, known):
    """A file over the limit stands for any that is there and not read: as root there is no other."""
    story = stories / "folder" / "herald.txt"
    story.parent.mkdir()
    if known:
        story.write_text(herald, "utf-8")
        onrecord("add", "folder")
    with story.open("w") as file:
        file.truncate(60_000_000)
    assert onrecord("add", "folder").code == 1
    ((location, message),) = problems(onrecord)
    assert (location, "over the limit" in message) == ("folder/herald.txt", True)
    story.write_text(herald, "utf-8")
    assert onrecord("add", "folder").code == 0
    assert problems(onrecord) == []


def test_a_slip_in_a_name_leaves_no_problem(record):
    assert record("add", "no-such-file.txt").code == 1
    assert problems(record) == []


# -- what holds other documents -------------------------------------------------------


def test_each_file_of_an_archive_is_an_input_and_a_second_run_changes_nothing(stories, onrecord, herald):
    with zipfile.ZipFile(stories / "news.zip", "w") as archive:
        archive.writestr("march/herald.txt", herald)
        archive.writestr("march/picture.png", b"\x89PNG\r\n\x1a\n" + bytes(200))
    run = onrecord("add", "news.zip", "--json")
    assert (run.code, fates(run)) == (
        0,
        {"news.zip/march/herald.txt": "stored", "news.zip/march/picture.png": "skipped"},
    )
    again = onrecord("add", "news.zip", "--json")
    assert fates(again)["news.zip/march/herald.txt"] == "unchanged"
    (hit,) = onrecord("search", '"fishing families"', "--json").json
    assert hit["location"] == "news.zip/march/herald.txt"


def test_what_cannot_be_opened_fails_and_is_kept_as_a_problem(stories, onrecord, herald):
    (stories / "folder").mkdir()
    (stories / "folder" / "cut.zip").write_bytes(b"PK\x03\x04 and no more")
    (stories / "folder" / "herald.txt").write_text(herald, "utf-8")
    run = onrecord("add", "folder", "--json")
    assert (run.code, fates(run)) == (1, {"folder/cut.zip": "failed", "folder/herald.txt": "stored"})
    (problem,) = onrecord("problems", "--json").json
    assert (problem["location"], problem["message"]) == (
        "folder/cut.zip",
        "the ZIP archive is damaged or cut off",
    )
