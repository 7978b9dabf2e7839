"""Derived rows follow decisions: what undo, a second reviewer, a purge and a rebuild leave behind."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims import Ledger
from claims.errors import BadValue
from claims.model import JudgementKind, PartialDate
from claims.views import Query

WORDS = "“The harbor will open again before the winter storms arrive,” Mayor Marisol Vega said."


def quote_with(ledger, words):
    (hit,) = ledger.search(Query(words=f'"{words}"')).hits
    return ledger.show(hit.id).value


def record_of(ledger, document, words, **said):
    start = ledger.show(document).document.text.index(words)
    return ledger.record(document, start, start + len(words), **said)


@pytest.fixture
def reprinted(ledger_of, make_material):
    """One sentence in three documents of three sources."""
    names = ("Harlow Bay Herald", "Coastal Wire", "Harlow Bay Observer")
    return ledger_of(*(make_material(f"{name}\n\n{WORDS}", f"{name}.txt", source=name) for name in names))


@pytest.fixture
def other(two_stories, place):
    """The same record, open for a second reviewer."""
    with Ledger.open(place, by="carrow") as opened:
        yield opened


def test_the_last_correction_of_a_field_counts_after_those_before_it(two_stories):
    quote = quote_with(two_stories, "lost enough")
    for field, value in (("speaker", "Ines Carrow"), ("role", "spokeswoman"), ("speaker", "Dana Okafor")):
        two_stories.correct(quote.id, field, value)
    said = two_stories.show(quote.id).value.attribution
    assert (said.name, said.role) == ("Dana Okafor", "")


def test_a_correction_that_rests_on_one_taken_back_is_kept_but_not_in_force(two_stories, other):
    quote = quote_with(two_stories, "lost enough")
    two_stories.correct(quote.id, "speaker", "")
    two_stories.correct(quote.id, "speaker", "Ines Carrow")
    other.correct(quote.id, "role", "spokeswoman")
    two_stories.undo()
    assert two_stories.show(quote.id).value.attribution is None
    (lost,) = two_stories.rebuild().lost
    assert (lost.by, lost.verdict) == ("carrow", "role")
    two_stories.redo()
    assert two_stories.show(quote.id).value.attribution.role == "spokeswoman"


def test_anothers_correction_of_a_recorded_passage_waits_while_that_is_taken_back(two_stories, other):
    record_of(two_stories, quote_with(two_stories, "lost enough").document, "Monday")
    quote = quote_with(two_stories, "Monday")
    other.correct(quote.id, "speaker", "Ines Carrow")
    two_stories.undo()
    assert [one.by for one in two_stories.rebuild().lost] == ["carrow"]
    two_stories.redo()
    assert two_stories.show(quote.id).value.attribution.name == "Ines Carrow"


def test_the_words_of_a_hidden_quote_are_recorded_beside_it(two_stories):
    quote = quote_with(two_stories, "lost enough")
    two_stories.correct(quote.id, "quote", "no")
    two_stories.record(quote.document, quote.whole.start, quote.whole.end)
    assert quote_with(two_stories, "lost enough").id != quote.id
    two_stories.undo()
    assert two_stories.search(Query(words="lost enough")).hits == ()
    assert two_stories.search(Query(words="lost enough", status="hidden")).total == 1


def test_a_rebuild_after_a_purge_leaves_the_document_empty(two_stories):
    quote = quote_with(two_stories, "lost enough")
    two_stories.correct(quote.document, "title", "A pier for Harlow Bay")
    two_stories.correct(quote.id, "speaker", "Ines Carrow")
    record_of(two_stories, quote.document, "Monday")
    two_stories.withdraw(quote.document, purge=True)
    two_stories.rebuild()
    left = two_stories.show(quote.document)
    assert (left.document.title, left.document.text, left.quotes) == ("", "", ())
    assert two_stories.verify().faults == ()


def test_nothing_is_set_on_a_purged_document(two_stories):
    document = two_stories.documents()[0].id
    two_stories.withdraw(document, purge=True)
    with pytest.raises(BadValue, match="destroyed"):
        two_stories.correct(document, "title", "A pier")


def test_a_rebuild_keeps_what_people_set_on_a_document(two_stories):
    document = two_stories.documents()[0].id
    two_stories.correct(document, "published", "2031-02")
    two_stories.correct(document, "source", "Harlow Bay Observer")
    two_stories.withdraw(two_stories.documents()[1].id)
    assert two_stories.rebuild().lost == ()
    shown = two_stories.show(document).document
    assert (str(shown.published), shown.source.name) == ("2031-02", "Harlow Bay Observer")
    assert [line.withdrawn for line in two_stories.documents()].count(True) == 1


def test_a_rebuild_keeps_the_problems_of_inputs_that_are_in_no_document(ledger, make_material):
    list(ledger.add([make_material("\x00\x01\x02\x03", "noise.bin")]))
    before = ledger.problems()
    assert [problem.location for problem in before] == ["noise.bin"]
    ledger.rebuild()
    assert ledger.problems() == before


def test_a_withdrawn_printing_is_no_version_any_more(reprinted):
    (utterance,) = reprinted.duplicates()
    gone, kept, _ = (version.quote for version in utterance.versions)
    reprinted.withdraw(gone.document)
    (left,) = reprinted.duplicates()
    assert gone.id not in left.cluster.members
    assert gone.id not in {version.id for version in reprinted.show(kept.id).versions}
    reprinted.undo()
    assert reprinted.duplicates() == [utterance]


def test_a_decision_that_fails_half_way_leaves_nothing_behind(two_stories, place):
    quote = quote_with(two_stories, "lost enough")
    with closing(sqlite3.connect(place)) as beside:
        beside.execute("CREATE TRIGGER full BEFORE UPDATE ON quote BEGIN SELECT RAISE(ABORT, 'full'); END")
        beside.commit()
        with pytest.raises(Exception, match="full"):
            two_stories.correct(quote.id, "speaker", "Ines Carrow")
        beside.execute("DROP TRIGGER full")
        beside.commit()
    assert two_stories.history() == []
    with pytest.raises(BadValue):
        two_stories.undo()
    two_stories.note(quote.id, "asked her office")
    assert [line.judgement.kind for line in two_stories.history()] == [JudgementKind.NOTE]


def test_only_a_dismissal_takes_a_reason(two_stories):
    finding = two_stories.audit(kind="conflict")[0].finding
    with pytest.raises(BadValue, match="only a dismissal"):
        two_stories.judge([finding.id], "real", value="rounding")


def test_a_settling_verdict_ends_a_dispute_until_somebody_decides_again(two_stories, other):
    finding = two_stories.audit(kind="conflict")[0].finding
    two_stories.judge([finding.id], "real")
    other.judge([finding.id], "dismissed", value="misread")
    assert two_stories.audit(kind="conflict", status="disputed")
    two_stories.judge([finding.id], "real", settles=True)
    (settled,) = [one for one in other.audit(status="real") if one.finding.id == finding.id]
    assert (settled.outcome.state, settled.outcome.by) == ("settled", ("okafor",))
    two_stories.undo()
    assert two_stories.audit(kind="conflict", status="disputed")


def test_a_name_that_was_taken_back_is_no_speaker(two_stories):
    before = two_stories.speakers()
    two_stories.correct(quote_with(two_stories, "lost enough").id, "speaker", "Inez Carow")
    assert "Inez Carow" in {speaker.name for speaker in two_stories.speakers()}
    two_stories.undo()
    assert two_stories.speakers() == before


def test_a_verdict_that_parts_two_versions_checks_the_others_again(ledger, make_material):
    storms = ("the winter storms", "the first winter storms", "the long winter storms", "all winter storms")
    stories = [
        make_material(
            f"Harbor\n\n“The harbor will open again for every boat before {when} arrive,” Marisol Vega said.",
            f"{number}.txt",
            source=f"Harlow Bay Paper {number}",
        )
        for number, when in enumerate(storms)
    ]
    list(ledger.add(stories))
    (utterance,) = ledger.duplicates()
    first, *_, last = (version.quote.id for version in utterance.versions)
    before = ledger.audit()
    ledger.judge([first, last], "different")
    parted = ledger.audit()
    ledger.rebuild()
    assert ledger.audit() == parted
    ledger.undo()
    assert ledger.audit() == before


def test_decisions_asked_for_while_another_thread_decides_are_each_told_once(two_stories):
    quote = quote_with(two_stories, "lost enough")
    with ThreadPoolExecutor(4) as threads:
        kept = [threads.submit(two_stories.note, quote.id, f"call {number}") for number in range(12)]
        seen = [threads.submit(two_stories.history) for _ in range(24)]
        assert len({future.result().id for future in kept}) == 12
        for future in seen:
            ids = [line.judgement.id for line in future.result()]
            assert len(ids) == len(set(ids))
    assert [line.stands for line in two_stories.history()] == [True] * 12


@pytest.fixture
def reworded(ledger_of, make_material):
    """A promise that two sources print with other words: matching puts them together, a check tells them apart."""
    other = WORDS.replace("winter storms arrive", "first winter gales arrive")
    given = [("Harlow Bay Herald", WORDS), ("Coastal Wire", other)]
    return ledger_of(*(make_material(f"{who}\n\n{text}", f"{who}.txt", source=who) for who, text in given))


def test_a_finding_that_ends_with_a_split_is_told_as_found_no_more(reworded):
    (found,) = reworded.audit(check="altered-wording")
    reworded.judge([found.finding.id], "real")
    reworded.judge(found.finding.anchors, "different")
    assert reworded.audit(check="altered-wording") == []
    (line,) = reworded.history(changed=True)
    assert (line.judgement.verdict, line.changed, line.found_no_more) == ("real", True, True)
    reworded.rebuild()
    (line,) = reworded.history(changed=True)
    assert line.found_no_more
    reworded.undo()
    assert reworded.history(changed=True) == []
    (again,) = reworded.audit(check="altered-wording")
    assert (again.finding, again.status.value) == (found.finding, "real")


def test_a_finding_that_ends_with_other_words_is_told_as_changed(reworded):
    (found,) = reworded.audit(check="altered-wording")
    reworded.judge([found.finding.id], "real")
    quote = quote_with(reworded, "first winter gales")
    reworded.correct(quote.id, "bounds", f"{quote.spans[0].start}:{quote.spans[0].start + 20}")
    (line,) = reworded.history(changed=True)
    assert (line.judgement.verdict, line.found_no_more) == ("real", False)


def test_a_decision_goes_on_to_a_text_that_comes_back(ledger, make_material):
    older = replace(make_material(f"Pier\n\n{WORDS}", "pier.txt"), place="/stories/pier.txt")
    newer = replace(older, raw=older.raw + b"\n\nIt rained on Monday and the ferry stayed in the harbor.")
    list(ledger.add([older]))
    list(ledger.add([newer]))
    quote = quote_with(ledger, "winter storms")
    ledger.tag(quote.id, "pier")
    ledger.correct(quote.id, "speaker", "Ines Carrow")
    (back,) = ledger.add([older])
    assert back.reason == "its text is that of an earlier version, which stands again"
    shown = quote_with(ledger, "winter storms")
    assert (shown.document, shown.attribution.name) == (back.document, "Ines Carrow")
    assert ledger.show(shown.id).tags == ("pier",)
    assert ledger.rebuild().changed == 0


def test_two_items_of_one_address_stay_as_they_are_when_they_come_again(ledger, make_material, place):
    url = "https://herald.example/storm"
    items = [
        make_material(f"Storm\n\n{WORDS}", "feed.xml/storm", url=url),
        make_material(
            "Wall\n\n“The wall will hold this winter,” said Ines Carrow.", "feed.xml/2/storm", url=url
        ),
    ]
    assert [added.status for added in ledger.add(items)] == ["stored", "stored"]
    later = PartialDate.instant(datetime(2031, 3, 6, tzinfo=UTC), evidence="clock")
    again = [replace(item, retrieved=later) for item in items]
    assert [added.status for added in ledger.add(again)] == ["unchanged", "unchanged"]
    with closing(sqlite3.connect(place)) as record:
        assert record.execute("SELECT count(*) FROM arrival").fetchone() == (2,)
        assert record.execute("SELECT count(*) FROM finding").fetchone() == (0,)


def test_saved_copies_of_one_page_that_are_added_again_change_nothing(ledger, make_material, place):
    url = "https://herald.example/storm"
    first = make_material(f"Storm\n\n{WORDS}", "monday.txt", url=url)
    second = make_material(
        f"Storm\n\n{WORDS}\n\nIt rained on Monday and the ferry stayed.", "tuesday.txt", url=url
    )
    hours = [
        PartialDate.instant(datetime(2031, 3, 6, hour, tzinfo=UTC), evidence="clock") for hour in range(4)
    ]
    copies = [replace(one, retrieved=hour) for one, hour in zip((first, second) * 2, hours, strict=True)]
    for one in copies:
        list(ledger.add([one]))
    with closing(sqlite3.connect(place)) as record:
        assert record.execute("SELECT count(*) FROM arrival").fetchone() == (2,)
        assert record.execute("SELECT number, newer = '' FROM version ORDER BY number").fetchall() == [
            (1, 0),
            (2, 1),
        ]
