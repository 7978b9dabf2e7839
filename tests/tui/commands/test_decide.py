"""Decisions by the command line: each is appended, told, and can be taken back."""

import json
from pathlib import Path

import pytest


@pytest.fixture
def quote(record):
    """The id of “They have lost enough.”"""
    return record("search", "lost enough", "--json").json[0]["id"]


def found(record, id_):
    return record("show", id_, "--json").json[0]


def test_a_finding_is_judged_with_its_reason(record):
    finding = record("audit", "--json").json[0]["id"]
    run = record(
        "judge", finding[:8], "dismissed", "--reason", "other scope", "--note", "two storms", "--json"
    )
    (made,) = run.json
    assert (made["verdict"], made["value"], made["note"]) == ("dismissed", "other scope", "two storms")
    assert made["by"] == "okafor"
    assert made["shown"]
    assert record("audit", "--status", "dismissed", "--json").json[0]["id"] == finding


def test_a_misread_finding_names_the_commands_that_set_it_right(record):
    (finding,) = record("audit", "--check", "sum-of-parts", "--json").json
    run = record("judge", finding["id"], "dismissed", "--reason", "misread")
    claims = [piece["claim"][:12] for piece in finding["evidence"]]
    assert "To set right what was misread: " in run.err
    assert all(f"`onrecord correct {claim} FIELD VALUE`" in run.err for claim in claims)
    other = record("judge", finding["id"], "dismissed", "--reason", "rounding")
    assert "misread" not in other.err


def test_two_quotes_are_judged_the_same(record):
    a, b = (hit["id"] for hit in record("search", "families", "--json").json)
    assert record("judge", a, b, "same").code == 0
    clusters = [
        {member["quote"] for member in each["members"]} for each in record("duplicates", "--json").json
    ]
    assert {a, b} in clusters


@pytest.mark.parametrize("verdict", ["maybe", "same", ""])
def test_a_verdict_that_is_none_is_refused(record, verdict):
    finding = record("audit", "--json").json[0]["id"]
    run = record("judge", finding, verdict)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "dismissed" in run.err
    assert record("history", "--json").json == []


def test_a_speaker_is_corrected_and_who_did_it_is_shown(record, quote):
    assert record("correct", quote, "speaker", "Ines Carrow").code == 0
    shown = found(record, quote)
    assert shown["quote"]["speaker"]["name"] == "Ines Carrow"
    assert (shown["corrected"][0]["field"], shown["corrected"][0]["by"]) == ("speaker", "okafor")
    assert "speaker: Ines Carrow · okafor" in record("show", quote).flat


def test_an_empty_value_takes_the_speaker_away(record, quote):
    record("correct", quote, "speaker", "")
    assert found(record, quote)["quote"]["speaker"] is None


def test_a_field_that_is_none_is_refused_with_those_there_are(record, quote):
    run = record("correct", quote, "mood", "angry")
    assert run.code == 2
    assert "speaker" in run.err


def test_a_passage_is_recorded_as_a_quote(record, quote, herald):
    document = found(record, quote)["document"]["id"]
    start = herald.index("the city will rebuild")
    run = record("record", document, start, start + len("the city will rebuild"), "--speaker", "Marisol Vega")
    assert run.code == 0
    assert "recorded as quote" in run.err
    hits = record("search", '"the city will rebuild"', "--json").json
    assert any(hit["text"] == "the city will rebuild" for hit in hits)


@pytest.mark.parametrize("place", [(5, 5), (9, 2), (0, 999_999)])
def test_a_place_outside_the_text_is_refused(record, quote, place):
    document = found(record, quote)["document"]["id"]
    run = record("record", document, *place)
    assert (run.code, run.err.count("\n")) == (2, 1)


def test_notes_and_tags_are_kept_and_found(record, quote):
    record("note", quote, "ask her office")
    record("tag", quote, "pier")
    assert [hit["id"] for hit in record("search", "--tag", "pier", "--json").json] == [quote]
    shown = found(record, quote)
    assert shown["tags"] == ["pier"]
    assert "ask her office" in {made["note"] for made in shown["judgements"]}
    record("tag", quote, "pier", "--remove")
    assert record("search", "--tag", "pier", "--json").json == []


def test_undo_takes_back_the_last_decision_and_redo_puts_it_back(record, quote):
    record("correct", quote, "speaker", "Ines Carrow")
    assert record("undo").code == 0
    assert found(record, quote)["quote"]["speaker"]["name"] == "Marisol Vega"
    assert record("redo").code == 0
    assert found(record, quote)["quote"]["speaker"]["name"] == "Ines Carrow"
    assert [line["kind"] for line in record("history", "--json").json] == ["redo", "undo", "correction"]


def test_undo_and_redo_say_what_they_were_about(record, quote):
    record("correct", quote, "speaker", "Ines Carrow")
    assert record("undo").err.startswith("Taken back: speaker of “We will not ask the fishing families")
    assert "set to Ines Carrow (decision " in record("redo").err


