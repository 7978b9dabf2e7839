"""A file that means harm is refused line by line, in bounded time and memory."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from claims.errors import BadValue
from claims.exchange import ExportFile, fitting, lines
from claims.exchange.forms import form
from claims.exchange.incoming import Refused
from claims.exchange.lines import BadLine
from claims.model import Judgement, JudgementKind, Problem

HEAD = {"kind": "record", "format": 1, "onrecord": "0.1.0", "made": "2031-03-05T08:30:00+00:00"}
HEAD |= {"documents": 0, "judgements": 0, "heads": {}}
A, B = "a" * 20, "b" * 20
AT = datetime(2025, 3, 5, 8, 30, tzinfo=UTC)
NOTE = Judgement(JudgementKind.NOTE, (A,), "note", "okafor", AT, note="ask her office")


def held(*written):
    """What an export with these lines after its head holds."""
    text = b"\n".join(
        line if isinstance(line, bytes) else json.dumps(line).encode() for line in (HEAD, *written)
    )
    return [line.held for line in ExportFile(io.BytesIO(text), "mine.jsonl")]


def refused(*written):
    return [each.why for each in held(*written) if isinstance(each, Refused)]


def test_a_problem_says_what_could_not_be_read_and_why_and_is_no_novel():
    told = {"kind": "problem", "stage": "reading", "message": "it is damaged", "location": "a.pdf"}
    assert refused({**told, "location": ""}, {**told, "message": "x" * 10_001}) == [
        "it says not what could not be read, or why",
        "a problem has fields of 10,000 characters at most",
    ]
    assert held(told) == [Problem("reading", "it is damaged", location="a.pdf")]


# -- size -------------------------------------------------------------------------


def test_a_line_without_end_is_refused_in_bounded_memory_and_the_next_one_is_read(tmp_path):
    long = tmp_path / "long.jsonl"
    with long.open("wb") as file:
        file.write(json.dumps(HEAD).encode() + b"\n")
        file.truncate(2**28)  # a hole: zeros that take no disk
        file.seek(0, os.SEEK_END)
        file.write(b"\n" + json.dumps(form(NOTE)).encode() + b"\n")
    command = [sys.executable, "-m", "tui", "--db", str(tmp_path / "record.db"), "import", str(long)]
    done = subprocess.run([sys.executable, "-c", _PEAK, *command], capture_output=True, text=True)
    assert "line 2: it is longer than" in done.stderr
    assert "1 decision of 1 reviewer taken" in done.stderr
    assert done.returncode == 1
    # Python with a record open takes 80 MB, one line at most 70 MB twice (read, and joined).
    assert int(done.stdout.splitlines()[-1]) < 400_000


# Runs a command and prints its peak in kilobytes: the system counts what a process was forked from as
# its own, and the one that runs the tests may be large.
_PEAK = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(status)
"""


def test_a_line_of_a_million_values_is_not_parsed():
    (why,) = refused(b'{"kind": "document", "arrivals": [' + b"[]," * 1_000_000 + b"[]]}")
    assert why == "it holds too many values"


def test_brackets_too_deep_to_parse_are_no_json():
    assert refused(b'{"kind": ' + b"[" * 100_000) == ["it is no JSON"]
    assert refused(b'{"kind": ' + b'{"a":' * 50_000 + b"1" + b"}" * 50_001) == ["it is no JSON"]


def test_bytes_are_bounded_before_they_are_decoded(monkeypatch):
    monkeypatch.setattr("claims.exchange.parsing.MAX_RAW", 30)
    document = {"kind": "document", "id": A, "url": "", "member": "", "sha256": "0" * 64, "purged": False}
    date = {"date": "2031-03-05", "moment": None, "raw": "", "evidence": "clock"}
    told = {"source": "", "kind": None, "country": "", "url": "", "origin": "", "date": None}
    arrival = {"location": "a", "retrieved": date, "given": told, "place": ""}
    assert refused(document | {"arrivals": [arrival], "raw": "A" * 60}) == ["its bytes are more than 30"]


def test_a_decision_of_many_megabytes_is_refused():
    assert refused(form(replace(NOTE, note="a" * 2_000_000))) == [
        "a decision is shorter than 1,048,576 bytes"
    ]


# -- form -------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in form(NOTE) if name not in ("kind", "id")])
@pytest.mark.parametrize("value", [None, 7, ["a"], {"a": 1}, "\ud800"])
def test_no_field_of_a_decision_takes_another_type(name, value):
    (why,) = refused(form(NOTE) | {name: value})
    assert why


@pytest.mark.parametrize("number", ["9" * 5000, "1e999", "NaN", "true"])
def test_odd_numbers_are_refused(number):
    line = json.dumps(HEAD).replace('"documents": 0', f'"documents": {number}')
    with pytest.raises(BadValue, match="no export of a record"):
        ExportFile(io.BytesIO(line.encode()), "mine.jsonl")


