from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claims.views import Kind
from tui.state.queryline import nearly, parse, speaker_before, with_filter


def test_words_and_filters_stand_in_one_line():
    query = parse(
        'ferry speaker:vega source:herald from:2026-01 until:2026-02 tag:x "not one cent" -bus ~tol'
    ).query
    assert query.words == 'ferry "not one cent" -bus ~tol'
    assert (query.speaker, query.source, query.tag) == ("vega", "herald", "x")
    assert (query.since, query.until) == (date(2026, 1, 1), date(2026, 2, 28))


def test_a_value_in_quotation_marks_keeps_its_blanks():
    assert parse('speaker:"Ines Carrow" toll').query.speaker == "Ines Carrow"
    assert parse("speaker:“Ines Carrow” toll").query.words == "toll"


def test_a_kind_may_be_begun():
    assert parse("kind:cl figures").query.kind is Kind.CLAIMS


def test_a_half_typed_date_is_left_out_and_says_so():
    parsed = parse("ferry from:2026-1")
    assert parsed.query.since is None
    assert [(chip.label, chip.trouble) for chip in parsed.chips] == [
        ("words", ""),
        ("from", "write 2026-01-31, 2026-01 or 2026"),
    ]


def test_a_filter_without_a_value_does_nothing_yet():
    assert parse("ferry speaker:").query == parse("ferry").query


def test_what_is_no_filter_is_a_word():
    assert parse("budget:2026 10:30").query.words == "budget:2026 10:30"


def test_an_open_quotation_mark_is_closed():
    assert parse('"not one').query.words == '"not one"'


def test_chips_say_how_each_word_was_read():
    chips = [(chip.label, chip.value) for chip in parse('ferry "one cent" -bus ~tol').chips]
    assert chips == [("words", "ferry"), ("exactly", "one cent"), ("without", "bus"), ("about", "tol")]


def test_picking_a_filter_replaces_the_earlier_one():
    assert with_filter("ferry speaker:vega", "speaker", "Ines Carrow") == 'ferry speaker:"Ines Carrow"'


def test_a_picked_name_cannot_end_its_own_quotation_marks():
    line = with_filter("", "source", 'The "Bay" kind:text')
    assert parse(line).query.kind is Kind.QUOTES


@given(st.text(max_size=200))
def test_any_line_is_read(line: str):
    parse(line)


def test_words_that_may_be_misspelled_are_asked_for_nearly():
    assert nearly('harbr -ferry ~peir "not one" pier') == "~harbr ~pier"
    assert nearly('"not one"') == ""


def test_a_speaker_before_a_pasted_quote_is_asked_for_and_the_quote_stays_as_it_is():
    assert speaker_before('speaker:"Ines Carrow"  “We: -will” ~not') == ("Ines Carrow", "“We: -will” ~not")
    assert speaker_before("We will not, speaker:vega") == ("", "We will not, speaker:vega")


def test_from_with_no_date_names_a_source():
    parsed = parse("ferry from:herald")
    assert (parsed.query.source, parsed.query.since) == ("herald", None)
    assert parsed.chips[-1].label == "source"
