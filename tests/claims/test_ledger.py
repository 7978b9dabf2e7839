"""The Ledger's verbs on a real record in a temporary folder."""

import pytest

from claims import Ledger
from claims.errors import BadValue, NoSuchRecord, NothingLeft, UnknownId
from claims.model import Claim, Quote
from claims.store import Store
from claims.views import Draft, Kind, Query, Which


def the_quote(ledger, words):
    """The one quote that holds these words."""
    (hit,) = [hit for hit in ledger.search(Query(words=f'"{words}"')).hits if words in hit.text]
    return ledger.show(hit.id).value


def test_a_quote_is_found_with_who_where_and_when(two_stories):
    (hit,) = two_stories.search(Query(words="lost enough")).hits
    assert (hit.speaker, hit.source, str(hit.date), hit.date_is) == (
        "Marisol Vega",
        "Harlow Bay Herald",
        "2031-03-03",
        "published",
    )
    text = two_stories.show(hit.document).document.text
    assert " ".join(span.of(text) for span in hit.spans) == hit.text


def test_an_empty_result_says_what_was_searched(two_stories):
    answer = two_stories.search(Query(words="aqueduct"))
    assert answer.hits == ()
    assert (answer.searched.documents, answer.searched.undated) == (2, 0)
    assert (answer.searched.earliest, answer.searched.latest) == ("2031-03-03", "2031-03-03")


def test_adding_twice_changes_nothing(two_stories, make_material):
    before = two_stories.searched()
    text = two_stories.show(two_stories.documents()[0].id).document.text
    (again,) = two_stories.add([make_material(text, "wire.txt", source="Coastal Wire")])
    assert again.status == "unchanged"
    assert two_stories.searched() == before


def test_the_same_measure_with_two_values_is_found(two_stories):
    findings = [one.finding for one in two_stories.audit(check="changed-figure", kind="conflict")]
    assert any("46" in one.sentence and "64" in one.sentence for one in findings)


def test_a_corrected_speaker_is_searched_by_and_shows_who_set_it(two_stories):
    quote = the_quote(two_stories, "lost enough")
    two_stories.correct(quote.id, "speaker", "Ines Carrow")
    (hit,) = two_stories.search(Query(words="lost enough", speaker="Carrow")).hits
    assert hit.id == quote.id
    assert two_stories.show(quote.id).value.corrected[0].by == "okafor"


def test_undo_and_redo_of_a_correction(two_stories):
    quote = the_quote(two_stories, "lost enough")
    two_stories.correct(quote.id, "speaker", "Ines Carrow")
    two_stories.undo()
    assert two_stories.show(quote.id).value == quote
    two_stories.redo()
    assert two_stories.show(quote.id).value.attribution.name == "Ines Carrow"


def test_a_correction_survives_rebuild(two_stories):
    quote = the_quote(two_stories, "lost enough")
    two_stories.correct(quote.id, "speaker", "Ines Carrow")
    two_stories.rebuild()
    assert two_stories.show(quote.id).value.attribution.name == "Ines Carrow"


def test_rebuild_of_an_untouched_record_changes_no_value(two_stories):
    before = two_stories.search(Query(speaker="vega", limit=None)).hits
    findings = {one.finding for one in two_stories.audit()}
    two_stories.rebuild()
    after = two_stories.search(Query(speaker="vega", limit=None)).hits
    assert [(h.id, h.text, h.speaker) for h in after] == [(h.id, h.text, h.speaker) for h in before]
    assert {one.finding for one in two_stories.audit()} == findings


def test_judged_no_quote_it_is_gone_from_search_until_undone(two_stories):
    quote = the_quote(two_stories, "lost enough")
    two_stories.correct(quote.id, "quote", "no")
    assert two_stories.search(Query(words="lost enough")).hits == ()
    two_stories.undo()
    assert [hit.id for hit in two_stories.search(Query(words="lost enough")).hits] == [quote.id]


def test_a_passage_is_recorded_by_hand_and_taken_back(two_stories):
    (document,) = [line for line in two_stories.documents() if line.source == "Coastal Wire"]
    text = two_stories.show(document.id).document.text
    start = text.index("promises to rebuild pier")
    two_stories.record(document.id, start, start + len("promises to rebuild pier"), speaker="Ines Carrow")
    (hit,) = two_stories.search(Query(words="promises", speaker="Carrow")).hits
    assert (hit.text, hit.document) == ("promises to rebuild pier", document.id)
    two_stories.rebuild()
    assert two_stories.show(hit.id).value.attribution.name == "Ines Carrow"
    two_stories.undo()
    with pytest.raises(UnknownId):
        two_stories.show(hit.id)


def test_a_passage_is_recorded_once(two_stories):
    document = two_stories.documents()[0].id
    two_stories.record(document, 0, 10)
    with pytest.raises(BadValue, match="recorded as"):
        two_stories.record(document, 0, 10)


