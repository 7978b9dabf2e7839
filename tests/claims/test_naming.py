"""Speakers of a record, by authority files and by what people decide."""

import io

import pytest

from claims import Ledger
from claims.authorities import read
from claims.errors import BadValue, UnknownId
from claims.exchange import ExportFile
from claims.exports.jsonl import JsonLines
from claims.model import PartialDate
from claims.views import Query

ENTRIES = """\
{"id": "V1", "name": "Marisol Vega", "aliases": ["Sen. Vega"], "party": "Democrat", "state": "WA", \
"roles": [{"type": "sen", "start": "2031-01-03", "end": "2037-01-03"}]}
{"id": "V2", "name": "Elena Vega", "aliases": ["Sen. Vega"], "party": "Republican", "state": "OR", \
"roles": [{"type": "sen", "start": "2025-01-03", "end": "2033-01-03"}]}
"""


def take(ledger, text=ENTRIES):
    return ledger.take_authority(read(io.BytesIO(text.encode()), "officials.jsonl"), "officials.jsonl")


def take_and_fail(ledger, text):
    with ledger._decisions.together():
        take(ledger, text)
        raise KeyboardInterrupt


@pytest.fixture
def says(ledger, make_material):
    """Put one statement of somebody on record, on a day; returns the id of its quote."""
    told = []

    def say(who, day, words="We will rebuild the pier"):
        told.append(who)
        text = f"“{words} number {len(told)},” said {who}.\n"
        date = PartialDate.parse(day) if day else None
        (added,) = ledger.add([make_material(text, f"{len(told)}.txt", date=date)], extractor="rules")
        return ledger.show(added.document).quotes[0].id

    return say


def quotes_of(ledger, speaker):
    return {hit.id for hit in ledger.search(Query(speaker=speaker, limit=None)).hits}


def by_id(ledger):
    return {speaker.id: speaker for speaker in ledger.speakers()}


def test_each_quote_is_its_speakers_by_its_own_date(ledger, says):
    early, both, late = (says("Sen. Vega", day) for day in ("2030-05-01", "2032-05-01", "2034-05-01"))
    undated = says("Sen. Vega", "")
    taken = take(ledger)
    assert (taken.entries, taken.changed, taken.speakers, taken.quotes) == (2, 2, 2, 2)
    assert quotes_of(ledger, "V1") == {late}
    assert quotes_of(ledger, "V2") == {early}
    found = by_id(ledger)
    assert (found["V1"].name, found["V1"].quotes, found["V1"].authority) == ("Marisol Vega", 1, "V1")
    (other,) = (speaker for speaker in found.values() if not speaker.authority)
    assert quotes_of(ledger, other.id) == {both, undated}
    assert quotes_of(ledger, "vega") == {early, both, late, undated}


def test_who_comes_after_the_file_is_found_too_and_a_namesake_is_not(ledger, says):
    take(ledger)
    senator, governor = says("Sen. Marisol Vega", "2032-05-01"), says("Gov. Marisol Vega", "2032-05-02")
    assert quotes_of(ledger, "V1") == {senator}
    assert quotes_of(ledger, "gov") == {governor}


def test_a_speaker_is_found_by_alias_role_state_and_organization(ledger, says):
    take(ledger)
    quote = says("Sen. Marisol Vega", "2034-05-01")
    for words in ("the Washington senator", "Sen. Vega", "U.S. Senate", "Democrat", "V1"):
        assert quotes_of(ledger, words) == {quote}, words


def test_the_same_file_again_changes_nothing_and_a_newer_one_replaces_roles(ledger, says):
    quote = says("Sen. Marisol Vega", "2034-05-01")
    take(ledger)
    before = ledger.changed
    assert take(ledger).changed == 0
    assert ledger.changed == before
    assert take(ledger, ENTRIES.replace("2037-01-03", "2033-01-03")).changed == 1
    assert quotes_of(ledger, "V1") == set()
    assert quotes_of(ledger, "Marisol") == {quote}


def test_a_surname_is_not_resolved_where_the_record_knows_another_one_in_that_office(ledger, says):
    take(ledger)
    quote = says("Sen. Vega", "2035-05-01")
    assert quotes_of(ledger, "V1") == {quote}
    says("Sen. Ruth Vega", "2035-05-02")
    assert quotes_of(ledger, "V1") == set()


