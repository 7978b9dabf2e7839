import sqlite3
from dataclasses import replace

import pytest
from store_material import (
    HERALD,
    LINDQVIST,
    VEGA,
    WIRE,
    add,
    add_paper,
    claim,
    document,
    material,
    note,
    quote,
    sql,
    told,
)

from claims.errors import NothingThere, UnknownId, UnreadableDocument
from claims.model import PartialDate, Problem, Quote, QuoteKind, Span
from claims.ports import Extraction, Given
from claims.views import Kind, Query

TEXT = (
    "“We will open the pier,” said Mayor Marisol Vega. Crews laid 40 stones. “It took two storms,” she said."
)


def both(made):
    said = (quote(made, "We will open the pier"), quote(made, "It took two storms"))
    return Extraction(said, (claim(made, "40 stones", "Crews laid 40 stones."),))


def test_adding_a_document_twice_changes_nothing(store, path):
    made = document(TEXT)
    assert store.add_document(made, material(made), both(made), extractor="rules 1").is_new
    before = store.changed, _dump(path)
    assert not store.add_document(made, material(made), both(made), extractor="rules 1").is_new
    assert (store.changed, _dump(path)) == before


def _dump(path):
    # The index of claims holds no rows of its own to list; its pages are tables of their own.
    tables = sql(path, "SELECT name FROM sqlite_master WHERE type = 'table' AND name != 'claim_text'")
    return {table: sql(path, f'SELECT * FROM "{table}"') for (table,) in tables}


def test_the_same_document_from_elsewhere_is_one_more_location(store):
    made = add(store, document(TEXT))
    again = material(made, location="https://harlowbay.example/pier")
    assert not store.add_document(made, again, Extraction(), extractor="rules 1").is_new
    assert store.locations(made.id) == ("pier.txt", "https://harlowbay.example/pier")
    assert store.material_of(made.id).location == "pier.txt"


def test_the_bytes_are_kept_with_what_the_user_said_of_them(store):
    made = document(TEXT)
    given = Given(source="Herald", date=PartialDate.parse("2024"), url="https://harlowbay.example")
    kept = material(made, given=given)
    store.add_document(made, kept, Extraction(), extractor="rules 1")
    assert store.material_of(made.id) == kept
    assert made.raw_sha256 in store.snapshots


def test_a_file_whose_name_is_no_unicode_can_be_added(store):
    made = document(TEXT, location="caf\udce9.txt", title="\ud800")
    add(store, made)
    assert store.document(made.id).title == "\ufffd"
    assert store.locations(made.id) == (store.document(made.id).location,) == ("caf\ufffd.txt",)


def test_bytes_that_are_gone_or_were_changed_are_not_given_to_a_rebuild(store):
    made = add(store, document(TEXT))
    store.snapshots.path(made.raw_sha256).write_bytes(b"other")
    with pytest.raises(UnreadableDocument, match="its kept bytes were changed"):
        store.material_of(made.id)
    store.snapshots.path(made.raw_sha256).unlink()
    with pytest.raises(NothingThere, match="its kept bytes are gone"):
        store.material_of(made.id)


def test_a_document_made_of_other_bytes_is_refused(store):
    made = document(TEXT)
    with pytest.raises(ValueError, match="the bytes are not those"):
        store.add_document(made, replace(material(made), raw=b"other"), Extraction(), extractor="rules 1")
    assert store.document_ids() == []


def test_a_document_that_fails_half_way_leaves_nothing(store):
    made = document(TEXT)
    said = quote(made, "It took two storms")
    with pytest.raises(sqlite3.IntegrityError, match="UNIQUE"):
        store.add_document(made, material(made), Extraction((said, said)), extractor="rules 1")
    assert not store.has_document(made.id)
    assert list(store.keys(Query("storms"))) == []
    assert store.members() == []


def test_an_arrival_can_be_neither_changed_nor_deleted(store, path):
    add(store, document(TEXT))
    for statement in ("UPDATE arrival SET location = ''", "DELETE FROM arrival"):
        with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
            sql(path, statement)


