"""An import taken back as a whole, and brought back."""

import io

import pytest

from claims import Ledger, bulk_matching
from claims.errors import BadValue, NothingLeft, UnknownId
from claims.exchange import ExportFile
from claims.exports.jsonl import JsonLines
from claims.readymade import storing
from claims.views import Kind, Query

from .conftest import BARE, CARROW, VEGA

OPPOSITE = VEGA | {"text": "We will ask the fishing families to pay for this pier.", "source": "Coastal Wire"}
COPY = VEGA | {"source": "Port Herald"}
OTHER = CARROW | {"text": "Storm Edda sank 12 boats and injured 64 people."}


def take_in(ledger, rows):
    fates = [fate for lot in ledger.import_quotes(rows) for fate in lot]
    ledger.match_waiting()
    ledger.read_figures(extractor="rules")
    ledger.check_waiting()
    return [fate.status.value for fate in fates]


def seen(ledger):
    """What a reader sees of the record."""
    return {
        "quotes": sorted(hit.text for hit in ledger.hits(Kind.QUOTES, ledger.keys(Query(kind=Kind.QUOTES)))),
        "claims": sorted(hit.id for hit in ledger.hits(Kind.CLAIMS, ledger.keys(Query(kind=Kind.CLAIMS)))),
        "findings": sorted(each.finding.id for each in ledger.audit()),
        "pairs": sorted((p.a, p.b) for each in ledger.duplicates() for p in each.cluster.pairs),
        "speakers": sorted(each.name for each in ledger.speakers()),
    }


@pytest.fixture
def two(ledger, rows):
    """A record of two imports, of which the second has a copy and a contradiction of the first; and what
    is seen of each alone and of both.
    """
    take_in(ledger, rows(VEGA, CARROW))
    first = seen(ledger)
    take_in(ledger, rows(COPY, OPPOSITE, OTHER, BARE))
    return ledger, first, seen(ledger)


def test_the_last_import_is_taken_back_and_brought_back(two):
    ledger, first, both = two
    assert len(both["findings"]) > 0
    made = ledger.withdraw_import()
    assert seen(ledger) == first
    assert made.shown == "4 quotes of quotes.jsonl"
    assert [(line.judgement.id, line.subject) for line in ledger.history()] == [(made.id, made.shown)]
    ledger.undo()
    assert seen(ledger) == both
    assert ledger.waiting() == 0
    ledger.redo()
    assert seen(ledger) == first
    assert ledger.verify().faults == ()


def test_any_import_is_taken_back_and_what_stays_is_as_if_it_had_never_come(two, tmp_path, rows):
    ledger, _, both = two
    latest, earliest = ledger.imports()
    ledger.withdraw_import(earliest.id[:8])
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        take_in(other, rows(COPY, OPPOSITE, OTHER, BARE))
        assert seen(ledger) == seen(other)
    assert [(one.id, one.quotes, one.withdrawn, one.taken_back) for one in ledger.imports()] == [
        (latest.id, 4, 0, False),
        (earliest.id, 2, 2, True),
    ]
    ledger.undo()
    assert seen(ledger) == both


def test_a_rebuild_changes_nothing_of_it(two):
    ledger, first, both = two
    ledger.withdraw_import()
    done = ledger.rebuild(extractor="rules")
    assert (done.changed, done.findings_new, done.findings_gone) == (0, 0, 0)
    assert seen(ledger) == first
    ledger.undo()
    assert seen(ledger) == both


def test_rows_that_come_again_come_back(two, rows):
    ledger, _, both = two
    ledger.withdraw_import()
    assert take_in(ledger, rows(COPY, OPPOSITE, OTHER, BARE, VEGA)) == ["stored"] * 4 + ["unchanged"]
    assert seen(ledger) == both
    again, _, _ = ledger.imports()
    ledger.withdraw_import(again.id)
    assert len(seen(ledger)["quotes"]) == 2
    assert ledger.verify().faults == ()


def test_what_came_with_another_import_too_stays(two, rows):
    ledger, first, _ = two
    ledger.withdraw_import()
    take_in(ledger, rows(BARE))
    ledger.undo()  # the older import stands again; taken back once more it leaves the row of the newer one
    ledger.withdraw_import(ledger.imports()[1].id)
    assert len(seen(ledger)["quotes"]) == len(first["quotes"]) + 1


def texts(ledger):
    return [text[:9] for text in seen(ledger)["quotes"]]


def test_a_row_of_two_tables_stays_when_either_is_taken_back(ledger, rows):
    take_in(ledger, rows(VEGA, CARROW, location="a.csv"))
    assert take_in(ledger, rows(BARE, CARROW, location="b.csv")) == ["stored", "unchanged"]
    last, first = ledger.imports()
    ledger.withdraw_import(first.id)
    assert texts(ledger) == ["Storm Edd", "The pier "]
    # It comes again with the first table, of which nothing stood any more.
    assert take_in(ledger, rows(VEGA, CARROW, location="a.csv")) == ["stored", "unchanged"]
    ledger.withdraw_import(last.id)
    assert texts(ledger) == ["Storm Edd", "We will n"]
    ledger.withdraw_import()
    assert texts(ledger) == []
    assert ledger.verify().faults == ()