def test_a_file_that_was_not_kept_is_forgotten(ledger, says):
    quote = says("Sen. Marisol Vega", "2034-05-01")
    with pytest.raises(KeyboardInterrupt):
        take_and_fail(ledger, ENTRIES.replace("2031", "2036"))
    take(ledger)
    assert quotes_of(ledger, "V1") == {quote}


def test_a_rebuild_keeps_who_is_who(ledger, says):
    take(ledger)
    quote = says("Sen. Vega", "2035-05-01")
    ledger.rebuild(extractor="rules")
    assert quotes_of(ledger, "V1") == {quote}


def test_entries_and_decisions_on_them_travel_to_another_record(ledger, says, tmp_path):
    take(ledger)
    quote = says("Sen. Vega", "2032-05-01")
    speaker = next(one for one in ledger.speakers() if not one.authority)
    ledger.judge([speaker.id, "V2"], "same")
    out = io.StringIO()
    JsonLines().write_record(ledger.export_record(Query(limit=None)), out)
    with Ledger.open(tmp_path / "other.db", by="carrow", create=True) as other:
        results = list(
            other.import_record(ExportFile(io.BytesIO(out.getvalue().encode()), "all"), extractor="rules")
        )
        assert not [one for one in results if getattr(one, "reason", "")]
        assert quotes_of(other, "V2") == {quote}
        assert take(other).changed == 0


def test_two_that_may_be_meant_are_both_suggested_with_reasons_until_judged(ledger, says):
    take(ledger)
    says("Sen. Vega", "2032-05-01")
    pairs = ledger.suggestions()
    assert {(one.a.name, one.b.name) for one in pairs} == {("Vega", "Marisol Vega"), ("Vega", "Elena Vega")}
    assert "in office when “Vega” spoke (2032)" in pairs[0].why
    ledger.judge([pairs[0].a.id, "V2"], "unsure")
    assert {one.b.id for one in ledger.suggestions()} == {"V1"}
    ledger.undo()
    assert len(ledger.suggestions()) == 2


def test_a_speaker_judged_to_be_an_entry_is_it_at_all_times_until_that_is_undone(ledger, says):
    take(ledger)
    quote = says("Sen. Vega", "2032-05-01")
    speaker = next(one for one in ledger.speakers() if not one.authority)
    ledger.judge([speaker.id, "V2"], "same")
    assert quotes_of(ledger, "V2") == {quote}
    ledger.undo()
    assert quotes_of(ledger, "V2") == set()


def test_who_is_taken_out_of_an_entry_stays_out_until_that_is_undone(ledger, says):
    take(ledger)
    full, short = says("Sen. Marisol Vega", "2034-05-01"), says("Sen. M. Vega", "2034-05-02")
    assert quotes_of(ledger, "V1") == {full, short}
    _, parts = ledger.members("V1")
    member = next(part.member for part in parts if part.member.form == "m vega")
    ledger.split("V1", member.id)
    assert quotes_of(ledger, "V1") == {full}
    says("Senator M. Vega", "2034-05-03")
    assert short not in quotes_of(ledger, "V1")
    ledger.undo()
    assert quotes_of(ledger, "V1") >= {full, short}


def test_who_is_taken_out_of_a_speaker_stays_out(ledger, says):
    first, second, third = (
        says("Mayor Marisol Vega", "2034-05-01"),
        says("Acting Mayor Marisol Vega", "2034-05-02"),
        says("Harlow Bay Mayor Marisol Vega", "2034-05-03"),
    )
    (speaker,) = ledger.speakers()
    _, parts = ledger.members(speaker.id)
    for part in parts:
        ledger.split(speaker.id, part.member.id)
        assert sorted(one.quotes for one in ledger.speakers()) == sorted([part.quotes, 3 - part.quotes])
        ledger.undo()
    assert quotes_of(ledger, speaker.id) == {first, second, third}


def test_what_is_no_member_or_all_of_a_speaker_is_not_taken_out(ledger, says):
    says("Mayor Marisol Vega", "2034-05-01")
    says("Dana Okafor", "2034-05-02")
    vega, okafor = sorted(ledger.speakers(), key=lambda one: one.name, reverse=True)
    with pytest.raises(BadValue, match="no part of that speaker"):
        ledger.split(vega.id, okafor.id)
    with pytest.raises(BadValue, match="no part of that speaker"):
        ledger.split(vega.id, vega.id)
    with pytest.raises(UnknownId):
        ledger.split("abcdef123456", vega.id)


