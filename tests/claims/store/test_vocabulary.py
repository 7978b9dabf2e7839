import pytest
from store_material import told

from claims.store import Store, vocabulary
from claims.store.vocabulary import Vocabulary
from claims.views import Query

WORDS = Vocabulary(["quay", "quays", "quarry", "pier", "pyre", "piers", "budget", "budgets", "budge"])


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
