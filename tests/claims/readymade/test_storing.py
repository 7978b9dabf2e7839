import os
import sqlite3
from contextlib import closing

import pytest

from claims import Ledger
from claims.errors import InputError
from claims.readymade import storing
from claims.views import Query

from .conftest import BARE, CARROW, VEGA


def fates(lots):
    return [(each.location, each.status.value, each.reason) for lot in lots for each in lot]


def dump(place):
    with closing(sqlite3.connect(place)) as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        tables = [name for (name,) in connection.execute(names)]
        return {name: connection.execute(f"SELECT * FROM {name}").fetchall() for name in tables}


def test_each_row_is_a_document_whose_text_is_the_quote(ledger, rows):
    assert fates(ledger.import_quotes(rows())) == [
        ("quotes.jsonl row 1", "stored", ""),
        ("quotes.jsonl row 2", "stored", ""),
        ("quotes.jsonl row 3", "stored", ""),
    ]
    (hit,) = ledger.search(Query("fishing families")).hits
    assert (hit.text, hit.speaker, hit.role, hit.source, str(hit.date), hit.date_is) == (
        "We will not ask the fishing families to pay for this pier.",
        "Marisol Vega",
        "mayor",
        "Bay Ledger",
        "2031-03-03",
        "published",
    )
    assert hit.asserted
    document = ledger.show(hit.document).value
    assert (document.text, document.url, document.location) == (
        VEGA["text"],
        VEGA["url"],
        "quotes.jsonl row 1",
    )
    assert (document.source.evidence, document.published.evidence) == ("given", "given")
    assert ledger.verify().faults == ()


def test_the_same_rows_again_or_in_a_longer_file_change_nothing(ledger, rows, place):
    list(ledger.import_quotes(rows(VEGA)))
    before = dump(place)
    assert fates(ledger.import_quotes(rows(VEGA))) == [
        ("quotes.jsonl row 1", "unchanged", "it is in the record")
    ]
    assert dump(place) == before
    told = fates(ledger.import_quotes(rows(BARE, VEGA, CARROW, BARE, location="more.jsonl")))
    assert [status for _, status, _ in told] == ["stored", "unchanged", "stored", "unchanged"]


def test_two_quotes_of_one_page_are_no_versions_of_each_other(ledger, rows):
    other = VEGA | {"text": "The pier will stand again."}
    list(ledger.import_quotes(rows(VEGA, other)))
    assert [len(ledger.show(line.id).pages) for line in ledger.documents()] == [0, 0]
    assert len(ledger.search(Query(speaker="Vega")).hits) == 2


def test_a_row_that_is_none_is_told_and_the_others_are_stored(ledger, rows):
    told = fates(ledger.import_quotes(rows(VEGA, {"text": " ", "speaker": "Carrow"}, CARROW)))
    assert told[1] == ("quotes.jsonl row 2", "failed", "no text")
    assert ledger.searched().quotes == 2


def test_a_destroyed_quote_does_not_come_in_again(ledger, rows, place):
    list(ledger.import_quotes(rows()))
    (hit,) = ledger.search(Query("fishing")).hits
    ledger.withdraw(hit.document, purge=True)
    kept = place.with_name("record.db.files")
    assert not any(b"fishing" in path.read_bytes() for path in kept.rglob("*") if path.is_file())
    assert b"fishing" not in place.read_bytes()
    (told,) = fates(ledger.import_quotes(rows(VEGA)))
    assert told[1:] == ("skipped", "this quote was destroyed here and is not taken in again")
    assert ledger.verify().faults == ()
    assert ledger.waiting() == 2


def test_lost_bytes_are_kept_again_when_the_row_comes_again(ledger, rows, place):
    list(ledger.import_quotes(rows()))
    for pack in (place.with_name("record.db.files") / "packs").iterdir():
        pack.unlink()
    assert len(ledger.verify().faults) == 3
    list(ledger.import_quotes(rows()))
    assert ledger.verify().faults == ()


def test_killed_between_two_transactions_whole_rows_are_in_and_the_same_rows_go_on(place, rows, monkeypatch):
    monkeypatch.setattr(storing, "_ROWS", 2)
    child = os.fork()
    if not child:
        with Ledger.open(place, create=True) as ledger:
            for _ in ledger.import_quotes(rows()):
                os._exit(0)
    os.waitpid(child, 0)
    with Ledger.open(place) as ledger:
        assert ledger.verify().faults == ()
        assert ledger.searched().quotes == 2
        told = fates(ledger.import_quotes(rows()))
        assert [status for _, status, _ in told] == ["unchanged", "unchanged", "stored"]
        assert ledger.verify().faults == ()


def test_killed_after_its_bytes_are_kept_a_row_is_not_in_and_comes_whole(place, rows, monkeypatch):
    child = os.fork()
    if not child:
        with Ledger.open(place, create=True) as ledger:
            monkeypatch.setattr("claims.store.waiting.insert_plain", lambda *_: os._exit(0))
            list(ledger.import_quotes(rows()))
    os.waitpid(child, 0)
    with Ledger.open(place) as ledger:
        assert ledger.searched().quotes == 0
        assert [status for _, status, _ in fates(ledger.import_quotes(rows()))] == ["stored"] * 3
        assert ledger.verify().faults == ()
        (hit,) = ledger.search(Query("fishing")).hits
        ledger.withdraw(hit.document, purge=True)
        assert len(list(ledger._store.snapshots)) == 2


def test_keys_of_one_day_and_of_none_go_on_where_the_last_rows_ended(ledger, rows):
    list(ledger.import_quotes(rows(VEGA, BARE)))
    list(ledger.import_quotes(rows({**VEGA, "text": "Edda was kind."}, {"text": "Nobody slept."}, CARROW)))
    hits = ledger.hits("quotes", ledger.keys(Query()))
    assert [hit.text for hit in hits][:3] == [
        "We will not ask the fishing families to pay for this pier.",
        "Edda was kind.",
        "Storm Edda sank 12 boats and injured 46 people.",
    ]


@pytest.mark.slow
def test_one_quote_in_ten_thousand_places_takes_ten_times_as_long_as_in_a_thousand(tmp_path, rows, in_step):
    def times(count):
        many = [BARE | {"url": f"https://ledger.example/{number}"} for number in range(count)]
        made = iter(range(99))

        def work():
            with Ledger.open(tmp_path / f"{count}-{next(made)}.db", create=True) as ledger:
                assert sum(len(lot) for lot in ledger.import_quotes(rows(*many))) == count

        return work

    assert in_step(times(1_000), times(8_000), 8)


def test_what_cannot_be_read_passes_through(ledger):
    ((told,),) = ledger.import_quotes([InputError("quotes.csv row 9", "no CSV")])
    assert (told.location, told.status.value, told.reason) == ("quotes.csv row 9", "failed", "no CSV")
