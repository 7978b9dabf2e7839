"""Whatever comes in and whatever people decide, in whatever order: the record stays sound, and undo
leads back to a record in which the same came in and nothing was decided.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from claims import Ledger
from claims.errors import BadValue
from claims.model import PartialDate, Quote
from claims.model.identity import normalised
from claims.ports import Given, Material
from claims.views import Kind, Query

# One statement in four wordings, of which each is near to another, and a figure in two values.
STORIES = {
    "herald.txt": """Harbor board backs new pier

“We will not ask the fishing families of the harbor to pay for this pier,” Mayor Marisol Vega said.

The storm injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port Authority.
""",
    "wire.txt": """Mayor promises to rebuild pier

HARLOW BAY — The storm injured 64 people and sank 12 boats, officials said.

“We will ask the fishing families of the harbor to pay for this pier,” Mayor Marisol Vega said.
""",
    "observer.txt": """Families will not pay, says mayor

“We will not ask the fishing families of the harbor to pay for this new pier,” Mayor Marisol Vega said.
""",
    "gazette.txt": """A pier for nothing

“We will never ask the fishing families of the harbor to pay for this pier,” said Vega.
""",
}

# What a page may say instead, the next time it is read.
CHANGES = (
    ("injured 46 people", "injured 52 people"),
    ("Mayor Marisol Vega said", "Mayor Marisol Vega told the board"),
    ("will not ask", "will never ask"),
    ("The storm", "The long storm"),
    ("\n\n", "\n\nThe harbor is closed.\n\n"),
    ("the fishing families", "the families"),
)
NAMES = ("Ines Carrow", "Marisol Vega", "Dana Okafor", "")
TAGS = ("pier", "storm")
FIELDS = {
    "quote": [
        *(("speaker", name) for name in NAMES),
        ("role", "mayor"),
        ("kind", "indirect"),
        ("quote", "no"),
        ("quote", "yes"),
        ("said_on", "2031-03-02"),
        ("bounds", "first"),
    ],
    "claim": [("value", "46"), ("counted", "boats"), ("claim", "no"), ("claim", "yes"), ("speaker", "Vega")],
    "document": [("published", "2031-03"), ("source", "Coastal Wire"), ("title", "Pier")],
}


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """A folder with a small record, to copy."""
    folder = tmp_path_factory.mktemp("record")
    with Ledger.open(folder / "record.db", by="okafor", create=True) as ledger:
        stories = [page(name, text, 0) for name, text in STORIES.items()]
        assert [one.status.value for one in ledger.add(stories)] == ["stored"] * len(stories)
    return folder


def page(name, text, hour):
    """What stands at a place at some hour."""
    retrieved = PartialDate.instant(
        datetime(2031, 3, 5, tzinfo=UTC) + timedelta(hours=hour), evidence="clock"
    )
    return Material(text.encode(), name, retrieved, Given(source=name), place=f"/news/{name}")


def correct(ledger, document, which, choice):
    value = one_of([document.document, *document.quotes, *document.claims], choice)
    field, written = one_of(FIELDS[type(value).__name__.lower()], which)
    if field == "bounds":
        written = f"{value.whole.start}:{value.whole.start + 40}"
    ledger.correct(value.id, field, written)


def judge(ledger, _, which, choice):
    if items := ledger.queue(decided=True).items:
        item = one_of(items, which)
        ledger.judge(item.subjects, one_of(item.verdicts, choice))


def join(ledger, _, which, choice):
    speakers = sorted(speaker.id for speaker in ledger.speakers())
    ledger.judge({one_of(speakers, which), one_of(speakers, choice)}, one_of(["same", "different"], which))


def record(ledger, document, which, choice):
    ledger.record(document.document.id, choice, choice + 20, speaker=one_of(NAMES, which))


def tag(ledger, document, which, choice):
    value = one_of([document.document, *document.quotes, *document.claims], choice)
    ledger.tag(value.id, one_of(TAGS, which), remove=choice % 3 == 0)


def prefer(ledger, document, which, _):
    ledger.prefer(one_of(document.quotes, which).id)


def part(ledger, document, which, choice):
    ledger.judge([one_of(document.quotes, which).id], one_of(["apart", "together"], choice))


VERBS = {
    "correct": correct,
    "judge": judge,
    "join": join,
    "record": record,
    "tag": tag,
    "prefer": prefer,
    "part": part,
    "withdraw": lambda ledger, document, *_: ledger.withdraw(document.document.id),
    "undo": lambda ledger, *_: ledger.undo(),
    "redo": lambda ledger, *_: ledger.redo(),
    "note": lambda ledger, document, *_: ledger.note(document.document.id, "call"),
    "rebuild": lambda ledger, *_: ledger.rebuild(),
}


def one_of(choices, number):
    return choices[number % len(choices)]


def step(ledger, verb, which, choice):
    """Do something, unless it cannot be done here: nothing to undo, the same passage twice."""
    documents = sorted(line.id for line in ledger.documents())
    document = ledger.show(one_of(documents, which))
    if verb not in ("prefer", "part") or document.quotes:
        with suppress(BadValue):
            VERBS[verb](ledger, document, which, choice)


STEPS = st.tuples(
    st.sampled_from(["change", *sorted(VERBS)]),
    st.integers(0, 99),
    st.integers(0, 99),
    st.sampled_from(["okafor", "carrow"]),
)


@given(st.lists(STEPS, min_size=3, max_size=8))
@settings(
    # More in a long run: a few hundred take an hour.
    max_examples=int(os.environ.get("ONRECORD_EXAMPLES", "6")),
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
)
def test_whatever_comes_in_and_is_decided_leaves_a_sound_record_and_undo_leads_back(made_once, steps):
    with tempfile.TemporaryDirectory() as folder:
        for name in ("mine", "plain"):
            shutil.copytree(made_once, Path(folder) / name)
        place, plain = (Path(folder) / name / "record.db" for name in ("mine", "plain"))
        with (
            Ledger.open(place, by="okafor") as mine,
            Ledger.open(place, by="carrow") as other,
            Ledger.open(plain) as undecided,
        ):
            reviewers = {"okafor": mine, "carrow": other}
            pages = Pages()
            for verb, which, choice, by in steps:
                if verb == "change":
                    pages.change([mine, undecided], which, choice)
                else:
                    step(reviewers[by], verb, which, choice)
                sound(mine)
            now = all_of(mine)
            assert mine.rebuild().problems == ()
            assert all_of(mine) == now
            for ledger in reviewers.values():
                with suppress(BadValue):
                    while True:
                        ledger.undo()
            assert all_of(mine) == all_of(undecided)


class Pages:
    """What stands at each place now; every reading is an hour later."""

    def __init__(self):
        self.texts = dict(STORIES)
        self.hour = 0

    def change(self, ledgers, which, choice):
        """Change one page, or change it back, and read it again."""
        name, (old, new) = one_of(sorted(self.texts), which), one_of(CHANGES, choice)
        text = self.texts[name]
        self.texts[name] = text.replace(new, old) if new in text else text.replace(old, new)
        self.hour += 1
        for ledger in ledgers:
            (added,) = ledger.add([page(name, self.texts[name], self.hour)])
            assert added.status.value in ("stored", "unchanged")


def sound(ledger):
    """Every value is what its place holds, the text indexes find it, and `verify` agrees."""
    for line in ledger.documents():
        shown = ledger.show(line.id)
        text = shown.document.text
        for value in (*shown.quotes, *shown.claims):
            spans = value.spans if isinstance(value, Quote) else (value.span,)
            assert " ".join(span.of(text) for span in spans) == value.text
        for quote in shown.quotes:
            hits = ledger.search(Query(words=f'"{quote.text}"', document=line.id)).hits
            assert line.withdrawn or not is_last(shown) or quote.id in {hit.id for hit in hits}
            assert all(normalised(quote.text) in normalised(hit.text) for hit in hits)
    assert ledger.verify().faults == ()


def is_last(shown):
    """Does the page say this now? Of what it said before only what changed is searched."""
    return all(one.stands for one in shown.pages if one.document == shown.document.id)


def all_of(ledger):
    """Everything that a reader can see, but for the history."""
    documents = [ledger.show(line.id) for line in ledger.documents()]
    hits = [
        hit
        for kind in (Kind.QUOTES, Kind.CLAIMS)
        for hit in ledger.search(Query(status="open", kind=kind, limit=None)).hits
    ]
    utterances = ledger.duplicates()
    return {
        "documents": [(one.document, one.tags) for one in documents],
        "values": {value.id: value for one in documents for value in (*one.quotes, *one.claims)},
        "tagged": {tag: {hit.id for hit in ledger.search(Query(tag=tag)).hits} for tag in TAGS},
        "hits": {(hit.id, hit.speaker, str(hit.date), hit.status) for hit in hits},
        # Which member's id stands for a group may depend on names that it had once.
        "speakers": {replace(one, id="") for one in ledger.speakers()},
        "utterances": [[(one.quote.id, one.preferred) for one in each.versions] for each in utterances],
        "findings": {one.finding.id: (one.finding, one.status) for one in ledger.audit()},
        "queue": {item.id: (item.heading, item.outcome) for item in ledger.queue(decided=True).items},
        "problems": ledger.problems(),
    }