def test_a_verdict_leaves_the_queue_and_comes_back_with_undo(two_stories):
    item = next(item for item in two_stories.queue().items if item.kind == "finding")
    two_stories.judge(item.subjects, "dismissed", value="other scope", shown=item.sentence)
    after = two_stories.queue()
    assert item.id not in {one.id for one in after.items}
    assert after.decided == 1
    two_stories.undo()
    assert item.id in {one.id for one in two_stories.queue().items}


def test_progress_of_a_review_survives_closing_the_record(two_stories, place):
    item = two_stories.queue().items[0]
    two_stories.judge(item.subjects, item.verdicts[0])
    two_stories.close()
    with Ledger.open(place, by="okafor") as again:
        assert again.queue().decided == 1
        assert item.id not in {one.id for one in again.queue().items}


def test_two_reviewers_who_differ_leave_a_finding_disputed(two_stories, place):
    finding = two_stories.audit(kind="conflict")[0].finding
    two_stories.judge([finding.id], "real")
    with Ledger.open(place, by="carrow") as other:
        other.judge([finding.id], "dismissed", value="misread")
        assert other.audit(kind="conflict", status="disputed")[0].finding == finding
    assert two_stories.audit(status="disputed")[0].finding == finding


def test_quotes_judged_different_are_no_cluster_even_after_rebuild(ledger, make_material):
    words = "“The harbor will open again before the winter storms arrive,” Mayor Marisol Vega said."
    list(ledger.add([make_material(f"{n}\n\n{words}", f"{n}.txt") for n in ("One", "Two")]))
    (utterance,) = ledger.duplicates()
    pair = [version.quote.id for version in utterance.versions]
    ledger.judge(pair, "different")
    assert ledger.duplicates() == []
    ledger.rebuild()
    assert ledger.duplicates() == []
    ledger.undo()
    assert len(ledger.duplicates()) == 1


def test_a_withdrawn_document_is_hidden_and_its_decisions_stay(two_stories):
    document = next(line for line in two_stories.documents() if line.source == "Harlow Bay Herald")
    two_stories.withdraw(document.id)
    assert two_stories.search(Query(words="lost enough")).hits == ()
    assert not any("46" in one.finding.sentence for one in two_stories.audit())
    two_stories.undo()
    assert len(two_stories.search(Query(words="lost enough")).hits) == 1


def test_a_purged_document_cannot_come_back(two_stories):
    document = two_stories.documents()[0]
    two_stories.withdraw(document.id, purge=True)
    with pytest.raises(BadValue, match="nothing that can be taken back"):
        two_stories.undo()
    assert two_stories.verify().faults == ()


def test_earlier_decisions_can_be_taken_back_after_a_purge(two_stories):
    one, other = two_stories.documents()
    two_stories.tag(other.id, "pier")
    two_stories.withdraw(one.id, purge=True)
    two_stories.undo()
    assert two_stories.show(other.id).tags == ()


def test_a_role_that_was_taken_back_leaves_no_member_behind(two_stories, place):
    before = two_stories.speakers()
    quote = the_quote(two_stories, "lost enough")
    two_stories.correct(quote.id, "role", "harbor poet")
    two_stories.undo()
    assert two_stories.speakers() == before
    store = Store.open(place, read_only=True)
    assert "harbor poet" not in {member.role for member in store.members()}
    store.close()


def test_a_problem_of_reading_goes_when_the_input_is_read(ledger, make_material):
    (failed,) = ledger.add([make_material(" ", "story.txt")])
    assert (failed.status, [problem.location for problem in ledger.problems()]) == ("failed", ["story.txt"])
    list(ledger.add([make_material("“The pier is shut,” Marisol Vega said.", "story.txt")]))
    assert ledger.problems() == []


def test_text_that_stands_in_no_quote_is_found_and_says_so(two_stories):
    hits = two_stories.search(Query(words="storm-damaged", kind=Kind.TEXT)).hits
    assert [hit.status for hit in hits] in (["in the text, not recorded"], ["recorded"])
    hits = two_stories.search(Query(words="promises", kind=Kind.TEXT)).hits
    assert [hit.status for hit in hits] == ["in the text, not recorded"]


def test_tags_filter_a_search_and_notes_stay_with_their_quote(two_stories):
    quote = the_quote(two_stories, "lost enough")
    two_stories.tag(quote.id, "pier")
    two_stories.note(quote.id, "asked her office")
    assert [hit.id for hit in two_stories.search(Query(tag="pier")).hits] == [quote.id]
    shown = two_stories.show(quote.id)
    assert shown.tags == ("pier",)
    assert [judgement.note for judgement in shown.judgements if judgement.note] == ["asked her office"]


def test_history_tells_what_stands(two_stories):
    quote = the_quote(two_stories, "lost enough")
    two_stories.correct(quote.id, "speaker", "Ines Carrow")
    two_stories.undo()
    lines = two_stories.history()
    assert [(line.judgement.kind.value, line.stands) for line in lines] == [
        ("undo", False),
        ("correction", False),
    ]
    assert "lost enough" in lines[-1].subject


