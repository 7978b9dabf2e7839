"""A redacted dossier has no reviewer's name, no note and no folder in any file, and says what is not proved."""

import re

import making
import pytest

from claims import Ledger
from claims.dossiers.verifying import verify
from claims.ports import Given, Material


@pytest.fixture(scope="module")
def cut(decided, tmp_path_factory):
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        return making.write(making.dossier_of(ledger), tmp_path_factory.mktemp("cut") / "dossier", cut=True)


def test_no_name_no_note_and_no_folder_is_in_any_file(cut):
    files = [path.read_bytes() for path in cut.rglob("*") if path.is_file()]
    for words in ("okafor", "lindqvist", "dropped", "ring the wire", "/home"):
        assert not [raw for raw in files if words.encode() in raw]


def test_no_hash_of_a_decision_is_left_that_would_confirm_a_guessed_name(cut, decided):
    with Ledger.open(decided / "record.db", read_only=True) as ledger:
        made = [line.judgement for line in ledger.history()]
    files = [path.read_bytes() for path in cut.rglob("*") if path.is_file()]
    assert len(made) == 5
    for one in made:
        assert not [raw for raw in files if one.id.encode() in raw]


def test_verdicts_stay_with_reason_and_time_by_a_number(cut):
    told = {one["id"]: one for one in making.lines(cut, "decisions.jsonl")}
    (finding,) = [one for one in making.lines(cut, "findings.jsonl") if one["decisions"]]
    (id_,) = finding["decisions"]
    assert (told[id_]["by"], told[id_]["verdict"], told[id_]["value"]) == (
        "reviewer 1",
        "dismissed",
        "misread",
    )
    assert re.match(r"20\d\d-", told[id_]["at"])
    (undo,) = [one for one in told.values() if one["decides"] == "undo"]
    assert told[undo["subjects"][0]]["verdict"] == "speaker"


def test_it_holds_and_says_what_is_not_proved(cut):
    done = verify(cut)
    assert done.faults == ()
    assert "the dossier is redacted: what its decisions say can be proved with the record only" in done.notes
    assert "Redacted:" in (cut / "data" / "index.html").read_text("utf-8")


def test_the_record_proves_its_decisions(cut, record):
    with Ledger.open(record, by="okafor") as ledger:
        assert ledger.changed_since(cut) == []


def test_a_decision_that_was_never_made_is_found_with_the_record(cut, record, tmp_path):
    folder = making.copied(cut, tmp_path / "forged")
    told = making.lines(folder, "decisions.jsonl")
    told[0]["verdict"] = "real"
    making.rewrite(folder, "decisions.jsonl", told)
    with Ledger.open(record, by="okafor") as ledger:
        assert "a decision of reviewer 1, 1, is not in this record" in ledger.changed_since(folder)


def test_an_address_that_was_left_out_is_told_and_in_a_dossier_that_is_whole_it_is_a_fault(record, tmp_path):
    filed = Material(
        b'"The pier will stand," Ines Carrow said.', "pier.txt", making.AT, Given(url="file:///home/x")
    )
    with Ledger.open(record, by="okafor") as ledger:
        list(ledger.add([filed]))
        id_ = making.document(ledger, "pier.txt")
        made = making.dossier_of(ledger)
    done = verify(making.write(made, tmp_path / "cut", cut=True))
    assert done.faults == ()
    assert (
        "addresses of files were left out (1): that the ids of these documents are made of them can be proved "
        "with the record only"
    ) in done.notes
    whole = making.write(made, tmp_path / "whole")
    told = making.lines(whole, "documents.jsonl")
    making.rewrite(whole, "documents.jsonl", [{**one, "url": "file:"} for one in told])
    making.make_anew(whole)
    assert f"the id of document {id_} is not that of its address and bytes" in making.faults(whole)
