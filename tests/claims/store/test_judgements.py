import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from store_material import note, sql

from claims.errors import UnknownId
from claims.model import Judgement, JudgementKind
from claims.store import Store

A, B = "a" * 20, "b" * 20


def test_a_judgement_comes_back_as_it_was_made(store):
    at = datetime(2025, 3, 4, 5, 6, 7, 89, tzinfo=timezone(timedelta(hours=-5)))
    made = store.append(
        Judgement(
            JudgementKind.QUOTES,
            (A, B),
            "same",
            "Ines Carrow",
            at,
            "v",
            "naïve “note”",
            "shown",
            settles=True,
        )
    )
    assert store.judgements() == [made]
    assert store.judgement(made.id) == made
    assert store.judgements()[0].hash == made.hash


def test_each_reviewers_rows_are_one_chain(store):
    first, other, second = (
        store.append(note(A, word, by)) for word, by in [("1", "ines"), ("2", "dana"), ("3", "ines")]
    )
    assert (first.previous, other.previous, second.previous) == ("", "", first.hash)


def test_judgements_are_found_by_either_subject_kind_reviewer_and_row(store):
    pair = store.append(Judgement(JudgementKind.QUOTES, (A, B), "same", "ines", datetime.now(UTC)))
    before = store.last_judgement()
    word = store.append(note(B, "see page 2", "dana"))
    assert store.judgements(subject=A) == [pair]
    assert store.judgements(subject=B) == [pair, word]
    assert store.judgements(kinds=[JudgementKind.NOTE]) == [word]
    assert store.judgements(by="ines") == [pair]
    assert store.judgements(after=before) == [word]
    assert store.judgements(after=store.last_judgement()) == []


def test_an_unknown_judgement_is_an_error(store):
    with pytest.raises(UnknownId):
        store.judgement("0" * 20)


@pytest.mark.parametrize("statement", ["UPDATE judgement SET verdict = 'different'", "DELETE FROM judgement"])
def test_a_decision_can_be_neither_changed_nor_deleted(store, path, statement):
    made = store.append(note(A, "stays"))
    with pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        sql(path, statement)
    assert store.judgements() == [made]


def test_a_decision_is_synced_to_disk_before_it_returns(store):
    with store._database.write(durable=True) as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
    with store._database.write() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 1


def test_two_processes_lose_no_decision_and_keep_the_chains_whole(path):
    Store.open(path, create=True).close()
    children = [_deciding(path, by) for by in ("ines", "dana")]
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0, 0]
    store = Store.open(path)
    kept = store.judgements()
    assert len(kept) == 200
    assert {judgement.note for judgement in kept} == {
        f"{by} {n}" for by in ("ines", "dana") for n in range(100)
    }
    verified = store.verify()
    assert verified.faults == ()
    assert set(verified.heads) == {"ines", "dana", "both"}
    store.close()


def _deciding(path, by):
    child = os.fork()
    if child:
        return child
    try:
        store = Store.open(path)
        for number in range(100):
            # Every second decision goes to a chain on which both processes work.
            store.append(note(A, f"{by} {number}", by if number % 2 else "both"))
        store.close()
        os._exit(0)
    finally:
        os._exit(1)


def test_tags_in_force_are_those_set_last(store):
    store.set_tags(A, ["pier", "budget", "pier"])
    store.set_tags(B, ["budget"])
    assert store.tags_of(A) == ["budget", "pier"]
    assert store.ids_tagged("budget") == [A, B]
    store.set_tags(A, [])
    assert store.tags_of(A) == []
    assert store.ids_tagged("budget") == [B]


def test_a_decision_made_elsewhere_joins_this_records_chain(store):
    first = store.append(note(A, "here"))
    second = store.append(replace(note(A, "there"), previous="f" * 64))
    assert second.previous == first.hash


def test_a_decision_that_was_made_elsewhere_is_kept_as_it_is_and_once(store):
    made = note(A, "there", "dana")
    after = replace(note(B, "there too", "dana"), previous=made.hash)
    for _ in range(2):
        store.take([made, after])
    assert store.judgements() == [made, after]
    assert store.chain("dana") == {made.hash, after.hash}
    assert store.verify().faults == ()


def test_one_who_decides_in_two_records_has_a_chain_with_two_ends_until_the_next_decision(store):
    first = store.append(note(A, "here"))
    there = replace(note(A, "there"), at=first.at + timedelta(hours=1), previous=first.hash)
    here = store.append(note(A, "here too"))
    store.take([there])
    ends = tuple(sorted([here.hash, there.hash]))
    assert (store.verify().faults, store.verify().heads) == ((), {"ines": ends})
    last = store.append(note(A, "again"))
    assert last.previous == there.hash
    assert store.verify().heads == {"ines": tuple(sorted([here.hash, last.hash]))}


def test_a_decision_is_later_than_all_that_are_here_whatever_their_clock_said(store):
    ahead = replace(note(A, "there", "dana"), at=datetime.now(UTC) + timedelta(hours=1))
    store.take([ahead])
    first, second = store.append(note(A, "here")), store.append(note(A, "here"))
    assert first.at == ahead.at + timedelta(microseconds=1)
    assert second.at == ahead.at + timedelta(microseconds=2)


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_a_row_that_was_taken_out_of_a_chain_that_forks_is_found(store, path, gone):
    first = store.append(note(A, "one"))
    forks = [replace(note(A, f"fork {number}"), previous=first.hash) for number in range(2)]
    store.take(forks)
    ends = [replace(note(A, f"end {number}"), previous=fork.hash) for number, fork in enumerate(forks)]
    store.take(ends)
    assert store.verify().faults == ()
    sql(path, "DROP TRIGGER judgement_no_delete")
    sql(path, "DELETE FROM judgement WHERE key = ?", gone)
    missing = {1: forks, 2: ends[:1], 3: ends[1:]}[gone]
    assert [fault.message for fault in store.verify().faults if "missing" in fault.message] == [
        f"before the judgement {row.id} of ines one is missing" for row in missing
    ]
