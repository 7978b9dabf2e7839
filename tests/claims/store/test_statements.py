from dataclasses import replace
from datetime import date

import pytest
from store_material import LINDQVIST, VEGA, add, claim, document, material, quote, told

from claims.errors import UnknownId
from claims.model import Correction, PartialDate, Span
from claims.ports import Extraction
from claims.views import Kind, Query

TEXT = "“We will open the pier after 40 storms,” said Mayor Marisol Vega. Crews laid 41 stones."


@pytest.fixture
def made(store):
    page = document(TEXT)
    said = quote(page, "We will open the pier after 40 storms")
    inside = claim(page, "40 storms", "We will open the pier after 40 storms", quote=said.id)
    outside = claim(page, "41 stones", "Crews laid 41 stones.")
    store.add_document(page, material(page), Extraction((said,), (inside, outside)), extractor="rules 1")
    return page, said, inside, outside


def found(store, words="", kind=Kind.QUOTES, **filters):
    return [hit.id for hit in store.hits(kind, store.keys(Query(words, kind=kind, **filters)))]


def test_a_correction_is_in_force_and_what_was_extracted_is_kept(store, made):
    _, said, *_ = made
    by_hand = replace(said, attribution=LINDQVIST, corrected=(Correction("speaker", "x", "ines", "2025"),))
    store.put_effective(by_hand, hidden=False)
    assert store.value(said.id) == by_hand
    assert store.extracted(said.id) == said
    assert store.hits(Kind.QUOTES, store.keys(Query("pier")))[0].status == "edited"
    assert found(store, status="edited") == [said.id]
    assert found(store, speaker="lindqvist") == [said.id]
    assert found(store, speaker="vega") == []


def test_taking_a_correction_back_leaves_the_value_as_extracted(store, made):
    _, said, *_ = made
    store.put_effective(replace(said, attribution=None), hidden=False)
    store.put_effective(said, hidden=False)
    assert store.value(said.id) == store.extracted(said.id) == said
    assert found(store, status="open") == [said.id]


def test_a_second_correction_still_knows_what_was_extracted(store, made):
    _, said, *_ = made
    store.put_effective(replace(said, attribution=None), hidden=False)
    store.put_effective(replace(said, attribution=LINDQVIST), hidden=False)
    assert store.extracted(said.id) == said


def test_the_text_index_and_the_word_runs_follow_corrected_bounds(store, made):
    _page, said, *_ = made
    start = TEXT.index("open")
    shorter = replace(said, spans=(Span(start, start + 13),), text="open the pier")
    store.put_effective(shorter, hidden=False)
    assert found(store, "storms") == []
    assert found(store, '"open the pier"') == [said.id]
    alike = told(store, "We will open the pier after 40 storms and one flood", location="b.txt")
    assert store.candidates(alike, 5) == []
    store.put_effective(said, hidden=False)
    assert store.candidates(alike, 5) == [said]
    assert store.verify().faults == ()


def test_a_hidden_quote_is_left_out_of_everything_but_itself(store, made):
    page, said, *_ = made
    store.put_effective(said, hidden=True)
    assert store.is_hidden(said.id)
    assert store.value(said.id) == said
    assert store.quotes_of(page.id) == []
    assert store.citations([said.id]) == {}
    assert list(store.all_quotes()) == []
    assert found(store, "pier") == []
    assert found(store, "pier", status="hidden") == [said.id]
    assert store.hits(Kind.QUOTES, store.keys(Query(status="hidden")))[0].status == "hidden"
    assert store.searched().quotes == 0
    store.put_effective(said, hidden=False)
    assert found(store, "pier") == [said.id]


def test_a_quote_moves_to_the_day_it_was_said_on_and_takes_its_claims_along(store, made):
    _page, said, inside, outside = made
    later = told(store, "A later word", published="2024-06-01", location="b.txt")
    assert found(store) == [later.id, said.id]
    store.put_effective(replace(said, said_on=PartialDate.parse("2024-07")), hidden=False)
    assert found(store) == [said.id, later.id]
    hits = store.hits(Kind.CLAIMS, store.keys(Query(kind=Kind.CLAIMS, words="4")))
    assert [(hit.id, str(hit.date), hit.date_is) for hit in hits] == [
        (inside.id, "2024-07", "said"),
        (outside.id, "2024-05-03", "published"),
    ]
    assert store.verify().faults == ()


def test_a_claim_is_filtered_by_the_day_its_quote_was_said_on(store, made):
    _, said, inside, outside = made
    store.put_effective(replace(said, said_on=PartialDate.parse("2020-02-02")), hidden=False)
    assert found(store, kind=Kind.CLAIMS) == [outside.id, inside.id]
    assert found(store, kind=Kind.CLAIMS, until=date(2020, 2, 2)) == [inside.id]
    assert found(store, kind=Kind.CLAIMS, since=date(2020, 2, 3)) == [outside.id]


