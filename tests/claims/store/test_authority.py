import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError
from store_material import VEGA, add, document, quote

from claims.matching.speakers import Term, member_of
from claims.model import Entry, PartialDate, Role, SpeakerKind

SENATOR = Role("senator", "U.S. Senate", PartialDate.parse("2031-01-03"), PartialDate.parse("2037"))
ENTRY = Entry("V1", "Marisol Vega", SpeakerKind.PERSON, ("Sen. Vega",), "Harbor", "WA", (SENATOR,))


def test_entries_come_back_as_they_were_and_once(store):
    assert store.put_entries([ENTRY], "officials.csv") == 1
    assert store.entries() == [ENTRY]
    before = store.last_entry()
    assert store.put_entries([ENTRY], "again.csv") == 0
    assert store.last_entry() == before


def test_the_last_entry_with_an_id_stands(store):
    store.put_entries([ENTRY], "old.csv")
    newer = Entry("V1", "Marisol Vega")
    assert store.put_entries([newer, Entry("V2", "Elena Vega")], "new.csv") == 2
    assert store.entries() == [newer, Entry("V2", "Elena Vega")]


def test_entries_are_only_ever_added(store):
    store.put_entries([ENTRY], "officials.csv")
    with pytest.raises(DatabaseError, match="only ever added"), store._database.write() as connection:
        connection.execute(text("DELETE FROM authority"))


def test_an_entry_is_named_by_its_id_and_by_what_decisions_are_about(store):
    store.put_entries([ENTRY], "officials.csv")
    assert store.resolve("V1") == store.resolve(ENTRY.subject[:8]) == ("speaker", ENTRY.subject)
    assert store.present([ENTRY.subject]) == {ENTRY.subject}


def test_what_a_member_says_in_a_term_counts_for_the_entry(store):
    day = PartialDate.parse("2031-03-04")
    made = document("“Word,” said Mayor Marisol Vega. “Boat,” she said.", published="2031-03-04")
    add(store, made, quote(made, "Word"), quote(made, "Boat"))
    vega = member_of(VEGA).id
    first = day.earliest.toordinal()
    store.set_terms([vega], [Term(vega, first, first, "V1")])
    assert [(part.member.speaker, part.quotes) for part in store.parts()] == [("V1", 2)]
    store.set_terms([vega], [Term(vega, first + 1, first + 9, "V1")])
    assert [(part.member.speaker, part.quotes) for part in store.parts()] == [(vega, 2)]
    assert store.days([vega]) == {vega: (first, first)}
    before = store.changed
    store.set_terms([vega], [Term(vega, first + 1, first + 9, "V1")])
    assert store.changed == before


def test_a_month_that_is_not_over_when_a_term_ends_is_no_part_of_it(store):
    made = document("“Word,” said Mayor Marisol Vega.", published="2031-03")
    add(store, made, quote(made, "Word"))
    vega = member_of(VEGA).id
    first, last = (PartialDate.parse(day).earliest.toordinal() for day in ("2031-01-01", "2031-03-31"))
    store.set_terms([vega], [Term(vega, first, last - 1, "V1")])
    assert [part.member.speaker for part in store.parts()] == [vega]
    store.set_terms([vega], [Term(vega, first, last, "V1")])
    assert [part.member.speaker for part in store.parts()] == ["V1"]


def test_namesakes_end_in_the_surname(store):
    made = document("“Word,” said Mayor Marisol Vega.")
    add(store, made, quote(made, "Word"))
    assert [member.form for member in store.namesakes("vega")] == ["marisol vega"]
    assert store.namesakes("ega") == store.namesakes("%") == []
