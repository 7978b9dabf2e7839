"""Decisions are in one order, whichever record they reached first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from claims.model import Judgement, JudgementKind
from claims.ordering import Ordered, in_order

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)


def note(words, minutes, *, by="okafor", after=None):
    at = NOON + timedelta(minutes=minutes)
    previous = after.hash if after else ""
    return Judgement(JudgementKind.NOTE, ("a" * 20,), "note", by, at, note=words, previous=previous)


def words(judgements):
    return [judgement.note for judgement in judgements]


def test_decisions_are_in_order_of_time_whoever_made_them():
    first = note("first", 0)
    third = note("third", 2, after=first)
    second = note("second", 1, by="carrow")
    assert words(in_order([first, third, second])) == ["first", "second", "third"]


def test_a_clock_that_was_set_back_does_not_put_a_decision_before_the_one_it_follows():
    first = note("first", 30)
    second = note("second", 0, after=first)
    third = note("third", 1, after=second)
    between = note("by another", 15, by="carrow")
    assert words(in_order([first, second, third, between])) == ["by another", "first", "second", "third"]


def test_of_one_moment_the_longer_chain_comes_later_and_then_the_id_decides():
    first = note("first", 0)
    second = note("second", 0, after=first)
    others = sorted((note(word, 0, by=word) for word in ("vega", "carrow")), key=lambda made: made.hash)
    made = in_order([first, second, *others])
    assert made[-1] == second
    assert made[:-1] == sorted([first, *others], key=lambda made: made.hash)


def test_rows_that_come_again_stay_once_and_what_was_given_out_stays_as_it_was():
    first, second = note("first", 0), note("second", 1, by="carrow")
    ordered = Ordered()
    ordered.add([second])
    before = ordered.all()
    ordered.add([second, first])
    assert (words(before), words(ordered.all())) == (["second"], ["first", "second"])


@given(st.lists(st.tuples(st.integers(-2, 2), st.sampled_from(["okafor", "carrow"]), st.integers(0, 9))))
def test_any_way_of_arrival_gives_the_same_order(drafts):
    """Chains that fork, clocks that go back: rows arrive after the one they follow, else in any order."""
    rows = []
    for number, (minutes, by, which) in enumerate(drafts):
        mine = [row for row in rows if row.by == by]
        after = mine[which % len(mine)] if mine and which < 8 else None
        rows.append(note(str(number), minutes, by=by, after=after))
    chains = [[row for row in rows if row.by == by] for by in ("okafor", "carrow")]
    wanted = words(in_order(rows))
    for several in permutations(chains):
        assert words(in_order(row for chain in several for row in chain)) == wanted
    for row in rows:
        if row.previous:
            before = next(each for each in rows if each.hash == row.previous)
            assert wanted.index(before.note) < wanted.index(row.note)


def test_a_row_whose_previous_is_nowhere_ranks_by_its_time():
    lost = replace(note("lost", 0), previous="f" * 64)
    assert words(in_order([note("later", 1), lost])) == ["lost", "later"]
