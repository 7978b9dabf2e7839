"""Imports as wholes on the command line: listed, taken back, brought back."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def imported(own_settings, onrecord):
    """A record of two imports; gives the command to ask it with."""
    Path("onrecord.toml").write_text('extractor = "rules"\n', "utf-8")
    Path("a.csv").write_text("text,speaker\nStorm Edda sank 12 boats.,Ines Carrow\n", "utf-8")
    Path("b.csv").write_text("text,speaker\nThe pier stays shut.,Vega\nWe will not pay.,Vega\n", "utf-8")
    for name in ("a.csv", "b.csv"):
        run = onrecord("import", name)
        assert run.code == 0
        assert "`onrecord import --undo` takes this import back." in run.err
    return onrecord


def quotes(onrecord):
    return sorted(row["text"] for row in onrecord("export", "--format", "jsonl", "--kind", "quotes").json)


def test_the_last_import_is_taken_back_and_is_in_the_history(imported):
    run = imported("import", "--undo")
    assert (run.code, run.err.splitlines()[0]) == (0, "2 quotes of b.csv")
    assert quotes(imported) == ["Storm Edda sank 12 boats."]
    (line,) = imported("history", "--json").json
    assert (line["kind"], line["verdict"], line["subject"]) == ("withdrawal", "withdraw", "2 quotes of b.csv")
    assert "import taken back" in imported("history").out
    run = imported("undo")
    assert "Taken back: import taken back, on “2 quotes of b.csv”" in run.err
    assert len(quotes(imported)) == 3
    assert imported("verify").code == 0


def test_one_of_the_list_is_withdrawn(imported):
    (hit,) = imported("search", "boats", "--json").json
    later, earlier = imported("import", "--list", "--json").json
    assert (earlier["location"], earlier["quotes"], earlier["withdrawn"], earlier["taken_back"]) == (
        "a.csv",
        1,
        0,
        False,
    )
    run = imported("withdraw", "--import", earlier["id"], "--note", "the wrong file")
    assert run.code == 0
    assert imported("history", "--json").json[0]["note"] == "the wrong file"
    assert quotes(imported) == ["The pier stays shut.", "We will not pay."]
    listed = imported("import", "--list").out.splitlines()
    assert [line.rpartition(" · ")[2] for line in listed] == ["2 quotes", "taken back"]
    assert "Withdrawn: hidden" in imported("show", hit["document"]).out
    assert later["id"] != earlier["id"]


def test_what_does_not_fit_together_is_refused(imported):
    id_ = imported("import", "--list", "--json").json[0]["id"]
    for arguments in (
        ("import",),
        ("import", "a.csv", "--undo"),
        ("import", "a.csv", "--list"),
        ("withdraw",),
        ("withdraw", id_, "--import", id_),
        ("withdraw", "--import", id_, "--purge", "--yes"),
        ("withdraw", "--import", "ffffffff"),
    ):
        run = imported(*arguments)
        assert (run.code, run.err.count("\n")) == (2, 1), arguments
    assert len(quotes(imported)) == 3


def test_a_record_without_imports_says_so(record):
    assert "No import of ready-made quotes is in the record." in record("import", "--list").err
    run = record("import", "--undo")
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "no import is in the record that was not taken back" in run.err
    assert os.environ["ONRECORD_DB"]
