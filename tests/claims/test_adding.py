"""Adding writes in batches: what comes of it does not depend on how many documents one holds."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from time import monotonic

import pytest

from claims import Ledger, adding, arriving
from claims.errors import NothingThere
from claims.intake import extractor_name
from claims.model import PartialDate
from claims.store import candidates
from claims.store.documents import Taken
from claims.store.failures import BUSY_SECONDS
from claims.views import Query

SOURCES = ("Harlow Bay Herald", "Coastal Wire", "Harlow Bay Observer", "Halden County")
PROMISE = "We will not ask the fishing families of Harlow Bay to pay for this pier before the winter"


def stories(make_material):
    """Reprints with other words, figures and speakers, sums and conversions that do not hold."""
    texts = [
        f"Pier\n\n“{PROMISE},” Mayor Marisol Vega said. Storm Edda injured 46 people and sank 12 boats.",
        f"Pier\n\n“{PROMISE} storms,” said Chief Dana Okafor. Storm Edda injured 64 people and sank 12 boats.",
        f"Pier\n\n“{PROMISE.replace(' not', '')},” Vega said. Storm Edda injured 46 people on Monday.",
        "Raids\n\nPolice made 28 arrests in all. They made 10 arrests in Harlow Bay, 12 in Halden County and 8 aboard the ferry.",
        "Road\n\nThe road runs for 10 miles (26 kilometers) along the bay, Sen. Tomas Lindqvist said.",
        "Grants\n\nThe Port Authority of Harlow Bay got $4 million. “It is not enough for us,” Ines Carrow said.",
        "Grants\n\nThe Port Authority of Harlow Bay got $5 million. “It is not enough for us here,” Carrow said.",
        "Storm\n\nStorm Edda was the largest storm in the history of the Eastern Coast, officials said.",
        "Storm\n\nStorm Ulla was the largest storm in the history of the Eastern Coast, officials said.",
    ]
    return [
        make_material(
            f"{text}\n\nFrom edition {number}.",
            f"story-{number}.txt",
            source=SOURCES[number % len(SOURCES)],
            date=PartialDate.parse(f"2031-03-{3 + number // 4:02}"),
        )
        for number, text in enumerate(texts * 2)
    ]


def dump(place, *, counted=True):
    """Every row of a record but for where documents came from, the pages of its text indexes included.

    Without what is `counted`: the order in which findings and problems were made, and those pages.
    """
    with closing(sqlite3.connect(place)) as connection:
        names = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        tables = {name for (name,) in connection.execute(names)} - {"arrival"}
        if not counted:
            tables = {name for name in tables if "_text" not in name} - {"evidence"}
        return {table: _rows(connection, table, counted=counted) for table in tables}


def _rows(connection, table, *, counted):
    columns = [one[1] for one in connection.execute(f"PRAGMA table_info({table})")]
    leave = {"key"} if not counted and table in ("finding", "problem") else set()
    kept = ", ".join(f'"{one}"' for one in columns if one not in leave)
    return sorted(connection.execute(f"SELECT {kept} FROM {table}"), key=repr)


def record_of(tmp_path, name, materials, **options):
    with Ledger.open(tmp_path / name, by="okafor", create=True) as ledger:
        added = list(ledger.add(materials, **options))
        findings = [(one.finding.check, one.finding.sentence) for one in ledger.audit()]
    return [(one.location, one.status.value, one.quotes, one.claims) for one in added], findings


@pytest.mark.parametrize("size", [2, 3, 100])
def test_batches_of_any_size_give_the_same_record(tmp_path, monkeypatch, make_material, size):
    given = stories(make_material)
    # Few printings make a run common, so it matters which of them came before.
    monkeypatch.setattr(candidates, "_COMMON", 2)
    monkeypatch.setattr(candidates, "_RAREST", 2)
    monkeypatch.setattr(adding, "_DOCUMENTS", 1)
    alone = record_of(tmp_path, "alone.db", given)
    monkeypatch.setattr(adding, "_DOCUMENTS", size)
    monkeypatch.setattr(adding, "_SECONDS", 600.0)
    assert record_of(tmp_path, "together.db", given) == alone
    assert dump(tmp_path / "together.db", counted=False) == dump(tmp_path / "alone.db", counted=False)
    checks = {check for check, _ in alone[1]}
    assert {"altered-wording", "changed-figure", "conversion", "sum-of-parts", "superlatives"} <= checks


def test_words_that_one_printing_of_a_statement_adds_are_found(ledger, make_material):
    list(ledger.add(stories(make_material)[:2]))
    (found,) = [one.finding for one in ledger.audit(check="altered-wording")]
    assert found.sentence == (
        "Harlow Bay Herald prints one statement without “storms”, which Coastal Wire has."
    )


def test_several_workers_give_the_same_record(tmp_path, make_material):
    given = stories(make_material)
    assert record_of(tmp_path, "two.db", given, jobs=2) == record_of(tmp_path, "one.db", given)
    assert dump(tmp_path / "two.db") == dump(tmp_path / "one.db")


def test_a_rebuild_gives_the_findings_and_pairs_that_adding_gave(tmp_path, make_material):
    record_of(tmp_path, "record.db", stories(make_material))
    with Ledger.open(tmp_path / "record.db", by="okafor") as ledger:
        before = (ledger.audit(), ledger.duplicates())
        ledger.rebuild()
        assert (ledger.audit(), ledger.duplicates()) == before


def test_adding_everything_again_changes_no_byte(tmp_path, make_material):
    given = stories(make_material)
    record_of(tmp_path, "record.db", given)
    before = dump(tmp_path / "record.db")
    again, _ = record_of(tmp_path, "record.db", given)
    assert {status for _, status, _, _ in again} == {"unchanged"}
    assert dump(tmp_path / "record.db") == before


def test_what_is_known_is_not_read_again_and_what_is_said_otherwise_is(ledger, make_material):
    text = stories(make_material)[0].raw.decode()
    list(ledger.add([make_material(text, "a.txt", source="Coastal Wire")]))
    before = ledger.changed
    (again,) = ledger.add([make_material(text, "a.txt", source="Coastal Wire")])
    assert (again.status, ledger.changed) == ("unchanged", before)
    (elsewhere,) = ledger.add([make_material(text, "b.txt", source="Coastal Wire")])
    assert elsewhere.status == "unchanged"
    assert ledger.show(elsewhere.document).locations == ("a.txt", "b.txt")


def test_bytes_that_were_lost_are_kept_again(ledger, place, make_material):
    given = stories(make_material)[0]
    (added,) = ledger.add([given])
    (kept,) = place.with_name(place.name + ".files").glob("??/*")
    kept.unlink()
    assert [one.status for one in ledger.add([given])] == ["unchanged"]
    assert kept.read_bytes() == given.raw
    assert added.document


@pytest.mark.parametrize("at_once", [1, 2, 64])
def test_results_come_in_the_order_of_the_inputs_whatever_becomes_of_each(
    ledger, make_material, monkeypatch, at_once
):
    monkeypatch.setattr(arriving, "_INPUTS", at_once)
    known, new, last = stories(make_material)[:3]
    list(ledger.add([known]))
    odd = make_material("\x00\x01\x02\x03", "noise.bin")
    lost = NothingThere("gone.txt", "there is no such file")
    given = [lost, known, new, odd, known, known, known, new, last, lost]
    found = [(one.location, one.status.value) for one in ledger.add(given, jobs=2)]
    assert found == [
        ("gone.txt", "failed"),
        (known.location, "unchanged"),
        (new.location, "stored"),
        ("noise.bin", "skipped"),
        *[(known.location, "unchanged")] * 3,
        (new.location, "unchanged"),
        (last.location, "stored"),
        ("gone.txt", "failed"),
    ]


def test_a_document_that_cannot_be_stored_is_named_and_its_neighbours_are_stored(
    ledger, place, make_material
):
    given = stories(make_material)[:4]
    with closing(sqlite3.connect(place)) as beside:
        beside.execute(
            "CREATE TRIGGER refused BEFORE INSERT ON quote WHEN new.text LIKE '%winter storms%'"
            " BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
        beside.commit()
        found = list(ledger.add(given))
        assert [one.status.value for one in found] == ["stored", "failed", "stored", "stored"]
        assert "refused" in found[1].reason
        assert [problem.location for problem in ledger.problems() if problem.stage == "reading"] == [
            "story-1.txt"
        ]
        beside.execute("DROP TRIGGER refused")
        beside.commit()
    assert [one.status.value for one in ledger.add(given)] == [
        "unchanged",
        "stored",
        "unchanged",
        "unchanged",
    ]
    assert [problem for problem in ledger.problems() if problem.stage == "reading"] == []
    assert ledger.verify().faults == ()


def test_a_batch_is_written_when_its_time_is_over_though_more_is_to_come(
    ledger, place, monkeypatch, make_material
):
    monkeypatch.setattr(adding, "_SECONDS", 0.0)
    results = ledger.add(stories(make_material))
    first = next(results)
    with Ledger.open(place, by="carrow") as beside:
        assert [line.location for line in beside.documents()] == [first.location]
        assert beside.search(Query(words="fishing")).total == 1
    list(results)


def test_a_problem_with_an_input_is_over_when_it_can_be_read(ledger, make_material):
    list(ledger.add([make_material("\x00\x01\x02\x03", "pier.txt")]))
    assert [problem.location for problem in ledger.problems()] == ["pier.txt"]
    list(ledger.add([make_material("“We lost nothing,” Vega said.", "pier.txt")]))
    assert [problem for problem in ledger.problems() if problem.location] == []


def from_place(made):
    return replace(made, place=f"/stories/{made.location}")


def test_a_document_that_another_program_brings_meanwhile_is_unchanged(ledger, overtaken, make_material):
    store, second = overtaken
    story = stories(make_material)[0]
    store.asked, store.meanwhile = "keep", lambda: list(ledger.add([story]))
    assert [one.status for one in second.add([story])] == ["unchanged"]
    assert second.problems() == []


def test_a_page_that_another_program_brings_meanwhile_is_replaced(ledger, overtaken, make_material):
    store, second = overtaken
    first = from_place(make_material(f"Pier\n\n“{PROMISE},” Vega said.", "pier.txt"))
    later = from_place(make_material(f"Pier\n\n“{PROMISE} storms,” Vega said.", "pier.txt"))
    store.asked, store.meanwhile = "keep", lambda: list(ledger.add([first]))
    (added,) = second.add([later])
    assert (added.status, added.reason) == ("stored", "version 2 of its page")


def test_bytes_that_another_program_destroys_meanwhile_are_kept_for_who_needs_them(
    ledger, overtaken, make_material
):
    store, second = overtaken
    text = stories(make_material)[0].raw.decode()
    (here,) = ledger.add([make_material(text, "a.txt", url="https://herald.example/a")])
    store.asked, store.meanwhile = "keep", lambda: ledger.withdraw(here.document, purge=True)
    (added,) = second.add([make_material(text, "b.txt", url="https://wire.example/b")])
    assert added.status == "stored"
    assert second.verify().faults == ()


@pytest.mark.parametrize("size", [1, 100])
def test_a_newer_page_beside_a_copy_of_itself_is_a_version(ledger, make_material, monkeypatch, size):
    monkeypatch.setattr(adding, "_DOCUMENTS", size)
    monkeypatch.setattr(adding, "_SECONDS", 600.0)
    first = make_material(f"Pier\n\n“{PROMISE},” Vega said.", "pier.txt")
    later = make_material(f"Pier\n\n“{PROMISE} storms,” Vega said.", "pier.txt")
    list(ledger.add([from_place(first)]))
    added = list(ledger.add([from_place(later), from_place(replace(later, location="copy.txt"))]))
    assert [(one.status, one.reason) for one in added] == [
        ("stored", "version 2 of its page"),
        ("unchanged", "it is in the record"),
    ]


def test_bytes_that_another_program_destroys_are_not_kept_again(ledger, place, overtaken, make_material):
    store, _ = overtaken
    story = stories(make_material)[0]
    (here,) = ledger.add([story])

    def extractor():
        ledger.withdraw(here.document, purge=True)
        return extractor_name()

    assert store.unchanged([story], extractor) == {0: Taken(here.document, is_new=False)}
    assert not list(place.with_name(place.name + ".files").glob("??/*"))


def test_room_that_a_destroyed_document_took_is_given_back(ledger, place, make_material):
    long = " ".join(f"Storm Edda sank {number} boats off pier {number}." for number in range(2, 900))
    (here,) = ledger.add([make_material(long, "long.txt")])
    before = pages(place)
    ledger.withdraw(here.document, purge=True)
    assert pages(place)[0] < before[0] / 2
    assert pages(place)[1] == 0


@pytest.mark.parametrize(
    "work", [lambda ledger, new: list(ledger.add([new])), lambda ledger, _: ledger.rebuild()]
)
def test_room_that_became_free_is_given_back_after_long_work(ledger, place, make_material, work):
    list(ledger.add([make_material(f"Pier\n\n“{PROMISE},” Vega said.", "pier.txt")]))
    leave_room(place)
    before = pages(place)
    work(ledger, make_material("Pier\n\n“It is late for us,” Carrow said.", "late.txt"))
    assert before[1] > 50
    assert pages(place)[1] == 0


def test_who_writes_meanwhile_is_not_waited_for(ledger, place, make_material):
    leave_room(place)
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = monotonic()
        ledger._store.shrink()
        assert monotonic() - began < BUSY_SECONDS / 3
        other.execute("ROLLBACK")
    assert pages(place)[1] > 50


def leave_room(place):
    """As merged indexes do."""
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("CREATE TABLE room AS SELECT zeroblob(200000) AS it")
        connection.execute("DROP TABLE room")


def pages(place):
    """How many the record has, and how many of them hold nothing."""
    with closing(sqlite3.connect(place)) as connection:
        return [
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count")
        ]


PAGE = f"""<!doctype html><html><head><title>Pier</title></head><body><article><h1>Pier</h1>
<p>“{PROMISE} storms,” Mayor Marisol Vega said on Monday.</p>
<p>The storm injured 46 people and sank 12 boats, officials said.</p></article></body></html>"""


def test_a_page_fetched_again_by_a_clock_that_was_set_back_can_be_rebuilt(ledger, make_material):
    first = from_place(make_material(PAGE, "pier.html"))
    earlier = PartialDate.instant(first.retrieved.moment - timedelta(days=1), evidence="clock")
    again = from_place(replace(make_material(f"{PAGE}<!-- served by 2 -->", "pier.html"), retrieved=earlier))
    found = [(one.status.value, one.reason) for one in (*ledger.add([first]), *ledger.add([again]))]
    assert found == [("stored", ""), ("unchanged", "its text is the one the record has")]
    assert ledger.rebuild().problems == ()
