from claims.model import Span
from tui.state.reading import Reading

TEXT = "The toll is $6.50 now. It’s not one cent."


def words(reading: Reading) -> str:
    return reading.word.of(TEXT)


def test_a_figure_with_its_sign_is_one_word_and_a_full_stop_is_not_of_it():
    reading = Reading(TEXT)
    reading.move(3)
    assert words(reading) == "$6.50"
    reading.move(2)
    assert words(reading) == "."
    reading.move(1)
    assert words(reading) == "It’s"


def test_the_cursor_stays_inside_the_text():
    reading = Reading(TEXT)
    reading.move(-5)
    assert words(reading) == "The"
    reading.move(999)
    assert words(reading) == "."


def test_a_selection_runs_from_word_to_word_either_way():
    reading = Reading(TEXT, TEXT.index("toll"))
    reading.begin()
    reading.move(2)
    assert reading.selection == Span(4, 17)
    reading.move(-3)
    assert reading.selection.of(TEXT) == "The toll"


def test_beginning_again_gives_the_selection_up():
    reading = Reading(TEXT)
    reading.begin()
    reading.begin()
    assert reading.selection is None


def test_an_empty_document_can_be_read():
    reading = Reading("")
    reading.move(3)
    assert reading.selection is None
    reading.move_into(0, 0, 0)


def test_the_cursor_goes_to_the_word_at_a_place():
    reading = Reading(TEXT)
    reading.go(TEXT.index("one") + 1)
    assert words(reading) == "one"


def test_on_another_line_the_cursor_keeps_its_column():
    text = "aa bb cc\ndd ee ff"
    reading = Reading(text)
    reading.move_into(9, 17, 12)
    assert reading.word.of(text) == "ee"
    reading.move_into(0, 8, 100)
    assert reading.word.of(text) == "cc"
