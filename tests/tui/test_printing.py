"""Text for people fits the terminal, and text of documents does nothing there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.printing import Paper, cells, counted, wrapped


def test_lines_are_broken_at_spaces():
    assert wrapped("They have lost enough.", 11) == ["They have", "lost", "enough."]


def test_an_address_stays_whole():
    assert wrapped("see https://herald.example/pier now", 10) == ["see", "https://herald.example/pier", "now"]


def test_wide_letters_take_two_columns():
    assert cells("市長 said") == 9
    assert wrapped("市長 said 市長", 9) == ["市長 said", "市長"]


@given(st.text(), st.integers(2, 40))
def test_no_line_of_several_words_is_wider_than_the_paper_and_no_word_is_lost(text, width):
    lines = wrapped(text, width)
    assert all(cells(line) <= width for line in lines if " " in line)
    assert " ".join(lines).split() == text.split()


@pytest.mark.parametrize(("color", "marks"), [(True, True), (False, False)])
def test_colour_is_printed_only_where_it_is_wanted(capsys, color, marks):
    Paper(80, color).line("A conflict", style="high")
    assert ("\x1b[" in capsys.readouterr().out) is marks


def test_escapes_of_a_document_are_printed_as_signs(capsys):
    paper = Paper(80, color=False)
    paper.words("one \x1b[31mtwo\n\nthree \x9b2J")
    paper.fields([("title", "\x1b]0;owned\x07"), ("author", "")])
    assert capsys.readouterr().out == "  one ␛[31mtwo\n  three ␦2J\ntitle  ␛]0;owned␇\n"


def test_no_color_switches_colour_off(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert Paper.on_stdout("auto").color
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Paper.on_stdout("auto").color
    assert Paper.on_stdout("always").color


def test_numbers_come_with_their_noun():
    assert [counted(n, "quote") for n in (0, 1, 1200)] == ["0 quotes", "1 quote", "1,200 quotes"]
