from hypothesis import given
from hypothesis import strategies as st

from claims.marking import Marker
from tui.state.excerpts import excerpt

MANY = " ".join(f"word{number}" for number in range(100))


def cut(words, room=60):
    return excerpt(MANY, Marker(words)(MANY), room)


def test_a_text_is_cut_around_the_hit_in_whole_words():
    assert cut('"word50"') == (
        "… word41 word42 word43 word44 word45 word46 word47 word48 word49 word50 word51 word52 word53 word54 "
        "word55 word56 word57 word58 word59 …"
    )


def test_without_a_hit_it_is_the_beginning():
    shown = cut("", 100)
    assert shown.startswith("word0 word1")
    assert shown.endswith(" …")
    assert len(shown) < 200


def test_hits_far_apart_are_shown_each():
    shown = cut('"word20" "word80"', 200)
    assert shown.count("…") == 3
    assert "word20" in shown
    assert "word80" in shown


def test_what_hardly_exceeds_the_room_is_whole():
    assert excerpt(MANY, [], len(MANY) - 100) == MANY


@given(st.text("ab é", max_size=400), st.text("ab", max_size=2), st.integers(1, 200))
def test_a_cut_text_holds_only_its_own_words_and_the_first_hit(text, words, room):
    text = " ".join(text.split())
    hits = Marker(f'"{words}"')(text)
    shown = excerpt(text, hits, room)
    assert all(piece.strip() in text for piece in shown.split("…"))
    assert not hits or hits[0].of(text) in shown
    assert len(shown) <= max(1.25 * room, room + 6 * 60 + 100)