def test_a_hash_that_fits_no_field_is_found_whichever_was_changed():
    good = form(NOTE)
    changes = {
        "note": "print it",
        "by": "carrow",
        "at": (AT + timedelta(seconds=1)).isoformat(),
        "settles": True,
    }
    for name, value in changes.items():
        (why,) = refused(good | {name: value})
        assert why.startswith("it was changed after it was made")
    assert held(good) == [NOTE]


def test_documents_after_decisions_are_refused():
    document = {"kind": "document", "id": A, "url": "", "member": "", "sha256": "0" * 64, "purged": True}
    date = {"date": "2031-03-05", "moment": None, "raw": "", "evidence": "clock"}
    told = {"source": "", "kind": None, "country": "", "url": "", "origin": "", "date": None}
    arrival = {"location": "a", "retrieved": date, "given": told, "place": ""}
    document |= {"arrivals": [arrival]}
    assert refused(document, form(NOTE)) == []
    assert refused(form(NOTE), document) == ["documents come before decisions in an export"]


def test_an_entry_of_an_authority_file_is_read_as_one_or_refused():
    entry = {"kind": "entry", "id": "V1", "name": "Marisol Vega", "body": False, "roles": []}
    assert [(one.entry.name, one.location) for one in held(entry)] == [("Marisol Vega", "")]
    assert [one.location for one in held(entry | {"location": "officials.csv"})] == ["officials.csv"]
    odd = entry | {"name": "Vega\x1b[2J"}, entry | {"roles": "mayor"}, entry | {"location": ["officials.csv"]}
    assert refused(*odd, form(NOTE), entry) == [
        "its name is no line of 300 characters at most that can be printed",
        "its roles and aliases are no lists",
        "its field 'location' is missing, or no text",
        "entries come before decisions in an export",
    ]


# -- sense ------------------------------------------------------------------------

PASSAGE = {"start": 0, "end": 5, "speaker": "", "kind": "direct", "quote": B}


def passage(**changes):
    value = json.dumps(PASSAGE | changes)
    return Judgement(JudgementKind.PASSAGE, (A,), "record", "okafor", AT, value=value, shown="words")


def pair(subjects, kind=JudgementKind.QUOTES, verdict="same"):
    return Judgement(kind, subjects, verdict, "okafor", AT)


SPLIT = replace(pair((A, B), JudgementKind.SPEAKERS, "different"), value=B)
GOOD = [NOTE, SPLIT, passage(), pair((A, B)), pair((A,), JudgementKind.FINDING, "real")]
BAD = {
    "a verdict of nobody": pair((A, B), verdict="banana"),
    "half a pair": pair((A,)),
    "a pair for a note": replace(NOTE, subjects=(A, B)),
    "no id": replace(NOTE, subjects=("../../etc",)),
    "a reason of nobody": replace(pair((A,), JudgementKind.FINDING, "dismissed"), value="because"),
    "the future": replace(NOTE, at=datetime.now(UTC) + timedelta(days=2)),
    "another zone": replace(NOTE, at=datetime(2025, 3, 5, tzinfo=timezone(timedelta(hours=5)))),
    "a name that acts": replace(NOTE, by="\x1b[2Jokafor"),
    "a name without end": replace(NOTE, by="a" * 201),
    "one taken out that is not there": replace(SPLIT, value="c" * 20),
    "a passage that is no JSON": replace(passage(), value="{"),
    "a passage without words": replace(passage(), shown=" "),
    "a passage too deep": replace(passage(), value="[" * 100_000),
    "a place before the text": passage(start=-1),
    "a place that ends before it starts": passage(start=6),
    "a place that is true": passage(start=True),
    "a place that is text": passage(end="5"),
    "a speaker who is a number": passage(speaker=7),
    "a kind of nobody": passage(kind="shouted"),
    "a quote that is no id": passage(quote="x"),
}


def test_decisions_as_the_ledger_makes_them_are_taken():
    for made in GOOD:
        fitting.check(made)


@pytest.mark.parametrize("case", BAD)
def test_a_decision_that_no_ledger_makes_is_refused(case):
    with pytest.raises(BadLine):
        fitting.check(BAD[case])


def test_a_file_that_never_ends_its_last_line_is_read_to_its_end():
    assert [line for _, line in lines.lines(io.BytesIO(b"one\n\n  \ntwo"))] == [b"one", b"two"]


def test_the_number_of_a_line_counts_blank_ones():
    assert [number for number, _ in lines.lines(io.BytesIO(b"one\n\n  \ntwo"))] == [1, 4]


def test_the_hash_in_a_file_is_the_hash_of_its_bytes():
    """The form says what anybody can check without OnRecord: SHA-256 of canonical JSON."""
    assert form(NOTE)["hash"] == hashlib.sha256(NOTE.canonical().encode()).hexdigest()
