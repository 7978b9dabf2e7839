"""What becomes of decisions when a page is read again and says something else, or its reader does."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from claims.carrying import Carrier
from claims.corrections import recorded_id
from claims.decisions import Decisions
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import PartialDate, Quote, QuoteKind, Span
from claims.views import Kind, Query

PAGE = """Harbor board backs new pier

“We will not ask the fishing families to pay for this pier, whatever the board may decide on Monday,” Mayor \
Marisol Vega said.

The storm injured 46 people, said Ines Carrow, a spokeswoman for the Port Authority of Harlow Bay.
"""

NOON = datetime(2031, 3, 5, 12, tzinfo=UTC)


@pytest.fixture
def read(ledger, make_material):
    """Read the page with some text, an hour later each time; gives its document."""
    hours = iter(range(24))

    def once(text):
        moment = PartialDate.instant(NOON + timedelta(hours=next(hours)), evidence="clock")
        page = make_material(text, "pier.txt", source="Harlow Bay Herald")
        (added,) = ledger.add([replace(page, place="/news/pier.txt", retrieved=moment)])
        return added.document

    return once


def quote_in(ledger, document, words="fishing families"):
    (found,) = [one for one in ledger.show(document).quotes if words in one.text]
    return found


def test_what_was_decided_of_a_quote_counts_in_the_next_version_of_its_page(ledger, read):
    old = quote_in(ledger, read(PAGE))
    ledger.tag(old.id, "pier")
    ledger.correct(old.id, "speaker", "Ines Carrow")
    new = quote_in(ledger, read("The board met.\n\n" + PAGE))
    shown = ledger.show(new.id)
    assert (shown.tags, shown.value.attribution.name) == (("pier",), "Ines Carrow")
    assert {line.attachments[0].new for line in ledger.history()} == {new.id}
    ledger.undo()
    assert ledger.show(new.id).value.attribution.name == "Marisol Vega"


def test_what_is_no_quote_is_none_in_the_next_version(ledger, read):
    old = quote_in(ledger, read(PAGE))
    ledger.correct(old.id, "quote", "no")
    document = read("The board met.\n\n" + PAGE)
    assert "fishing families" not in " ".join(one.text for one in ledger.show(document).quotes)
    ledger.undo()
    assert quote_in(ledger, document)


def test_bounds_follow_their_words_to_their_new_place(ledger, read):
    old = quote_in(ledger, read(PAGE))
    start = old.whole.start
    ledger.correct(old.id, "bounds", f"{start}:{start + len('We will not ask the fishing families')}")
    document = read("The board met.\n\n" + PAGE)
    new = quote_in(ledger, document)
    assert (new.text, new.whole.start) == (
        "We will not ask the fishing families",
        start + len("The board met.\n\n"),
    )
    assert ledger.history(changed=True) == []


def test_a_decision_on_words_that_the_page_changed_stays_with_the_older_version(ledger, read):
    old = quote_in(ledger, read(PAGE))
    ledger.tag(old.id, "pier")
    new = quote_in(ledger, read(PAGE.replace("will not ask", "will ask")))
    assert (ledger.show(old.id).tags, ledger.show(new.id).tags) == (("pier",), ())
    assert [line.attachments for line in ledger.history()] == [()]


def test_a_verdict_on_a_claim_follows_its_figure(ledger, read):
    document = read(PAGE)
    (claim,) = [one for one in ledger.show(document).claims if one.text.startswith("46")]
    ledger.correct(claim.id, "counted", "islanders")
    new = read("The board met.\n\n" + PAGE)
    hits = ledger.search(Query(words="islanders", kind=Kind.CLAIMS)).hits
    assert [hit.document for hit in hits] == [new]


def test_a_rebuild_of_a_page_with_versions_changes_nothing(ledger, read):
    old = quote_in(ledger, read(PAGE))
    ledger.tag(old.id, "pier")
    read("The board met.\n\n" + PAGE)
    read("The board met.\n\n" + PAGE.replace("46", "52"))
    before = ledger.history(), ledger.audit(), ledger.search(Query(words="pier", limit=None))
    report = ledger.rebuild()
    assert (report.changed, report.carried, report.lost) == (0, (), ())
    assert (ledger.history(), ledger.audit(), ledger.search(Query(words="pier", limit=None))) == before


def test_when_a_reader_gives_another_text_decisions_follow_their_words(ledger, read):
    # The stored text is changed by hand, as if an older reader had left the page's menu in it.
    document = read(PAGE)
    quote = quote_in(ledger, document)
    ledger.tag(quote.id, "pier")
    made = ledger.record(document, 0, len("Harbor board"))
    with_menu(ledger, document)
    assert quote_in(ledger, document).whole.start == quote.whole.start + len(MENU)
    report = ledger.rebuild()
    assert report.changed == 1
    assert quote_in(ledger, document) == quote
    assert ledger.show(quote.id).tags == ("pier",)
    assert (report.lost, ledger.show(recorded_id(made)).value.text) == ((), "Harbor board")


def test_bounds_whose_place_holds_other_words_now_are_listed(ledger, read):
    document = read(PAGE)
    quote = quote_in(ledger, document)
    with_menu(ledger, document)
    start = quote_in(ledger, document).whole.start
    made = ledger.correct(quote.id, "bounds", f"{start}:{start + len('We will not ask')}")
    assert made.shown == "We will not ask"
    report = ledger.rebuild()
    assert [one.id for one in report.lost] == [made.id]
    assert quote_in(ledger, document).text == quote.text


def test_what_is_remembered_of_a_quote_moves_with_the_text(ledger, read):
    document = read(PAGE)
    store = ledger._store
    start = PAGE.index("whatever the board")
    words = Span(start, start + len("whatever the board may decide"))
    store.put_past([Quote.of(document, PAGE, (words,), QuoteKind.DIRECT)])
    carrier = Carrier(store, Decisions(store))
    seen = carrier.look([document])
    with_menu(ledger, document)
    carrier.attach(seen)
    (past,) = store.past_in(document)
    assert past.whole.start == start + len(MENU)


MENU = "Home News Weather\n\n"


def with_menu(ledger, document):
    """Put what an older reader would have made of the page in place of what is there."""
    store = ledger._store
    older = replace(store.document(document), text=MENU + PAGE)
    store.replace_derived(older, extract(older, Rules()), extractor="rules 0")
