import pytest

from claims.model import PartialDate
from claims.views import Kind, Query, Searched
from tui.state.found import Found, find, nothing_words, rest_of, turned_round
from tui.state.order import Order
from tui.state.queryline import parse
from tui.state.rows import PAGE, HeldRows
from tui.widgets.hits import chips


def said(line: str, searched: Searched) -> list[str]:
    return nothing_words(Found(parse(line), HeldRows(), 0, searched)).splitlines()


def test_an_empty_record_says_how_to_fill_it():
    assert said("ferry", Searched(0, 0, 0, 0)) == [
        "No documents yet: press Esc, then I, and name a file or a folder."
    ]


def test_nothing_found_names_what_was_looked_through_and_what_dates_leave_out():
    searched = Searched(3, 1, 4, 1200, "2031-03-03", "2031")
    assert said("ferry from:2031", searched) == [
        "Nothing fits.",
        "",
        "Looked through 3 documents, dated 2031-03-03 to 2031, 1 undated: 4 quotes and 1,200 claims.",
        "~ferry looks for words that are spelled nearly so.",
        "kind:text looks through whole documents.",
        "A date filter leaves out what has no date.",
    ]


def test_a_search_of_whole_documents_does_not_send_one_there():
    assert "kind:text looks through whole documents." not in said("ferry kind:text", Searched(3, 0, 4, 5))


@pytest.fixture
def tide(ledger_of, make_material):
    """A record of 300 quotes, in each of which stands "tide"."""
    said = "\n\n".join(f"“Tide {number} came in,” Mayor Marisol Vega said." for number in range(300))
    ledger = ledger_of(make_material(said))
    assert len(ledger.keys(Query(kind=Kind.QUOTES))) == 300
    return ledger


def test_a_first_page_is_followed_by_the_whole_answer(tide):
    found = find(tide, parse("tide"))
    assert (len(found.rows), found.total, found.is_whole, found.searched) == (PAGE, PAGE, False, None)
    assert found.rows.at(PAGE - 1).cells[3] == f"“Tide {PAGE - 1} came in”"
    whole = rest_of(tide, found, lambda: True, lambda count: None)
    assert (len(whole.rows), whole.total, whole.is_whole) == (300, 300, True)
    assert whole.rows.item(0).text == "Tide 0 came in"


def test_an_answer_that_nobody_waits_for_is_given_up(tide):
    found = find(tide, parse("tide"))
    assert rest_of(tide, found, lambda: False, lambda count: None) is None
    assert len(found.rows) == PAGE


def test_what_came_between_the_first_page_and_the_rest_is_shown_where_it_stands(tide, make_material):
    found = find(tide, parse("tide"))
    later = make_material("“High tide,” Vega said.", "later.txt", date=PartialDate.parse("2032-01-01"))
    list(tide.add([later], extractor="rules"))
    whole = rest_of(tide, found, lambda: True, lambda count: None)
    (newest,) = tide.hits(Kind.QUOTES, whole.rows.keys_of(0)[:1])
    assert (newest.text, whole.total) == ("High tide", 301)


def test_few_hits_are_all_of_them(tide):
    found = find(tide, parse("speaker:vega 7"))
    assert (found.is_whole, found.total) == (True, len(found.rows))


def test_how_many_there_are_so_far_is_said_with_an_ellipsis(tide):
    found = find(tide, parse("tide"))
    assert chips(found).plain.startswith("64 … quotes")
    assert chips(rest_of(tide, found, lambda: True, lambda count: None)).plain.startswith("300 quotes")


def test_a_whole_answer_is_turned_round_from_its_keys_and_what_has_no_date_stays_last(tide, make_material):
    for name, date in (("a.txt", "2031-01-01"), ("b.txt", "2032-01-01")):
        said = f"“The tide of {date} was high,” Mayor Marisol Vega said."
        list(tide.add([make_material(said, name, date=PartialDate.parse(date))], extractor="rules"))
    whole = rest_of(tide, find(tide, parse("tide")), lambda: True, lambda count: None)
    turned = turned_round(tide, whole, Order(flipped=True))
    newest, older, *undated = whole.rows.keys
    assert list(turned.rows.keys) == [older, newest, *undated]
    assert list(turned_round(tide, turned, Order()).rows.keys) == list(whole.rows.keys)
    assert turned_round(tide, whole, Order("speaker")) is None
    assert turned_round(tide, find(tide, parse("tide")), Order(flipped=True)) is None
