from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA
from store_material import told

from claims.store import Store, vocabulary
from claims.store.vocabulary import Vocabulary
from claims.views import Query

WORDS = Vocabulary(["quay", "quays", "quarry", "pier", "pyre", "piers", "budget", "budgets", "budge"])

# Of some lengths so many that their letters are compared first.
MANY = ["".join(letters) for length in (3, 4, 5) for letters in product("abcdé", repeat=length)]
LARGE = Vocabulary(MANY)


@pytest.mark.parametrize(
    ("word", "near"),
    [
        ("quya", ["quay"]),
        ("pire", ["pier", "pyre"]),
        ("pier", ["pier", "piers"]),
        ("budgte", ["budge", "budget", "budgets"]),
        ("bugdets", ["budgets", "budget"]),
        ("zeppelin", []),
        ("", []),
    ],
)
def test_one_slip_in_a_short_word_and_two_in_a_longer_one_nearest_first(word, near):
    assert WORDS.near(word) == near


def test_of_many_spellings_the_first_twenty_are_taken():
    assert len(Vocabulary(f"pie{letter}" for letter in "abcdefghijklmnopqrstuvwxyz").near("pier")) == 20


def test_words_that_begin_so_and_how_many_rows_have_them():
    words = Vocabulary(["pie", "pier", "piers", "quay"], rows=[1, 7, 2, 4])
    assert words.going_on("pie") == ["pie", "pier", "piers"]
    assert words.going_on("pierz") == []
    assert (words.rows("pier"), words.rows("pier", beginning=True), words.rows("pi")) == (7, 9, 0)
    assert words.whole
    assert not words.with_words({"wharf"}).whole


@given(st.text("abcdeéм1", min_size=1, max_size=7))
def test_of_many_words_none_is_missed_that_is_near(word):
    slips = 1 if len(word) <= 5 else 2
    near = [(OSA.distance(word, each), each) for each in MANY if OSA.distance(word, each) <= slips]
    assert LARGE.near(word) == [spelling for _, spelling in sorted(near)[:20]]


def test_words_of_a_large_record_are_read_once_and_then_only_those_that_came(store: Store, monkeypatch):
    monkeypatch.setattr(vocabulary, "_FEW", 2)
    for name in ("one", "two", "three"):
        told(store, f"The quay {name}", location=f"{name}.txt")
    assert len(store.keys(Query("~quya"))) == 3
    told(store, "The quayside is shut", location="four.txt")
    assert len(store.keys(Query("~quaysdie"))) == 1
    for number in range(4):
        told(store, f"The wharf {number}", location=f"wharf {number}.txt")
    assert len(store.keys(Query("~wahrf"))) == 4
