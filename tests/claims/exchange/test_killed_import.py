"""An import is killed at every line; what it had taken is whole, and the same file goes on there."""

from __future__ import annotations

import io
import os

import pytest

from claims import Ledger
from claims.exchange import ExportFile, decisions
from claims.exports.jsonl import JsonLines
from claims.model import PartialDate
from claims.ports import Given, Material
from claims.views import Query

DAY = PartialDate.parse("2031-03-05", evidence="clock")
STORY = """Paper number {n}

“We will rebuild every pier in this harbor before the winter storms arrive,” Mayor Marisol Vega said.

The storm sank {n} boats, said Ines Carrow, a spokeswoman for the port.
"""


class Killing(io.BytesIO):
    """A file whose reader is killed where it asks for one of its lines."""

    def __init__(self, text, line):
        super().__init__(text)
        self._left = line

    def readline(self, size=-1):
        self._left -= 1
        if not self._left:
            os._exit(9)
        return super().readline(size)


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The export of three stories with 24 decisions of two reviewers."""
    place = tmp_path_factory.mktemp("mine") / "record.db"
    with Ledger.open(place, by="okafor", create=True) as ledger:
        stories = [
            Material(STORY.format(n=n).encode(), f"{n}.txt", DAY, Given(source=f"Paper {n}"))
            for n in range(10, 13)
        ]
        assert [one.status.value for one in ledger.add(stories)] == ["stored"] * 3
        quotes = [hit.id for hit in ledger.search(Query(limit=None)).hits]
        with Ledger.open(place, by="carrow") as other:
            for number in range(12):
                ledger.tag(quotes[number % len(quotes)], f"tag{number}")
                other.correct(quotes[number % len(quotes)], "role", f"mayor {number}")
        out = io.StringIO()
        JsonLines().write_record(ledger.export_record(Query(limit=None)), out)
        return out.getvalue().encode(), everything(ledger)


def take(place, file):
    with Ledger.open(place, by="vega", create=True) as ledger:
        return list(ledger.import_record(ExportFile(file, "mine.jsonl")))


def killed(place, text, line):
    child = os.fork()
    if child == 0:
        try:
            take(place, Killing(text, line))
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


def everything(ledger):
    documents = sorted((line.id, line.title) for line in ledger.documents())
    hits = sorted(
        (hit.id, hit.speaker, hit.role, hit.status) for hit in ledger.search(Query(limit=None)).hits
    )
    return documents, hits, [line.judgement for line in ledger.history()]


def test_killed_at_any_line_and_run_again_it_ends_as_if_nothing_had_happened(exported, tmp_path, monkeypatch):
    monkeypatch.setattr(decisions, "_BATCH", 10)
    text, wanted = exported
    count = text.count(b"\n")
    # The head, a document, the first decision, about a batch of them, the last line, the end.
    for line in (1, 3, count - 23, count - 12, count - 10, count, count + 1):
        place = tmp_path / f"{line}.db"
        assert killed(place, text, line)
        with Ledger.open(place, create=True) as ledger:
            assert ledger.verify().faults == ()
            held = [line.judgement for line in ledger.history()]
            for by in ("okafor", "carrow"):
                mine = [made for made in held if made.by == by]
                assert (
                    mine == [made for made in wanted[2] if made.by == by][len(wanted[2]) // 2 - len(mine) :]
                )
        take(place, io.BytesIO(text))
        with Ledger.open(place) as ledger:
            assert everything(ledger) == wanted
            assert ledger.verify().faults == ()