def test_a_corrected_publication_date_moves_all_that_has_no_date_of_its_own(store, made):
    page, said, inside, outside = made
    later = told(store, "A later word", published="2024-06-01", location="b.txt")
    store.put_effective(replace(page, published=PartialDate.parse("2025")), hidden=False)
    assert found(store) == [said.id, later.id]
    store.put_effective(replace(page, published=None), hidden=False)
    assert found(store) == [later.id, said.id]
    assert found(store, kind=Kind.CLAIMS) == [inside.id, outside.id]
    assert store.document(page.id).published is None
    assert store.extracted(page.id) == page
    store.put_effective(page, hidden=False)
    assert store.document(page.id) == page
    assert store.document_lines()[1].date == page.published


def test_a_corrected_claim_is_found_by_what_it_counts_now(store, made):
    _, _, _, outside = made
    store.put_effective(replace(outside, counted="granite blocks"), hidden=False)
    assert found(store, "granite", Kind.CLAIMS) == [outside.id]
    assert store.extracted(outside.id).counted == "stones"


def test_values_come_back_in_the_order_asked_and_unknown_ones_are_left_out(store, made):
    _, said, _inside, outside = made
    assert list(store.values([outside.id, "0" * 20, said.id])) == [outside.id, said.id]


def test_all_citations_of_one_document_share_it(store, made):
    _page, said, inside, outside = made
    cited = store.citations([said.id, inside.id, outside.id])
    assert [citation.value for citation in cited.values()] == [said, inside, outside]
    assert len({id(citation.document) for citation in cited.values()}) == 1
    assert cited[outside.id].sentence == "Crews laid 41 stones."


def test_quotes_and_claims_of_a_document_are_in_order_of_place(store, made):
    page, said, inside, outside = made
    assert store.quotes_of(page.id) == [said]
    assert store.claims_of(page.id) == [inside, outside]


def test_every_shown_quote_is_streamed_newest_first(store, monkeypatch):
    monkeypatch.setattr("claims.store.statements._PAGE", 2)
    said = [
        told(store, f"Word {day}", published=f"2024-05-{day:02}", location=f"{day}.txt")
        for day in range(1, 6)
    ]
    assert list(store.all_quotes()) == said[::-1]


def test_a_recorded_passage_is_a_quote_until_it_is_taken_back(store, made):
    page, _said, *_ = made
    passage = quote(page, "Crews laid 41 stones.", VEGA)
    store.add_recorded(passage)
    assert store.value(passage.id) == passage
    assert found(store, "stones") == [passage.id]
    store.put_pairs([])
    store.remove_recorded(passage.id)
    assert found(store, "stones") == []
    with pytest.raises(UnknownId):
        store.value(passage.id)


def test_recording_what_was_extracted_puts_the_persons_speaker_on_it_and_taking_it_back_the_extracted_one(
    store, made
):
    _, said, *_ = made
    store.put_effective(said, hidden=True)
    store.add_recorded(replace(said, attribution=LINDQVIST))
    assert store.value(said.id).attribution == LINDQVIST
    assert not store.is_hidden(said.id)
    store.remove_recorded(said.id)
    assert store.value(said.id) == said


def test_taking_back_what_was_never_recorded_changes_nothing(store, made):
    _, said, *_ = made
    store.remove_recorded(said.id)
    assert store.value(said.id) == said


def test_unknown_ids_are_errors(store, made):
    page, said, *_ = made
    for ask in (store.value, store.extracted, store.is_hidden):
        with pytest.raises(UnknownId):
            ask("0" * 20)
    with pytest.raises(UnknownId):
        store.put_effective(replace(said, id="0" * 20), hidden=False)
    with pytest.raises(UnknownId):
        store.put_effective(replace(page, id="0" * 20), hidden=False)


def test_what_is_written_together_happens_whole_or_not_at_all(store, made):
    _, said, *_ = made
    with pytest.raises(UnknownId):
        _hide_and_fail(store, said)
    assert not store.is_hidden(said.id)
    assert store.tags_of(said.id) == []


def test_an_empty_document_holds_nothing_and_is_there(store):
    empty = add(store, document(""))
    assert store.has_document(empty.id)
    assert store.quotes_of(empty.id) == []


def _hide_and_fail(store, said):
    with store.together():
        store.put_effective(said, hidden=True)
        store.set_tags(said.id, ["pier"])
        assert store.is_hidden(said.id)
        store.value("0" * 20)
