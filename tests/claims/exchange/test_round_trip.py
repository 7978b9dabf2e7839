"""Whatever was decided in a record: what it exports, taken in by an empty one, is the same record."""

from __future__ import annotations

import io
import json
import os
import tempfile
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from claims import Ledger
from claims.errors import BadValue, NothingLeft
from claims.exchange import ExportFile
from claims.exports.jsonl import JsonLines
from claims.model import Entry, PartialDate, Role, SourceKind
from claims.ports import Given, Material
from claims.views import Added, Kind, Query, Status

EXAMPLES = int(os.environ.get("ONRECORD_EXAMPLES", "3"))

HERALD = """Harbor board backs new pier

“We will not ask the fishing families of the harbor to pay for this pier,” Mayor Marisol Vega said. “They have lost enough.”

Storm Edda injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority.
"""
WIRE = """Mayor promises to rebuild pier

HARLOW BAY — Storm Edda injured 64 people and sank 12 boats, officials said.

“We will ask the fishing families of the harbor to pay for this pier,” Marisol Vega said. Ms. Carrow declined to comment.
"""
OBSERVER = """Families will not pay

“We will not ask the fishing families of the harbor to pay for this new pier,” M. Vega, the mayor, said.

“The boats are gone,” Ines Carrow said on March 2, 2031.
"""
RETRIEVED = PartialDate.instant(datetime(2031, 3, 5, 8, 30, tzinfo=UTC), evidence="clock")
THIRD = PartialDate.parse("2031-03-03")
STORIES = (
    Material(HERALD.encode(), "herald.txt", RETRIEVED, Given(source="Harlow Bay Herald", date=THIRD)),
    Material(WIRE.encode(), "wire.txt", RETRIEVED, Given("Coastal Wire", SourceKind.AGENCY, date=THIRD)),
    Material(
        OBSERVER.encode(), "observer.txt", RETRIEVED, Given("Observer", url="https://observer.example/pier")
    ),
)
VEGA = Entry("vega-1", "Marisol Vega", roles=(Role("mayor", "Harlow Bay", PartialDate.parse("2030")),))
NAMES = ("Ines Carrow", "Dana Okafor", "")
WORDS = ("pier", "storm", "it is “hers”\n=1+1 \u202e", "ünïcode ␛")


@pytest.fixture(scope="module")
def made(record_of):
    return record_of(*STORIES)


def one_of(choices, number):
    return choices[number % len(choices)]


def values(shown):
    return [shown.document, *shown.quotes, *shown.claims]


def quotes(ledger):
    return sorted(hit.id for hit in ledger.search(Query(limit=None)).hits)


def correct(ledger, document, which, choice):
    value = one_of(values(document), choice)
    fields = {
        "Quote": [
            ("speaker", one_of(NAMES, which)),
            ("role", "mayor"),
            ("quote", "no"),
            ("said_on", "2031-03-02"),
        ],
        "Claim": [("value", "46"), ("counted", "boats"), ("claim", "no"), ("period", "in March")],
        "Document": [
            ("published", "2031-03"),
            ("source", "Port Authority"),
            ("title", "Pier"),
            ("published", ""),
        ],
    }
    ledger.correct(value.id, *one_of(fields[type(value).__name__], which), note=one_of(WORDS, choice))


def judge(ledger, _, which, choice):
    if items := sorted(ledger.queue(decided=True).items, key=lambda item: item.id):
        item = one_of(items, which)
        ledger.judge(
            item.subjects, one_of(item.verdicts, choice), note=one_of(WORDS, which), settles=choice % 5 == 0
        )


def merge(ledger, _, which, choice):
    """Two speakers are one, or are not, by their members."""
    ids = sorted(member for one in ledger.speakers() for member in one.members)
    if len(ids) > 1:
        left = one_of(ids, which)
        right = one_of([one for one in ids if one != left], choice)
        ledger.judge([left, right], one_of(("same", "same", "different", "unsure"), choice))


def split(ledger, _, which, choice):
    speaker = one_of(sorted(ledger.speakers(), key=lambda one: one.id), which)
    ledger.split(speaker.id, one_of(speaker.members, choice))


def apart(ledger, _, which, choice):
    ledger.judge([one_of(quotes(ledger), which)], one_of(("apart", "together"), choice))


def series(ledger, _, which, choice):
    hits = sorted(hit.id for hit in ledger.search(Query(kind=Kind.CLAIMS, limit=None)).hits)
    step = ledger.put_in_series if choice % 2 else ledger.drop_from_series
    step("boats", one_of(hits, which), note="")


VERBS = {
    "correct": correct,
    "judge": judge,
    "merge": merge,
    "split": split,
    "apart": apart,
    "series": series,
    "prefer": lambda ledger, _, which, __: ledger.prefer(one_of(quotes(ledger), which)),
    "record": lambda ledger, document, which, choice: ledger.record(
        document.document.id, choice, choice + 20, speaker=one_of(NAMES, which), note=one_of(WORDS, choice)
    ),
    "tag": lambda ledger, document, which, choice: ledger.tag(
        one_of(values(document), choice).id, one_of(("pier", "storm"), which), remove=choice % 3 == 0
    ),
    "note": lambda ledger, document, which, choice: ledger.note(one_of(values(document), choice).id, one_of(WORDS, which)),
    "note a speaker": lambda ledger, _, which, choice: ledger.note(
        one_of(sorted(one.id for one in ledger.speakers()), which), one_of(WORDS, choice)
    ),
    "withdraw": lambda ledger, document, *_: ledger.withdraw(document.document.id, note="asked to"),
    "undo": lambda ledger, *_: ledger.undo(),
    "redo": lambda ledger, *_: ledger.redo(),
}  # fmt: skip

