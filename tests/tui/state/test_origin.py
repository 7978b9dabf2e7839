from claims.model import Attribution, LeftOut, Locator, LocatorKind, PartialDate, Span
from claims.views import Query, Shown
from tui.state.origin import card, dated, origin_lines


def test_a_missing_date_says_so():
    assert dated(None) == "the document does not say"


def test_a_date_tells_what_states_it():
    date = PartialDate.parse("2026-02", evidence="text", raw="in February")
    assert dated(date) == "2026-02 (stated in the text, “in February”)"


def test_the_card_says_who_what_place_and_which_copy(quoted):
    citation = quoted("Tolls stay.")
    quote, document = citation.value, citation.document
    sections = {each.heading: dict(each.lines) for each in card(Shown(quote, document, (citation,)))}
    assert sections["Who says it"]["speaker"] == "Ines Carrow"
    assert sections["Who says it"]["told by"] == "“Ines Carrow” “said”; subject of cue; 100% sure"
    origin = sections["Where this comes from"]
    assert origin["source"] == "Harlow Bay Herald (stated in the text)"
    assert origin["place"] == "characters 1–12"
    assert origin["kept copy"] == f"SHA-256 {document.raw_sha256}"
    assert "Decisions and notes" not in sections


def test_a_place_on_a_page_is_told_by_its_page(quoted):
    from dataclasses import replace

    citation = quoted("Tolls stay.")
    document = replace(
        citation.document, locators=(Locator(0, LocatorKind.PAGE, "3"),), read_with="a library 1.0"
    )
    sections = {each.heading: dict(each.lines) for each in card(Shown(citation.value, document))}
    origin = sections["Where this comes from"]
    assert origin["place"] == "page 3, characters 1–12"
    assert origin["read with"] == "a library 1.0"


def test_other_versions_are_listed_with_their_source(quoted):
    here, other = quoted("Tolls stay."), quoted("Tolls will stay.", source="Coastal Wire")
    sections = {
        each.heading: each.lines for each in card(Shown(here.value, here.document, (here,)), (other,))
    }
    assert sections["Other versions"] == (("Coastal Wire, 2026-02-03", "“Tolls will stay.”"),)


def test_a_file_known_under_two_names_lists_both(document):
    assert ("file", "a.txt, b.txt") in origin_lines(document("x"), ("a.txt", "b.txt"))


def test_attributions_set_by_hand_say_so(quoted):
    from dataclasses import replace

    citation = quoted("Tolls stay.")
    quote = replace(citation.value, attribution=Attribution("Marisol Vega"))
    sections = {each.heading: dict(each.lines) for each in card(Shown(quote, citation.document))}
    assert sections["Who says it"]["told by"] == "by hand; 100% sure"


def test_the_card_of_an_older_versions_quote_says_what_became_of_it(ledger, make_material):
    story = "HARLOW BAY — “We will rebuild the pier by spring,” Mayor Marisol Vega said on Monday.\n"
    for text in (story, story.replace("spring", "summer")):
        one = make_material(text)
        list(
            ledger.add([type(one)(one.raw, one.location, one.retrieved, one.given, place="/papers/pier.txt")])
        )
    (hit,) = [hit for hit in ledger.search(Query("spring")).hits if hit.status == "changed since"]
    lines = {section.heading: section.lines for section in card(ledger.show(hit.id))}
    told = lines["Versions of this page"]
    assert told[0] == ("words", "changed in the newer version")
    assert [label for label, _ in told[1:]] == ["version 1 of 2", "version 2 of 2"]
    assert told[1][1].endswith("this one")
    assert told[2][1].endswith("stands now")


def test_numbers_that_are_no_claims_stand_on_the_card_with_their_reasons(document):
    paper = document("Rule 7 holds since May 3, 2021.")
    left = (LeftOut(Span(5, 6), "7", "a number of a section"),)
    sections = {each.heading: each.lines for each in card(Shown(paper, paper, left_out=left))}
    assert sections["Numbers that are no claims"] == (("", "“7” is a number of a section"),)


def test_a_word_of_two_scripts_is_told(document):
    assert ("two scripts", "V\u0435ga at 6") in origin_lines(document("Mayor V\u0435ga said so."))
    assert "two scripts" not in dict(origin_lines(document("Mayor Vega said so.")))
