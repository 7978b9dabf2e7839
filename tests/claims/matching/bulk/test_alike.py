import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.bulk.alike import alike
from claims.matching.likeness import likeness

PIER = "The pier will be closed until the spring because the storm broke eleven of its pillars."
BUDGET = "We will not raise the harbour tax before the council has seen the whole of the budget."
OTHER = "Nobody at the Port Authority has asked me about the cranes, and I would have told them."


def found(texts, **told):
    kin = told.pop("kin", np.zeros(len(texts), np.int64))
    may_pair = told.pop("may_pair", lambda left, right: True)
    same_speaker = told.pop("same_speaker", None)
    pairs = alike(texts, kin, may_pair, lambda left, right: same_speaker, **told)
    return [(left, right, compared.relation) for left, right, compared in pairs]


def test_versions_are_paired_with_the_relation_that_they_have():
    texts = [
        PIER,
        BUDGET,
        OTHER,
        PIER.upper(),
        BUDGET.partition(" has")[0],
        OTHER.replace("would have", "would not have"),
    ]
    assert sorted(found(texts)) == [(0, 3, "near"), (1, 4, "truncated"), (2, 5, "negated")]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_a_statement_and_its_opposite_meet_before_what_is_cut_from_both(order):
    cut = BUDGET.partition("raise ")[2]
    texts = [BUDGET, BUDGET.replace("not raise", "raise"), cut]
    pairs = {
        tuple(sorted((order[left], order[right]))): relation
        for left, right, relation in found([texts[number] for number in order])
    }
    assert pairs == {(0, 1): "negated", (0, 2): "truncated", (1, 2): "truncated"}


def test_what_another_speaker_says_must_have_more_of_the_words():
    said = f"{PIER} {BUDGET}"
    less = said.replace("storm broke eleven of its pillars", "lifts went out of order last night")
    one_word = said.replace("storm", "gale")
    assert found([said, less], same_speaker=True) == [(0, 1, "altered")]
    assert found([said, less], same_speaker=False) == []
    assert found([said, one_word], same_speaker=False) == [(0, 1, "altered")]


def test_a_changed_figure_is_told():
    assert found([PIER, PIER.replace("eleven", "12")]) == [(0, 1, "changed-figure")]


def test_copies_hang_on_the_first():
    assert found([PIER, OTHER, PIER, PIER]) == [(0, 2, "identical"), (0, 3, "identical")]


def test_a_copy_that_may_not_be_paired_with_the_first_hangs_on_the_one_before():
    pairs = found([PIER, PIER, PIER], may_pair=lambda left, right: (left, right) != (0, 2))
    assert pairs == [(0, 1, "identical"), (1, 2, "identical")]


def test_what_may_not_be_paired_is_not():
    assert found([PIER, PIER], may_pair=lambda left, right: False) == []


def test_texts_without_words_are_like_nothing():
    assert found(["", "...", "—", "..."]) == []


def test_only_pairs_with_a_wanted_text_are_given():
    texts = [PIER, PIER, BUDGET, BUDGET[22:], OTHER]
    wanted = np.array([False, False, False, True, True])
    assert found(texts, wanted=wanted) == [(2, 3, "truncated")]


def test_a_stock_phrase_makes_no_statement_one_but_printed_alone_it_is_one():
    phrase = "We will never stop working for the people of Harlow Bay and beyond."
    own = [f"{phrase} {word} cranes {word} ships {word} piers" for word in _words(1500)]
    assert found(own) == []
    misprinted = [phrase.replace("people of", f"people {word} of") for word in _words(1500)]
    assert len(found(misprinted)) > 1400


def test_two_books_are_paired_by_what_they_share():
    book = " ".join(_words(8000))
    assert found([book, book.replace(" w400 ", " another ")]) == [(0, 1, "altered")]


def _words(count):
    return [f"w{number}" for number in range(count)]


@given(st.lists(st.sampled_from([PIER, PIER[:60], BUDGET, BUDGET[20:], OTHER, "Yes.", ""]), max_size=12))
def test_every_pair_is_as_likeness_says(texts):
    for left, right, relation in found(texts):
        assert left < right
        assert relation == likeness(texts[left], texts[right]).relation


@pytest.mark.parametrize(
    "text_of",
    [
        lambda number: "The ferry terminal will close on Friday because the pier is not safe.",
        lambda number: f"We will never stop working for Harlow Bay. {number} {number * 7} {number * 13}",
        lambda number: f"The pier is closed until spring, the harbour master said on day {number % 9}",
    ],
)
def test_it_takes_twice_as_long_for_twice_as_many(in_step, text_of):
    many = [text_of(number) for number in range(8000)]
    assert in_step(lambda: found(many[:2000]), lambda: found(many), 4)
