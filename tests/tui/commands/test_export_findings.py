"""export --kind findings: all that audit tells, for the desk's own programs."""

import csv
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

SUM = "112 in Halden County, 41 in Stroud County and 33 at sea"


@pytest.fixture
def decided(record):
    """The sum of parts that does not fit is judged real, with a note."""
    (found,) = record("audit", "--check", "sum-of-parts", "--json").json
    assert record("judge", found["id"], "real", "--note", "the port has confirmed it").code == 0
    return record


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def sheet(book, name):
    heading, *rows = book[name].iter_rows(values_only=True)
    return [dict(zip(heading, row, strict=True)) for row in rows]


def test_csv_has_a_row_a_passage_with_all_that_is_told_of_its_finding(decided):
    run = decided("export", "--kind", "findings", "--check", "sum-of-parts")
    rows = rows_of(run.out)
    assert [row["figure"] for row in rows] == ["190", "112", "41", "33"]
    assert {(row["severity"], row["finding_kind"], row["status"]) for row in rows} == {
        ("high", "conflict", "real")
    }
    (why,) = {row["why"] for row in rows}
    assert "112 + 41 + 33 = 186" in why
    assert rows[0]["source"] == "Port Authority of Harlow Bay"
    assert SUM in rows[0]["text"]
    assert rows[0]["decisions"].startswith("real, okafor, ")
    assert rows[0]["decisions"].endswith(": the port has confirmed it")
    assert "1 finding exported." in run.err


def test_json_lines_are_those_of_audit(decided):
    (line,) = decided("export", "--kind", "findings", "--format", "jsonl", "--check", "sum-of-parts").json
    assert line == decided("audit", "--check", "sum-of-parts", "--json").json[0]
    assert [made["note"] for made in line["decisions"]] == ["the port has confirmed it"]
    assert line["evidence"][0]["source"] == "Port Authority of Harlow Bay"
    assert line["evidence"][0]["sentence"].endswith("33 at sea.")


def test_a_workbook_has_a_sheet_of_findings_and_one_of_their_passages(decided):
    assert decided("export", "--kind", "findings", "--format", "xlsx", "-o", "found.xlsx").code == 0
    book = load_workbook("found.xlsx")
    told = sheet(book, "Findings")
    assert [one["finding"] for one in told] == [one["id"] for one in decided("audit", "--json").json]
    (total,) = [one for one in told if one["check"] == "sum-of-parts"]
    mine = [one for one in sheet(book, "Passages") if one["finding"] == total["finding"]]
    assert (total["passages"], [one["value"] for one in mine]) == (4, [190, 112, 41, 33])


def test_markdown_is_a_memo(decided):
    text = decided("export", "--kind", "findings", "--format", "markdown", "--check", "sum-of-parts").out
    heading, _, told, _, first, *_ = text.splitlines()
    assert heading.startswith("## Port Authority of Harlow Bay")
    assert told.startswith("conflict, high, real. sum-of-parts, finding ")
    assert first.startswith("- ")
    assert "\nDecided:\n\n- real, okafor, " in text
    assert "> speaker not named. Port Authority of Harlow Bay, undated." in text


def test_filters_choose_the_findings_that_rest_on_a_hit(record):
    def checks(*filters):
        run = record("export", "--kind", "findings", "--format", "jsonl", *filters)
        return [one["check"] for one in run.json]

    assert checks("--source", "port authority") == ["sum-of-parts"]
    assert checks("damaged") == ["sum-of-parts"]
    assert "sum-of-parts" not in checks("--source", "wire")


def test_a_status_chooses_what_was_decided(decided):
    real = decided("export", "--kind", "findings", "--format", "jsonl", "--finding-status", "real").json
    assert [each["check"] for each in real] == ["sum-of-parts"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("--kind", "findings", "--check", "no-such-check"), "the checks are"),
        (("--kind", "claims", "--severity", "high"), "choose findings"),
    ],
)
def test_what_makes_no_sense_is_said(record, given, told):
    run = record("export", *given)
    assert (run.code, run.out) == (2, "")
    assert told in run.err


def test_values_come_as_a_workbook_too(record):
    assert record("export", "boats", "--kind", "claims", "--format", "xlsx", "-o", "boats.xlsx").code == 0
    assert 12 in [one["value"] for one in sheet(load_workbook("boats.xlsx"), "Values")]
    assert not [path for path in Path().iterdir() if path.name.startswith(".boats")]