def test_documents_are_listed_in_order_of_arrival(store):
    made = [add_paper(store, number) for number in (3, 1, 2)]
    assert store.document_ids() == [one.id for one in made]


def test_an_unknown_document_is_an_error(store):
    for ask in (store.document, store.is_withdrawn, store.material_of, store.purge):
        with pytest.raises(UnknownId):
            ask("0" * 20)


# -- a rebuild ------------------------------------------------------------------------


def test_a_rebuild_puts_new_derived_rows_in_place_of_the_old_ones(store):
    made = document(TEXT)
    store.add_document(
        made, material(made), both(made), extractor="rules 1", problems=[Problem("quotes", "odd", made.id)]
    )
    better = replace(made, title="The pier", published=PartialDate.parse("2023"))
    only = quote(made, "It took two storms", LINDQVIST)
    store.replace_derived(better, Extraction((only,)), extractor="rules 2")
    assert store.document(made.id) == better
    assert store.quotes_of(made.id) == [only]
    assert store.claims_of(made.id) == []
    assert list(store.keys(Query("pier"))) == []
    assert store.problems(made.id) == []
    assert str(store.hits(Kind.QUOTES, store.keys(Query("storms")))[0].date) == "2023"


def test_a_quote_recorded_by_hand_survives_a_rebuild(store):
    made = add(store, document(TEXT))
    place = TEXT.index("Crews laid")
    by_hand = Quote.of(made.id, TEXT, (Span(place, place + 20),), QuoteKind.INDIRECT, VEGA, method="recorded")
    store.add_recorded(by_hand)
    store.replace_derived(made, both(made), extractor="rules 2")
    assert by_hand in store.quotes_of(made.id)
    assert len(store.quotes_of(made.id)) == 3


def test_a_recorded_quote_that_a_rebuild_finds_too_stays_as_recorded_until_it_is_taken_back(store):
    made = add(store, document(TEXT))
    by_hand = quote(made, "It took two storms", LINDQVIST)
    store.add_recorded(by_hand)
    store.replace_derived(made, both(made), extractor="rules 2")
    assert store.value(by_hand.id).attribution == LINDQVIST
    store.remove_recorded(by_hand.id)
    assert store.value(by_hand.id).attribution == VEGA


def test_a_rebuild_keeps_a_withdrawn_document_out_of_sight(store):
    made = document(TEXT)
    add(store, made, *both(made).quotes)
    store.set_withdrawn(made.id, True)
    store.replace_derived(made, both(made), extractor="rules 2")
    assert list(store.keys(Query("pier"))) == []


def test_a_rebuild_of_an_unknown_document_is_an_error(store):
    with pytest.raises(UnknownId):
        store.replace_derived(document(TEXT), Extraction(), extractor="rules 2")


# -- withdrawal and purge -------------------------------------------------------------


def test_a_withdrawn_document_is_in_no_list_and_comes_back_whole(store):
    made = document(TEXT)
    store.add_document(made, material(made), both(made), extractor="rules 1")
    ids = [value.id for value in (*both(made).quotes, *both(made).claims)]
    store.set_withdrawn(made.id, True)
    assert store.is_withdrawn(made.id)
    assert list(store.keys(Query("pier"))) == list(store.keys(Query(kind=Kind.CLAIMS, words="stones"))) == []
    assert store.text_hits(Query("pier", kind=Kind.TEXT)) == []
    assert store.citations(ids) == {}
    assert list(store.all_quotes()) == []
    assert store.candidates(replace(both(made).quotes[0], id="x"), 5) == []
    assert store.parts() == []
    assert store.searched().documents == 0
    store.set_withdrawn(made.id, False)
    assert not store.is_withdrawn(made.id)
    assert set(store.citations(ids)) == set(ids)


def test_a_hidden_quote_stays_hidden_when_its_document_comes_back(store):
    said = told(store, "We will open the pier")
    store.put_effective(said, hidden=True)
    store.set_withdrawn(said.document, True)
    store.set_withdrawn(said.document, False)
    assert store.is_hidden(said.id)
    assert store.citations([said.id]) == {}


