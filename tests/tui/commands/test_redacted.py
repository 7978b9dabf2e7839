"""export --redacted: in no format is there a reviewer's name, a word of a note, or a folder."""

import io
import json
import zipfile
from pathlib import Path

import pytest

from claims import Ledger
from claims.model import PartialDate
from claims.ports import Given, Material
from claims.registry import EXPORTERS, plugins

# Nowhere else in the stories.
NAMES = ("quillfeather", "wrenthorpe")
NOTE, SECOND = "zanzibar hunch", "marmalade doubt"
NOW = PartialDate.parse("2031-03-05", evidence="clock")
FILED = Given(url="file:///home/quillfeather/pier.txt")
KINDS = ("quotes", "claims", "findings", "documents", "all")


@pytest.fixture
def noted(record, onrecord, stories):
    """Everything that carries words of reviewers: verdicts, notes, tags, corrections, a passage by hand."""

    def by(name, *arguments):
        run = onrecord("--db", "record.db", "--by", name, *arguments)
        assert run.code == 0, run.err
        return run

    folder = Path("quillfeather-home")
    folder.mkdir()
    (folder / "storm.txt").write_text("Storm\n\n“The storm sank 12 boats,” Ines Carrow said.\n", "utf-8")
    by(NAMES[0], "add", str(folder.absolute()))
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")
    onrecord("--db", "record.db", "add", str(folder.absolute()))
    # Nobody can give such an address any more; older records may have one.
    page = Material(b'The pier\n\n"It will stand," Ines Carrow said.', "pier.txt", NOW, FILED)
    with Ledger.open("record.db", by=NAMES[0]) as ledger:
        assert [one.status for one in ledger.add([page])] == ["stored"]
    (found,) = record("audit", "--check", "sum-of-parts", "--json").json
    by(NAMES[0], "judge", found["id"], "real", "--note", NOTE)
    by(NAMES[1], "judge", found["id"], "dismissed", "--reason", "rounding", "--note", SECOND)
    by(NAMES[1], "note", found["id"], SECOND)
    quote = record("search", "lost enough", "--json").json[0]
    by(NAMES[0], "note", quote["id"], NOTE)
    by(NAMES[0], "tag", quote["id"], "pier")
    by(NAMES[1], "correct", quote["id"], "role", "harbor mayor", "--note", NOTE)
    by(NAMES[1], "note", quote["document"], NOTE)
    by(NAMES[1], "correct", quote["document"], "title", "Pier again")
    return record


def every_word(path):
    """All that a file says, whatever it is packed in."""
    data = path.read_bytes()
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = b"\n".join(packed.read(name) for name in packed.namelist())
    return data.decode("utf-8", "replace").casefold()


def exports(noted, *more):
    """The words of every export that is to be had, by format and kind."""
    found = {}
    for name, exporter in plugins(EXPORTERS).items():
        for kind in KINDS:
            place = Path(f"out-{name}-{kind}{exporter.suffix}")
            if noted("export", "--format", name, "--kind", kind, "-o", str(place), *more).code == 0:
                found[name, kind] = every_word(place)
    return found


def secret(words):
    told = (*NAMES, *NOTE.split(), *SECOND.split())
    return [word for word in told if word in words]


def test_no_name_no_word_of_a_note_and_no_folder_is_in_any_format(noted):
    open_, cut = exports(noted), exports(noted, "--redacted")
    assert {which: secret(words) for which, words in cut.items() if secret(words)} == {}
    # So that it can fail: without --redacted they are all there.
    assert secret(open_["csv", "findings"]) == [*NAMES, *NOTE.split(), *SECOND.split()]
    assert secret(open_["jsonl", "all"])
    assert {*cut} == {*open_}


def test_verdicts_stay_and_two_reviewers_stay_two(noted):
    (line,) = noted(
        "export", "--kind", "findings", "--format", "jsonl", "--check", "sum-of-parts", "--redacted"
    ).json
    assert [(made["verdict"], made["by"], made["note"]) for made in line["decisions"]] == [
        ("real", "reviewer 1", None),
        ("dismissed", "reviewer 2", None),
    ]
    assert line["status"] == "disputed"


def test_a_redacted_record_has_its_documents_and_no_decisions_and_is_taken_in(noted, onrecord):
    run = noted("export", "--format", "jsonl", "--redacted", "-o", "out.jsonl")
    assert (run.code, "and no decisions" in run.err) == (0, True)
    lines = [json.loads(line) for line in Path("out.jsonl").read_text("utf-8").splitlines()]
    assert (lines[0]["judgements"], lines[0]["heads"]) == (0, {})
    assert "storm.txt" in {line["location"] for line in lines if line["kind"] == "quote"}
    taken = onrecord("--db", "theirs.db", "--by", "carrow", "import", "out.jsonl")
    assert (taken.code, "5 documents stored" in taken.err) == (0, True)


@pytest.mark.parametrize("place", ["quillfeather", "/absolute"])
def test_a_finding_tells_two_documents_of_one_title_apart_without_their_folders(onrecord, place):
    folder = Path("quillfeather")
    folder.mkdir()
    for boats in (12, 21):
        words = f"“The storm sank {boats} boats in the harbor on Monday,” Mayor Marisol Vega said."
        (folder / f"{boats}.txt").write_text(f"Storm in the harbor\n\n{words}\n", "utf-8")
    onrecord("--db", "r.db", "add", str(folder.absolute() if place[0] == "/" else folder))
    run = onrecord("--db", "r.db", "export", "--kind", "findings", "--format", "jsonl", "--redacted")
    assert "(12.txt)" in run.out
    assert "quillfeather" not in run.out.casefold()