def test_a_kind_that_is_none_is_refused_with_those_there_are(record, quote):
    document = found(record, quote)["document"]["id"]
    assert (
        "say office, agency, outlet, repost, transcript, unknown"
        in record("correct", document, "kind", "blog").err
    )
    assert "say direct, mixed, indirect" in record("correct", quote, "kind", "blog").err


def test_another_reviewer_cannot_take_it_back(record, quote):
    record("correct", quote, "speaker", "Ines Carrow")
    assert record("--by", "adeyemi", "undo").code == 2
    assert found(record, quote)["quote"]["speaker"]["name"] == "Ines Carrow"


def test_undo_of_nothing_is_refused(record):
    assert record("undo").code == 2
    assert record("redo").code == 2


def test_the_history_is_newest_first_and_says_what_was_taken_back(record, quote):
    record("tag", quote, "pier")
    record("note", quote, "ask her office")
    record("undo")
    printed = record("history").out
    told = [line.partition(" · okafor · ")[2] for line in printed.splitlines() if " · okafor · " in line]
    assert told == ["took a decision back", "note: ask her office", "tag set: pier"]
    assert printed.count("ask her office") == 1
    assert "taken back" in printed
    assert len(record("history", "--limit", "1", "--json").json) == 1
    assert len(record("history", quote, "--json").json) == 2
    assert record("history", "--reviewer", "adeyemi", "--json").json == []


def test_speakers_are_merged(record):
    ids = [each["id"] for each in record("speakers", "--json").json][:2]
    run = record("speakers", "--merge", *ids)
    assert run.code == 0
    assert len(record("speakers", "--json").json[0]["members"]) >= 2


def test_a_withdrawn_document_is_found_no_more_until_undone(record, quote):
    document = found(record, quote)["document"]["id"]
    assert record("withdraw", document, "--note", "retracted by the paper").code == 0
    assert record("search", "lost enough", "--json").json == []
    record("undo")
    assert len(record("search", "lost enough", "--json").json) == 1


def test_purging_wants_to_be_sure(record, quote):
    document = found(record, quote)["document"]["id"]
    assert record("withdraw", document, "--purge").code == 2
    assert len(record("search", "lost enough", "--json").json) == 1
    assert record("withdraw", document, "--purge", "--yes").code == 0
    assert record("search", "lost enough", "--kind", "text", "--json").json == []
    kept = b"".join(path.read_bytes() for path in Path("record.db.files").rglob("*") if path.is_file())
    assert b"They have lost enough" not in kept
    assert record("verify").code == 0


def test_decisions_survive_a_rebuild(record, quote):
    record("correct", quote, "speaker", "Ines Carrow")
    record("tag", quote, "pier")
    run = record("rebuild")
    assert run.code == 0
    assert "Derived again from 3 documents" in run.err
    assert found(record, quote)["quote"]["speaker"]["name"] == "Ines Carrow"
    assert found(record, quote)["tags"] == ["pier"]


STAYS = "; the document that was destroyed since then stays destroyed: that cannot be undone."


def test_an_undo_after_a_purge_says_that_the_purge_stays(record, quote):
    other = record("search", "families", "--source", "wire", "--json").json[0]["id"]
    record("tag", other, "pier")
    record("withdraw", found(record, quote)["document"]["id"], "--purge", "--yes")
    record("tag", other, "harbor")
    run = record("undo")
    assert (run.code, STAYS in run.err) == (0, False)
    run = record("undo")
    assert (run.code, run.err.startswith("Taken back: tag set: pier, on “")) == (0, True)
    assert STAYS in run.err
    assert STAYS not in record("redo").err
    assert "destroyed for good" in record("history").out


def test_a_hostile_note_does_nothing_where_it_is_shown(record, quote):
    record("note", quote, "\x1b]52;c;aGk=\x07 \u202eread this")
    for run in (record("history"), record("history", "--json"), record("show", quote)):
        assert not set(run.out + run.err) & set("\x1b\x07\u202e")
    assert json.loads(record("history", "--json").out)["note"] == "\x1b]52;c;aGk=\x07 \u202eread this"


def test_a_finding_that_is_found_no_more_is_told_so_in_the_history(onrecord, stories):
    words = "“The harbor will open again before the winter storms arrive,” Mayor Marisol Vega said."
    (stories / "one.txt").write_text(f"Harbor\n\n{words}\n", "utf-8")
    (stories / "two.txt").write_text(
        f"Harbor\n\n{words.replace('winter storms', 'first winter gales')}\n", "utf-8"
    )
    onrecord("add", "one.txt", "--source", "Harlow Bay Herald")
    onrecord("add", "two.txt", "--source", "Coastal Wire")
    (finding,) = onrecord("audit", "--check", "altered-wording", "--json").json
    onrecord("judge", finding["id"], "real")
    onrecord("judge", *(each["quote"] for each in finding["evidence"]), "different")
    told = onrecord("history", "--changed").out
    assert "its finding is found no more" in told
    assert "its passage changed" not in told
    assert "The finding of decision" in onrecord("rebuild").out