def test_a_purge_leaves_no_word_of_the_document_in_any_file(store, path):
    for number in range(30):
        add_paper(store, number)
    made = document(TEXT.replace("pier", "zanzibarine"), title="Zanzibarine", location="z.txt")
    said = quote(made, "We will open the zanzibarine")
    add(store, made, said, problems=[Problem("quotes", "zanzibarine?", made.id)])
    store.put_effective(replace(said, method="x"), hidden=False)
    assert b"zanzibarine" in path.read_bytes() + path.with_name("record.db-wal").read_bytes()
    store.purge(made.id)
    for file in path.parent.rglob("*"):
        assert not file.is_file() or b"zanzibarine" not in file.read_bytes().lower(), file
    assert store.verify().faults == ()


def test_a_purged_document_is_a_stone_that_keeps_its_decisions_and_its_place(store):
    said = told(store, "We will open the pier", source=WIRE, location="wire.txt")
    decided = store.append(note(said.document, "legal order"))
    store.purge(said.document)
    assert store.document(said.document).text == ""
    assert store.document(said.document).source == WIRE
    assert store.locations(said.document) == ("wire.txt",)
    assert store.resolve(said.document) == ("document", said.document)
    assert store.judgements(subject=said.document) == [decided]
    assert store.document_ids() == []
    with pytest.raises(UnknownId):
        store.value(said.id)


def test_a_purged_document_does_not_come_back_by_adding_or_restoring_it(store):
    made = add(store, document(TEXT))
    store.purge(made.id)
    assert not store.add_document(made, material(made), both(made), extractor="rules 1").is_new
    store.set_withdrawn(made.id, False)
    assert store.is_withdrawn(made.id)
    assert made.raw_sha256 not in store.snapshots


def test_a_purge_keeps_bytes_that_another_document_was_read_from(store):
    one = add(store, document(TEXT))
    other = add(store, document(TEXT, url="https://harlowbay.example/other"))
    store.purge(one.id)
    assert other.raw_sha256 in store.snapshots
    assert store.verify().faults == ()


# -- lists ----------------------------------------------------------------------------


def test_document_lines_count_what_each_document_holds_newest_first(store):
    made = document(TEXT + "\u202e", title="Pier", published="2024-05")
    store.add_document(
        made, material(made), both(made), extractor="rules 1", problems=[Problem("quotes", "odd", made.id)]
    )
    older = add(store, document("Nothing.", published="2020", source=WIRE, location="old.txt"))
    undated = add(store, document("Nothing at all.", published=None, source=None))
    lines = store.document_lines()
    assert [line.id for line in lines] == [made.id, older.id, undated.id]
    first = lines[0]
    assert (first.title, first.location, first.source, str(first.date)) == (
        "Pier",
        "pier.txt",
        HERALD.name,
        "2024-05",
    )
    assert (first.quotes, first.claims, first.problems, first.hidden_characters) == (2, 1, 1, 1)
    assert [line.id for line in store.document_lines("coastal")] == [older.id]
    assert [line.id for line in store.document_lines(ids=[undated.id])] == [undated.id]


def test_a_source_is_one_line_however_its_name_is_spelled(store):
    told(store, "One", source=HERALD)
    told(store, "Two", source=replace(HERALD, name="THE HARLOW BAY HERALD", country="US"))
    told(store, "Three", source=WIRE)
    lines = store.source_lines()
    assert [(line.source.country, line.documents, line.quotes, line.claims) for line in lines] == [
        ("US", 2, 2, 0),
        ("", 1, 1, 0),
    ]


def test_searched_says_what_there_is(store):
    told(store, "One", published="2021-03")
    told(store, "Two", published="2024-05-06")
    told(store, "Three", published=None)
    searched = store.searched()
    assert (searched.documents, searched.undated, searched.quotes, searched.claims) == (3, 1, 3, 0)
    assert (searched.earliest, searched.latest) == ("2021-03", "2024-05-06")


def test_an_empty_record_has_searched_nothing(store):
    assert store.searched() == type(store.searched())(0, 0, 0, 0)
