"""Text for people fits the terminal, and text of documents does nothing there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Span
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


def test_what_is_marked_is_bold_also_over_the_end_of_a_line_and_only_in_colour(capsys):
    def second_and_third(text):
        at = text.index("two")
        return [Span(at, text.index(" four"))]

    Paper(20, color=True).words("one two three four five", style="quote", marker=second_and_third)
    bold = "\x1b[36m\x1b[1mtwo three\x1b[0m"
    assert (
        capsys.readouterr().out == f"  \x1b[36mone \x1b[0m{bold}\x1b[36m four\x1b[0m\n  \x1b[36mfive\x1b[0m\n"
    )
    Paper(10, color=True).words("one two three four", marker=second_and_third)
    assert capsys.readouterr().out.count("\x1b[1m") == 2
    Paper(20, color=False).words("one two three", marker=second_and_third)
    assert capsys.readouterr().out == "  one two three\n"


def test_no_color_switches_colour_off(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert Paper.on_stdout("auto").color
    monkeypatch.setenv("NO_COLOR", "1")
    assert not Paper.on_stdout("auto").color
    assert Paper.on_stdout("always").color


def test_numbers_come_with_their_noun():
    assert [counted(n, "quote") for n in (0, 1, 1200)] == ["0 quotes", "1 quote", "1,200 quotes"]
