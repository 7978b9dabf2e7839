"""What was found for less is asked first, and only where it holds all that is asked for now."""

import pytest
from store_material import HERALD, VEGA, told

from claims.store import Store, ways
from claims.store.fulltext import QUOTE_TEXT
from claims.store.matching import Matcher
from claims.store.narrowing import Found
from claims.store.queries import terms
from claims.views import Query


def matcher(connection, memory, words):
    return Matcher(connection, QUOTE_TEXT, terms(words), memory)


@pytest.mark.parametrize(
    ("before", "now", "holds"),
    [
        ("pie", "pier", True),
        ("pier", "pie", False),
        ("pier", "pier will", True),
        ("pier wi", "pier will op", True),
        ("pier will", "pier open", False),
        ("pier", '"the pier"', True),
        ('"the pier"', '"the pier" opens', True),
        ('"the pier opens"', '"the pier"', False),
        ("pier", "pier -port", True),
        ("pier -port", "pier -port -quay", True),
        ("pier -port", "pier -ports", False),
        ("pier -port", "pier", False),
        ("pie", "quay", False),
        ("", "pier", True),
    ],
)
def test_another_letter_or_word_asks_for_less(store: Store, before, now, holds):
    with store._memory.view() as connection:
        found = Found.by(matcher(connection, store._memory, before), [], whole=True)
        assert found.holds(matcher(connection, store._memory, now)) is holds


def test_what_was_all_there_was_is_all_that_is_looked_at(store: Store, monkeypatch):
    for number, words in enumerate(("The pier opens.", "The pierhead is shut.", "The quay is dry."), 1):
        told(store, words, who=VEGA, source=HERALD, location=f"{number}.txt")
    assert len(store.first(Query("pie"), 9)) == 2
    monkeypatch.setattr(ways.Ways, "_side_by_side", None)
    assert len(store.first(Query("pierh"), 9)) == 1


def test_more_is_found_below_what_was_found_before(store: Store):
    words = [f"Pierhead {number} is shut." for number in range(3)] + [f"Pier {n} opens." for n in range(3)]
    for number, said in enumerate(words):
        told(store, said, location=f"{number}.txt", published=f"2024-05-{number + 10}")
    assert list(store.first(Query("pier"), 4)) == list(store.keys(Query("pier"))[:4])
    assert list(store.first(Query("pierh"), 4)) == list(store.keys(Query("pierh")))
    assert len(store.keys(Query("pierh"))) == 3


def test_another_record_of_the_same_words_is_looked_through_anew(store: Store):
    told(store, "The pier opens.", location="1.txt")
    assert len(store.first(Query("pie"), 9)) == 1
    told(store, "The pierhead is shut.", location="2.txt")
    assert len(store.first(Query("pierh"), 9)) == 1
