"""The record's file in other programs: its views tell in plain columns what an export tells."""

import sqlite3
from contextlib import closing

import pytest
from released import ARCHIVES, unpacked

from claims import Ledger
from claims.views import Kind, Query

QUOTES = (
    "id",
    "text",
    "type",
    "speaker",
    "role",
    "organization",
    "title",
    "source",
    "location",
    "url",
    "document",
    "sha256",
    "start",
    "end",
)
CLAIMS = (
    "id",
    "figure",
    "text",
    "value",
    "low",
    "high",
    "comparator",
    "unit",
    "counted",
    "claim_role",
    "subject",
    "place",
    "event",
    "period",
    "as_of",
    "speaker",
    "quote",
    "location",
    "start",
    "end",
)


def view(path, name, order="id"):
    """With nothing but SQLite, as Datasette opens it."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        return [dict(row) for row in connection.execute(f"SELECT * FROM {name} ORDER BY {order}")]


def exported(ledger, kind, fields):
    """The same of an export, each field as a view has it: NULL for nothing."""
    rows = (
        {**one.fields, **{name: getattr(one, name) for name in one.__slots__}}
        for one in ledger.export_rows(Query(kind=kind, limit=None))
    )
    return sorted(
        [tuple(row[name] or (None if row[name] == "" else row[name]) for name in fields) for row in rows]
    )


def columns(rows, *names):
    return [tuple(row[name] or (None if row[name] == "" else row[name]) for name in names) for row in rows]


def same(ledger):
    path = ledger.location
    quotes = view(path, "quotes_flat")
    assert columns(quotes, "id", "quote", "kind", *QUOTES[3:]) == exported(ledger, Kind.QUOTES, QUOTES)
    assert [one["said_on"] or one["published"] for one in quotes] == [
        row[1] for row in exported(ledger, Kind.QUOTES, ("id", "date"))
    ]
    claims = view(path, "claims_flat")
    names = ("id", "figure", "sentence", *CLAIMS[3:9], "role", *CLAIMS[10:])
    assert columns(claims, *names) == exported(ledger, Kind.CLAIMS, CLAIMS)
    findings = {one["id"]: one for one in view(path, "findings_flat")}
    assert len(quotes) > 0 < len(claims)
    for found in ledger.audit():
        row, finding = findings.pop(found.finding.id), found.finding
        assert (row["severity"], row["kind"], row["check"]) == (finding.severity, finding.kind, finding.check)
        assert row["sentence"] == finding.sentence
        assert row["why"] == ("\n".join(finding.why) or None)
        assert row["explains"] == ("\n".join(finding.explains) or None)
        assert row["passages"] == "\n".join(piece.text for piece in finding.evidence)
    assert findings == {}


def test_views_tell_what_an_export_tells(two_stories):
    same(two_stories)


@pytest.mark.parametrize("archive", ARCHIVES, ids=lambda archive: archive.stem)
def test_so_they_do_in_a_record_that_an_older_program_wrote(archive, tmp_path):
    with Ledger.open(unpacked(archive, tmp_path / "old.db"), by="marit") as ledger:
        same(ledger)


def test_corrections_and_tags_are_in_them_and_what_is_hidden_is_not(two_stories):
    kept, hidden, *_ = (one["id"] for one in view(two_stories.location, "quotes_flat"))
    two_stories.correct(kept, "role", "harbor mayor")
    two_stories.tag(kept, "storm")
    two_stories.tag(kept, "pier")
    two_stories.correct(hidden, "quote", "no")
    rows = {one["id"]: one for one in view(two_stories.location, "quotes_flat")}
    assert (rows[kept]["role"], rows[kept]["tags"]) == ("harbor mayor", "pier, storm")
    assert hidden not in rows
    two_stories.withdraw(rows[kept]["document"])
    assert {one["location"] for one in view(two_stories.location, "claims_flat")} <= {
        "herald.txt",
        "wire.txt",
    }
    assert rows[kept]["document"] not in {
        one["document"] for one in view(two_stories.location, "claims_flat")
    }


def test_a_finding_under_several_keys_is_one_row(two_stories):
    ids = [one["id"] for one in view(two_stories.location, "findings_flat")]
    assert len(ids) == len({*ids}) == len(two_stories.audit())


def test_a_view_that_is_gone_is_a_fault(two_stories):
    with closing(sqlite3.connect(two_stories.location, isolation_level=None)) as connection:
        connection.execute("DROP VIEW quotes_flat")
    assert [fault.stage for fault in two_stories.verify().faults] == ["verify"]
