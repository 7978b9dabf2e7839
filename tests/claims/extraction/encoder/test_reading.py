"""Windows of pieces: whole paragraphs, and long ones in windows that overlap."""

from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.encoder.reading import Paragraph, Reader, Window
from claims.extraction.encoder.wordpiece import WordPieces
from claims.model import Span

PIECES = WordPieces(["[CLS]", "[SEP]", "[UNK]", "pier", "the", "##s", "vega", '"', "."])
CLS, SEP = 0, 1


def windows(text: str, *, size: int = 16, overlap: int = 4, quoted: tuple[Span, ...] = ()) -> list[Window]:
    """The windows of a text whose paragraphs are its lines."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append(Paragraph(Span(at, at + len(line)), quoted))
        at += len(line) + 1
    return list(Reader(PIECES, size=size, overlap=overlap).windows(text, paragraphs))


def words(text: str, window: Window) -> list[str]:
    return [text[start:end] for start, end in zip(window.starts, window.ends, strict=True)]


def kept(text: str, window: Window) -> list[str]:
    return words(text, window)[slice(*window.kept)]


def test_paragraphs_share_a_window_while_they_fit() -> None:
    text = "the pier\nthe pier"
    (window,) = windows(text)
    assert window.ids == [CLS, 4, 3, SEP, 4, 3, SEP]


def test_a_paragraph_that_does_not_fit_begins_the_next_window() -> None:
    text = "the pier the pier\nthe piers"
    assert [words(text, window) for window in windows(text, size=8)] == [
        ["the", "pier", "the", "pier"],
        ["the", "piers"],
    ]


def test_two_windows_of_a_long_paragraph_share_words_and_each_word_is_kept_once() -> None:
    text = "the pier " * 6
    found = windows(text, size=10, overlap=4)
    assert len(found[0].heads) == 8
    assert found[0].starts[4:] == found[1].starts[:4]
    assert [word for window in found for word in kept(text, window)] == text.split()


def test_what_begins_in_the_second_half_of_shared_words_is_the_next_window_s() -> None:
    found = windows("the pier " * 6, size=10, overlap=4)
    assert [window.kept for window in found] == [(0, 6), (2, 8)]


def test_a_word_of_two_pieces_has_one_head_and_one_place() -> None:
    (window,) = windows("piers the")
    assert window.heads == [1, 3]
    assert (window.starts, window.ends) == ([0, 6], [5, 9])


def test_flags_tell_capitals_and_quotation_marks() -> None:
    text = 'Vega "the PIER"'
    (window,) = windows(text, quoted=(Span(5, 15),))
    assert window.flags == [0, 1, 4, 4, 6, 4, 0]


def shown(text: str, *quoted: Span) -> str:
    """What is shown of a line if two words at each end of a quotation are."""
    reader = Reader(PIECES, inside=2)
    (window,) = reader.windows(text, [Paragraph(Span(0, len(text)), quoted)])
    return " ".join(words(text, window))


def test_the_middle_of_a_long_quotation_is_not_shown() -> None:
    text = 'Vega: "the pier the pier" . "the" .'
    assert shown(text, Span(6, 25), Span(28, 33)) == 'Vega : " the pier " . " the " .'


def test_of_a_quotation_that_began_before_the_first_words_are_shown_too() -> None:
    text = 'Vega " the pier the pier the vega " the pier'
    at = text.index("the")
    reader = Reader(PIECES, inside=2)
    (window,) = reader.windows(text, [Paragraph(Span(at, len(text)), [Span(5, 35)])])
    assert words(text, window) == ["the", "pier", "vega", '"', "the", "pier"]


@given(st.lists(st.sampled_from(["the", "piers", "Vega", ".", "\n", "zzz"]), max_size=80), st.integers(8, 40))
def test_every_word_is_kept_once_in_order_and_no_window_is_too_large(some: list[str], size: int) -> None:
    text = " ".join(some)
    found = windows(text, size=size, overlap=3)
    assert [word for window in found for word in kept(text, window)] == [w for w in some if w != "\n"]
    assert all(len(window.ids) <= size for window in found)