@pytest.mark.parametrize("verdict", ["maybe", "", "same"])
def test_a_verdict_that_is_none_is_refused_and_nothing_is_written(two_stories, verdict):
    finding = two_stories.audit(kind="conflict")[0].finding
    with pytest.raises(BadValue):
        two_stories.judge([finding.id], verdict)
    assert two_stories.history() == []


def test_an_unknown_id_is_named(two_stories):
    with pytest.raises(UnknownId, match="'feedfacefeed'"):
        two_stories.show("feedfacefeed")


def test_a_record_that_is_not_there_is_not_made_by_looking(place):
    with pytest.raises(NoSuchRecord):
        Ledger.open(place)
    assert not place.exists()


def test_every_quote_and_claim_is_what_its_place_holds(two_stories):
    for line in two_stories.documents():
        shown = two_stories.show(line.id)
        for value in (*shown.quotes, *shown.claims):
            spans = value.spans if isinstance(value, Quote) else (value.span,)
            assert " ".join(span.of(shown.document.text) for span in spans) == value.text
            assert isinstance(value, Quote | Claim)
    assert two_stories.verify().faults == ()


def test_a_passage_recorded_inside_a_quote_is_no_version_of_it(ledger, make_material):
    words = "“The harbor will open again before the winter storms arrive,” Mayor Marisol Vega said."
    list(ledger.add([make_material(f"{n}\n\n{words}", f"{n}.txt") for n in ("One", "Two")]))
    whole = the_quotes(ledger, "winter storms")[0]
    start = whole.spans[0].start
    ledger.record(whole.document, start, start + len("The harbor will open again before the winter"))
    (utterance,) = ledger.duplicates()
    assert [version.quote.text for version in utterance.versions] == [whole.text, whole.text]
    assert [version.text for version in ledger.show(whole.id).versions] == [whole.text]


def the_quotes(ledger, words):
    return [ledger.show(hit.id).value for hit in ledger.search(Query(words=f'"{words}"')).hits]


def test_several_verdicts_are_one_step_of_one_moment_all_or_none(two_stories):
    first, second = (item.subjects for item in two_stories.queue().items[:2])
    with pytest.raises(BadValue):
        two_stories.judge_all([Draft(first, "unsure"), Draft(second, "perhaps")])
    assert two_stories.history() == []
    made = two_stories.judge_all([Draft(first, "unsure", shown="one"), Draft(second, "unsure", shown="two")])
    assert [(row.subjects, row.shown) for row in made] == [(first, "one"), (second, "two")]
    assert made[0].at == made[1].at
    assert made[1].previous == made[0].hash
    two_stories.note(two_stories.documents()[0].id, "a later step")
    assert len(two_stories.undo()) == 1
    assert [row.subjects for row in two_stories.undo()] == [(made[1].id,), (made[0].id,)]
    assert two_stories.queue().decided == 0
    assert len(two_stories.redo()) == 2
    assert two_stories.queue().decided == 2
    assert two_stories.verify().faults == ()


def test_clearing_takes_back_all_that_one_decided_of_a_thing_and_nothing_else(two_stories):
    first, second = (item.subjects for item in two_stories.queue().items[:2])
    for subjects, verdict in (
        (first, "unsure"),
        (second, "unsure"),
        (first, "real" if len(first) == 1 else "same"),
    ):
        two_stories.judge(subjects, verdict)
    two_stories.clear(first)
    assert first not in two_stories.outcomes([first, second])
    assert two_stories.outcomes([second])[second].verdict == "unsure"
    with pytest.raises(NothingLeft):
        two_stories.clear(first)
    two_stories.redo()
    assert two_stories.outcomes([first])[first].verdict in ("real", "same")


def test_a_second_reader_goes_through_what_others_decided_and_then_through_disagreements(two_stories, place):
    first, second = (item.subjects for item in two_stories.queue().items[:2])
    with Ledger.open(place, by="carrow") as other:
        assert other.news() == []
        two_stories.judge(first, "unsure")
        two_stories.judge(second, "unsure")
        assert [row.subjects for row in other.news()] == [first, second]
        assert {item.subjects for item in other.queue(which=Which.SECOND).items} == {first, second}
        other.judge(first, "unsure")
        other.judge(second, "same" if len(second) == 2 else "real")
        assert other.news() == []
        seen = other.queue(which=Which.SECOND, decided=True)
        assert ({item.subjects for item in seen.items}, seen.decided) == ({first, second}, 2)
        (item,) = other.queue(which=Which.DISPUTED).items
        assert item.subjects == second
        assert [(one.both, one.same) for one in other.agreements()] == [(2, 1)]
        other.judge(second, "unsure", settles=True)
        assert other.queue(which=Which.DISPUTED).items == ()
        assert other.queue(which=Which.DISPUTED, decided=True).decided == 1
        assert [(one.both, one.same) for one in other.agreements()] == [(2, 1)]
    assert two_stories.queue(which=Which.SECOND).items == ()
