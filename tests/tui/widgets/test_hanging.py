from textual.content import Content

from tui.widgets.hanging import Hanging, apart


def lines(width: int, *paragraphs: tuple[str, str]) -> list[str]:
    return [line.plain.rstrip() for line in Hanging([(a, Content(b)) for a, b in paragraphs]).at(width)]


def test_a_heading_that_wraps_stays_as_far_in_as_it_begins():
    assert lines(26, ("▸A  ", "Harlow Bay Herald, 2031-03-03"), ("", "The pier is open.")) == [
        "▸A  Harlow Bay Herald,",
        "    2031-03-03",
        "The pier is open.",
    ]


def test_a_narrow_column_has_no_room_to_move_words_in():
    assert lines(16, ("▸A  ", "Harlow Bay Herald"))[-1] == "Herald"


def test_blocks_stand_apart_and_their_looks_stay():
    shown = Hanging(apart([[("", Content("one"))], [("", Content("two").stylize("bold"))]])).at(20)
    assert [line.plain for line in shown] == ["one", "", "two"]
    assert shown[2].spans[0].style == "bold"
