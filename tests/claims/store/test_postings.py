"""The rows of words in memory are those that the index gives; the commonest words are left to it."""

from errno import ENOSPC

import pytest
from store_material import told

from claims.store import Store, postings
from claims.store.fulltext import QUOTE_TEXT
from claims.store.outline import Outline
from claims.store.postings import Postings
from claims.store.vocabulary import Vocabulary
from claims.views import Query

SAID = ("The pier opens.", "The piers of the port.", "Nobody pierced it.", "The café is shut.")


@pytest.fixture
def made(store: Store):
    """Makes them; rows by their number from 1 on, the oldest first."""
    for number, words in enumerate(SAID, 1):
        told(store, words, location=f"{number}.txt", published=f"2024-05-0{number}")

    def make(monkeypatch, most):
        monkeypatch.setattr(postings, "_MOST", most)
        with store._database.read() as connection:
            counted = QUOTE_TEXT.counted(connection)
            words = Vocabulary((word for word, _ in counted), rows=[rows for _, rows in counted])
            return Postings(connection, words, Outline(connection))

    return make


def rows(posted):
    return sorted(place + 1 for place in posted.places.tolist())


@pytest.mark.parametrize(
    ("word", "beginning", "expected"),
    [
        ("pier", False, [1]),
        ("pier", True, [1, 2, 3]),
        ("p", True, [1, 2, 2, 3]),
        ("cafe", False, [4]),
        ("the", False, [1, 2, 4]),
        ("zoo", True, []),
    ],
)
def test_the_rows_of_a_word_or_of_all_that_begin_so(made, monkeypatch, word, beginning, expected):
    posted = made(monkeypatch, 1_000).of(word, beginning=beginning)
    assert rows(posted) == expected
    assert posted.common == []


def test_the_commonest_words_are_not_held(made, monkeypatch):
    held = made(monkeypatch, 11)
    assert (rows(held.of("the", beginning=False)), held.of("the", beginning=False).common) == ([], ["the"])
    assert rows(held.of("pier", beginning=True)) == [1, 2, 3]
    assert made(monkeypatch, 0).of("pier", beginning=True).common == ["pier", "pierced", "piers"]


def test_without_room_for_the_file_the_index_is_asked(store: Store, monkeypatch):
    def full():
        raise OSError(ENOSPC, "No space left on device")

    for number, words in enumerate(SAID, 1):
        told(store, words, location=f"{number}.txt", published=f"2024-05-0{number}")
    monkeypatch.setattr(postings, "TemporaryFile", full)
    store.warm()
    with store._memory.view():
        assert (store._memory.postings, store._memory.outline is None) == (None, False)
    assert len(store.first(Query("pier"), 9)) == 3
