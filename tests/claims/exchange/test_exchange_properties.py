"""Whatever people decide in two records, and however these exchange it: both come to the same."""

from __future__ import annotations

import io
import os
import shutil
import tempfile
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from claims import Ledger
from claims.errors import BadValue
from claims.exchange import ExportFile
from claims.exports.jsonl import JsonLines
from claims.model import PartialDate
from claims.ports import Given, Material
from claims.views import Added, Kind, Query, Status

EXAMPLES = int(os.environ.get("ONRECORD_EXAMPLES", "6"))

HERALD = """Harbor board backs new pier

“We will not ask the fishing families of the harbor to pay for this pier,” Mayor Marisol Vega said.

The storm injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority.
"""
WIRE = """Mayor promises to rebuild pier

HARLOW BAY — The storm injured 64 people and sank 12 boats, officials said.

“We will ask the fishing families of the harbor to pay for this pier,” Mayor Marisol Vega said.
"""
OBSERVER = """Families will not pay, says mayor

“We will not ask the fishing families of the harbor to pay for this new pier,” Mayor Marisol Vega said.
"""

# Location, text, what was said of it. The wire's story is in both records, with other words about
# it; the Herald's page is in both too, and was changed in between.
STORIES = {
    "mine": [("herald.html", HERALD, "Harlow Bay Herald"), ("wire.txt", WIRE, "Coastal Wire")],
    "theirs": [
        ("wire.txt", WIRE, "The Wire"),
        ("observer.txt", OBSERVER, "Observer"),
        ("herald.html", HERALD.replace("46 people", "52 people"), "Harlow Bay Herald"),
    ],
}
START = datetime(2031, 3, 5, 8, tzinfo=UTC)
NAMES = ("Ines Carrow", "Dana Okafor", "")


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A folder with two records, to copy."""
    folder = tmp_path_factory.mktemp("records")
    moment = START
    for record, stories in STORIES.items():
        with Ledger.open(folder / f"{record}.db", by="okafor", create=True) as ledger:
            for location, text, source in stories:
                moment += timedelta(minutes=1)
                taken = PartialDate.instant(moment, evidence="clock")
                told = Given(source=source)
                story = Material(text.encode(), location, taken, told, place=f"/stories/{location}")
                assert [one.status for one in ledger.add([story])] == [Status.STORED]
    return folder


def correct(ledger, document, which, choice):
    value = one_of([document.document, *document.quotes, *document.claims], choice)
    fields = {
        "Quote": [("speaker", one_of(NAMES, which)), ("role", "mayor"), ("quote", "no"), ("quote", "yes")],
        "Claim": [("value", "46"), ("counted", "boats"), ("claim", "no"), ("claim", "yes")],
        "Document": [("published", "2031-03"), ("source", "Port Authority"), ("title", "Pier")],
    }
    ledger.correct(value.id, *one_of(fields[type(value).__name__], which))


def judge(ledger, _, which, choice):
    if items := sorted(ledger.queue(decided=True).items, key=lambda item: item.id):
        item = one_of(items, which)
        ledger.judge(item.subjects, one_of(item.verdicts, choice), settles=choice % 5 == 0)


def record(ledger, document, which, choice):
    ledger.record(document.document.id, choice, choice + 20, speaker=one_of(NAMES, which))


def tag(ledger, document, which, choice):
    value = one_of([document.document, *document.quotes, *document.claims], choice)
    ledger.tag(value.id, one_of(("pier", "storm"), which), remove=choice % 3 == 0)


VERBS = {
    "correct": correct,
    "judge": judge,
    "record": record,
    "tag": tag,
    "withdraw": lambda ledger, document, *_: ledger.withdraw(document.document.id),
    "undo": lambda ledger, *_: ledger.undo(),
    "redo": lambda ledger, *_: ledger.redo(),
}

STEPS = st.tuples(
    st.sampled_from([*sorted(VERBS), "exchange", "exchange"]),
    st.sampled_from(sorted(STORIES)),
    st.sampled_from(["okafor", "carrow"]),
    st.integers(0, 99),
    st.integers(0, 99),
)


def one_of(choices, number):
    return choices[number % len(choices)]


def step(ledger, verb, which, choice):
    documents = sorted(line.id for line in ledger.documents())
    with suppress(BadValue):  # nothing to undo, the same passage twice
        VERBS[verb](ledger, ledger.show(one_of(documents, which)), which, choice)


def exported(ledger):
    out = io.StringIO()
    JsonLines().write_record(ledger.export_record(Query(limit=None)), out)
    return out.getvalue().encode()


def give(giver, taker):
    """Everything of one record into another; returns what became of it."""
    file = ExportFile(io.BytesIO(exported(giver)), "export.jsonl")
    results = list(taker.import_record(file))
    assert not [each for each in results if isinstance(each, Added) and each.status is Status.FAILED]
    return results


# What is decided of a version that was withdrawn came to one record before the withdrawal, to the other after it.
@example(steps=[("correct", "mine", "carrow", 6, 81), ("withdraw", "mine", "okafor", 10, 55)])
# "Mayor" is "mayor" by hand, which the one record had before the other's "Mayor", the other after it.
@example(steps=[("correct", "mine", "carrow", 5, 1)])
@example(
    steps=[
        ("correct", "theirs", "okafor", 93, 70),
        ("correct", "theirs", "okafor", 61, 12),
        ("judge", "theirs", "carrow", 52, 50),
        ("withdraw", "mine", "okafor", 16, 54),
        ("correct", "mine", "okafor", 34, 1),
        ("judge", "theirs", "carrow", 77, 78),
        ("exchange", "mine", "carrow", 87, 42),
        ("undo", "theirs", "carrow", 9, 91),
        ("undo", "theirs", "carrow", 54, 36),
        ("undo", "theirs", "carrow", 29, 30),
    ]
)
# The opposite of a statement comes under two keys, and under one of them a third wording stands besides.
@example(
    steps=[
        ("exchange", "theirs", "okafor", 50, 68),
        ("withdraw", "mine", "carrow", 74, 26),
        ("withdraw", "mine", "carrow", 96, 10),
        ("judge", "theirs", "okafor", 74, 36),
        ("undo", "mine", "carrow", 28, 54),
        ("exchange", "mine", "carrow", 78, 17),
    ]
)
@given(steps=st.lists(STEPS, min_size=4, max_size=10))
@settings(max_examples=EXAMPLES, deadline=None, phases=[Phase.explicit, Phase.generate])
def test_records_that_exchanged_everything_are_alike_and_sound(made_once, steps):
    with tempfile.TemporaryDirectory() as folder, ExitStack() as opened:
        shutil.copytree(made_once, folder, dirs_exist_ok=True)
        ledgers = {
            (name, by): opened.enter_context(Ledger.open(Path(folder) / f"{name}.db", by=by))
            for name in STORIES
            for by in ("okafor", "carrow")
        }
        for verb, name, by, which, choice in steps:
            ledger = ledgers[name, by]
            if verb == "exchange":
                give(ledger, ledgers["theirs" if name == "mine" else "mine", by])
            else:
                step(ledger, verb, which, choice)
        mine, theirs = ledgers["mine", "okafor"], ledgers["theirs", "okafor"]
        give(mine, theirs)
        give(theirs, mine)
        give(mine, theirs)
        for ledger in (mine, theirs):
            assert ledger.verify().faults == ()
        assert all_of(mine) == all_of(theirs)


def test_a_decision_of_both_on_one_finding_is_disputed_in_both(made_once, tmp_path):
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    with (
        Ledger.open(tmp_path / "mine.db", by="okafor") as mine,
        Ledger.open(tmp_path / "theirs.db", by="carrow") as theirs,
    ):
        give(mine, theirs)
        give(theirs, mine)
        finding = mine.audit()[0].finding.id
        mine.judge([finding], "real")
        theirs.judge([finding], "dismissed", value="rounding")
        give(mine, theirs)
        give(theirs, mine)
        for ledger in (mine, theirs):
            assert {one.finding.id: one.status.value for one in ledger.audit()}[finding] == "disputed"


def test_a_verdict_counts_where_only_a_newer_version_of_the_page_stood(made_once, tmp_path):
    """The finding that was decided was never made there: its quote is the older version's."""
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    with (
        Ledger.open(tmp_path / "mine.db", by="okafor") as mine,
        Ledger.open(tmp_path / "theirs.db", by="carrow") as theirs,
    ):
        (found,) = mine.audit(check="altered-wording", kind="conflict")
        mine.judge([found.finding.id], "real")
        give(mine, theirs)
        assert found.finding.id not in {one.finding.id for one in theirs.audit()}
        assert "real" in {one.status.value for one in theirs.audit(check="altered-wording")}
        give(theirs, mine)
        assert all_of(mine) == all_of(theirs)