def test_the_same_table_once_more_is_no_other_import(ledger, rows, monkeypatch):
    monkeypatch.setattr(storing, "_ROWS", 2)
    take_in(ledger, rows(VEGA, CARROW, BARE, VEGA))
    assert take_in(ledger, rows(VEGA, CARROW, BARE, VEGA)) == ["unchanged"] * 4
    assert [one.quotes for one in ledger.imports()] == [3]
    ledger.withdraw_import()
    assert texts(ledger) == []


def test_an_import_that_was_stopped_and_gone_on_with_is_one(ledger, rows, monkeypatch):
    monkeypatch.setattr(storing, "_ROWS", 2)
    next(iter(ledger.import_quotes(rows(location="a.csv"))))
    assert take_in(ledger, rows(OPPOSITE, location="b.csv")) == ["stored"]
    next(iter(ledger.import_quotes(rows(COPY, OTHER, BARE, location="c.csv"))))
    assert take_in(ledger, rows(COPY, OTHER, BARE, location="c.csv")) == ["unchanged"] * 2 + ["stored"]
    assert [(one.location, one.quotes) for one in ledger.imports()] == [
        ("c.csv", 3),
        ("b.csv", 1),
        ("a.csv", 2),
    ]
    ledger.withdraw_import()
    assert texts(ledger) == ["Storm Edd", "We will a", "We will n"]


def test_with_a_stopped_import_that_was_taken_back_nothing_goes_on(ledger, rows, monkeypatch):
    monkeypatch.setattr(storing, "_ROWS", 2)
    next(iter(ledger.import_quotes(rows())))
    ledger.withdraw_import()
    assert take_in(ledger, rows()) == ["stored"] * 3
    assert [one.taken_back for one in ledger.imports()] == [False, True]
    assert len(texts(ledger)) == 3


def test_a_quote_that_was_withdrawn_by_itself_stays_so(two, rows):
    ledger, _, _ = two
    (hit,) = ledger.search(Query("injured 64")).hits
    ledger.withdraw(hit.document)
    without = seen(ledger)
    ledger.withdraw_import(ledger.imports()[0].id)
    ledger.undo()
    assert seen(ledger) == without
    ledger.withdraw_import()
    assert take_in(ledger, rows(OTHER, BARE)) == ["skipped", "stored"]


def test_it_holds_for_what_still_waits_for_its_figures(ledger, rows, tmp_path):
    list(ledger.import_quotes(rows(VEGA, OTHER, OPPOSITE)))
    ledger.withdraw_import()
    ledger.match_waiting()
    ledger.read_figures(extractor="rules")
    ledger.check_waiting()
    assert seen(ledger) == {"quotes": [], "claims": [], "findings": [], "pairs": [], "speakers": []}
    ledger.undo()
    with Ledger.open(tmp_path / "other.db", create=True) as other:
        take_in(other, rows(VEGA, OTHER, OPPOSITE))
        assert seen(ledger) == seen(other)


def test_what_hung_on_a_quote_that_left_is_matched_again(ledger, rows, monkeypatch):
    monkeypatch.setattr(bulk_matching, "_FEWEST", 1)
    take_in(ledger, rows(VEGA))
    take_in(ledger, rows(*(VEGA | {"source": f"Paper {number}"} for number in range(3))))
    first = ledger.imports()[-1]
    ledger.withdraw_import(first.id)
    (found,) = ledger.duplicates()
    assert len(found.versions) == 3


def test_what_cannot_be_taken_back_is_said(two):
    ledger, _, _ = two
    with pytest.raises(UnknownId):
        ledger.withdraw_import("ffffff")
    id_ = ledger.withdraw_import().subjects[0]
    with pytest.raises(BadValue, match="it is taken back already"):
        ledger.withdraw_import(id_)
    ledger.withdraw_import()
    with pytest.raises(NothingLeft, match="no import is in the record that was not taken back"):
        ledger.withdraw_import()


def test_another_record_takes_the_decision_over(two, tmp_path):
    ledger, first, _ = two
    ledger.withdraw_import()
    out = io.StringIO()
    JsonLines().write_record(ledger.export_record(Query(limit=None)), out)
    written = io.BytesIO(out.getvalue().encode())
    with Ledger.open(tmp_path / "theirs.db", create=True, by="Ines") as theirs:
        list(theirs.import_record(ExportFile(written, "all.jsonl"), extractor="rules"))
        assert seen(theirs) == first


def test_taking_back_takes_time_in_step_with_the_import(tmp_path, in_step, rows):
    def record(many):
        ledger = Ledger.open(tmp_path / f"{many}.db", create=True)
        take_in(ledger, rows(*(OTHER | {"text": f"Pier {n} lost {n} of its boats."} for n in range(many))))

        def back_and_forth():
            ledger.withdraw_import()
            ledger._decider.undo()

        return back_and_forth

    assert in_step(record(300), record(1_200), 4)
