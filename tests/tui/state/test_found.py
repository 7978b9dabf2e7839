from claims.views import Searched
from tui.state.found import Found, nothing_words
from tui.state.queryline import parse
from tui.state.rows import HeldRows


def said(line: str, searched: Searched) -> list[str]:
    return nothing_words(Found(parse(line), HeldRows(), 0, searched)).splitlines()


def test_an_empty_record_says_how_to_fill_it():
    assert said("ferry", Searched(0, 0, 0, 0)) == ["No documents yet: run `onrecord add FILE`."]


def test_nothing_found_names_what_was_looked_through_and_what_dates_leave_out():
    searched = Searched(3, 1, 4, 1200, "2031-03-03", "2031")
    assert said("ferry from:2031", searched) == [
        "Nothing fits.",
        "",
        "Looked through 3 documents, dated 2031-03-03 to 2031, 1 without a date: 4 quotes and 1,200 claims.",
        "kind:text looks through whole documents.",
        "A date filter leaves out what has no date.",
    ]


def test_a_search_of_whole_documents_does_not_send_one_there():
    assert "kind:text looks through whole documents." not in said("ferry kind:text", Searched(3, 0, 4, 5))