def test_undo_after_an_exchange_takes_back_ones_own_last_whatever_came(made_once, tmp_path):
    shutil.copytree(made_once, tmp_path, dirs_exist_ok=True)
    with (
        Ledger.open(tmp_path / "mine.db", by="okafor") as mine,
        Ledger.open(tmp_path / "theirs.db", by="carrow") as theirs,
    ):
        give(mine, theirs)
        document = mine.documents()[0].id
        mine.tag(document, "pier")
        theirs.tag(document, "storm")
        give(theirs, mine)
        assert [row.by for row in mine.undo()] == ["okafor"]
        assert mine.show(document).tags == ("storm",)
        give(mine, theirs)
        assert theirs.show(document).tags == ("storm",)


def all_of(ledger):
    """Everything that a reader can see, and the order of decisions."""
    documents = sorted((ledger.show(line.id) for line in ledger.documents()), key=lambda one: one.value.id)
    return {
        "documents": [(one.document, one.tags, sorted(one.locations)) for one in documents],
        "values": {value.id: value for one in documents for value in (*one.quotes, *one.claims)},
        "hits": {
            (hit.id, hit.speaker, str(hit.date), hit.status)
            for kind in (Kind.QUOTES, Kind.CLAIMS)
            for hit in ledger.search(Query(kind=kind, limit=None)).hits
        },
        "hidden": {hit.id for hit in ledger.search(Query(status="hidden", limit=None)).hits},
        # Which member's id stands for a group may depend on names that it had once.
        "speakers": {replace(one, id="") for one in ledger.speakers()},
        "utterances": sorted(sorted(one.quote.id for one in each.versions) for each in ledger.duplicates()),
        "findings": {one.finding.id: (one.finding, one.status) for one in ledger.audit()},
        "history": [(line.judgement, line.stands) for line in ledger.history()],
    }
