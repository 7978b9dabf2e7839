"""What the text index says of its words."""

from store_material import told

from claims.store import Store
from claims.store.fulltext import QUOTE_TEXT
from claims.views import Query


def test_words_that_begin_so_are_found_one_by_one(store: Store):
    for number, words in enumerate(("pier PIER piers", "Pierced by a pié", "café pi", "мост мосты")):
        told(store, words, location=f"{number}.txt")

    def going_on(beginning, most=9):
        with store._database.read() as connection:
            return QUOTE_TEXT.going_on(connection, beginning, most)

    assert going_on("pie") == ["pie", "pier", "pierced", "piers"]
    assert going_on("pie", 2) == ["pie", "pier"]
    assert going_on("мост") == ["мост", "мосты"]
    assert going_on("piers") == ["piers"]
    assert going_on("zz") == []


def test_an_index_in_parts_is_one_after_it_was_merged_and_finds_the_same(store: Store):
    for number in range(9):
        told(store, f"The pier number {number} is open.", location=f"{number}.txt")
    with store._database.read() as connection:
        assert QUOTE_TEXT.parts(connection) == 9
    store.merge_words(9)
    with store._database.read() as connection:
        assert QUOTE_TEXT.parts(connection) == 1
    assert len(store.keys(Query("pie"))) == 9
    assert not store.verify().faults


def test_a_large_index_is_left_alone_where_few_came(store: Store):
    for number in range(12):
        told(store, f"The pier number {number} is open.", location=f"{number}.txt")
    with store._database.read() as connection:
        before = QUOTE_TEXT.parts(connection)
    store.merge_words(1)
    with store._database.read() as connection:
        assert QUOTE_TEXT.parts(connection) == before > 1
