"""`export --format dossier` and `verify DOSSIER`: handed over, and confirmed somewhere else."""

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from claims.views import Query
from tui.commands.dossiers import gathered


@pytest.fixture
def decided(record):
    """The record of the stories, with a quote tagged and a finding decided."""
    quote = record("search", "lost enough", "--json").json[0]["id"]
    record("tag", quote, "pier")
    finding = record("audit", "--check", "sum-of-parts", "--json").json[0]["id"]
    record("judge", finding, "dismissed", "--reason", "misread", "--note", "four sank at anchor")
    return record


def test_a_folder_or_a_zip_file_is_written_and_holds(decided):
    run = decided("export", "--format", "dossier", "-o", "case")
    assert (run.code, run.out) == (0, "")
    assert "3 documents and 2 decisions exported to case." in run.err
    assert decided("export", "--format", "dossier", "-o", "case.zip").code == 0
    for place in ("case", "case.zip"):
        run = decided("verify", place)
        assert run.code == 0
        assert f"No fault in 17 files of {place}: 3 documents, " in run.err
        assert "head of okafor's decisions:" in run.out


def test_it_is_of_one_moment_whoever_decides_and_corrects_meanwhile(two_stories, overtaken):
    store, second = overtaken
    (quote, *_) = two_stories.search(Query(limit=None)).hits
    before = gathered(second, Query(limit=None), "all", {})

    def meanwhile():
        two_stories.tag(quote.id, "pier")
        two_stories.correct(quote.document, "title", "Another one")

    store.asked, store.meanwhile = "document", meanwhile
    assert replace(gathered(second, Query(limit=None), "all", {}), raw=before.raw) == before
    assert len(gathered(second, Query(limit=None), "all", {}).chain) == 2


def test_a_tag_chooses_its_passages_the_findings_on_them_and_their_documents(decided):
    run = decided("export", "--format", "dossier", "--tag", "pier", "-o", "case")
    assert run.code == 0
    texts = [path.read_text("utf-8") for path in Path("case/data/texts").iterdir()]
    assert any("They have lost enough." in text for text in texts)
    assert not any("counted 190 damaged boats" in text for text in texts)
    assert "four sank" not in Path("case/data/decisions.jsonl").read_text("utf-8")
    assert (
        "only hashes are there of decisions about nothing in the dossier (1)" in decided("verify", "case").err
    )


def test_findings_of_one_check_are_handed_over(decided):
    words = ("--kind", "findings", "--check", "sum-of-parts")
    assert decided("export", "--format", "dossier", *words, "-o", "case").code == 0
    page = Path("case/data/index.html").read_text("utf-8")
    assert "112 + 41 + 33 = 186" in page
    assert "four sank at anchor" in page
    assert "lost enough" not in page


def test_it_holds_in_another_folder_time_zone_and_clock_without_the_record(decided, tmp_path):
    decided("export", "--format", "dossier", "-o", "case")
    elsewhere = tmp_path / "elsewhere" / "of a colleague"
    shutil.copytree("case", elsewhere)
    # Copies have other times, and a tidy colleague other rights.
    for path in elsewhere.rglob("*"):
        os.utime(path, (0, 0))
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ONRECORD_")}
    environment |= {"TZ": "Pacific/Kiritimati", "HOME": str(tmp_path / "nobody")}
    done = subprocess.run(
        [sys.executable, "-c", _YEARS_AGO, "verify", str(elsewhere)],
        env=environment,
        cwd=tmp_path / "elsewhere",
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr.count("No fault in 17 files")) == (0, 1)
    assert not (tmp_path / "nobody").exists()


# A clock that stands before everything that the dossier tells of.
_YEARS_AGO = """
import sys, time
time.time = lambda: 86400.0
from tui.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_an_altered_file_is_named_and_the_exit_code_is_one(decided):
    decided("export", "--format", "dossier", "-o", "case")
    page = Path("case/data/index.html")
    page.write_bytes(page.read_bytes().replace(b"186", b"190"))
    run = decided("verify", "case")
    assert run.code == 1
    assert run.flat.startswith("data/index.html was altered: manifest-sha256.txt has another SHA-256 for it")
    assert "1 fault in 17 files" in run.err


def test_what_the_record_says_otherwise_since_is_told_where_it_is_named(decided):
    decided("export", "--format", "dossier", "-o", "case")
    assert "Nothing has changed since in the record" in decided("verify", "case").err
    decided("undo")
    run = decided("verify", "case")
    assert run.code == 0
    assert "status was “dismissed”, and is “open”" in run.flat
    assert "undo: undo" in run.flat
    assert "2 changes since in the record" in run.err


def test_a_record_of_the_settings_that_is_not_here_is_no_fault_one_of_the_command_is(decided):
    decided("export", "--format", "dossier", "-o", "case")
    Path("record.db").unlink()
    assert decided("verify", "case").code == 0
    assert decided("--db", "record.db", "verify", "case").code == 2


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((), "-o FOLDER, or -o FILE.zip, says where to"),
        (("-o", "taken"), "something is there already"),
        (("-o", "no/such/case"), "there is no folder"),
        (("-o", "case", "--kind", "documents"), "it holds the documents of all that is chosen"),
        (("-o", "case", "quillwort"), "nothing of this record fits it"),
        (("-o", "case", "--check", "sum-of-parts"), "choose findings"),
        (("-o", "case", "--raw"), "guards nothing"),
        (("-o", "case", "--tag", "nowhere"), "is no tag of this record"),
    ],
)
def test_what_cannot_be_written_is_a_sentence(record, words, told):
    Path("taken").mkdir()
    run = record("export", "--format", "dossier", *words)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert told in run.err
    assert not Path("case").exists()
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]


def test_a_zip_file_that_is_there_is_replaced_as_other_exports_are(record):
    Path("case.zip").write_bytes(b"old")
    assert record("export", "--format", "dossier", "-o", "case.zip").code == 0
    assert record("verify", "case.zip").code == 0


def test_kept_bytes_that_are_gone_are_a_gap_and_told(record):
    for path in Path("record.db.files").rglob("*"):
        if path.is_file() and b"190 damaged" in path.read_bytes():
            path.unlink()
    run = record("export", "--format", "dossier", "-o", "case")
    assert run.code == 1
    assert "the kept bytes of port.txt are gone or changed: they are not in it" in run.err
    assert "its kept bytes are gone or were changed" in Path("case/data/index.html").read_text("utf-8")
    assert record("verify", "case").code == 0


def test_a_file_that_was_never_read_is_a_gap(record):
    Path("scan.pdf").write_bytes(b"%PDF-1.4 broken")
    record("add", "scan.pdf")
    record("export", "--format", "dossier", "-o", "case")
    assert "scan.pdf" in Path("case/data/dossier.json").read_text("utf-8")


def test_a_redacted_dossier_has_no_names(decided):
    assert decided("export", "--format", "dossier", "--redacted", "-o", "case").code == 0
    run = decided("verify", "case")
    assert run.code == 0
    assert "the dossier is redacted" in run.err
    assert not [path for path in Path("case").rglob("*") if path.is_file() and b"okafor" in path.read_bytes()]


@pytest.mark.parametrize("place", ["nowhere", "herald.txt", "."])
def test_what_is_no_dossier_is_a_sentence(record, place):
    run = record("verify", place)
    assert (run.code, run.out, run.err.count("\n")) == (1, "", 1)
    assert "no such file" in run.err or "it is no dossier" in run.err