STEPS = st.tuples(
    st.sampled_from(sorted(VERBS)),
    st.sampled_from(["okafor", "carrow"]),
    st.integers(0, 99),
    st.integers(0, 99),
)


def step(ledger, verb, which, choice):
    documents = sorted(line.id for line in ledger.documents())
    with suppress(BadValue, NothingLeft):  # the same passage twice, nobody to take out
        VERBS[verb](ledger, ledger.show(one_of(documents, which)), which, choice)


def exported(ledger):
    out = io.StringIO()
    JsonLines().write_record(ledger.export_record(Query(limit=None)), out)
    return out.getvalue()


def lines(text):
    """What an export says, but when it was made."""
    head, *rest = map(json.loads, text.splitlines())
    return [{**head, "made": ""}, *rest]


def taken_in(text, place):
    """The record that an empty one becomes."""
    ledger = Ledger.open(place, by="lind", create=True)
    file = ExportFile(io.BytesIO(text.encode()), "export.jsonl")
    results = list(ledger.import_record(file, extractor="rules"))
    assert not [each for each in results if isinstance(each, Added) and each.status is Status.FAILED]
    return ledger


def all_of(ledger):
    """Everything that a reader can see."""
    documents, figures = [ledger.show(line.id) for line in ledger.documents()], ledger.figures("boats")
    return {
        "documents": {
            one.value.id: (one.document, one.tags, one.locations, one.pages, one.notices, one.judgements)
            for one in documents
        },
        "values": {
            value.id: (value, ledger.show(value.id).tags) for one in documents for value in values(one)[1:]
        },
        "hits": {
            (hit.id, hit.speaker, str(hit.date), hit.status)
            for kind in (Kind.QUOTES, Kind.CLAIMS)
            for status in ("", "hidden", "withdrawn")
            for hit in ledger.search(Query(kind=kind, status=status, limit=None)).hits
        },
        "speakers": {
            (one.name, one.kind, one.roles, frozenset(one.members), one.quotes, one.claims, one.authority)
            for one in ledger.speakers()
        },
        "utterances": {
            tuple((one.quote.id, one.preferred, one.why) for one in each.versions)
            for each in ledger.duplicates()
        },
        "findings": {one.finding.id: (one.finding, one.status, one.judgements) for one in ledger.audit()},
        "figures": [(one.claim.id, one.state) for one in (*figures.rows, *figures.dropped)],
        "history": [(line.judgement, line.stands, line.changed) for line in ledger.history()],
        "problems": sorted(
            (one.stage, one.message, one.document) for one in ledger.problems() if one.document
        ),
    }


@example(steps=[("merge", "okafor", 0, 1), ("split", "carrow", 0, 0), ("undo", "okafor", 0, 0)])
@example(
    steps=[
        ("note", "okafor", 2, 0),
        ("tag", "carrow", 0, 1),
        ("prefer", "okafor", 1, 0),
        ("series", "carrow", 0, 1),
    ]
)
@given(steps=st.lists(STEPS, min_size=4, max_size=12))
@settings(max_examples=EXAMPLES, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_what_a_record_exports_is_taken_in_as_the_same_record(made, steps):
    with tempfile.TemporaryDirectory() as folder:
        copytree(made, folder, dirs_exist_ok=True)
        mine = {by: Ledger.open(Path(folder) / "record.db", by=by) for by in ("okafor", "carrow")}
        mine["okafor"].take_authority([VEGA], "officials.csv")
        for verb, by, which, choice in steps:
            step(mine[by], verb, which, choice)
        text = exported(mine["okafor"])
        theirs = taken_in(text, Path(folder) / "theirs.db")
        assert theirs.verify().faults == ()
        assert all_of(theirs) == all_of(mine["okafor"])
        assert lines(exported(theirs)) == lines(text)
        # So that the file can be taken out again.
        assert theirs.remove_authority("officials.csv") == 1
        for ledger in (theirs, *mine.values()):
            ledger.close()


def test_what_could_not_be_read_is_told_in_the_other_record_too(ledger, tmp_path):
    list(ledger.add([Material(b"%PDF-1.7", "scan.pdf", RETRIEVED)]))
    out = io.StringIO()
    JsonLines().write_record(ledger.export_record(Query(limit=None)), out)
    with Ledger.open(tmp_path / "other.db", by="vega", create=True) as other:
        for _ in range(2):
            assert not [*other.import_record(ExportFile(io.BytesIO(out.getvalue().encode()), "a.jsonl"))]
        assert other.problems() == ledger.problems()
        assert [one.location for one in other.problems()] == ["scan.pdf"]
