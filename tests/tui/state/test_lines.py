from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from claims.display import display_safe
from tui.state.lines import wrap


def lines(text: str, width: int) -> list[str]:
    made = wrap(text, width)
    return [text[a:b] for a, b in zip(made.starts, made.ends, strict=True)]


def test_lines_break_at_blanks():
    assert lines("the ferry stays at its berth", 10) == ["the ferry ", "stays at ", "its berth"]


def test_line_breaks_of_the_text_stay_and_belong_to_no_line():
    assert lines("one\n\ntwo", 10) == ["one", "", "two"]


def test_a_word_longer_than_the_line_is_cut():
    assert lines("a ferryferry b", 5) == ["a ", "ferry", "ferry ", "b"]


def test_wide_letters_take_two_cells():
    assert lines("渡し船 渡し船", 6) == ["渡し船 ", "渡し船"]


def test_a_place_is_found_in_its_line():
    made = wrap("one two three", 4)
    assert [made.line_of(place) for place in (0, 4, 8, 12)] == [0, 1, 2, 3]


@given(st.text(alphabet=st.sampled_from("ab \n\t渡é\u200b\x1b"), max_size=120), st.integers(2, 20))
def test_every_letter_is_in_one_line_and_no_line_is_too_wide(raw: str, width: int):
    text = display_safe(raw)
    made = wrap(text, width)
    pieces = lines(text, width)
    assert "".join(pieces) == text.replace("\n", "")
    assert all(cell_len(piece.rstrip()) <= width for piece in pieces)
    assert list(made.starts) == sorted(made.starts)
