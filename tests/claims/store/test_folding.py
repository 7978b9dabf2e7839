"""The index itself is asked what it makes of a text, and has to agree."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.store import Store
from claims.store.folding import Folding, sought
from claims.store.fulltext import phrase
from claims.store.indexed_text import IndexedText


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    opened = Store.open(tmp_path_factory.mktemp("folding") / "record.db", create=True)
    yield opened
    opened.close()


def test_every_sign_of_unicode_is_folded_as_the_index_folds_it(record):
    signs = [chr(sign) for sign in range(1, 0x30000) if not 0xD800 <= sign < 0xE000]
    with record._database.read() as connection:
        fold = Folding(connection)
        for start in range(0, len(signs), 4096):
            text = "".join(signs[start : start + 4096])
            folded = fold.words(text)
            with IndexedText(connection) as aside:
                aside.hold(text)
                assert folded == aside.words()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("The Café—closed!", b" the cafe closed "),
        ("U.S. 4,000", b" u s 4 000 "),
        ("Ångström", b" angstrom "),
        ("Мост", " мост ".encode()),
        ("", b"  "),
    ],
)
def test_words_stand_between_blanks_in_lower_case_without_accents(record, text, folded):
    with record._database.read() as connection:
        assert Folding(connection)(text) == folded


TEXTS = st.lists(
    st.sampled_from(
        ["a", "A", "pier", "é", "e\u0301", "\u0301", "-", " ", "“", "ß", "мост", "4", "\u200b", "🚢"]
    )
)


@given(TEXTS.map("".join), st.lists(st.sampled_from(["a", "pier", "e", "мост", "4"]), min_size=1, max_size=2))
@settings(max_examples=300, deadline=None)
def test_what_is_sought_is_found_where_the_index_finds_it(record, text, words):
    with record._database.read() as connection:
        found = Folding(connection)(text)
        with IndexedText(connection) as aside:
            aside.hold(text)
            for beginning in (False, True):
                by_index = aside.holds(phrase(" ".join(words), beginning=beginning))
                assert (sought(words, beginning=beginning) in found) == by_index