def test_two_entries_are_never_judged_to_be_one(ledger):
    take(ledger)
    with pytest.raises(BadValue, match="never one speaker"):
        ledger.judge(["V1", "V2"], "same")


def test_an_office_that_two_held_is_suggested_for_both(ledger, says):
    take(ledger, ENTRIES.replace('"OR"', '"WA"'))
    quote = says("the Washington senator", "2032-05-01")
    assert quotes_of(ledger, "V1") == quotes_of(ledger, "V2") == set()
    found = ledger.suggestions()
    assert {one.b.id for one in found} == {"V1", "V2"}
    assert found[0].why[0].endswith("Vega was senator")
    ledger.judge([found[0].a.id, "V1"], "same")
    assert quotes_of(ledger, "V1") == {quote}


def test_an_entry_that_nobody_quotes_is_shown(ledger):
    take(ledger)
    assert ledger.show("V1").value.name == "Marisol Vega"
    assert ledger.show("V1").value.quotes == 0


def test_a_backup_holds_the_entries(ledger, says, tmp_path):
    take(ledger)
    quote = says("Sen. Vega", "2035-05-01")
    from claims.store import restore

    restore(ledger.backup(tmp_path / "all.zip"), tmp_path / "restored.db")
    with Ledger.open(tmp_path / "restored.db") as restored:
        assert quotes_of(restored, "V1") == {quote}
        assert restored.verify().faults == ()


def test_who_else_is_on_record_settles_nothing_between_two_in_office(ledger, says):
    both = says("Sen. Vega", "2032-05-01")
    says("Sen. Marisol Vega", "2032-06-01")
    take(ledger)
    assert both not in quotes_of(ledger, "V1") | quotes_of(ledger, "V2")


def test_a_namesake_in_the_state_senate_is_somebody_else(ledger, says):
    take(ledger)
    senator = says("U.S. Sen. Marisol Vega", "2032-05-01")
    other, child = says("state Sen. Marisol Vega", "2032-05-02"), says("Sen. Marisol Vega Jr.", "2032-05-03")
    assert quotes_of(ledger, "V1") == {senator}
    assert {other, child}.isdisjoint(quotes_of(ledger, "V1"))


def test_a_file_that_was_taken_in_can_be_taken_out_again(ledger, says):
    quote = says("Sen. Marisol Vega", "2032-05-01")
    before = ledger.speakers()
    take(ledger)
    assert quotes_of(ledger, "V1") == {quote}
    assert ledger.remove_authority("officials.jsonl") == 2
    assert (ledger.speakers(), ledger._store.terms()) == (before, set())
    take(ledger)
    assert quotes_of(ledger, "V1") == {quote}


def test_a_file_that_is_taken_out_gives_back_what_it_replaced(ledger, says):
    quote = says("Sen. Marisol Vega", "2032-05-01")
    take(ledger)
    newer = ENTRIES.replace("Marisol Vega", "Marisol Vega-Lund")
    ledger.take_authority(read(io.BytesIO(newer.encode()), "newer.jsonl"), "newer.jsonl")
    assert ledger.remove_authority("newer.jsonl") == 1
    assert (by_id(ledger)["V1"].name, quotes_of(ledger, "V1")) == ("Marisol Vega", {quote})
    assert ledger._store.authority_files() == {"officials.jsonl": 2}


def test_who_was_judged_to_be_an_entry_is_nobody_of_it_after_its_file_went(ledger, says):
    take(ledger)
    says("Mayor Lena Voss", "2032-05-01")
    (speaker,) = (one for one in ledger.speakers() if not one.authority)
    ledger.judge([speaker.id, "V1"], "same")
    assert by_id(ledger)["V1"].quotes == 1
    ledger.remove_authority("officials.jsonl")
    assert [one.name for one in ledger.speakers()] == ["Lena Voss"]


def test_a_file_that_was_never_taken_in_is_named_with_those_that_were(ledger):
    take(ledger)
    with pytest.raises(BadValue, match=r"entries of officials.jsonl \(2\)"):
        ledger.remove_authority("other.jsonl")
